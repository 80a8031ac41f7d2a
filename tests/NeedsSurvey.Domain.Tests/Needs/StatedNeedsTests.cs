using System.Globalization;
using System.Text.Json;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Needs;

/// <summary>What each type of question says about needs.</summary>
public sealed class StatedNeedsTests
{
    private static readonly string[] Needs = ["homes", "buses", "food"];

    // The column of one need over these responses: "measure: values", missing ones as –.
    private static string Column(string questions, int need, NeedMeasure measure, params string[] responses)
    {
        var survey = SurveyJson.Read($$"""{"title":"R","questions":[{{questions}}]}""").Definition!;
        Assert.DoesNotContain(DefinitionCheck.Check(survey), fault => fault.IsError);
        var scale = StatedNeeds.ScaleOf(survey) ?? new RatingScale(0, 4);
        var builder = new NeedAnswersBuilder([.. Needs.Select(name => new NeedItem(name, name))], scale);
        var reader = new StatedNeeds(CompiledSurvey.Compile(survey), Needs.Index().ToDictionary(one => one.Item, one => one.Index), scale);
        foreach (var response in responses)
            reader.Read(JsonElement.Parse(response), builder, builder.Add());
        return string.Join(
            ' ',
            builder
                .Build()
                .Column(need, measure)
                .ToArray()
                .Select(value => value == NeedAnswers.Missing ? "–" : value.ToString(CultureInfo.InvariantCulture))
        );
    }

    private static string Grid(params int[] points)
    {
        var scale = string.Join(',', points.Select(point => $$"""{"value":{{point}},"label":"{{point}}"}"""));
        return $$"""{"type":"need_grid","name":"g","label":"G","rows":[{"name":"homes","label":"H"},"""
            + $$"""{"name":"two","need":"buses","label":"B"}],"importance":{"label":"I","scale":["""
            + $$"""{{scale}}]},"satisfaction":{"label":"S","scale":[{{scale}}]} }""";
    }

    private static string Rated(int importance, int satisfaction) =>
        $$"""{"g":{"homes":{"importance":{{importance}},"satisfaction":{{satisfaction}} } } }""";

    [Fact]
    public void A_grid_states_what_is_important_but_less_well_met()
    {
        string[] responses =
        [
            Rated(4, 1),
            Rated(4, 4),
            Rated(1, 0),
            """{"g":{"homes":{"importance":3}}}""",
            """{"g":{"declined":true}}""",
            """{"g":null}""",
            "{}",
        ];
        Assert.Equal("4 4 1 3 – – –", Column(Grid(0, 1, 2, 3, 4), 0, NeedMeasure.Importance, responses));
        Assert.Equal("1 4 0 – – – –", Column(Grid(0, 1, 2, 3, 4), 0, NeedMeasure.Satisfaction, responses));
        Assert.Equal("1 0 0 0 – – –", Column(Grid(0, 1, 2, 3, 4), 0, NeedMeasure.Stated, responses));
        Assert.Equal("", Column(Grid(0, 1, 2, 3, 4), 1, NeedMeasure.Importance, responses));
        Assert.Equal("2", Column(Grid(0, 1, 2, 3, 4), 1, NeedMeasure.Importance, """{"g":{"two":{"importance":2}}}"""));
    }

    [Fact]
    public void A_scale_below_zero_loses_no_rating()
    {
        string[] responses = [Rated(-2, -2), Rated(-1, -1), Rated(0, 0), Rated(2, -1)];
        Assert.Equal("0 1 2 4", Column(Grid(-2, -1, 0, 1, 2), 0, NeedMeasure.Importance, responses));
        Assert.Equal("0 1 2 1", Column(Grid(-2, -1, 0, 1, 2), 0, NeedMeasure.Satisfaction, responses));
        Assert.Equal("0 0 0 1", Column(Grid(-2, -1, 0, 1, 2), 0, NeedMeasure.Stated, responses));
    }

    [Fact]
    public void A_scale_of_any_width_is_read()
    {
        Assert.Equal("0 50 100", Column(Grid(0, 500, 1000), 0, NeedMeasure.Importance, Rated(0, 0), Rated(500, 0), Rated(1000, 0)));
        Assert.Equal(
            "0 100",
            Column(
                Grid(int.MinValue, int.MaxValue),
                0,
                NeedMeasure.Importance,
                Rated(int.MinValue, int.MinValue),
                Rated(int.MaxValue, int.MinValue)
            )
        );
        Assert.Equal("0 127", Column(Grid(100, 227), 0, NeedMeasure.Satisfaction, Rated(100, 100), Rated(100, 227)));
    }

    [Fact]
    public void A_choice_asks_everybody_who_answered()
    {
        const string many =
            """{"type":"select_multiple","name":"m","label":"M","max":3,"other":true,"choices":[{"name":"h","label":"H","need":"homes"},"""
            + """{"name":"b","label":"B","need":"buses"}]}""";
        string[] responses =
        [
            """{"m":["h"]}""",
            """{"m":["b","h"]}""",
            """{"m":{"choices":["b","other"],"other":"x"}}""",
            """{"m":{"declined":true}}""",
            """{"m":null}""",
            "{}",
        ];
        Assert.Equal("1 1 0 – – –", Column(many, 0, NeedMeasure.Stated, responses));
        Assert.Equal("1 1 0 – – –", Column(many, 0, NeedMeasure.Priority, responses));
        Assert.Equal("", Column(many.Replace("\"max\":3,", "", StringComparison.Ordinal), 0, NeedMeasure.Priority, responses));
    }

