using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

/// <summary>Answering page by page.</summary>
public sealed class DraftTests
{
    private static readonly CompiledSurvey Survey = Sample.Survey(
        """
        {"type":"select_one","name":"tenure","label":"T","choices":[{"name":"own","label":"Own"},
            {"name":"rent","label":{"en":"Rent","es":"Alquiler"}}]},
        {"type":"text","name":"landlord","label":{"en":"Your landlord","es":"Su casero"},"relevant":"${tenure} = 'rent'"},
        {"type":"need_grid","name":"needs","label":"N","required":true,"rows":[{"name":"home","label":"H"},{"name":"food","label":"F"}],
         "importance":{"label":"I","scale":[{"value":0,"label":"Not"},{"value":1,"label":"Very"}]},"satisfaction":{"label":"S",
             "scale":[{"value":0,"label":"Badly"},{"value":1,"label":"Well"}]}},
        {"type":"text","name":"more","label":"You said: ${tenure}, ${landlord}."}
        """
    );

    private static CheckedPage Send(string draft, string page, string answers) =>
        AnswerCheck.CheckPage(Survey, draft, Survey.FindPage(page)!, Sample.Json(answers), Sample.Context);

    private static CheckedPage[] Walk()
    {
        var first = Send("", "tenure", """{"tenure":"own"}""");
        var second = Send(first.Draft, "needs:home", """{"needs":{"home":{"importance":1,"satisfaction":0}}}""");
        var third = Send(second.Draft, "needs:food", """{"needs":{"food":{"declined":true}}}""");
        return [first, second, third, Send(third.Draft, "more", "{}")];
    }

    [Fact]
    public void Each_page_adds_to_the_draft()
    {
        var pages = Walk();
        Assert.Equal("""{"tenure":"own"}""", pages[0].Draft);
        Assert.Equal("""{"tenure":"own","needs":{"home":{"importance":1,"satisfaction":0},"food":{"declined":true}}}""", pages[2].Draft);
    }

    [Fact]
    public void A_page_leads_to_the_next_that_is_asked() =>
        Assert.Equal(["needs:home", "needs:food", "more", null], Walk().Select(page => page.Next?.Key));

    [Fact]
    public void The_draft_of_the_last_page_can_be_submitted() =>
        Assert.True(AnswerCheck.Check(Survey, Walk()[^1].Draft, Sample.Context).Accepted);

    [Fact]
    public void A_required_grid_asks_only_for_the_row_on_its_page()
    {
        var page = Send("", "needs:food", """{"needs":{"food":{"importance":1}}}""");
        Assert.Equal(["needs.food.satisfaction"], page.Faults.Select(fault => fault.Path));
    }

    // Who rented, named the landlord, went back and owns.
    private static CheckedPage ChangedToOwn()
    {
        var rent = Send(Send("", "tenure", """{"tenure":"rent"}""").Draft, "landlord", """{"landlord":"Kind"}""");
        return Send(rent.Draft, "tenure", """{"tenure":"own"}""");
    }

    [Fact]
    public void A_page_says_which_questions_are_no_longer_asked() => Assert.False(ChangedToOwn().State.IsAsked(Survey.Find("landlord")!));

    [Fact]
    public void What_is_no_longer_asked_stays_in_the_draft() =>
        Assert.Equal("""{"tenure":"own","landlord":"Kind"}""", ChangedToOwn().Draft);

    [Fact]
    public void What_is_no_longer_asked_is_dropped_by_submitting() =>
        Assert.Equal(
            ["landlord"],
            AnswerCheck.Check(Survey, ChangedToOwn().Draft, Sample.Context).Dropped.Select(dropped => dropped.Question)
        );

    [Fact]
    public void What_is_asked_again_has_its_answer_still()
    {
        var again = Send(ChangedToOwn().Draft, "tenure", """{"tenure":"rent"}""");
        Assert.Equal(new TextAnswer("Kind"), again.State.AnswerTo(Survey.Find("landlord")!));
    }

    private static CheckedPage Faulty => Send("""{"tenure":"own"}""", "tenure", """{"tenure":"boat"}""");

    [Fact]
    public void A_page_with_a_faulty_answer_is_not_accepted() => Assert.False(Faulty.Accepted);

    [Fact]
    public void A_faulty_answer_leaves_the_one_before_it_in_the_draft() => Assert.Equal("""{"tenure":"own"}""", Faulty.Draft);

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
    public void Answers_piped_into_later_words_are_marked_as_answers()
    {
        var state = ResponseState.Open(Survey, """{"tenure":"rent","landlord":"<b>Kind</b>"}""", Sample.Context);
        Assert.Equal(
            [new("You said: ", false), new("Rent", true), new(", ", false), new("<b>Kind</b>", true), new(".", false)],
            state.Words(Survey.Find("more")!.Item.Label)
        );
    }

    [Fact]
    public void A_choice_is_piped_in_the_respondents_language()
    {
        var state = ResponseState.Open(Survey, """{"tenure":"rent"}""", Sample.In("es"));
        Assert.Contains(new LabelPart("Alquiler", true), state.Words(Survey.Find("more")!.Item.Label));
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
