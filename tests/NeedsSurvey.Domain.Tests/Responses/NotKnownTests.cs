using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Tests.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

/// <summary>"I do not know", where it differs from "prefer not to say". The rest holds the conformance test.</summary>
// content, T7
public sealed class NotKnownTests
{
    private const string Scale = """{"label":"I","scale":[{"value":0,"label":"No"},{"value":1,"label":"Yes"}]}""";

    private const string Grid =
        """{"type":"need_grid","name":"g","label":"G","may_not_know":true,"rows":[{"name":"a","label":"A"},{"name":"b","label":"B"}],"""
        + "\"importance\":"
        + Scale
        + ",\"satisfaction\":"
        + Scale
        + "}";

    [Theory]
    [InlineData("""{"a":{"importance":{"unknown":true},"satisfaction":{"unknown":true}}}""", """{"a":{"unknown":true}}""")]
    [InlineData("""{"a":{"unknown":true},"b":{"unknown":true}}""", """{"unknown":true}""")]
    [InlineData("""{"a":{"unknown":true},"b":{"declined":true}}""", """{"a":{"unknown":true},"b":{"declined":true}}""")]
    [InlineData(
        """{"a":{"importance":{"unknown":true},"satisfaction":{"declined":true}}}""",
        """{"a":{"importance":{"unknown":true},"satisfaction":{"declined":true}}}"""
    )]
    public void A_grid_has_one_form_for_what_is_not_known(string sent, string stored) =>
        Assert.Equal($"{{\"g\":{stored}}}", Sample.Survey(Grid).Accept($"{{\"g\":{sent}}}"));

    [Fact]
    public void It_is_no_answer_where_it_is_not_offered() =>
        Assert.Equal(
            ("cannot_be_unknown", "q"),
            Sample.Survey("""{"type":"text","name":"q","label":"Q"}""").Refuse("""{"q":{"unknown":true}}""")
        );

    [Fact]
    public void It_satisfies_what_is_required() =>
        Sample
            .Survey("""{"type":"integer","name":"q","label":"Q","required":true,"may_not_know":true,"may_decline":false}""")
            .Accept("""{"q":{"unknown":true}}""");

    [Fact]
    public void Words_beside_the_tick_are_asked_about()
    {
        var survey = Sample.Survey("""{"type":"text","name":"q","label":"Q","may_not_know":true}""");
        var fields = new Dictionary<string, IReadOnlyList<string>> { ["q"] = ["Perhaps"], ["q:unknown"] = ["yes"] };
        var page = AnswerCheck.CheckPage(survey, "", survey.Pages[0], FormAnswers.Read(survey.Pages[0], fields), Sample.Context);
        Assert.Equal("answered_and_unknown", Assert.Single(page.Faults).Code);
    }

    [Fact]
    public void Who_ticks_both_declines()
    {
        var survey = Sample.Survey("""{"type":"text","name":"q","label":"Q","may_not_know":true}""");
        var fields = new Dictionary<string, IReadOnlyList<string>> { ["q:declined"] = ["yes"], ["q:unknown"] = ["yes"] };
        Assert.Equal("""{"q":{"declined":true}}""", FormAnswers.Read(survey.Pages[0], fields).GetRawText());
    }

    [Theory]
    [InlineData("unknown", "\"may_not_know\":true,", true)]
    [InlineData("unknown", "", false)]
    [InlineData("declined", "", true)]
    [InlineData("declined", "\"may_decline\":false,", false)]
    public void No_row_has_the_name_of_what_is_offered_in_the_place_of_an_answer(string row, string more, bool refused) =>
        Assert.Equal(
            refused,
            DefinitionCheckTests
                .Faults(
                    $$"""
                    {"type":"matrix","name":"m","label":"M",{{more}}"rows":[{"name":"{{row}}","label":"R"}],
                     "choices":[{"name":"x","label":"X"}]}
                    """
                )
                .Any(fault => fault is { Path: "questions[0].rows[0].name", Code: "reserved_name" })
        );
}
