using System.Text;
using System.Text.Json;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Responses;
using NeedsSurvey.Domain.Tests.Results;

namespace NeedsSurvey.Domain.Tests.Needs;

/// <summary>
/// A mean or a share has one value, whether it is looked at in results or among needs; and whoever was never offered a choice was not asked
/// about it (house decision 9).
/// </summary>
public sealed class OneMeanTests
{
    private static readonly string[] Needs = ["food", "bus", "youth", "home"];

    private static string Choices(int offered) =>
        string.Join(',', Needs.Take(offered).Select(need => $$"""{"name":"{{need}}","label":"{{need}}","need":"{{need}}"}"""));

    private static string Rank(int offered) => $$"""{"type":"rank","name":"q","label":"Order?","choices":[{{Choices(offered)}}]}""";

    private static string Many(int offered) =>
        $$"""{"type":"select_multiple","name":"q","label":"Which?","choices":[{{Choices(offered)}}]}""";

    private const string Grid = """
        {"type":"need_grid","name":"q","label":"Needs?","rows":[{"name":"food","label":"Food"},{"name":"bus","label":"Bus"}],
         "importance":{"label":"Important?","scale":[{"value":1,"label":"1"},{"value":2,"label":"2"},{"value":3,"label":"3"},
          {"value":5,"label":"5"}]},
         "satisfaction":{"label":"Satisfied?","scale":[{"value":1,"label":"1"},{"value":2,"label":"2"},{"value":5,"label":"5"}]}}
        """;

    /// <param name="Answer">JSON.</param>
    private sealed record Person(int Version, string Answer);

    private static (QuestionResult Result, IReadOnlyList<NeedRanking> Rankings) Both(
        SafeRule rule,
        IReadOnlyList<string> versions,
        IReadOnlyList<Person> people
    )
    {
        List<(int Version, CompiledSurvey Survey)> surveys = [.. versions.Select((one, i) => (i + 1, Sample.Survey(one)))];
        var file = AnswerTable.Of(surveys).Responses;
        var tally = QuestionTally.Of(file.Blocks[0], 1, surveys);
        var builder = new NeedAnswersBuilder([.. Needs.Select(need => new NeedItem(need, need))], new(1, 5));
        var index = Needs.Index().ToDictionary(need => need.Item, need => need.Index);
        StatedNeeds[] readers = [.. surveys.Select(one => new StatedNeeds(one.Survey, index, new(1, 5)))];
        var (reader, cells, everyone) = (new RowReader(file), new Cell[file.Columns.Count], new RecordCounter());
        var keys = SafeCountTests.Keys(people.Count);
        foreach (var (person, key) in people.Zip(keys))
        {
            var text = $$"""{"q": {{person.Answer}}}""";
            var json = Encoding.UTF8.GetBytes(text);
            reader.Read(json, person.Version, cells);
            everyone.Add(key);
            tally.Add(GivenAnswer.Of(reader, json, cells, file.Blocks[0], 0, person.Version), 0, new RecordCounter(key));
            readers[person.Version - 1].Read(JsonElement.Parse(text), builder, builder.Add());
        }
        var drawing = new Drawing(rule, everyone);
        var result = new ResultRules(new SampleUnits(SampleFrame.Plain(SampleDesign.OptIn)), rule, "en").Of(tally, "", drawing.Everyone);
        var data = builder.Build();
        AnswerReach[] reach = [.. Needs.Select((_, need) => AnswerReach.Of([.. readers.Select(one => one.Reach(need))]))];
        return (
            result,
            rule.IsOff
                ? Rankings.All(data)
                : [.. new SafeRankings(data, keys, [reach], new Drawings(rule, [everyone])).All().Select(one => one.Ranking)]
        );
    }

    private static RankedNeed Row(IReadOnlyList<NeedRanking> rankings, RankingMethod method, string need) =>
        rankings.Single(one => one.Method == method).Rows.Single(row => row.Need == need);

