using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.App.Tests.Accounts;

/// <summary>One-time links: one purpose, one use, an end, void after a change of credentials (threat-model.md 6).</summary>
public sealed class LinkTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TestData data = TestData.On(database, new ManualClock());

    [Fact]
    public async Task One_invitation_used_twice_at_the_same_time_makes_one_member()
    {
        var organisation = (await data.Organisation()).Slug;
        var link = (await data.Get<InviteMember>().Run(Actor.Operator, organisation, new(Role.Coder), default)).OrThrow();
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    data.Get<AcceptInvitation>()
                        .Run(
                            new AcceptInvitation.Command(link.Token, "Coder", $"{i}-{organisation}@example.org", TestData.Password),
                            default
                        )
                )
        );
        Assert.Single(results, result => result.Problem is null);
        Assert.All(results.Where(result => result.Problem is not null), result => Assert.IsType<Problem.Gone>(result.Problem));
        Assert.Single((await data.Get<ListMembers>().Run(Actor.Operator, organisation, default)).OrThrow());
    }

    [Fact]
    public async Task An_invitation_ends_after_seven_days()
    {
        var organisation = (await data.Organisation()).Slug;
        var link = (await data.Get<InviteMember>().Run(Actor.Operator, organisation, new(Role.Coder), default)).OrThrow();
        data.Clock.Move(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Null((await data.Get<AcceptInvitation>().Read(link.Token, default)).Problem);
        data.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.IsType<Problem.Gone>((await data.Get<AcceptInvitation>().Read(link.Token, default)).Problem);
        Assert.Empty((await data.Get<ListInvitations>().Run(Actor.Operator, organisation, default)).OrThrow());
    }

    [Fact]
    public async Task A_withdrawn_invitation_is_worthless()
    {
        var organisation = (await data.Organisation()).Slug;
        var link = (await data.Get<InviteMember>().Run(Actor.Operator, organisation, new(Role.Coder), default)).OrThrow();
        (await data.Get<WithdrawInvitation>().Run(Actor.Operator, organisation, link.Id, default)).OrThrow();
        Assert.IsType<Problem.Gone>((await data.Get<AcceptInvitation>().Read(link.Token, default)).Problem);
    }

    [Fact]
    public async Task A_link_of_one_purpose_is_none_for_another()
    {
        var organisation = (await data.Organisation()).Slug;
        var join = (await data.Get<InviteMember>().Run(Actor.Operator, organisation, new(Role.Owner), default)).OrThrow();
        Assert.IsType<Problem.Gone>(await data.Get<ChoosePassword>().Check(join.Token, default));
        Assert.IsType<Problem.Gone>(await data.Get<SetUpOwner>().Check(join.Token, default));
    }

    [Fact]
    public async Task Changing_the_password_ends_all_that_came_before_it()
    {
        var organisation = (await data.Organisation()).Slug;
        var email = $"{organisation}@example.org";
        var member = await data.Join(organisation, Role.Analyst, email);
        var elsewhere = (await data.SignIn(email, TestData.Password)).OrThrow();
        var link = (await data.Get<CreatePasswordLink>().Run(Actor.Operator, organisation, member.Id!.Value, default)).OrThrow();

        var fresh = (await data.Get<ChangePassword>().Run(member, new(TestData.Password, "eight loud lanterns", null), default)).OrThrow();
        Assert.Null(await data.Get<ResolveSession>().Run(elsewhere.Token, default));
        Assert.NotNull(await data.Get<ResolveSession>().Run(fresh.Token, default));
        Assert.IsType<Problem.Gone>(await data.Get<ChoosePassword>().Check(link.Token, default));
        Assert.NotNull((await data.SignIn(email, TestData.Password)).Problem);
    }

    [Fact]
    public async Task A_password_link_sets_the_password_once()
    {
        var organisation = (await data.Organisation()).Slug;
        var email = $"{organisation}@example.org";
        await data.Join(organisation, Role.Analyst, email);
        var link = (await data.Get<CreatePasswordLink>().Run(Actor.Operator, email, default)).OrThrow();

        Assert.IsType<Problem.Invalid>((await data.Get<ChoosePassword>().Run(new(link.Token, "short"), default)).Problem);
        (await data.Get<ChoosePassword>().Run(new(link.Token, "nine slow lanterns"), default)).OrThrow();
        Assert.IsType<Problem.Gone>((await data.Get<ChoosePassword>().Run(new(link.Token, "ten slow lanterns"), default)).Problem);
        Assert.Null((await data.SignIn(email, "nine slow lanterns")).Problem);
    }

    [Fact]
    public async Task A_password_link_that_was_used_ends_all_that_came_before_it()
    {
        var organisation = (await data.Organisation()).Slug;
        var email = $"{organisation}@example.org";
        var member = await data.Join(organisation, Role.Analyst, email);
        var session = (await data.SignIn(email, TestData.Password)).OrThrow();
        var link = (await data.Get<CreatePasswordLink>().Run(Actor.Operator, email, default)).OrThrow();
        var other = (await data.Get<CreatePasswordLink>().Run(Actor.Operator, organisation, member.Id!.Value, default)).OrThrow();

        (await data.Get<ChoosePassword>().Run(new(link.Token, "nine slow lanterns"), default)).OrThrow();
        Assert.Null(await data.Get<ResolveSession>().Run(session.Token, default));
        Assert.IsType<Problem.Gone>(await data.Get<ChoosePassword>().Check(other.Token, default));
    }

    [Fact]
    public async Task An_owner_cannot_take_over_an_account_that_belongs_to_another_organisation_too()
    {
        var (first, second) = ((await data.Organisation()).Slug, (await data.Organisation()).Slug);
        var owner = await data.Join(first, Role.Owner);
        var member = await data.Join(first, Role.Viewer);
        var invited = (await data.Get<InviteMember>().Run(Actor.Operator, second, new(Role.Owner), default)).OrThrow();
        (await data.Get<AcceptInvitation>().Run(member, invited.Token, default)).OrThrow();
        var refused = await data.Get<CreatePasswordLink>().Run(owner, first, member.Id!.Value, default);
        Assert.Equal("member_elsewhere", refused.Problem?.Code);
    }

    private async Task<(string Organisation, SecretText Link)> InvitedAgain()
    {
        var organisation = (await data.Organisation()).Slug;
        var member = await data.Join(organisation, Role.Viewer);
        var invited = (await data.Get<InviteMember>().Run(Actor.Operator, organisation, new(Role.Owner), default)).OrThrow();
        Assert.Equal("already_member", (await data.Get<AcceptInvitation>().Run(member, invited.Token, default)).Problem?.Code);
        return (organisation, invited.Token);
    }

    [Fact]
    public async Task Who_is_a_member_already_keeps_the_role() =>
        Assert.Equal(
            Role.Viewer,
            Assert.Single((await data.Get<ListMembers>().Run(Actor.Operator, (await InvitedAgain()).Organisation, default)).OrThrow()).Role
        );

    [Fact]
    public async Task The_invitation_of_who_is_a_member_already_stays_unused() =>
        Assert.Null((await data.Get<AcceptInvitation>().Read((await InvitedAgain()).Link, default)).Problem);

    [Fact]
    public async Task Two_set_up_links_used_at_the_same_time_make_one_owner()
    {
        await using var empty = new Own(await TestDatabase.New());
        var data = TestData.On(empty.Database, new ManualClock());
        var tokens = new[] { await data.Get<CreateSetupLink>().Run(default), await data.Get<CreateSetupLink>().Run(default) };
        var results = await Task.WhenAll(
            tokens.Select(
                (token, i) =>
                    data.Get<SetUpOwner>()
                        .Run(
                            new(token!, "Owner", $"owner{i}@example.org", TestData.Password, "Museum", OrganisationKind.Organisation),
                            default
                        )
            )
        );
        Assert.Single(results, result => result.Problem is null);
        Assert.Equal(1, await empty.Database.Db.One<int>("select count(*)::int from account"));
        Assert.Equal(1, await empty.Database.Db.One<int>("select count(*)::int from organisation"));
    }

    [Fact]
    public async Task Nothing_stored_is_enough_to_use_a_link_a_session_or_a_key()
    {
        var organisation = (await data.Organisation()).Slug;
        var link = (await data.Get<InviteMember>().Run(Actor.Operator, organisation, new(Role.Coder), default)).OrThrow();
        var key = (await data.Get<CreateKey>().Run(Actor.Operator, organisation, new("script", Role.Analyst), default)).OrThrow();
        var everything = string.Join(
            '\n',
            await database.Db.Query<string>(
                """
                select row_to_json(t)::text from one_time_link t union all select row_to_json(t)::text from api_key t
                union all select row_to_json(t)::text from session t union all select row_to_json(t)::text from audit_entry t
                """
            )
        );
        Assert.DoesNotContain(link.Token.Reveal(), everything, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Key.Reveal()[CreateKey.Prefix.Length..], everything, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(Secret.HashOf(key.Key)), everything, StringComparison.Ordinal);
    }

    private sealed class Own(TestDatabase database) : IAsyncDisposable
    {
        public TestDatabase Database => database;

        public async ValueTask DisposeAsync() => await database.DisposeAsync();
    }
}
