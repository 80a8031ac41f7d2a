using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

/// <summary>Words of a survey that name answers. Rows are those of the list of trouble from the field.</summary>
public sealed class PipedWordsTests
{
    private static readonly CompiledSurvey Survey = Sample.Survey(
        """
        {"type":"text","name":"nm","label":"Name","required":true,"required_message":"Say it"},
        {"type":"integer","name":"tot","label":"Total","constraint":". < 9","constraint_message":"Too many for ${nm}",
         "required":true,"required_message":"How many, ${nm}?"},
        {"type":"select_multiple","name":"c","label":"C","other":true,"choices":[{"name":"x","label":"Like ${nm}"},
          {"name":"no","label":"Not like ${nm}","exclusive":true}]},
        {"type":"matrix","name":"m","label":"M","rows":[{"name":"r","label":"Row of ${nm}"}],"choices":[{"name":"k","label":"As ${nm}"}]},
        {"type":"text","name":"said","label":"You chose ${c}"},
        {"type":"repeat","name":"p","label":"P","questions":[{"type":"text","name":"pn","label":"Name"},
          {"type":"integer","name":"age","label":"How old is ${pn}?","constraint":". < 120","constraint_message":"${pn} is not that old"}]}
        """
    );

    private const string Answers = """{"nm":"Ann","c":["x"],"m":{"r":"k"},"p":[{"pn":"Bo"},{"pn":"Cy","age":200}]}""";

    private static readonly ResponseState State = ResponseState.Open(Survey, Answers, Sample.Context);

    private static string Say(string name, int instance = -1) =>
        State
            .Say(Survey.Find(name)!.Item.Label, instance)
            .Replace("\u2068", "<", StringComparison.Ordinal)
            .Replace("\u2069", ">", StringComparison.Ordinal);

    private static string Answer(string name) =>
        AnswerWords
            .OneLine(Survey.Find(name)!, State.AnswerTo(Survey.Find(name)!), State.Speech())
            .Replace("\u2068", "<", StringComparison.Ordinal)
            .Replace("\u2069", ">", StringComparison.Ordinal);

    [Fact]
    public void Row_3_a_label_inside_a_repeat_names_its_own_member() =>
        Assert.Equal(("How old is <Bo>?", "How old is <Cy>?"), (Say("age", 0), Say("age", 1)));

    [Fact]
    public void Row_3_what_has_not_been_asked_yet_is_an_ellipsis() =>
        Assert.Equal(
            "How old is \u2068…\u2069?",
            ResponseState.Open(Survey, """{"p":[{"age":3}]}""", Sample.Context).Say(Survey.Find("age")!.Item.Label, 0)
        );

    [Theory]
    [InlineData("null")]
    [InlineData("""{"declined":true}""")]
    public void Row_57_what_was_skipped_leaves_no_hole_in_a_sentence(string answer) =>
        Assert.Equal(
            "How old is \u2068…\u2069?",
            ResponseState.Open(Survey, $$"""{"p":[{"pn":{{answer}},"age":3}]}""", Sample.Context).Say(Survey.Find("age")!.Item.Label, 0)
        );

    [Theory]
    [InlineData("""{"nm":"Ann","tot":12}""", "tot", "Too many for \u2068Ann\u2069")]
    [InlineData("""{"nm":"Ann"}""", "tot", "How many, \u2068Ann\u2069?")]
    [InlineData("""{"nm":"Ann","tot":1,"p":[{"pn":"Bo"},{"pn":"Cy","age":200}]}""", "age", "\u2068Cy\u2069 is not that old")]
    public void Rows_4_and_5_messages_name_answers(string answers, string question, string message) =>
        Assert.Equal(message, Assert.Single(Survey.Check(answers).Faults, fault => fault.Question == question).Message);

    [Fact]
    public void Row_6_choices_and_rows_say_the_same_words_everywhere() =>
        Assert.Equal(("Like <Ann>", "Row of <Ann>: As <Ann>"), (Answer("c"), Answer("m")));

    [Fact]
    public void Row_6_a_choice_that_names_an_answer_may_be_named_itself() => Assert.Equal("You chose <Like <Ann>>", Say("said"));

    [Fact]
    public void Row_57_what_people_write_is_never_read_as_a_name()
    {
        var state = ResponseState.Open(Survey, """{"nm":"${tot}","c":{"choices":["other"],"other":"${nm}"}}""", Sample.Context);
        Assert.Equal("${nm}", AnswerWords.OneLine(Survey.Find("c")!, state.AnswerTo(Survey.Find("c")!), state.Speech()));
    }

    [Theory]
    [InlineData("\"thanks\":\"Bye ${nm}\"", "thanks", "nothing_answered")]
    [InlineData("\"start\":{\"why\":\"For ${nm}\"}", "start.why", "nothing_answered")]
    public void Row_5_where_nothing_can_stand_for_a_name_the_check_says_so(string key, string path, string code) =>
        Refused($$"""{"title":"T",{{key}},"questions":[{"type":"text","name":"nm","label":"N"}]}""", path, code);

    [Theory]
    [InlineData(
        """{"type":"integer","name":"a","label":"A","constraint":". > 1","constraint_message":"${b}"}""",
        "questions[0].constraint_message"
    )]
    [InlineData("""{"type":"integer","name":"a","label":"A","required_message":"${b}"}""", "questions[0].required_message")]
    [InlineData(
        """{"type":"select_one","name":"a","label":"A","choices":[{"name":"x","label":"${b}"}]}""",
        "questions[0].choices[0].label"
    )]
    [InlineData("""{"type":"range","name":"a","label":"A","low_label":"${b}"}""", "questions[0].low_label")]
    [InlineData(
        """{"type":"group","name":"g","warning":"${b}","questions":[{"type":"text","name":"a","label":"A"}]}""",
        "questions[0].warning"
    )]
    public void Row_4_a_name_that_no_question_has_is_refused_in_every_text(string question, string path) =>
        Refused($$"""{"title":"T","questions":[{{question}}]}""", path, "unknown_name");

    [Fact]
    public void Row_28_a_filter_that_leaves_nothing_is_warned_of() =>
        Refused(
            """
            {"title":"T","questions":[
             {"type":"select_one","name":"reg","label":"R","choices":[{"name":"n","label":"N"},{"name":"s","label":"S"}]},
             {"type":"select_one","name":"dis","label":"D","choice_filter":"reg = ${reg}",
              "choices":[{"name":"a","label":"A","filter":{"reg":"n"}}]}]}
            """,
            "questions[1].choice_filter",
            "empty_choices"
        );

    private static void Refused(string json, string path, string code)
    {
        var reading = SurveyJson.Read(json);
        Assert.Empty(reading.Faults);
        Assert.Contains((path, code), DefinitionCheck.Check(reading.Definition!).Select(fault => (fault.Path, fault.Code)));
    }
}
