using System.Text.Json;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Results;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Results;

/// <summary>Figures follow how people were drawn, and the same figure has one interval in results, among needs and in the report.</summary>
public sealed class DesignFigureTests(TestData data) : IClassFixture<TestData>
{
    private const string Definition = """
        {"title": "Drawn", "questions": [
          {"type": "select_one", "name": "area", "group_role": "area", "label": "Where?", "choices": [
            {"name": "north", "label": "North"}, {"name": "south", "label": "South"}]},
          {"type": "text", "name": "house", "label": "Which household?"},
          {"type": "select_one", "name": "help", "label": "What helps?", "choices": [
            {"name": "food", "label": "Food", "need": "food"}, {"name": "bus", "label": "Bus", "need": "bus"}]}]}
        """;

    private async Task<TestInitiative> Asked(SurveyDesign design, int? communitySize = null)
    {
        var initiative = await data.Home.Initiative(
            new InitiativeFields
            {
                Title = "Drawn " + Guid.NewGuid(),
                Stance = Stance.Allyship,
                Community = "People of Riverside",
                CommunitySize = communitySize,
            }
        );
        return await Ask(initiative, design);
    }

    private async Task<TestInitiative> Ask(TestInitiative initiative, SurveyDesign design)
    {
        var slug = await initiative.Draft(SurveyJson.Read(Definition).Definition!);
        await data.Publish(slug);
        (await data.Get<SetSampleDesign>().Run(data.Owner, slug, design, default)).OrThrow();
        return initiative with { Survey = slug };
    }

    private async Task Answer(TestInitiative at, int times, string? help, string? area = null, string? house = null)
    {
        var answers = new Dictionary<string, string?>
        {
            ["area"] = area,
            ["house"] = house,
            ["help"] = help,
        };
        var json = JsonElement.Parse(JsonSerializer.Serialize(answers.Where(one => one.Value is not null).ToDictionary()));
        for (var i = 0; i < times; i++)
            (await data.Get<SubmitResponse>().Run(new(at.Survey, Guid.NewGuid(), "en", json))).OrThrow();
    }

    private async Task<SurveyResults> Results(TestInitiative at, Actor? actor = null) =>
        (await data.Get<ReadResults>().Run(actor ?? data.Owner, at.Survey, null, default)).OrThrow();

    private async Task<ChoiceCount> Choice(TestInitiative at, Actor? actor = null) =>
        (await Results(at, actor)).Questions.Single(question => question.Name == "help").Choices!.Single(choice => choice.Code == "food");

    private async Task<NeedFigures> Needs(TestInitiative at, Actor? actor = null) =>
        (await data.Get<RankNeeds>().Run(actor ?? data.Owner, at.Id, "prevalence")).OrThrow();

    private static RankedNeed Food(NeedRanking ranking) => ranking.Rows.Single(row => row.Need == "food");

    private async Task<RankedNeed> Need(TestInitiative at, Actor? actor = null) => Food((await Needs(at, actor)).Chosen!);

    private async Task<ReportContent> Report(TestInitiative at) =>
        (await data.Get<ReadReport>().Run((await at.Report()).OrThrow().Slug)).OrThrow().Content;

    private Actor Viewer => data.Home.Member("Vera", Role.Viewer);

    private async Task<TestInitiative> CensusOf100()
    {
        var asked = await Asked(new(SampleDesign.Census), 100);
        await Answer(asked, 24, "food");
        await Answer(asked, 36, "bus");
        // Three left the question out.
        await Answer(asked, 3, null);
        return asked;
    }

    // Everybody of a household says the same: 8 of 20 households need food.
    private async Task<TestInitiative> Households()
    {
        var asked = await Asked(new(SampleDesign.ProbabilitySample, null, "house"));
        for (var house = 0; house < 20; house++)
            await Answer(asked, 10, house < 8 ? "food" : "bus", house: $"House {house}");
        return asked;
    }

    [Fact]
    public async Task N5_a_census_of_100_with_24_of_60_has_one_interval_in_results_and_among_needs()
    {
        var asked = await CensusOf100();
        Assert.Equal(new Interval(.32, .48), (await Choice(asked)).Interval);
        Assert.Equal(new Interval(.32, .48), (await Need(asked)).Interval);
    }

