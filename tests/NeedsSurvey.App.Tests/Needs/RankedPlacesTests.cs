using System.Text.Json;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.App.Tests.Needs;

/// <summary>Rankings by people who put needs in order (N3 and N4 of the figures that came out wrong).</summary>
public sealed class RankedPlacesTests(TestData data) : IClassFixture<TestData>
{
    private static readonly string[] Needs = ["food", "bus", "youth", "home", "quiet"];

    private static readonly string Choices = string.Join(
        ',',
        Needs.Select(need => $$"""{"name":"{{need}}","label":"{{need}}","need":"{{need}}"}""")
    );

    private static string Rank(int top) => $$"""{"type":"rank","name":"order","label":"Order","top":{{top}},"choices":[{{Choices}}]}""";

    private static readonly string Three =
        $$"""{"type":"select_multiple","name":"three","label":"Three","max":3,"choices":[{{Choices}}]}""";

    private static readonly string Grid =
        $$"""{"type":"need_grid","name":"grid","label":"Grid","rows":["""
        + string.Join(',', Needs.Select(need => $$"""{"name":"{{need}}","label":"{{need}}"}"""))
        + """],"importance":{"label":"I","scale":[{"value":1,"label":"1"},{"value":5,"label":"5"}]}"""
        + ""","satisfaction":{"label":"S","scale":[{"value":1,"label":"1"},{"value":5,"label":"5"}]}}""";

    private static readonly string Rated = string.Join(
        ',',
        Needs.Select(need =>
            $$"""
                "{{need}}":{"importance":5,"satisfaction":1}
                """
        )
    );

    private Task<TestInitiative> Asking(params string[] questions) =>
        data.Home.Listening(definition: $$"""{"title":"Order","questions":[{{string.Join(',', questions)}}]}""");

    private async Task Answer(TestInitiative heard, int times, string answers)
    {
        for (var i = 0; i < times; i++)
            (await data.Get<SubmitResponse>().Run(new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse(answers)))).OrThrow();
    }

    private async Task<NeedRanking> Ranked(TestInitiative heard, string method) =>
        (await data.Get<RankNeeds>().Run(data.Owner, heard.Id, method)).OrThrow().Chosen!;

    private static double? TopThree(NeedRanking ranking, string need) =>
        ranking.Rows.Single(row => row.Need == need).Figures.Single(figure => figure.Code == "top_three").Value;

    [Fact]
    public async Task N3_the_choice_of_three_names_the_priorities_although_a_ranking_follows()
    {
        var heard = await Asking(Three, Rank(1), Grid);
        await Answer(heard, 20, $$$"""{"three":["food","bus","youth"],"order":["home"],"grid":{{{{Rated}}}}}""");
        var ranking = await Ranked(heard, "importance_satisfaction");
        Assert.Equal([1, 1, 1, 0, 0], Needs.Select(need => TopThree(ranking, need)!.Value));
    }

    [Fact]
    public async Task N3_a_ranking_names_the_priorities_where_no_choice_of_three_is_asked()
    {
        var heard = await Asking(Rank(3), Grid);
        await Answer(heard, 20, $$$"""{"order":["home"],"grid":{{{{Rated}}}}}""");
        Assert.Equal(1, TopThree(await Ranked(heard, "importance_satisfaction"), "home"));
    }

    // 100 people share food, bus, youth and home among places 1 to 3; one puts quiet first.
    private async Task<RankedNeed> Quiet()
    {
        var heard = await Asking(Rank(3));
        for (var i = 0; i < 4; i++)
            await Answer(heard, 25, $$"""{"order":["{{Needs[i]}}","{{Needs[(i + 1) % 4]}}","{{Needs[(i + 2) % 4]}}"]}""");
        await Answer(heard, 1, """{"order":["quiet"]}""");
        return (await Ranked(heard, "mean_rank")).Rows.Single(row => row.Need == "quiet");
    }

    [Fact]
    public async Task N4_a_need_is_compared_on_all_who_were_asked_to_order_it()
    {
        var quiet = await Quiet();
        Assert.Equal((5, 101), (quiet.Rank, quiet.N.Shown));
        Assert.Equal((4.5 * 100 + 1) / 101, quiet.Score!.Value, 9);
    }

    [Fact]
    public async Task N4_a_need_that_one_of_a_hundred_placed_weighs_little() => Assert.InRange((await Quiet()).Weight, 0, .01);

    [Fact]
    public async Task A_catalogue_that_is_taken_over_changes_no_weight()
    {
        var heard = await Asking(Rank(5));
        await Answer(heard, 1, """{"order":["home","food","bus","youth","quiet"]}""");
        (await data.Get<AdoptCatalogue>().Run(data.Owner, heard.Id, "health")).OrThrow();
        var first = (await Ranked(heard, "mean_rank")).Rows[0];
        Assert.Equal(("home", 5 / 15.0), (first.Need, first.Weight));
    }
}
