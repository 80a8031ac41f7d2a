using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Results;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.App.Tests.Needs;

public sealed class RankingTests(TestData data) : IClassFixture<TestData>
{
    [Fact]
    public async Task Ratings_of_respondents_give_the_worked_Borich_score_of_methods_md()
    {
        var heard = await data.Home.Listening();
        foreach (var rating in (string[])["5 2", "5 3", "4 4", "5 3", "3 3"])
            await heard.Answer(housing: rating, buses: "3 3");
        var rankings = (await data.Get<RankNeeds>().Run(data.Owner, heard.Id, "borich")).OrThrow();
        var first = rankings.Chosen!.Rows[0];
        Assert.Equal(("housing", 1, 5), (first.Need, first.Rank, first.N));
        Assert.Equal(6.16, first.Score!.Value, 2);
        Assert.Equal(
            -60,
            rankings
                .All.Single(ranking => ranking.Method == RankingMethod.RankedDiscrepancy)
                .Rows.Single(row => row.Need == "housing")
                .Score!.Value,
            6
        );
        Assert.Equal(1, rankings.Stability!.Rows[0].TopShare);
    }

    [Fact]
    public async Task Nothing_is_ranked_before_anyone_has_answered()
    {
        var heard = await data.Home.Listening();
        Assert.Null((await data.Get<RankNeeds>().Run(data.Owner, heard.Id)).OrThrow().Chosen);
    }

    [Fact]
    public async Task A_method_that_the_survey_does_not_offer_is_refused_by_name()
    {
        var heard = await data.Home.Listening();
        var refused = (await data.Get<RankNeeds>().Run(data.Owner, heard.Id, "best_worst")).Problem;
        Assert.Equal("method_not_offered", Assert.IsType<Problem.Invalid>(refused).Faults[0].Code);
    }

    [Fact]
    public async Task A_withdrawn_or_test_response_does_not_count()
    {
        var heard = await data.Home.Listening();
        await heard.Answers(3, housing: "5 1");
        await data.Database.Execute(
            $"update response set is_test = true where ctid = (select min(ctid) from response where survey_id = '{heard.SurveyId}')"
        );
        Assert.Equal(2, (await data.Get<RankNeeds>().Run(data.Owner, heard.Id)).OrThrow().Evidence.Responses);
    }

    [Fact]
    public async Task A_need_that_only_stories_tell_of_is_a_share_of_the_stories_read()
    {
        var heard = await data.Home.Listening();
        await heard.Answer(housing: "5 1", story: "There is nowhere to sit down.");
        await heard.Answer(housing: "5 1", story: "Rent, rent, rent.");
        await heard.Answer(housing: "4 2");
        (
            await data.Get<EditNeed>()
                .Run(data.Owner, heard.Id, "seats", new() { Label = new Dictionary<string, string> { ["en"] = "Somewhere to sit" } })
        ).OrThrow();
        foreach (var answer in (await heard.Read(data.Owner)).OrThrow().Items)
            (
                await heard.Code(
                    data.Owner,
                    answer,
                    answer.Words.Contains("sit", StringComparison.Ordinal) ? [new("seats", "nowhere to sit")] : []
                )
            ).OrThrow();
        var prevalence = (await data.Get<RankNeeds>().Run(data.Owner, heard.Id, "prevalence")).OrThrow().Chosen!;
        var seats = prevalence.Rows.Single(row => row.Need == "seats");
        Assert.Equal((0.5, 2), (seats.Score!.Value, seats.N));
    }

    [Fact]
    public async Task A_merged_need_counts_as_the_one_it_went_into_until_it_is_taken_apart()
    {
        var heard = await data.Home.Listening();
        await heard.Answers(2, housing: "5 1", buses: "5 1");
        var merge = data.Get<MergeNeed>();
        (await merge.Run(data.Owner, heard.Id, "buses", "housing")).OrThrow();
        var rows = (await data.Get<RankNeeds>().Run(data.Owner, heard.Id)).OrThrow().Chosen!.Rows;
        Assert.Equal(["housing"], rows.Select(row => row.Need));
        (await merge.Run(data.Owner, heard.Id, "buses", null)).OrThrow();
        Assert.Equal(2, (await data.Get<RankNeeds>().Run(data.Owner, heard.Id)).OrThrow().Chosen!.Rows.Count);
    }

    [Fact]
    public async Task Merging_in_a_circle_is_refused()
    {
        var heard = await data.Home.Listening();
        var merge = data.Get<MergeNeed>();
        (await merge.Run(data.Owner, heard.Id, "buses", "housing")).OrThrow();
        var back = await merge.Run(data.Owner, heard.Id, "housing", "buses");
        Assert.Equal("circle", Assert.IsType<Problem.Invalid>(back.Problem).Faults[0].Code);
    }

    [Fact]
    public async Task Groups_are_compared_with_the_community()
    {
        var heard = await data.Home.Listening();
        (
            await data.Get<SetMargins>().Run(data.Owner, heard.Id, [new("age", "census", [new("young", 0.4), new("old", 0.6)])], default)
        ).OrThrow();
        await heard.Answers(12, housing: "5 1", age: "young");
        await heard.Answers(28, housing: "5 1", age: "old");
        var age = (await data.Get<ReadRepresentation>().Run(data.Owner, heard.Id)).OrThrow().Single();
        Assert.Equal((12, 28), (age.Categories[0].Count!.Value.Shown, age.Categories[1].Count!.Value.Shown));
        Assert.Equal(0.1, age.Dissimilarity!.Value, 6);
        Assert.Equal(0.75, age.Categories[0].Ratio!.Value, 6);
        Assert.True(age.Figures!.AreTrue);
    }

    [Fact]
    public async Task A_viewer_reads_of_a_small_group_in_words_and_no_figure_over_all_groups()
    {
        var heard = await data.Home.Listening();
        (
            await data.Get<SetMargins>().Run(data.Owner, heard.Id, [new("age", "census", [new("young", 0.4), new("old", 0.6)])], default)
        ).OrThrow();
        await heard.Answers(3, age: "young");
        await heard.Answers(37, age: "old");
        var viewer = await data.Join(data.Home.Slug, Role.Viewer);
        var age = (await data.Get<ReadRepresentation>().Run(viewer, heard.Id)).OrThrow().Single();
        Assert.False(age.Figures!.AreTrue);
        Assert.Equal("fewer than 10", age.Categories[0].Count!.Value.ToString());
        Assert.Equal((null, null), (age.Categories[0].Share, age.Categories[0].Ratio));
        Assert.Equal((null, null), (age.Dissimilarity, age.ParticipationRatio));
    }

    [Fact]
    public async Task Strangers_find_no_initiative()
    {
        var heard = await data.Home.Listening();
        Assert.IsType<Problem.NotFound>((await data.Get<RankNeeds>().Run(data.Stranger, heard.Id)).Problem);
        Assert.IsType<Problem.NotFound>((await data.Get<ReadOpenAnswers>().Run(data.Stranger, heard.Id)).Problem);
    }
}