    private const string Ranked =
        """{"type":"rank","name":"r","label":"R","choices":[{"name":"h","label":"H","need":"homes"},"""
        + """{"name":"b","label":"B","need":"buses"},{"name":"f","label":"F","need":"food"},{"name":"x","label":"X"}]}""";

    [Fact]
    public void N3_a_ranking_names_priorities_where_no_choice_of_three_is_asked() =>
        Assert.Equal("1 0", Column(Ranked, 0, NeedMeasure.Priority, """{"r":["h"]}""", """{"r":["b"]}"""));

    // T3: what nobody asked about has a place as every need has.
    [Fact]
    public void What_people_put_first_in_their_own_words_is_a_need_of_its_own()
    {
        var survey = SurveyJson
            .Read(
                """{"title":"R","questions":["""
                    + Ranked.Replace("\"need\":\"food\"", "\"need\":\"own_words\"", StringComparison.Ordinal)
                    + "]}"
            )
            .Definition!;
        Assert.Equal(["homes", "buses", StatedNeeds.OwnWords], StatedNeeds.NamedIn(survey).Select(need => need.Name));
    }

    // T3: whoever answers says "I", and readers read it of them.
    [Fact]
    public void The_need_in_peoples_own_words_is_named_by_the_program()
    {
        var survey = SurveyJson
            .Read(
                """{"title":"R","questions":["""
                    + Ranked.Replace("\"need\":\"food\"", "\"need\":\"own_words\"", StringComparison.Ordinal)
                    + "]}"
            )
            .Definition!;
        Assert.Equal("شيء آخر، بكلماتنا", StatedNeeds.NamedIn(survey)[^1].Label.In("ar"));
    }

    [Fact]
    public void N3_a_ranking_names_no_priorities_beside_a_choice_of_three()
    {
        const string both =
            """{"type":"select_multiple","name":"m","label":"M","max":2,"choices":[{"name":"b","label":"B","need":"buses"},"""
            + """{"name":"f","label":"F","need":"food"}]},"""
            + Ranked;
        string[] responses = ["""{"m":["b"],"r":["h"]}""", """{"r":["f","b"]}"""];
        Assert.Equal(
            ("", "1 –", "0 –"),
            (
                Column(both, 0, NeedMeasure.Priority, responses),
                Column(both, 1, NeedMeasure.Priority, responses),
                Column(both, 2, NeedMeasure.Priority, responses)
            )
        );
    }

    [Fact]
    public void N4_choices_left_out_of_a_ranking_share_the_places_left() =>
        Assert.Equal("– 6 7", Column(Ranked, 0, NeedMeasure.EmptyPlace, """{"r":["h"]}""", """{"r":["x"]}""", """{"r":["b","x"]}"""));

    [Fact]
    public void A_ranking_gives_places_however_many_there_are()
    {
        var choices = string.Join(
            ',',
            Enumerable
                .Range(0, 200)
                .Select(i =>
                    $$"""{"name":"c{{i}}","label":"C{{i}}"{{(i == 150 ? ",\"need\":\"homes\"" : i == 1 ? ",\"need\":\"buses\"" : "")}}}"""
                )
        );
        var rank = $$"""{"type":"rank","name":"r","label":"R","choices":[{{choices}}]}""";
        var all = "[" + string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"c{i}\"")) + "]";
        Assert.Equal("127 0 1", Column(rank, 0, NeedMeasure.Rank, $$"""{"r":{{all}}}""", """{"r":["c1"]}""", """{"r":["c150"]}"""));
        Assert.Equal("1 1 0", Column(rank, 1, NeedMeasure.Stated, $$"""{"r":{{all}}}""", """{"r":["c1"]}""", """{"r":["c150"]}"""));
    }

    [Fact]
    public void Picks_are_counted_over_the_sets_that_were_answered_however_many_there_are()
    {
        var sets = string.Join(',', Enumerable.Repeat("[\"h\",\"b\"]", 200));
        var question =
            $$"""{"type":"best_worst","name":"w","label":"W","choices":[{"name":"h","label":"H","need":"homes"},"""
            + $$"""{"name":"b","label":"B","need":"buses"}],"sets":[{{sets}}]}""";
        var picks = "[" + string.Join(',', Enumerable.Repeat("""{"best":"h","worst":"b"}""", 200)) + "]";
        string[] responses = [$$"""{"w":{{picks}}}""", """{"w":[{"best":"b","worst":"h"},null,{"best":"h"}]}"""];
        Assert.Equal(
            ("127 2", "127 1", "0 1"),
            (
                Column(question, 0, NeedMeasure.Shown, responses),
                Column(question, 0, NeedMeasure.Best, responses),
                Column(question, 0, NeedMeasure.Worst, responses)
            )
        );
    }

    // content, T7
    [Fact]
    public void Who_does_not_know_is_in_no_base()
    {
        string[] responses =
        [
            Rated(4, 1),
            """{"g":{"homes":{"importance":4,"satisfaction":{"unknown":true}}}}""",
            """{"g":{"homes":{"unknown":true}}}""",
            """{"g":{"unknown":true}}""",
        ];
        Assert.Equal("4 4 – –", Column(Grid(0, 1, 2, 3, 4), 0, NeedMeasure.Importance, responses));
        Assert.Equal("1 – – –", Column(Grid(0, 1, 2, 3, 4), 0, NeedMeasure.Satisfaction, responses));
        Assert.Equal("1 0 – –", Column(Grid(0, 1, 2, 3, 4), 0, NeedMeasure.Stated, responses));
        Assert.Equal("– – – 1", Column(Grid(0, 1, 2, 3, 4), 0, NeedMeasure.Left, responses));
    }
}
