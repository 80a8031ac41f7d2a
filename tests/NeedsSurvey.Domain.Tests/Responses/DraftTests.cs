using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

/// <summary>Answering page by page.</summary>
public sealed class DraftTests
{
    private static readonly CompiledSurvey Survey = Sample.Survey(
        """
        {"type":"select_one","name":"tenure","label":"T","choices":[{"name":"own","label":"Own"},{"name":"rent","label":"Rent"}]},
        {"type":"text","name":"landlord","label":{"en":"Your landlord","es":"Su casero"},"relevant":"${tenure} = 'rent'"},
        {"type":"need_grid","name":"needs","label":"N","required":true,"rows":[{"name":"home","label":"H"},{"name":"food","label":"F"}],
         "importance":{"label":"I","scale":[{"value":0,"label":"Not"},{"value":1,"label":"Very"}]},"satisfaction":{"label":"S",
             "scale":[{"value":0,"label":"Badly"},{"value":1,"label":"Well"}]}},
        {"type":"text","name":"more","label":"You said: ${tenure}, ${landlord}."}
        """
    );

    private static CheckedPage Send(string draft, string page, string answers) =>
        AnswerCheck.CheckPage(Survey, draft, Survey.FindPage(page)!, Sample.Json(answers), Sample.Context);

    [Fact]
    public void Each_page_adds_to_the_draft_and_leads_to_the_next_that_is_asked()
    {
        var first = Send("", "tenure", """{"tenure":"own"}""");
        Assert.Equal(("""{"tenure":"own"}""", "needs:home"), (first.Draft, first.Next!.Key));
        var second = Send(first.Draft, "needs:home", """{"needs":{"home":{"importance":1,"satisfaction":0}}}""");
        var third = Send(second.Draft, "needs:food", """{"needs":{"food":{"declined":true}}}""");
        Assert.Equal("""{"tenure":"own","needs":{"home":{"importance":1,"satisfaction":0},"food":{"declined":true}}}""", third.Draft);
        Assert.Equal("more", third.Next!.Key);
        var last = Send(third.Draft, "more", "{}");
        Assert.Null(last.Next);
        Assert.True(AnswerCheck.Check(Survey, last.Draft, Sample.Context).Accepted);
    }

    [Fact]
    public void A_required_grid_asks_only_for_the_row_on_its_page()
    {
        var page = Send("", "needs:food", """{"needs":{"food":{"importance":1}}}""");
        Assert.Equal(["needs.food.satisfaction"], page.Faults.Select(fault => fault.Path));
    }

    [Fact]
    public void Going_back_and_forth_loses_nothing_and_only_submitting_drops_what_is_not_asked()
    {
        var rent = Send(Send("", "tenure", """{"tenure":"rent"}""").Draft, "landlord", """{"landlord":"Kind"}""");
        var own = Send(rent.Draft, "tenure", """{"tenure":"own"}""");
        Assert.False(own.State.IsAsked(Survey.Find("landlord")!));
        Assert.Equal("""{"tenure":"own","landlord":"Kind"}""", own.Draft);
        Assert.Equal(["landlord"], AnswerCheck.Check(Survey, own.Draft, Sample.Context).Dropped.Select(dropped => dropped.Question));
        var again = Send(own.Draft, "tenure", """{"tenure":"rent"}""");
        Assert.Equal(new TextAnswer("Kind"), again.State.AnswerTo(Survey.Find("landlord")!));
    }

    [Fact]
    public void A_faulty_answer_is_told_and_leaves_the_one_before_it_in_the_draft()
    {
        var page = Send("""{"tenure":"own"}""", "tenure", """{"tenure":"boat"}""");
        Assert.False(page.Accepted);
        Assert.Equal("""{"tenure":"own"}""", page.Draft);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("""{"gone":1,"needs":{"work":{}}}""")]
    public void A_draft_that_does_not_fit_the_survey_is_let_go_without_a_fuss(string draft) =>
        Assert.Equal(
            """{"needs":{"home":{"declined":true}}}""",
            Send(draft, "needs:home", """{"needs":{"home":{"declined":true}}}""").Draft
        );

    [Fact]
    public void Answers_are_piped_into_later_words_in_the_respondents_language_and_marked_as_answers()
    {
        var state = ResponseState.Open(Survey, """{"tenure":"rent","landlord":"<b>Kind</b>"}""", Sample.Context);
        Assert.Equal(
            [new("You said: ", false), new("Rent", true), new(", ", false), new("<b>Kind</b>", true), new(".", false)],
            state.Words(Survey.Find("more")!.Item.Label)
        );
    }

    [Fact]
    public void Answers_are_said_in_words()
    {
        var state = ResponseState.Open(
            Survey,
            """{"tenure":"rent","needs":{"home":{"importance":1,"satisfaction":{"declined":true}}}}""",
            Sample.Context
        );
        Assert.Equal("Rent", Say("tenure"));
        Assert.Equal("H: Very · I’d rather not say", Say("needs"));
        Assert.Equal("", Say("more"));

        string Say(string name) => AnswerWords.OneLine(Survey.Find(name)!, state.AnswerTo(Survey.Find(name)!), "en");
    }
}
