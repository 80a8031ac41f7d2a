using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.App.Tests.Accounts;

/// <summary>The organisation with its mission and pillars, or a person with values.</summary>
public sealed class OrganisationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TestData data = TestData.On(database, new ManualClock());

    [Fact]
    public async Task Pillars_keep_their_ids_through_every_edit()
    {
        var slug = (await data.Organisation()).Slug;
        await Edit(slug, new("Welcome"), new("Learning"));
        var before = await Pillars(slug);
        await Edit(slug, new("Learning together", "With everyone.", before[1].Id), new("Care"), new("Welcome", Id: before[0].Id));
        var after = await Pillars(slug);
        Assert.Equal(["Learning together", "Care", "Welcome"], after.Select(pillar => pillar.Name));
        Assert.Equal((before[1].Id, before[0].Id), (after[0].Id, after[2].Id));
        await Edit(slug, new EditOrganisation.PillarEdit("Care", Id: after[1].Id));
        Assert.Equal(after[1].Id, Assert.Single(await Pillars(slug)).Id);
    }

    [Fact]
    public async Task A_pillar_that_a_goal_is_tied_to_cannot_be_left_out()
    {
        var slug = (await data.Organisation()).Slug;
        await Edit(slug, new EditOrganisation.PillarEdit("Welcome"));
        var pillar = Assert.Single(await Pillars(slug));
        var organisation = (await data.Get<ReadOrganisation>().Run(Actor.Operator, slug, default)).OrThrow();
        await database.Execute(
            $"""
            with i as (insert into initiative (initiative_id, organisation_id, slug, title, stance)
                values (gen_random_uuid(), '{organisation.Id}', 'open', 'Open', 'allyship') returning initiative_id),
            g as (insert into goal (initiative_id, goal_id, title, position) select initiative_id, gen_random_uuid(), 'Fund', 0 from i
                returning initiative_id, goal_id)
            insert into goal_pillar_link (initiative_id, goal_id, pillar_id, strength) select initiative_id, goal_id, '{pillar.Id}', 9
                from g
            """
        );
        var refused = await data.Get<EditOrganisation>()
            .Run(Actor.Operator, slug, new("Museum", OrganisationKind.Organisation, "", []), default);
        Assert.Equal("pillar_in_use", refused.Problem?.Code);
        Assert.Single(await Pillars(slug));
    }

    [Fact]
    public async Task A_pillar_of_another_organisation_is_unknown_here()
    {
        var (slug, other) = ((await data.Organisation()).Slug, (await data.Organisation()).Slug);
        await Edit(other, new EditOrganisation.PillarEdit("Theirs"));
        var foreign = Assert.Single(await Pillars(other));
        var refused = await data.Get<EditOrganisation>()
            .Run(Actor.Operator, slug, new("Museum", OrganisationKind.Organisation, "", [new("Mine now", Id: foreign.Id)]), default);
        Assert.Equal("pillars[0].id", Assert.Single(Assert.IsType<Problem.Invalid>(refused.Problem).Faults).Path);
        Assert.Equal("Theirs", Assert.Single(await Pillars(other)).Name);
    }

    [Fact]
    public async Task Every_fault_is_told_with_its_place()
    {
        var slug = (await data.Organisation()).Slug;
        var refused = await data.Get<EditOrganisation>()
            .Run(Actor.Operator, slug, new(" ", OrganisationKind.Organisation, new string('x', 4001), [new("Welcome"), new("")]), default);
        Assert.Equal(
            [("name", "required"), ("mission", "too_long"), ("pillars[1].name", "required")],
            Assert.IsType<Problem.Invalid>(refused.Problem).Faults.Select(fault => (fault.Path, fault.Code))
        );
    }

    [Fact]
    public async Task Organisations_of_the_same_name_get_addresses_of_their_own()
    {
        var made = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ =>
                    data.Get<CreateOrganisation>().Run(Actor.Operator, new("Café Müller", OrganisationKind.Individual, "", []), default)
                )
        );
        Assert.Equal(
            ["cafe-muller", "cafe-muller-2", "cafe-muller-3", "cafe-muller-4", "cafe-muller-5", "cafe-muller-6"],
            made.Select(result => result.OrThrow().Slug).OrderBy(slug => slug.Length).ThenBy(slug => slug, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Who_makes_an_organisation_owns_it()
    {
        var member = await data.Join((await data.Organisation()).Slug, Role.Viewer);
        var made = (
            await data.Get<CreateOrganisation>()
                .Run(member, new("Mine", OrganisationKind.Individual, "Kindness first.", [new("Kindness")]), default)
        ).OrThrow();
        var people = (await data.Get<ListMembers>().Run(Actor.Operator, made.Slug, default)).OrThrow();
        Assert.Equal((member.Id, Role.Owner), (Assert.Single(people).Id, people[0].Role));
    }

    [Theory]
    [InlineData("Riverside Museum", "riverside-museum")]
    [InlineData("  Ana’s  group! ", "anas-group")]
    [InlineData("متحف النهر", "organisation")]
    [InlineData("River\ufffeside", "river-side")]
    [InlineData("../../etc", "etc")]
    public void An_address_is_made_of_the_name(string name, string slug) => Assert.Equal(slug, Slug.From(name, "organisation"));

    private async Task Edit(string slug, params EditOrganisation.PillarEdit[] pillars) =>
        (
            await data.Get<EditOrganisation>().Run(Actor.Operator, slug, new("Museum", OrganisationKind.Organisation, "", pillars), default)
        ).OrThrow();

    private async Task<IReadOnlyList<Pillar>> Pillars(string slug) =>
        (await data.Get<ReadOrganisation>().Run(Actor.Operator, slug, default)).OrThrow().Pillars;
}