    [Fact]
    public async Task N5_safe_figures_of_results_needs_and_report_share_their_interval()
    {
        var asked = await CensusOf100();
        var (choice, need, printed) = (await Choice(asked, Viewer), await Need(asked, Viewer), await Report(asked));
        Assert.NotNull(choice.Interval);
        Assert.Equal((choice.Share, choice.Interval), (need.Score, need.Interval));
        Assert.Equal(choice.Interval, Food(printed.Ranking!).Interval);
        Assert.Equal((await Results(asked, Viewer)).Precision, printed.Precision);
        Assert.Contains(printed.Precision!, printed.Disclosure.Single(item => item.Code == "sizes").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task N9_twenty_households_that_agree_are_twenty_answers()
    {
        var asked = await Households();
        var (choice, need) = (await Choice(asked), await Need(asked));
        Assert.Equal(.4, choice.Share!.Value, 12);
        // Clopper–Pearson of 8 of 20 is .191–.640, and a little wider with the uncertainty of 8 agreeing households; of 80 of 200 it would
        // be .33–.47.
        Assert.InRange(choice.Interval!.Value.Low, .16, .191);
        Assert.InRange(choice.Interval.Value.High, .64, .67);
        Assert.Equal(choice.Interval, need.Interval);
    }

    [Fact]
    public async Task N9_twenty_households_do_not_settle_what_200_people_would()
    {
        var alone = await Asked(new(SampleDesign.ProbabilitySample));
        await Answer(alone, 80, "food");
        await Answer(alone, 120, "bus");
        Assert.True(Assert.Single((await Needs(alone)).Confidence!.Neighbours).Settled);
        Assert.False(Assert.Single((await Needs(await Households())).Confidence!.Neighbours).Settled);
    }

    [Fact]
    public async Task N9_a_safe_interval_allows_for_clusters_too()
    {
        var asked = await Households();
        var (choice, need) = (await Choice(asked, Viewer), await Need(asked, Viewer));
        Assert.InRange(choice.Interval!.Value.Width, .38, .6);
        Assert.Equal(choice.Interval, need.Interval);
        Assert.Contains("people of one cluster being alike", (await Needs(asked, Viewer)).Precision, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_strata_the_interval_is_of_the_community_s_share()
    {
        var asked = await Asked(new(SampleDesign.ProbabilitySample, "area", null, [new("north", 900), new("south", 100)]));
        await Answer(asked, 10, "food", "north");
        await Answer(asked, 40, "bus", "north");
        await Answer(asked, 30, "food", "south");
        await Answer(asked, 20, "bus", "south");
        var choice = await Choice(asked);
        Assert.Equal((.4, .24), (choice.Share!.Value, Math.Round(choice.Community!.Value, 12)));
        Assert.True(choice.Interval!.Value.Contains(.24) && !choice.Interval.Value.Contains(.4));
        var need = await Need(asked);
        Assert.Equal((choice.Share, choice.Interval, choice.Community), (need.Score, need.Interval, need.Community));
    }

    [Fact]
    public async Task The_strata_themselves_have_no_interval()
    {
        var asked = await Asked(new(SampleDesign.ProbabilitySample, "area", null, [new("north", 900), new("south", 100)]));
        await Answer(asked, 30, "food", "north");
        await Answer(asked, 30, "bus", "south");
        var areas = (await Results(asked)).Questions.Single(question => question.Name == "area").Choices!;
        Assert.All(areas, area => Assert.Equal((null, null), (area.Interval, area.Community)));
    }

    [Fact]
    public async Task Strata_heard_unlike_their_sizes_give_safe_figures_no_interval_and_the_reason()
    {
        var asked = await Asked(new(SampleDesign.ProbabilitySample, "area", null, [new("north", 900), new("south", 100)]));
        await Answer(asked, 30, "food", "north");
        await Answer(asked, 30, "bus", "south");
        Assert.Null((await Choice(asked, Viewer)).Interval);
        Assert.Null((await Need(asked, Viewer)).Interval);
        Assert.Contains("No margin of error is given", (await Results(asked, Viewer)).Precision, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_link_has_no_interval_anywhere()
    {
        var asked = await Asked(new(SampleDesign.OptIn), 100);
        await Answer(asked, 24, "food");
        await Answer(asked, 36, "bus");
        foreach (var actor in new[] { data.Owner, Viewer })
        {
            Assert.Null((await Choice(asked, actor)).Interval);
            Assert.Null((await Need(asked, actor)).Interval);
            Assert.Contains("no margin of error applies", (await Results(asked, actor)).Precision, StringComparison.Ordinal);
            Assert.Contains("no margin of error applies", (await Needs(asked, actor)).Precision, StringComparison.Ordinal);
        }
        Assert.All((await Report(asked)).Ranking!.Rows, row => Assert.Null(row.Interval));
    }

    [Fact]
    public void A_hearing_check_has_no_interval_to_show() =>
        Assert.DoesNotContain(typeof(HearingCheckTally).GetProperties(), property => property.PropertyType == typeof(Interval?));

    [Fact]
    public async Task Several_surveys_with_clusters_have_a_sentence_in_place_of_intervals()
    {
        var first = await Households();
        var second = await Ask(first, new(SampleDesign.ProbabilitySample));
        Assert.NotNull((await Need(first)).Interval);
        await Answer(second, 10, "food");
        var needs = await Needs(first);
        Assert.Null(Food(needs.Chosen!).Interval);
        Assert.Contains("put several surveys together", needs.Precision, StringComparison.Ordinal);
        Assert.All(needs.Confidence!.Rows, row => Assert.Equal((1, 2), (row.TogetherLow, row.TogetherHigh)));
        Assert.NotNull((await Choice(first)).Interval);
    }

    [Fact]
    public async Task A_design_put_right_changes_figures_at_once()
    {
        var asked = await CensusOf100();
        foreach (var actor in new[] { data.Owner, Viewer })
            Assert.NotNull((await Choice(asked, actor)).Interval);
        (await data.Get<SetSampleDesign>().Run(data.Owner, asked.Survey, SampleDesign.OptIn, default)).OrThrow();
        foreach (var actor in new[] { data.Owner, Viewer })
        {
            Assert.Null((await Choice(asked, actor)).Interval);
            Assert.Null((await Need(asked, actor)).Interval);
        }
    }
}
