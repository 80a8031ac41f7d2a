using System.Text.Json;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Needs;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Tests.Needs;

/// <summary>Figures about needs for members who may not export.</summary>
public sealed class SafeNeedFiguresTests(TestData data) : IClassFixture<TestData>
{
    private Actor Viewer => data.Home.Member("Vera", Role.Viewer);

    private async Task<NeedFigures> Seen(TestInitiative heard, string? method = null) =>
        (await data.Get<RankNeeds>().Run(Viewer, heard.Id, method)).OrThrow();

    private static string Text(NeedFigures figures) => JsonSerializer.Serialize(figures);

    private async Task<TestInitiative> Heard(int times = 40)
    {
        var heard = await data.Home.Listening();
        await heard.Answers(times, housing: "5 1", buses: "3 3");
        return heard;
    }

    [Fact]
    public async Task A_viewer_sees_safe_figures() => Assert.False((await Seen(await Heard())).Note.AreTrue);

    [Fact]
    public async Task An_owner_sees_true_figures() =>
        Assert.True((await data.Get<RankNeeds>().Run(data.Owner, (await Heard()).Id)).OrThrow().Note.AreTrue);

    [Fact]
    public async Task A_viewer_of_nine_responses_sees_no_ranking()
    {
        var figures = await Seen(await Heard(9));
        Assert.Equal((null, null, 0), (figures.Responses, figures.Chosen, figures.All.Count));
    }

    [Fact]
    public async Task S7_one_more_response_changes_no_safe_figure()
    {
        var heard = await Heard();
        var before = Text(await Seen(heard));
        await heard.Answer(housing: "1 5", buses: "5 1");
        Assert.Equal(before, Text(await Seen(heard)));
    }

    [Fact]
    public async Task S8_a_need_that_three_state_has_words_in_the_place_of_a_score()
    {
        var heard = await Heard();
        await heard.Answers(3, buses: "5 1");
        var buses = (await Seen(heard, "prevalence")).Chosen!.Rows.Single(row => row.Need == "buses");
        Assert.Equal((null, ShownCountKind.Few), (buses.Score, buses.Figures.Single().Count!.Value.Kind));
    }

    [Fact]
    public async Task One_coders_reading_of_one_story_changes_no_safe_figure()
    {
        var heard = await Heard();
        await heard.Answers(30, story: "The rent.");
        foreach (var answer in (await heard.Read(data.Owner)).OrThrow().Items.Take(10))
            (await heard.Code(data.Owner, answer, new CodeAnswer.Code("buses"))).OrThrow();
        var before = Text(await Seen(heard));
        (await heard.Code(data.Owner, (await heard.Read(data.Owner)).OrThrow().Items[0], new CodeAnswer.Code("buses"))).OrThrow();
        Assert.Equal(before, Text(await Seen(heard)));
    }

    [Fact]
    public async Task Readings_join_safe_figures_when_ten_are_new()
    {
        var heard = await Heard();
        await heard.Answers(40, story: "The rent.");
        Assert.Null((await Seen(heard)).Stories.Read!.Value.Shown);
        foreach (var answer in (await heard.Read(data.Owner)).OrThrow().Items.Take(20))
            (await heard.Code(data.Owner, answer)).OrThrow();
        Assert.InRange((await Seen(heard)).Stories.Read!.Value.Shown!.Value, 15, 25);
    }

    [Fact]
    public async Task A_safe_figure_is_the_same_by_every_way_that_leads_to_it()
    {
        var heard = await Heard();
        (
            await data.Get<EditNeed>()
                .Run(data.Owner, heard.Id, "seats", new() { Label = new Dictionary<string, string> { ["en"] = "Seats" } })
        ).OrThrow();
        var ranking = (await Seen(heard, "borich")).Chosen!;
        var alignment = (await data.Get<ReadAlignment>().Run(Viewer, heard.Id, "borich")).OrThrow();
        Assert.Equal(JsonSerializer.Serialize(ranking), JsonSerializer.Serialize(alignment.Ranking));
    }

    [Fact]
    public async Task A_viewer_sees_the_hearing_gap_in_safe_figures()
    {
        var heard = await data.Home.Listening();
        (
            await data.Get<EditNeed>()
                .Run(data.Owner, heard.Id, "seats", new() { Label = new Dictionary<string, string> { ["en"] = "Seats" } })
        ).OrThrow();
        (await data.Get<LockPrediction>().Run(data.Owner, heard.Id, ["buses", "seats", "housing"])).OrThrow();
        await heard.Answers(40, housing: "5 1", buses: "3 3");
        var view = (await data.Get<ReadHearingGap>().Run(Viewer, heard.Id)).OrThrow();
        Assert.Equal((false, 1), (view.Figures!.Note.AreTrue, view.Gap!.Rows.Single(row => row.Need == "housing").Stated));
    }
}
