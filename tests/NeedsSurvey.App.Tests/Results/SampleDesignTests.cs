using System.Text.Json;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Results;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Results;

/// <summary>Saying how people were drawn: what cannot be is refused, what the answers speak against is named.</summary>
public sealed class SampleDesignTests(TestData data) : IClassFixture<TestData>
{
    private const string Definition = """
        {"title": "Drawn", "questions": [
          {"type": "select_one", "name": "area", "group_role": "area", "label": "Where?", "choices": [
            {"name": "north", "label": "North"}, {"name": "south", "label": "South"}]},
          {"type": "text", "name": "street", "label": "Which street?"},
          {"type": "text", "name": "story", "story": true, "label": "What is going on?"},
          {"type": "select_multiple", "name": "help", "label": "What helps?",
           "choices": [{"name": "food", "label": "Food"}]},
          {"type": "repeat", "name": "child", "label": "Children",
           "questions": [{"type": "integer", "name": "years", "label": "How old?"}]}]}
        """;

    private static readonly StratumSize[] Sizes = [new("north", 300), new("south", 100)];

    private async Task<string> Survey(int? communitySize = null, params Margin[] margins)
    {
        var initiative = await data.Home.Initiative(
            new InitiativeFields
            {
                Title = "Drawn " + Guid.NewGuid(),
                Stance = Stance.Allyship,
                CommunitySize = communitySize,
            }
        );
        if (margins.Length > 0)
            (await data.Get<SetMargins>().Run(data.Owner, initiative.Id, margins, default)).OrThrow();
        var slug = await initiative.Draft(SurveyJson.Read(Definition).Definition!);
        await data.Publish(slug);
        return slug;
    }

    private Task<Result<Done>> Set(string slug, SurveyDesign design) => data.Get<SetSampleDesign>().Run(data.Owner, slug, design, default);

    private async Task<SampleDesignView> Read(string slug, Actor? actor = null) =>
        (await data.Get<ReadSampleDesign>().Run(actor ?? data.Owner, slug, default)).OrThrow();

