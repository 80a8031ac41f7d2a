using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Responses;

namespace NeedsSurvey.Domain.Tests.Surveys;

public sealed class PagePlanTests
{
    private const string Scale = "\"scale\":[{\"value\":0,\"label\":\"0\"},{\"value\":1,\"label\":\"1\"}]";
    private const string Items = """
        {"type":"note","name":"hello","label":"Hello"},
        {"type":"text","name":"story","label":"S"},
        {"type":"calculate","name":"c","calculation":"1"},
        {"type":"need_grid","name":"needs","label":"N","rows":[{"name":"home","label":"H"},
            {"name":"food","label":"F"}],"importance":{"label":"I",SCALE},"satisfaction":{"label":"S",SCALE}},
        {"type":"best_worst","name":"trade","label":"T","choices":[{"name":"a","label":"A"},
            {"name":"b","label":"B"}],"sets":[["a","b"],["b","a"]]},
        {"type":"group","name":"loss","label":"Loss","warning":"This part is hard.","questions":[{"type":"text","name":"who","label":"W"},
            {"type":"note","name":"thanks","label":"T"}]},
        {"type":"group","name":"you","label":"You","appearance":"field-list","questions":[{"type":"integer","name":"age","label":"A"},
            {"type":"text","name":"work","label":"W"}]},
        {"type":"repeat","name":"household","questions":[{"type":"integer","name":"years","label":"Y"}]}
        """;

    private static CompiledSurvey Survey(string more = "") => Sample.Survey(Items.Replace("SCALE", Scale, StringComparison.Ordinal), more);

    [Fact]
    public void One_thing_stands_on_a_page() =>
        Assert.Equal(
            [
                "story: hello story",
                "needs:home: needs",
                "needs:food: needs",
                "trade:1: trade",
                "trade:2: trade",
                "loss:warning: loss",
                "who: who",
                "thanks: thanks",
                "you: you age work",
                "household: household years",
            ],
            Survey().Pages.Select(page => $"{page.Key}: {string.Join(' ', page.Items.Select(item => item.Name))}")
        );

    [Fact]
    public void A_need_grid_asks_about_one_need_a_page() =>
        Assert.Equal(
            ["needs:home", "needs:food"],
            Survey().Pages.Where(page => page.Items.Any(item => item.Name == "needs")).Select(page => page.Key)
        );

    [Fact]
    public void A_note_stands_above_what_follows() =>
        Assert.Equal(["hello", "story"], Survey().FindPage("story")!.Items.Select(item => item.Name));

    [Fact]
    public void All_on_one_is_one_page() => Assert.Equal(["all"], Survey("\"layout\":\"all_on_one\",").Pages.Select(page => page.Key));

    [Fact]
    public void A_page_on_which_nothing_is_asked_is_passed_over_both_ways()
    {
        var survey = Sample.Survey(
            """
            {"type":"select_one","name":"a","label":"A","choices":[{"name":"yes","label":"Y"},{"name":"no","label":"N"}]},
            {"type":"text","name":"b","label":"B","relevant":"${a} = 'yes'"},
            {"type":"text","name":"c","label":"C"}
            """
        );
        var state = ResponseState.Open(survey, """{"a":"no"}""", Sample.Context);
        Assert.Equal("c", state.After(survey.FindPage("a"))!.Key);
        Assert.Equal("a", state.Before(survey.FindPage("c")!)!.Key);
        Assert.Null(state.After(survey.FindPage("c")));
        Assert.Equal("a", state.After(null)!.Key);
    }

    [Fact]
    public void A_hard_section_can_be_skipped_from_its_warning()
    {
        var survey = Survey();
        var state = ResponseState.Open(survey, "", Sample.Context);
        Assert.Equal("you", state.AfterSection(survey.FindPage("loss:warning")!)!.Key);
    }

    [Fact]
    public void The_estimate_of_minutes_grows_with_what_is_asked()
    {
        Assert.Equal(1, MinutesEstimate.Of(Sample.Survey("""{"type":"text","name":"a","label":"A"}""")));
        Assert.InRange(MinutesEstimate.Of(Survey()), 2, 4);
    }

    [Fact]
    public void Minutes_that_the_author_states_are_not_estimated() =>
        Assert.Equal(12, MinutesEstimate.Of(Survey("\"start\":{\"minutes\":12},")));
}