    private static string Shuffled(Random random, int offered, int placed)
    {
        var order = Needs.Take(offered).ToArray();
        random.Shuffle(order);
        return JsonSerializer.Serialize(order.Take(placed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_mean_place_is_the_same_in_results_and_among_needs(bool safe)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            List<Person> people =
            [
                .. Enumerable.Range(0, 50).Select(_ => new Person(1, Shuffled(random, 3, random.Next(1, 4)))),
                .. Enumerable.Range(0, 90).Select(_ => new Person(2, Shuffled(random, 4, random.Next(1, 5)))),
            ];
            var (result, rankings) = Both(safe ? SafeRule.Default : SafeRule.Off, [Rank(3), Rank(4)], people);
            foreach (var choice in result.Ranking!)
            {
                var need = Row(rankings, RankingMethod.MeanRank, choice.Code);
                Assert.Equal(need.Score!.Value, choice.MeanPlace!.Value, 9);
                Assert.Equal(need.Figures.Single(figure => figure.Code == "first").Value, choice.FirstShare);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_mean_rating_is_the_same_in_results_and_among_needs(bool safe)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            int Of(params int[] points) => points[random.Next(points.Length)];
            List<Person> people =
            [
                .. Enumerable
                    .Range(0, 120)
                    .Select(i =>
                        i % 11 == 0
                            ? new Person(1, "null")
                            : new Person(
                                1,
                                $$$"""
                                {"food":{"importance":{{{Of(2, 3, 3, 5)}}},"satisfaction":{{{Of(1, 1, 2)}}}},
                                 "bus":{"importance":{{{Of(1, 2, 3, 5)}}},"satisfaction":{{{Of(1, 2, 5)}}}}}
                                """
                            )
                    ),
            ];
            var (result, rankings) = Both(safe ? SafeRule.Default : SafeRule.Off, [Grid], people);
            foreach (var rated in result.Grid!)
            {
                var need = Row(rankings, RankingMethod.Borich, rated.Row);
                Assert.Equal(need.Figures.Single(figure => figure.Code == "mean_importance").Value!.Value, rated.Importance!.Value, 9);
                Assert.Equal(need.Figures.Single(figure => figure.Code == "mean_satisfaction").Value!.Value, rated.Satisfaction!.Value, 9);
            }
        }
    }

    // Beside N5: a later version rates from 0 to 4, and satisfaction on a scale of its own.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_mean_of_ratings_on_two_scales_is_the_same_in_results_and_among_needs(bool safe)
    {
        var random = new Random(6);
        string Rated(int most, int satisfied) =>
            $$$"""{"food":{"importance":{{{random.Next(most)}}},"satisfaction":{{{random.Next(satisfied)}}}}}""";
        List<Person> people =
        [
            .. Enumerable.Range(0, 70).Select(_ => new Person(1, Rated(5, 5).Replace("0", "5", StringComparison.Ordinal))),
            .. Enumerable.Range(0, 60).Select(_ => new Person(2, Rated(5, 3))),
        ];
        var (result, rankings) = Both(safe ? SafeRule.Default : SafeRule.Off, [Rating("12345", "12345"), Rating("01234", "012")], people);
        var (rated, need) = (Assert.Single(result.Grid!), Row(rankings, RankingMethod.Borich, "food"));
        Assert.Equal(need.Figures.Single(figure => figure.Code == "mean_importance").Value!.Value, rated.Importance!.Value, 9);
        Assert.Equal(need.Figures.Single(figure => figure.Code == "mean_satisfaction").Value!.Value, rated.Satisfaction!.Value, 9);
    }

    [Fact]
    public void The_greatest_rating_of_either_scale_is_the_greatest_mean()
    {
        List<Person> people =
        [
            .. Enumerable.Repeat(new Person(1, """{"food":{"importance":4,"satisfaction":0}}"""), 20),
            .. Enumerable.Repeat(new Person(2, """{"food":{"importance":5,"satisfaction":1}}"""), 20),
        ];
        var result = Both(SafeRule.Off, [Rating("01234", "01234"), Rating("12345", "12345")], people).Result;
        var rated = Assert.Single(result.Grid!);
        Assert.Equal((4.0, 0.0), (rated.Importance, rated.Satisfaction));
        Assert.Equal((0, 4, true), (result.ScaleBottom, result.ScaleTop, result.IsCarriedOver));
    }

    private static string Rating(string importance, string satisfaction)
    {
        static string Scale(string points) => string.Join(',', points.Select(point => $$"""{"value":{{point}},"label":"{{point}}"}"""));
        return $$"""
            {"type":"need_grid","name":"q","label":"Needs?","rows":[{"name":"food","label":"Food"}],
             "importance":{"label":"Important?","scale":[{{Scale(importance)}}]},
             "satisfaction":{"label":"Satisfied?","scale":[{{Scale(satisfaction)}}]} }
            """;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_share_of_those_who_were_offered_a_choice_is_the_same_in_results_and_among_needs(bool safe)
    {
        var random = new Random(4);
        List<Person> people =
        [
            .. Enumerable.Range(0, 60).Select(_ => new Person(1, Shuffled(random, 3, random.Next(1, 3)))),
            .. Enumerable.Range(0, 50).Select(_ => new Person(2, Shuffled(random, 4, random.Next(1, 4)))),
        ];
        var (result, rankings) = Both(safe ? SafeRule.Default : SafeRule.Off, [Many(3), Many(4)], people);
        foreach (var choice in result.Choices!)
            Assert.Equal(Row(rankings, RankingMethod.Prevalence, choice.Code).Score, choice.Share);
    }

    [Fact]
    public void Who_ranked_before_a_choice_was_added_did_not_leave_it_out()
    {
        List<Person> people =
        [
            .. Enumerable.Repeat(new Person(1, """["food","bus","youth"]"""), 60),
            .. Enumerable.Repeat(new Person(2, """["home","food"]"""), 40),
        ];
        var (result, rankings) = Both(SafeRule.Off, [Rank(3), Rank(4)], people);
        var home = result.Ranking!.Single(choice => choice.Code == "home");
        Assert.Equal((1.0, 1.0, 40), (home.MeanPlace, home.FirstShare, home.OfferedTo!.Value.Shown));
        Assert.Equal(
            (1.0, 40),
            (Row(rankings, RankingMethod.MeanRank, "home").Score, Row(rankings, RankingMethod.MeanRank, "home").N.Shown)
        );
        Assert.Null(result.Ranking!.Single(choice => choice.Code == "food").OfferedTo);
    }

    [Fact]
    public void Who_answered_before_a_choice_was_added_did_not_refuse_it()
    {
        List<Person> people =
        [
            .. Enumerable.Repeat(new Person(1, """["food"]"""), 60),
            .. Enumerable.Repeat(new Person(2, """["home"]"""), 30),
            .. Enumerable.Repeat(new Person(2, """["food"]"""), 10),
        ];
        var home = Both(SafeRule.Off, [Many(3), Many(4)], people).Result.Choices!.Single(choice => choice.Code == "home");
        Assert.Equal((30, .75, 40), (home.Count.Shown, home.Share, home.OfferedTo!.Value.Shown));
    }

    // Who answered the first version was shown the sets of three, not the one with home in it.
    [Fact]
    public void Who_answered_before_a_set_was_added_did_not_pass_its_choices_over()
    {
        List<Person> people =
        [
            .. Enumerable.Repeat(new Person(1, """[{"best":"food","worst":"bus"}]"""), 60),
            .. Enumerable.Repeat(new Person(2, """[{"best":"food","worst":"bus"},{"best":"home","worst":"bus"}]"""), 30),
            .. Enumerable.Repeat(new Person(2, """[{"best":"food","worst":"bus"},{"best":"youth","worst":"home"}]"""), 10),
        ];
        string[] versions = [Ends(3, """["food","bus","youth"]"""), Ends(4, """["food","bus","youth"],["home","youth","bus"]""")];
        var (result, rankings) = Both(SafeRule.Off, versions, people);
        var home = result.BestWorst!.Single(choice => choice.Code == "home");
        Assert.Equal((.75, .25, 40), (home.BestShare, home.WorstShare, home.OfferedTo!.Value.Shown));
        Assert.Equal(40, Row(rankings, RankingMethod.BestWorst, "home").N.Shown);
        Assert.Null(result.BestWorst!.Single(choice => choice.Code == "food").OfferedTo);
    }

    [Fact]
    public void A_choice_that_was_in_no_set_before_was_shown_to_nobody_before()
    {
        List<Person> people =
        [
            .. Enumerable.Repeat(new Person(1, """[{"best":"food","worst":"bus"}]"""), 60),
            .. Enumerable.Repeat(new Person(2, """[{"best":"youth","worst":"bus"}]"""), 40),
        ];
        var result = Both(SafeRule.Off, [Ends(3, """["food","bus"]"""), Ends(3, """["food","bus","youth"]""")], people).Result;
        var youth = result.BestWorst!.Single(choice => choice.Code == "youth");
        Assert.Equal((1.0, 40), (youth.BestShare, youth.OfferedTo!.Value.Shown));
    }

    private static string Ends(int offered, string sets) =>
        $$"""{"type":"best_worst","name":"q","label":"Best?","sets":[{{sets}}],"choices":[{{Choices(offered)}}]}""";

    [Fact]
    public void That_a_few_were_not_offered_a_choice_is_not_told()
    {
        List<Person> With(int before) =>
            [
                .. Enumerable.Repeat(new Person(1, """["food"]"""), before),
                .. Enumerable.Repeat(new Person(2, """["home","food"]"""), 40),
                .. Enumerable.Repeat(new Person(2, """["bus"]"""), 100 - before),
            ];
        foreach (var before in (int[])[0, 1, 9])
            Assert.All(Both(SafeRule.Default, [Many(3), Many(4)], With(before)).Result.Choices!, choice => Assert.Null(choice.OfferedTo));
    }
}
