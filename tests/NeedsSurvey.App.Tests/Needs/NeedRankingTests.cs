using System.Text.Json;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Needs;

/// <summary>Needs ranked from stored answers, for whoever may read responses.</summary>
public sealed class NeedRankingTests(TestData data) : IClassFixture<TestData>
{
    private async Task<NeedFigures> Ranked(TestInitiative heard, string? method = null) =>
        (await data.Get<RankNeeds>().Run(data.Owner, heard.Id, method)).OrThrow();

    // Ratings of the worked example of methods.md.
    private async Task<TestInitiative> WorkedExample()
    {
        var heard = await data.Home.Listening();
        foreach (var rating in (string[])["5 2", "5 3", "4 4", "5 3", "3 3"])
            await heard.Answer(housing: rating, buses: "3 3");
        return heard;
    }

    [Fact]
    public async Task Ratings_of_respondents_give_the_worked_Borich_score_of_methods_md()
    {
        var first = (await Ranked(await WorkedExample(), "borich")).Chosen!.Rows[0];
        Assert.Equal(("housing", 1, 5), (first.Need, first.Rank, first.N.Shown));
        Assert.Equal(6.16, first.Score!.Value, 2);
    }

    // Beside N5: a mean is read with its scale, which is that of one question of several.
    [Fact]
    public async Task Figures_say_which_scale_means_of_ratings_are_on() =>
        Assert.Equal(new RatingScale(1, 5), (await Ranked(await WorkedExample())).Scale);

    [Fact]
    public async Task Ratings_of_respondents_give_the_worked_ranked_discrepancy_of_methods_md()
    {
        var ranking = (await Ranked(await WorkedExample())).All.Single(one => one.Method == RankingMethod.RankedDiscrepancy);
        Assert.Equal(-60, ranking.Rows.Single(row => row.Need == "housing").Score!.Value, 6);
    }

    // Importance 4 of 0–4 and 5 of 1–5, satisfaction 0 and 3: on the first survey's scale means of 4 and 1, so 4 · (4 − 1).
    [Fact]
    public async Task The_grid_that_was_published_first_gives_the_scale_of_all()
    {
        // It was the scale of any once, in the order of ids that are random: three times, because one may be lucky.
        for (var time = 0; time < 3; time++)
        {
            var heard = await data.Home.Listening(definition: Grid(0, 4));
            await Send(heard.Survey, 4, 0);
            var later = await heard.Draft(SurveyJson.Read(Grid(1, 5)).Definition!, "Later");
            (await data.Get<PublishSurvey>().Run(data.Owner, later, new(), default)).OrThrow();
            await Send(later, 5, 3);
            Assert.Equal(12, (await Ranked(heard, "borich")).Chosen!.Rows[0].Score!.Value, 9);
        }
    }

    private async Task Send(string survey, int importance, int satisfaction)
    {
        var answers = JsonElement.Parse($$"""{"g": {"food": {"importance": {{importance}}, "satisfaction": {{satisfaction}} } } }""");
        (await data.Get<SubmitResponse>().Run(new(survey, Guid.NewGuid(), "en", answers), default)).OrThrow();
    }

    private static string Grid(int low, int high)
    {
        var scale = string.Join(
            ',',
            Enumerable.Range(low, high - low + 1).Select(point => $$"""{"value":{{point}},"label":"{{point}}"}""")
        );
        return $$"""
            {"title":"Grid","questions":[{"type":"need_grid","name":"g","label":"Needs?","rows":[{"name":"food","label":"Food"}],
              "importance":{"label":"Important?","scale":[{{scale}}]},"satisfaction":{"label":"Satisfied?","scale":[{{scale}}]} }]}
            """;
    }

    [Fact]
    public async Task N10_a_ranking_says_which_places_each_need_could_have()
    {
        var heard = await data.Home.Listening();
        await heard.Answers(30, housing: "5 1", buses: "1 5");
        var sets = (await Ranked(heard)).Confidence!;
        Assert.Equal([("housing", 1, 1), ("buses", 2, 2)], sets.Rows.Select(row => (row.Need, row.TogetherLow, row.TogetherHigh)));
    }

    [Fact]
    public async Task Nothing_is_ranked_before_anyone_has_answered() => Assert.Null((await Ranked(await data.Home.Listening())).Chosen);

    [Fact]
    public async Task A_method_that_the_survey_does_not_offer_is_refused_by_name()
    {
        var heard = await data.Home.Listening();
        var refused = (await data.Get<RankNeeds>().Run(data.Owner, heard.Id, "best_worst")).Problem;
        Assert.Equal("method_not_offered", Assert.IsType<Problem.Invalid>(refused).Faults[0].Code);
    }

    [Fact]
    public async Task A_withdrawn_response_does_not_count()
    {
        var heard = await data.Home.Listening();
        await heard.Answers(3, housing: "5 1");
        await data.Database.Execute(
            """
            update response set withdrawn_on = received_on, answers = '{}'
            where ctid = (select min(ctid) from response where survey_id = $1)
            """,
            heard.SurveyId
        );
        Assert.Equal(2, (await Ranked(heard)).Responses!.Value.Shown);
    }

    [Fact]
    public async Task A_merged_need_counts_as_the_one_it_went_into()
    {
        var heard = await data.Home.Listening();
        await heard.Answers(2, housing: "5 1", buses: "5 1");
        (await data.Get<MergeNeed>().Run(data.Owner, heard.Id, "buses", "housing")).OrThrow();
        Assert.Equal(["housing"], (await Ranked(heard)).Chosen!.Rows.Select(row => row.Need));
    }

    [Fact]
    public async Task A_merged_need_that_is_taken_apart_is_ranked_again()
    {
        var heard = await data.Home.Listening();
        await heard.Answers(2, housing: "5 1", buses: "5 1");
        var merge = data.Get<MergeNeed>();
        (await merge.Run(data.Owner, heard.Id, "buses", "housing")).OrThrow();
        (await merge.Run(data.Owner, heard.Id, "buses", null)).OrThrow();
        Assert.Equal(2, (await Ranked(heard)).Chosen!.Rows.Count);
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
    public async Task Strangers_find_no_ranking() =>
        Assert.IsType<Problem.NotFound>((await data.Get<RankNeeds>().Run(data.Stranger, (await data.Home.Listening()).Id)).Problem);

    [Fact]
    public async Task Strangers_find_no_open_answers() =>
        Assert.IsType<Problem.NotFound>((await data.Get<ReadOpenAnswers>().Run(data.Stranger, (await data.Home.Listening()).Id)).Problem);
}
