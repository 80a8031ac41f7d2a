using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.App.Tests.Accounts;

/// <summary>Members, roles and keys of an organisation.</summary>
public sealed class MemberTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TestData data = TestData.On(database, new ManualClock());

    [Fact]
    public async Task The_last_owner_can_neither_be_removed_nor_demoted_nor_close_the_account()
    {
        var organisation = (await data.Organisation()).Slug;
        var owner = await data.Join(organisation, Role.Owner);
        Assert.Equal("last_owner", (await data.Get<RemoveMember>().Run(owner, organisation, owner.Id!.Value, default)).Problem?.Code);
        Assert.Equal("last_owner", (await data.Get<LeaveOrganisation>().Run(owner, organisation, default)).Problem?.Code);
        Assert.Equal(
            "last_owner",
            (await data.Get<ChangeRole>().Run(owner, organisation, owner.Id.Value, Role.Viewer, default)).Problem?.Code
        );
        Assert.Equal("last_owner", (await data.Get<CloseAccount>().Run(owner, TestData.Password, null, default)).Problem?.Code);
        Assert.Single((await data.Get<ListMembers>().Run(owner, organisation, default)).OrThrow(), member => member.Role == Role.Owner);
    }

    [Fact]
    public async Task Two_owners_who_remove_each_other_at_the_same_time_leave_one()
    {
        for (var round = 0; round < 5; round++)
        {
            var organisation = (await data.Organisation()).Slug;
            var (first, second) = (await data.Join(organisation, Role.Owner), await data.Join(organisation, Role.Owner));
            await Task.WhenAll(
                data.Get<RemoveMember>().Run(first, organisation, second.Id!.Value, default),
                data.Get<RemoveMember>().Run(second, organisation, first.Id!.Value, default)
            );
            Assert.Single((await data.Get<ListMembers>().Run(Actor.Operator, organisation, default)).OrThrow());
        }
    }

    [Fact]
    public async Task A_role_changed_or_taken_away_holds_at_the_next_request()
    {
        var organisation = (await data.Organisation()).Slug;
        var email = $"{organisation}@example.org";
        var member = await data.Join(organisation, Role.Viewer, email);
        var session = (await data.SignIn(email, TestData.Password)).OrThrow();
        var id = Assert.Single(member.Roles.Keys);
        (await data.Get<ChangeRole>().Run(Actor.Operator, organisation, member.Id!.Value, Role.Analyst, default)).OrThrow();
        Assert.Equal(Role.Analyst, (await data.Get<ResolveSession>().Run(session.Token, default))!.Roles[id]);
        await data.Join(organisation, Role.Owner);
        (await data.Get<RemoveMember>().Run(Actor.Operator, organisation, member.Id.Value, default)).OrThrow();
        Assert.Empty((await data.Get<ResolveSession>().Run(session.Token, default))!.Roles);
    }

    [Fact]
    public async Task An_account_is_closed_only_with_its_password()
    {
        var organisation = (await data.Organisation()).Slug;
        await data.Join(organisation, Role.Owner);
        var member = await data.Join(organisation, Role.Viewer);
        var refused = (await data.Get<CloseAccount>().Run(member, "not the password", null, default)).Problem;
        Assert.Equal("wrong_password", Assert.Single(Assert.IsType<Problem.Invalid>(refused).Faults).Code);
    }

    [Fact]
    public async Task A_closed_account_leaves_nothing_behind()
    {
        var organisation = (await data.Organisation()).Slug;
        await data.Join(organisation, Role.Owner);
        var email = $"{organisation}@example.org";
        var member = await data.Join(organisation, Role.Viewer, email);
        var session = (await data.SignIn(email, TestData.Password)).OrThrow();
        (await data.Get<CloseAccount>().Run(member, TestData.Password, null, default)).OrThrow();
        Assert.Null(await data.Get<ResolveSession>().Run(session.Token, default));
        Assert.NotNull((await data.SignIn(email, TestData.Password)).Problem);
        Assert.Equal(0, await database.Db.One<int>("select count(*)::int from account where email = @email", new { email }));
        Assert.NotNull(await data.Join(organisation, Role.Coder, email));
    }

    [Fact]
    public async Task A_member_leaves_of_their_own_accord()
    {
        var organisation = (await data.Organisation()).Slug;
        var owner = await data.Join(organisation, Role.Owner);
        var viewer = await data.Join(organisation, Role.Viewer);
        (await data.Get<LeaveOrganisation>().Run(viewer, organisation, default)).OrThrow();
        Assert.Equal(owner.Id, Assert.Single((await data.Get<ListMembers>().Run(owner, organisation, default)).OrThrow()).Id);
    }

    [Fact]
    public async Task One_address_has_one_account_in_whatever_case_it_is_written()
    {
        var organisation = (await data.Organisation()).Slug;
        await data.Join(organisation, Role.Viewer, $"{organisation}@example.org");
        var link = (await data.Get<InviteMember>().Run(Actor.Operator, organisation, new(Role.Viewer), default)).OrThrow();
        var again = await data.Get<AcceptInvitation>()
            .Run(
                new AcceptInvitation.Command(link.Token, "Other", $" {organisation.ToUpperInvariant()}@EXAMPLE.org ", TestData.Password),
                default
            );
        Assert.Equal("taken", Assert.Single(Assert.IsType<Problem.Invalid>(again.Problem).Faults).Code);
        Assert.Null((await data.Get<AcceptInvitation>().Read(link.Token, default)).Problem);
    }

    [Fact]
    public async Task Addresses_of_members_show_only_to_those_who_manage_them()
    {
        var organisation = (await data.Organisation()).Slug;
        var owner = await data.Join(organisation, Role.Owner);
        var viewer = await data.Join(organisation, Role.Viewer);
        Assert.All((await data.Get<ListMembers>().Run(owner, organisation, default)).OrThrow(), member => Assert.NotNull(member.Email));
        var seen = (await data.Get<ListMembers>().Run(viewer, organisation, default)).OrThrow();
        Assert.Equal(viewer.Id, Assert.Single(seen, member => member.Email is not null).Id);
    }

    [Fact]
    public async Task A_key_is_one_role_in_one_organisation_until_it_is_revoked()
    {
        var (organisation, other) = ((await data.Organisation()).Slug, (await data.Organisation()).Slug);
        var key = (await data.Get<CreateKey>().Run(Actor.Operator, organisation, new("script", Role.Analyst), default)).OrThrow();
        Assert.Matches("^ns_[A-Za-z0-9_-]{43}$", key.Key.Reveal());
        var actor = (await data.Get<ResolveKey>().Run(key.Key, default))!;
        Assert.Equal((ActorKind.ApiKey, Role.Analyst), (actor.Kind, Assert.Single(actor.Roles).Value));
        Assert.IsType<Problem.NotFound>((await data.Get<ReadOrganisation>().Run(actor, other, default)).Problem);
        Assert.IsType<Problem.Forbidden>(
            (await data.Get<CreateOrganisation>().Run(actor, new("New", OrganisationKind.Organisation, "", []), default)).Problem
        );
        (await data.Get<RevokeKey>().Run(Actor.Operator, organisation, key.Id, default)).OrThrow();
        Assert.Null(await data.Get<ResolveKey>().Run(key.Key, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ns_")]
    [InlineData("ns_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' or true --")]
    public async Task What_is_no_key_is_nobody(string key) => Assert.Null(await data.Get<ResolveKey>().Run(key, default));

    [Fact]
    public async Task A_megabyte_as_a_key_or_a_session_is_not_even_hashed()
    {
        Assert.Empty(Secret.HashOf(new string('a', 1 << 20)));
        Assert.Null(await data.Get<ResolveSession>().Run(new string('a', 1 << 20), default));
    }

    [Fact]
    public async Task Every_change_is_in_the_organisations_history_with_who_did_it()
    {
        var organisation = (await data.Organisation()).Slug;
        var owner = await data.Join(organisation, Role.Owner);
        var viewer = await data.Join(organisation, Role.Viewer);
        (await data.Get<ChangeRole>().Run(owner, organisation, viewer.Id!.Value, Role.Coder, default)).OrThrow();
        (await data.Get<RemoveMember>().Run(owner, organisation, viewer.Id.Value, default)).OrThrow();
        var page = (await data.Get<ReadAudit>().Run(owner, organisation, null, default)).OrThrow();
        Assert.Equal(
            ["member.remove", "member.change_role", "member.join", "member.invite", "member.join", "member.invite", "organisation.create"],
            page.Items.Select(entry => entry.Action)
        );
        Assert.Equal(owner.Name, page.Items[0].ActorName);
        Assert.Equal("Coder", page.Items[1].Detail.GetProperty("to").GetString());
    }

    [Fact]
    public async Task History_comes_in_pages_without_gap_or_overlap()
    {
        var organisation = (await data.Organisation()).Slug;
        for (var i = 0; i < 60; i++)
            (await data.Get<CreateKey>().Run(Actor.Operator, organisation, new($"key {i}", Role.Viewer), default)).OrThrow();
        var first = (await data.Get<ReadAudit>().Run(Actor.Operator, organisation, null, default)).OrThrow();
        var second = (await data.Get<ReadAudit>().Run(Actor.Operator, organisation, first.Next, default)).OrThrow();
        Assert.Null(second.Next);
        Assert.Equal(
            Enumerable.Range(0, 60).Reverse().Select(i => $"key {i}"),
            first.Items.Concat(second.Items).Where(entry => entry.Action == "key.create").Select(entry => entry.Target)
        );
        Assert.IsType<Problem.Invalid>((await data.Get<ReadAudit>().Run(Actor.Operator, organisation, "nonsense", default)).Problem);
    }
}