    private async Task Answer(string slug, string? area, string? street, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            var answers = new Dictionary<string, string?> { ["area"] = area, ["street"] = street }.Where(one => one.Value is not null);
            var json = JsonElement.Parse(JsonSerializer.Serialize(answers.ToDictionary()));
            (await data.Get<SubmitResponse>().Run(new(slug, Guid.NewGuid(), "en", json))).OrThrow();
        }
    }

    private static Fault Only(Result<Done> result) => Assert.Single(Assert.IsType<Problem.Invalid>(result.Problem).Faults);

    [Fact]
    public async Task What_is_said_is_read_back_and_audited()
    {
        var slug = await Survey();
        var design = new SurveyDesign(SampleDesign.ProbabilitySample, " area ", "street", [new("north", 300), new("south", 100, "north")]);
        (await Set(slug, design)).OrThrow();
        Assert.Equal("survey.sample_design", await data.LastAudit());
        var read = (await Read(slug)).Design;
        Assert.Equal((design.Kind, "area", "street"), (read.Kind, read.Strata, read.Cluster));
        Assert.Equal(design.Sizes, read.Sizes);
        (await Set(slug, new(SampleDesign.OptIn))).OrThrow();
        Assert.True((await Read(slug)).Design is { IsPlain: true, Sizes.Count: 0 });
    }

    [Fact]
    public async Task A_design_that_was_saved_meanwhile_is_not_written_over()
    {
        var slug = await Survey();
        var opened = (await Read(slug)).Revision;
        (await Set(slug, new(SampleDesign.Census))).OrThrow();
        var refused = await data.Get<SetSampleDesign>()
            .Run(data.Owner, slug, new SurveyDesign(SampleDesign.ProbabilitySample), default, opened);
        Assert.Equal(Problem.Conflict.Meanwhile, Assert.IsType<Problem.Conflict>(refused.Problem).Code);
        Assert.Equal(SampleDesign.Census, (await Read(slug)).Design.Kind);
    }

    [Fact]
    public async Task A_draft_that_was_edited_meanwhile_is_no_other_design()
    {
        var slug = await Survey();
        var opened = (await Read(slug)).Revision;
        await data.Database.Execute("update survey set draft_revision = draft_revision + 1 where slug = $1", slug);
        Assert.Equal(opened, (await Read(slug)).Revision);
    }

    [Fact]
    public async Task Questions_that_may_be_named_are_offered()
    {
        var read = await Read(await Survey(200, new Margin("area", "Census", [new("north", .75), new("South", .25)])));
        var strata = Assert.Single(read.StrataQuestions);
        Assert.Equal([new DesignCategory("north", "North", 150), new DesignCategory("south", "South", 50)], strata.Categories);
        Assert.Equal(["area", "street"], read.ClusterQuestions.Select(question => question.Name));
    }

    [Fact]
    public async Task Sizes_come_from_the_margins_unless_they_are_typed()
    {
        var slug = await Survey(200, new Margin("area", "Census", [new("north", .75), new("south", .25)]));
        (await Set(slug, new(SampleDesign.Census, "area"))).OrThrow();
        var unknown = Only(await Set(await Survey(), new(SampleDesign.Census, "area")));
        Assert.Equal(("sizes", "strata_without_population"), (unknown.Path, unknown.Code));
        Assert.Contains("“North”, “South”", unknown.Message, StringComparison.Ordinal);
        (await Set(await Survey(), new(SampleDesign.Census, "area", null, Sizes))).OrThrow();
    }

    [Theory]
    [InlineData("help", null, "strata")]
    [InlineData("nowhere", null, "strata")]
    [InlineData(null, "nowhere", "cluster")]
    [InlineData(null, "story", "cluster")]
    [InlineData(null, "years", "cluster")]
    [InlineData("area", "area", "cluster")]
    public async Task A_question_that_cannot_be_one_is_refused_at_its_field(string? strata, string? cluster, string path) =>
        Assert.Equal(path, Only(await Set(await Survey(), new(SampleDesign.Census, strata, cluster, strata is null ? null : Sizes))).Path);

    [Fact]
    public async Task An_open_link_has_no_strata_and_no_clusters()
    {
        var slug = await Survey();
        var refused = Only(await Set(slug, new(SampleDesign.OptIn, null, "street")));
        Assert.Equal(("sampleDesign", "nothing_drawn"), (refused.Path, refused.Code));
        Assert.Contains("nobody was drawn", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sizes_that_are_no_sizes_are_refused()
    {
        var slug = await Survey();
        SurveyDesign With(params StratumSize[] sizes) => new(SampleDesign.Census, "area", null, sizes);
        Assert.Equal("sizes[1].category", Only(await Set(slug, With(new("north", 1), new("north", 2)))).Path);
        Assert.Equal("sizes[0].people", Only(await Set(slug, With(new StratumSize("north", -1)))).Path);
        Assert.Equal("no_such_category", Only(await Set(slug, With(new("north", 1), new("south", 2), new("west", 3)))).Code);
    }

    // figures, 10 of the fresh tester
    [Fact]
    public async Task Sizes_that_are_not_the_communitys_together_are_refused()
    {
        var slug = await Survey(communitySize: 900);
        var fault = Only(await Set(slug, new(SampleDesign.Census, "area", null, [new("north", 500), new("south", 200)])));
        Assert.Equal(("sizes", "strata_unlike_community"), (fault.Path, fault.Code));
        (await Set(slug, new(SampleDesign.Census, "area", null, [new("north", 600), new("south", 300)]))).OrThrow();
    }

    [Fact]
    public async Task Sizes_without_strata_are_refused() =>
        Assert.Equal(
            ("sizes", "sizes_without_strata"),
            Only(await Set(await Survey(), new(SampleDesign.Census, null, null, Sizes))) is var fault ? (fault.Path, fault.Code) : default
        );

    [Fact]
    public async Task What_the_answers_speak_against_is_named_with_what_to_do()
    {
        var slug = await Survey();
        (await Set(slug, new(SampleDesign.Census, null, "street"))).OrThrow();
        Assert.Empty((await Read(slug)).Faults);
        await Answer(slug, "north", "High Street", 2);
        await Answer(slug, "north", "high street ");
        Assert.Contains("in the same cluster", Assert.Single((await Read(slug)).Faults).Message, StringComparison.Ordinal);
        await Answer(slug, "south", null);
        Assert.Empty((await Read(slug)).Faults);

        (await Set(slug, new(SampleDesign.Census, "area", null, [new("north", 2), new("south", 9)]))).OrThrow();
        Assert.Equal(
            [(SamplePlanFaultKind.PopulationTooSmall, "North"), (SamplePlanFaultKind.SingleUnitStratum, "South")],
            (await Read(slug)).Faults.Select(fault => (fault.Kind, fault.Stratum!))
        );
        (await Set(slug, new(SampleDesign.Census, "area", null, [new("north", 20), new("south", 9, "north")]))).OrThrow();
        Assert.Empty((await Read(slug)).Faults);
    }

    [Fact]
    public async Task How_many_answered_from_a_stratum_is_told_to_nobody_who_may_not_export()
    {
        var slug = await Survey();
        (await Set(slug, new(SampleDesign.Census, "area", null, Sizes))).OrThrow();
        await Answer(slug, "north", null, 30);
        await Answer(slug, "south", null);
        Assert.Contains("South", (await Read(slug)).Precision, StringComparison.Ordinal);
        foreach (var role in Enum.GetValues<Role>().Where(role => !Permissions.Of(role).Contains(Permission.Export)))
            Assert.IsType<Problem.Forbidden>(
                (await data.Get<ReadSampleDesign>().Run(data.Home.Member("Vic", role), slug, default)).Problem
            );
    }

    [Fact]
    public async Task Strangers_find_no_survey() =>
        Assert.Equal(
            new Problem.NotFound("survey"),
            (await data.Get<ReadSampleDesign>().Run(data.Stranger, await Survey(), default)).Problem
        );
}
