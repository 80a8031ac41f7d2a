using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

/// <summary>Choices that an answer opens are shown before anything is said about them, like questions that it opens.</summary>
public sealed class ShownChoicesTests
{
    private const string Region = """
        {"type":"select_one","name":"reg","label":"Region","choices":[{"name":"n","label":"N"},{"name":"s","label":"S"}]},
        {"type":"select_one","name":"dis","label":"District","required":true,"may_decline":false,"choice_filter":"reg = ${reg}",
         "choices":[{"name":"n1","label":"N1","filter":{"reg":"n"}},{"name":"s1","label":"S1","filter":{"reg":"s"}}]}
        """;

    private static readonly CompiledSurvey OnOnePage = Sample.Survey(Region, "\"layout\":\"all_on_one\",");
    private static readonly CompiledSurvey OnTwoPages = Sample.Survey(Region);
    private static readonly CompiledSurvey OfMembers = Sample.Survey(
        $$"""
        {"type":"repeat","name":"p","label":"P","questions":[{{Region}},
         {"type":"text","name":"why","label":"Why?","relevant":"${dis} = 'n1'"}]}
        """
    );

    private static CheckedPage Send(CompiledSurvey survey, string draft, string page, string answers) =>
        AnswerCheck.CheckPage(survey, draft, survey.FindPage(page)!, Sample.Json(answers), Sample.Context);

    private static string[] Opened(CheckedPage page) => [.. page.Opened.Select(opened => $"{opened.Item.Name} {opened.Instance}")];

    private static bool IsUnseen(CompiledSurvey survey, string draft, string page) =>
        ResponseState.Open(survey, draft, Sample.Context).Unseen(survey.FindPage(page)!).Any();

    [Fact]
    public void Choices_that_an_answer_opens_on_its_own_page_are_shown() =>
        Assert.Equal(["dis -1"], Opened(Send(OnOnePage, "", "all", """{"reg":"n","dis":null}""")));

    [Fact]
    public void Choices_that_nobody_has_seen_are_not_asked_for() =>
        Assert.Empty(Send(OnOnePage, "", "all", """{"reg":"n","dis":null}""").Faults);

    [Fact]
    public void Choices_that_were_shown_are_asked_for()
    {
        var page = Send(OnOnePage, Send(OnOnePage, "", "all", """{"reg":"n"}""").Draft, "all", """{"reg":"n"}""");
        Assert.Equal(["required"], page.Faults.Select(fault => fault.Code));
        Assert.Empty(page.Opened);
    }

    [Fact]
    public void Inside_a_repeat_each_step_of_a_cascade_is_shown()
    {
        var first = Send(OfMembers, "", "p", """{"p":[{"reg":"n"},{}]}""");
        Assert.Equal(["dis 0"], Opened(first));
        Assert.Equal(["why 0"], Opened(Send(OfMembers, first.Draft, "p", """{"p":[{"reg":"n","dis":"n1"},{}]}""")));
    }

    [Fact]
    public void Choices_that_a_later_change_opens_are_unseen()
    {
        var passed = Send(OnTwoPages, Send(OnTwoPages, "", "reg", "{}").Draft, "dis", "{}");
        Assert.False(IsUnseen(OnTwoPages, passed.Draft, "dis"));
        Assert.True(IsUnseen(OnTwoPages, Send(OnTwoPages, passed.Draft, "reg", """{"reg":"n"}""").Draft, "dis"));
    }

    [Fact]
    public void An_answer_stays_while_its_question_is_shown_again()
    {
        var answered = Send(OnTwoPages, Send(OnTwoPages, "", "reg", """{"reg":"n"}""").Draft, "dis", """{"dis":"n1"}""");
        var changed = Send(OnTwoPages, answered.Draft, "reg", """{"reg":"s"}""");
        Assert.True(IsUnseen(OnTwoPages, changed.Draft, "dis"));
        var state = ResponseState.Open(OnTwoPages, changed.Draft, Sample.Context);
        Assert.Equal("n1", Assert.IsType<ChoiceAnswer>(state.AnswerTo(OnTwoPages.Find("dis")!)).Choice);
        Assert.Equal("""{"reg":"s","dis":"n1"}""", state.Given());
    }

    [Fact]
    public void An_answer_that_its_page_no_longer_offers_is_told_at_once()
    {
        var answered = Send(OnOnePage, Send(OnOnePage, "", "all", """{"reg":"n"}""").Draft, "all", """{"reg":"n","dis":"n1"}""");
        var changed = Send(OnOnePage, answered.Draft, "all", """{"reg":"s","dis":"n1"}""");
        Assert.Equal(["choice_not_offered"], changed.Faults.Select(fault => fault.Code));
    }

    [Fact]
    public void Fewer_choices_than_before_open_nothing()
    {
        var answered = Send(OnTwoPages, Send(OnTwoPages, "", "reg", """{"reg":"n"}""").Draft, "dis", """{"dis":"n1"}""");
        Assert.False(IsUnseen(OnTwoPages, Send(OnTwoPages, answered.Draft, "reg", "{}").Draft, "dis"));
    }

    [Fact]
    public void A_draft_alone_may_say_that_an_answer_is_shown_again() =>
        Assert.Equal(("wrong_form", "dis"), OnTwoPages.Refuse("""{"reg":"n","dis":{":again":"n1"}}"""));

    [Fact]
    public void Choices_drawn_by_chance_open_nothing()
    {
        var survey = Sample.Survey(
            """
            {"type":"text","name":"t","label":"T"},
            {"type":"select_one","name":"q","label":"Q","choice_filter":"random() < 0.5 or ${t} = 'x'",
             "choices":[{"name":"a","label":"A"},{"name":"b","label":"B"}]}
            """
        );
        var shown = Send(survey, Send(survey, "", "t", "{}").Draft, "q", "{}");
        Assert.False(IsUnseen(survey, Send(survey, shown.Draft, "t", """{"t":"x"}""").Draft, "q"));
    }

    private static readonly CompiledSurvey Sets = Sample.Survey(
        """
        {"type":"select_multiple","name":"m","label":"M","choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},
         {"name":"c","label":"C"}]},
        {"type":"best_worst","name":"q","label":"Q","sets":[["a","b"],["b","c"]],"choice_filter":"selected(${m}, name)",
         "choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},{"name":"c","label":"C"}]}
        """
    );

    [Theory]
    [InlineData("""{"m":["a","b"]}""", "m q:1")]
    [InlineData("""{"m":["b","c"]}""", "m q:2")]
    [InlineData("""{"m":["a","b","c"]}""", "m q:1 q:2")]
    [InlineData("""{"m":["a"]}""", "m q:1")]
    public void A_set_of_which_less_than_two_choices_are_offered_has_no_page(string draft, string pages) =>
        Assert.Equal(pages, string.Join(' ', ResponseState.Open(Sets, draft, Sample.Context).Pages().Select(page => page.Key)));

    [Fact]
    public void A_set_that_a_later_change_opens_is_unseen()
    {
        var draft = Send(Sets, """{"m":["a","b"]}""", "q:1", """{"q":[{"best":"a"}]}""").Draft;
        var changed = Send(Sets, draft, "m", """{"m":["a","b","c"]}""");
        Assert.True(IsUnseen(Sets, changed.Draft, "q:2"));
        Assert.Equal("""{"m":["a","b","c"],"q":[{"best":"a"}]}""", changed.State.Given());
    }
}
