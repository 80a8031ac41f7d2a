// What a report must not tell, by whatever method: the figures of few people.

using System.Text.Json;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Tests.Reports;

public sealed class ReportFigureTests(TestData data) : IClassFixture<TestData>
{
    // Row P1 of the hidden cells that could be worked out: a need stated by 3 of 60.
    private async Task<(TestInitiative Heard, ReportContent Content)> ThreeOfSixty()
    {
        var heard = await data.Home.Listening();
        await heard.Answers(3, housing: "5 1", buses: "5 1");
        await heard.Answers(57, housing: "5 1", buses: "1 5");
        return (heard, (await data.Get<ReadReport>().Run((await heard.Report()).OrThrow().Slug)).OrThrow().Content);
    }

    private static IEnumerable<RankedNeed> Buses(ReportContent content) =>
        content.OtherRankings.Prepend(content.Ranking!).Select(ranking => ranking.Rows.Single(row => row.Need == "buses"));

    [Fact]
    public async Task No_method_counts_the_three_who_stated_a_need()
    {
        var (_, content) = await ThreeOfSixty();
        Assert.All(Buses(content).SelectMany(row => row.Figures), figure =>
            Assert.False(figure.Count?.Shown is < 10 || figure is { Count: null, Value: 3 }, figure.Label)
        );
    }

    [Fact]
    public async Task No_method_gives_the_share_of_three_in_sixty()
    {
        var (_, content) = await ThreeOfSixty();
        double[] shares =
        [
            .. Buses(content).SelectMany(row => row.Figures).Select(figure => figure.Value).OfType<double>(),
            .. Buses(content).Select(row => row.Score).OfType<double>(),
        ];
        Assert.DoesNotContain(shares, share => share is > .01 and < .1);
    }

    [Fact]
    public async Task Prevalence_says_in_words_that_few_stated_it()
    {
        var (_, content) = await ThreeOfSixty();
        var prevalence = content.OtherRankings.Single(ranking => ranking.Method == RankingMethod.Prevalence);
        var buses = prevalence.Rows.Single(row => row.Need == "buses");
        Assert.Null(buses.Score);
        Assert.Contains(buses.Figures, figure => figure.Count is { Kind: ShownCountKind.Few });
    }

    [Fact]
    public async Task A_Viewer_weighs_needs_by_the_figures_that_the_report_prints()
    {
        var (heard, content) = await ThreeOfSixty();
        var viewer = data.Home.Member("Vera", Role.Viewer);
        var seen = (await data.Get<ReadAlignment>().Run(viewer, heard.Id)).OrThrow();
        Assert.Equal(
            content.Alignment.Needs.Select(need => (need.Id, need.Weight)),
            seen.Result.Needs.Select(need => (need.Id, need.Weight))
        );
    }

    [Fact]
    public async Task Those_who_may_export_weigh_needs_by_true_figures()
    {
        var (heard, _) = await ThreeOfSixty();
        var view = (await data.Get<ReadAlignment>().Run(data.Owner, heard.Id)).OrThrow();
        Assert.True(view.Evidence.Note.AreTrue);
        Assert.Equal(60, view.Ranking!.Rows[0].N.Shown);
    }

    [Fact]
    public async Task A_report_has_the_figures_of_the_needs_page_of_a_Viewer()
    {
        var (heard, content) = await ThreeOfSixty();
        var ranked = (await data.Get<RankNeeds>().Run(data.Home.Member("Vera", Role.Viewer), heard.Id)).OrThrow();
        Assert.Equal(
            JsonSerializer.Serialize(ranked.Chosen, FigureJson.Options),
            JsonSerializer.Serialize(content.Ranking, FigureJson.Options)
        );
    }
}
