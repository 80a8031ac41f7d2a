using System.Text.Json;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Needs;

/// <summary>
/// A need that a person is asked about more than once, because two needs were merged, or choices, rows or questions name the same one,
/// counts as it was told most strongly: what is passed over later takes nothing back.
/// </summary>
public sealed class NeedsToldTwiceTests
{
    private const string Choices =
        """{"name":"rent","label":"Rent","need":"rent"},{"name":"damp","label":"Damp","need":"damp"},"""
        + """{"name":"bus","label":"Bus","need":"bus"},{"name":"food","label":"Food","need":"food"}""";

    private const string Many = $$"""{"type":"select_multiple","name":"q","label":"Q","max":2,"choices":[{{Choices}}]}""";

    private const string Rank = $$"""{"type":"rank","name":"q","label":"Q","choices":[{{Choices}}]}""";

    private const string Sets =
        $$"""{"type":"best_worst","name":"q","label":"Q","sets":[["rent","bus","food"],["damp","bus","food"]],"choices":[{{Choices}}]}""";

    private const string Points = """[{"value":0,"label":"0"},{"value":2,"label":"2"},{"value":4,"label":"4"}]""";

    private const string Grid =
        """{"type":"need_grid","name":"q","label":"Q","rows":[{"name":"rent","label":"Rent"},{"name":"damp","label":"Damp"}],"""
        + $$"""
            "importance":{"label":"I","scale":{{Points}}},"satisfaction":{"label":"S","scale":{{Points}}} }
            """;

    // One person's answers about housing, into which rent and damp were merged; and how often it can be shown at most.
    private static (NeedAnswers Answers, AnswerReach Reach) Read(string questions, string answers)
    {
        var survey = SurveyJson.Read($$"""{"title":"R","questions":[{{questions}}]}""").Definition!;
        Assert.DoesNotContain(DefinitionCheck.Check(survey), fault => fault.IsError);
        Dictionary<string, int> indexOf = new()
        {
            ["rent"] = 0,
            ["damp"] = 0,
            ["bus"] = 1,
            ["food"] = 2,
        };
        var reader = new StatedNeeds(CompiledSurvey.Compile(survey), indexOf, new(0, 4));
        var builder = new NeedAnswersBuilder([new("housing", "Housing"), new("bus", "Bus"), new("food", "Food")], new(0, 4));
        reader.Read(JsonElement.Parse(answers), builder, builder.Add());
        return (builder.Build(), reader.Reach(0));
    }

    private static int Housing(string questions, string answers, NeedMeasure measure) =>
        Read(questions, answers).Answers.Column(0, measure)[0];

    [Theory]
    [InlineData("""{"q":["rent"]}""", 1)]
    [InlineData("""{"q":["damp"]}""", 1)]
    [InlineData("""{"q":["bus"]}""", 0)]
    public void A_priority_that_one_choice_names_is_not_taken_back_by_another(string answers, int named) =>
        Assert.Equal(named, Housing(Many, answers, NeedMeasure.Priority));

    [Theory]
    [InlineData("""{"q":["rent","bus","damp"]}""", 1)]
    [InlineData("""{"q":["damp","bus","rent"]}""", 1)]
    [InlineData("""{"q":["rent","bus"]}""", 1)]
    [InlineData("""{"q":["bus","damp"]}""", 2)]
    [InlineData("""{"q":["bus"]}""", 0)]
    public void The_best_place_of_two_choices_counts(string answers, int place) =>
        Assert.Equal(place, Housing(Rank, answers, NeedMeasure.Rank));

    [Fact]
    public void A_place_given_ranks_before_a_place_left_empty()
    {
        var ranked = Rankings.Of(Read(Rank, """{"q":["rent","bus"]}""").Answers, RankingMethod.MeanRank);
        Assert.Equal(("housing", 1.0), (ranked.Rows[0].Need, ranked.Rows[0].Score));
    }

    [Theory]
    [InlineData(4, 0, 2, 2, 4, 0)]
    [InlineData(2, 2, 4, 0, 4, 0)]
    [InlineData(4, 4, 4, 2, 4, 2)]
    public void The_more_important_of_two_ratings_counts_with_its_own_satisfaction(int i1, int s1, int i2, int s2, int i, int s)
    {
        var answers =
            $$$"""{"q":{"rent":{"importance":{{{i1}}},"satisfaction":{{{s1}}} },"""
            + $$$"""
                "damp":{"importance":{{{i2}}},"satisfaction":{{{s2}}} } } }
                """;
        Assert.Equal((i, s), (Housing(Grid, answers, NeedMeasure.Importance), Housing(Grid, answers, NeedMeasure.Satisfaction)));
    }

    [Fact]
    public void A_rating_of_both_is_no_pair_with_half_of_another()
    {
        const string answers = """{"q":{"rent":{"importance":2,"satisfaction":0},"damp":{"importance":4}}}""";
        Assert.Equal((2, 0), (Housing(Grid, answers, NeedMeasure.Importance), Housing(Grid, answers, NeedMeasure.Satisfaction)));
    }

    [Fact]
    public void Sets_of_two_choices_are_counted_together()
    {
        const string answers = """{"q":[{"best":"rent","worst":"food"},{"best":"bus","worst":"damp"}]}""";
        var (read, reach) = Read(Sets, answers);
        Assert.Equal(
            (2, 1, 1, 2),
            (
                read.Column(0, NeedMeasure.Shown)[0],
                read.Column(0, NeedMeasure.Best)[0],
                read.Column(0, NeedMeasure.Worst)[0],
                reach.MostShown
            )
        );
    }

    [Fact]
    public void Sets_of_two_questions_are_counted_together()
    {
        var two = Sets + "," + Sets.Replace("\"name\":\"q\"", "\"name\":\"p\"", StringComparison.Ordinal);
        const string answers = """{"q":[{"best":"bus","worst":"food"},null],"p":[{"best":"food","worst":"bus"},null]}""";
        var (read, _) = Read(two, answers);
        Assert.Equal(
            (2, 1, 1),
            (read.Column(1, NeedMeasure.Shown)[0], read.Column(1, NeedMeasure.Best)[0], read.Column(1, NeedMeasure.Worst)[0])
        );
        Assert.Equal(4, Read(two, answers).Reach.MostShown);
    }
}
