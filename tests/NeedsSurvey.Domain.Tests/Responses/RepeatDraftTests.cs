using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

/// <summary>Answering page by page where questions repeat. Rows are those of the list of trouble from the field.</summary>
public sealed class RepeatDraftTests
{
    private const string Person = """
        "name":"p","label":"Person","questions":[{"type":"integer","name":"age","label":"Age"},
        {"type":"note","name":"grown","label":"Grown up","relevant":"${age} >= 18"},
        {"type":"group","name":"job","label":"Job","questions":[
          {"type":"select_one","name":"w","label":"Work?","required":true,"relevant":"${age} >= 18",
           "choices":[{"name":"y","label":"Y"},{"name":"n","label":"N"}]},
          {"type":"text","name":"where","label":"Where?","relevant":"${w} = 'y'"}]}]
        """;

    private static readonly CompiledSurvey Open = Sample.Survey($$"""{"type":"repeat",{{Person}}}""");

    private static readonly CompiledSurvey Counted = Sample.Survey(
        $$"""{"type":"integer","name":"n","label":"N"},{"type":"repeat","repeat_count":"${n}",{{Person}}}"""
    );

    private static CheckedPage Send(CompiledSurvey survey, string draft, string page, string answers) =>
        AnswerCheck.CheckPage(survey, draft, survey.FindPage(page)!, Sample.Json(answers), Sample.Context);

    private static string[] Names(CheckedPage page) => [.. page.Opened.Select(opened => $"{opened.Item.Name} {opened.Instance}")];

    [Fact]
    public void Row_1_what_an_answer_opens_inside_a_repeat_is_named_with_its_member()
    {
        var page = Send(Open, "", "p", """{"p":[{"age":4},{"age":40}]}""");
        Assert.Equal(["w 1", "grown 1"], Names(page));
    }

    [Fact]
    public void Row_2_what_was_never_shown_is_not_complained_about() => Assert.Empty(Send(Open, "", "p", """{"p":[{"age":40}]}""").Faults);

    [Fact]
    public void Row_2_what_was_shown_and_is_required_is_complained_about()
    {
        var first = Send(Open, "", "p", """{"p":[{"age":40}]}""");
        var second = Send(Open, first.Draft, "p", """{"p":[{"age":40}]}""");
        Assert.Equal(["p[0].w"], second.Faults.Select(fault => fault.Path));
        Assert.Empty(second.Opened);
    }

    [Fact]
    public void Row_1_each_step_opens_something_new_and_then_nothing_more()
    {
        var first = Send(Open, "", "p", """{"p":[{"age":40}]}""");
        var second = Send(Open, first.Draft, "p", """{"p":[{"age":40,"w":"y"}]}""");
        Assert.Equal(["where 0"], Names(second));
        Assert.Empty(Send(Open, second.Draft, "p", """{"p":[{"age":40,"w":"y"}]}""").Opened);
    }

    [Fact]
    public void Row_9_members_that_a_higher_number_adds_are_unseen()
    {
        var one = Send(Counted, Send(Counted, "", "n", """{"n":1}""").Draft, "p", """{"p":[{"age":4}]}""");
        var three = Send(Counted, one.Draft, "n", """{"n":3}""");
        Assert.Equal(
            ["age 1", "age 2"],
            three.State.Unseen(Counted.FindPage("p")!).Select(unseen => $"{unseen.Item.Name} {unseen.Instance}")
        );
    }

    [Fact]
    public void Row_8_members_that_a_lower_number_took_away_come_back_with_a_higher_one()
    {
        var three = Send(Counted, Send(Counted, "", "n", """{"n":3}""").Draft, "p", """{"p":[{"age":4},{"age":5},{"age":6}]}""");
        var one = Send(Counted, three.Draft, "n", """{"n":1}""");
        Assert.Equal(1, one.State.Instances(Counted.Find("p")!));
        var seen = Send(Counted, one.Draft, "p", """{"p":[{"age":7}]}""");
        var again = Send(Counted, seen.Draft, "n", """{"n":3}""");
        Assert.Equal("""{"n":3,"p":[{"age":7},{"age":5},{"age":6}]}""", again.Draft);
    }

    [Fact]
    public void Row_8_submitting_drops_the_members_beyond_the_number_and_says_so()
    {
        var verdict = Counted.Check("""{"n":1,"p":[{"age":7},{"age":5}]}""");
        Assert.Equal("""{"n":1,"p":[{"age":7}]}""", verdict.Json);
        Assert.Equal(["p[1].age"], verdict.Dropped.Select(dropped => dropped.Path));
    }

    [Fact]
    public void Row_41_what_an_answer_hid_on_its_own_page_comes_back_with_it()
    {
        var work = Send(Open, "", "p", """{"p":[{"age":40,"w":"y","where":"Mill"}]}""");
        var young = Send(Open, work.Draft, "p", """{"p":[{"age":4,"w":"y","where":"Mill"}]}""");
        var still = Send(Open, young.Draft, "p", """{"p":[{"age":4}]}""");
        Assert.Equal("""{"p":[{"age":40,"w":"y","where":"Mill"}]}""", Send(Open, still.Draft, "p", """{"p":[{"age":40}]}""").Draft);
    }

    [Fact]
    public void Whoever_is_cleared_is_gone_and_those_behind_move_up_with_what_was_typed()
    {
        var draft = """{"p":[{"age":4},{"age":40,"w":"y","where":"Mill"},{"age":50,"w":"n"}]}""";
        var page = Open.FindPage("p")!;
        var fields = new Dictionary<string, IReadOnlyList<string>>
        {
            ["p:1:age"] = ["4"],
            ["p:2:age"] = [""],
            ["p:2:where"] = [" "],
            ["p:3:age"] = ["fifty"],
        };
        var (left, moved) = FormMembers.WithoutEmpty(ResponseState.Open(Open, draft, Sample.Context), page, fields);
        Assert.Equal("""{"p":[{"age":4},{"age":50,"w":"n"}]}""", left);
        Assert.Equal(["p:1:age", "p:2:age"], moved.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["fifty"], moved["p:2:age"]);
    }

    [Fact]
    public void Nobody_to_tell_of_is_an_answer_that_is_not_asked_for_again()
    {
        var none = Send(Open, "", "p", """{"p":[]}""");
        Assert.Equal("""{"p":null}""", none.Draft);
        Assert.Empty(ResponseState.Open(Open, none.Draft, Sample.Context).Unseen(Open.FindPage("p")!));
    }

    [Fact]
    public void A_page_about_nobody_is_passed_over() => Assert.Null(Send(Counted, "", "n", """{"n":0}""").Next);

    [Fact]
    public void Row_31_more_than_can_be_told_about_is_known()
    {
        var state = ResponseState.Open(Counted, """{"n":250}""", Sample.Context);
        Assert.Equal((250L, 100), (state.Wanted(Counted.Find("p")!)!.Value, state.Instances(Counted.Find("p")!)));
    }

    // Shapes beside row 28: a filter leaves something, and less than is wanted.
    private static CompiledSurvey Left(string question) =>
        Sample.Survey(
            $$"""
            {"type":"select_multiple","name":"m","label":"M","choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},
             {"name":"c","label":"C"}]},
            {{{question}}"name":"q","label":"Q","required":true,"may_decline":false,"choice_filter":"selected(${m}, name)",
             "choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},{"name":"c","label":"C"}]}
            """
        );

    [Fact]
    public void Row_28_nobody_must_choose_more_than_is_offered()
    {
        var survey = Left("\"type\":\"select_multiple\",\"min\":2,");
        survey.Accept("""{"m":["a"],"q":["a"]}""");
        survey.Accept("""{"m":["a","b"],"q":["a","b"]}""");
        Assert.Equal(("too_few", "q"), survey.Refuse("""{"m":["a","b"],"q":["a"]}"""));
    }

    [Theory]
    [InlineData("""{"m":["a"]}""")]
    [InlineData("""{"m":["a","c"]}""")]
    [InlineData("""{"m":["b","c"],"q":[null,{"best":"b","worst":"c"}]}""")]
    public void Row_28_of_one_choice_nobody_must_say_that_it_matters_most_and_least(string answers) =>
        Left("\"type\":\"best_worst\",\"sets\":[[\"a\",\"b\"],[\"b\",\"c\"]],").Accept(answers);

    [Fact]
    public void Row_28_a_set_of_two_is_asked_for() =>
        Assert.Equal(
            ["q[0].best", "q[0].worst"],
            Left("\"type\":\"best_worst\",\"sets\":[[\"a\",\"b\"],[\"b\",\"c\"]],")
                .Check("""{"m":["a","b"]}""")
                .Faults.Select(fault => fault.Path)
        );

    [Fact]
    public void Row_28_whoever_is_offered_nothing_is_not_asked_to_choose()
    {
        var survey = Sample.Survey(
            """
            {"type":"select_one","name":"reg","label":"Region","choices":[{"name":"n","label":"N"}]},
            {"type":"select_one","name":"dis","label":"District","required":true,"may_decline":false,"choice_filter":"reg = ${reg}",
             "choices":[{"name":"a","label":"A","filter":{"reg":"n"}}]}
            """
        );
        Assert.Equal("""{"reg":null,"dis":null}""", survey.Accept("{}"));
        Assert.Equal(("required", "dis"), survey.Refuse("""{"reg":"n"}"""));
        Assert.Equal(
            ["reg"],
            ResponseState.Open(survey, "", Sample.Context).MissingFor(survey.Find("dis")!).Select(missing => missing.Name)
        );
    }
}
