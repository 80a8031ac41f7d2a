using System.Text.Json;
using NeedsSurvey.Web.Tests.Conformance;

namespace NeedsSurvey.Web.Tests.Surveys;

/// <summary>What the editor does for single types beyond the steps that all types take.</summary>
public sealed class QuestionEditorTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    private const string First = """{"type":"text","name":"first","label":"First?"}""";

    private static readonly string[] Five = ["Homes", "Food", "Care", "Buses", "Parks"];

    private static (string, string)[] Choices(params string[] words) =>
        [("label.en", "Which matters?"), ("choice.paste.en", string.Join('\n', words))];

    private async Task<JsonElement> Second(EditedSurvey survey) =>
        JsonElement.Parse(await site.DefinitionOf(survey)).GetProperty("questions")[1];

    private static List<string> Sets(JsonElement question) =>
        [
            .. question
                .GetProperty("sets")
                .EnumerateArray()
                .Select(set => string.Join(' ', set.EnumerateArray().Select(name => name.GetString()))),
        ];

    private async Task<(EditedSurvey Survey, Page Done)> MakeBestWorst(params (string, string)[] fields)
    {
        var survey = await site.Draft(First);
        var form = await site.Open(survey.Address + "/questions/new?kind=best_worst");
        return (survey, await form.Press("Add to the survey", fields));
    }

    [Fact]
    public async Task Sets_are_made_from_the_list()
    {
        var (survey, _) = await MakeBestWorst([.. Choices(Five), ("sets.size", "3"), ("sets.times", "3")]);
        var sets = Sets(await Second(survey));
        Assert.Equal(5, sets.Count);
        Assert.All(Five, word => Assert.Equal(3, sets.Count(set => set.Split(' ').Contains(word.ToLowerInvariant()))));
    }

    [Fact]
    public async Task Sets_that_were_made_are_made_again_when_the_list_grows()
    {
        var (survey, done) = await MakeBestWorst([.. Choices(Five), ("sets.size", "3"), ("sets.times", "3")]);
        var form = await done.Client.Open(survey.Address + "/questions/which_matters");
        await form.Press("Save", ("choice.paste.en", "Clinics"));
        Assert.Equal(3, Sets(await Second(survey)).Count(set => set.Contains("clinics", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sets_are_written_with_the_words_of_the_choices()
    {
        var (survey, _) = await MakeBestWorst([.. Choices(Five), ("sets.how", "written"), ("sets", "Homes; food ; Care\n\nbuses, parks")]);
        Assert.Equal(["homes food care", "buses parks"], Sets(await Second(survey)));
    }

    [Fact]
    public async Task A_written_set_with_something_that_is_no_choice_comes_back_with_what_to_do()
    {
        var (_, back) = await MakeBestWorst([.. Choices(Five), ("sets.how", "written"), ("sets", "Homes; Trees")]);
        Assert.Contains("Line 1: “Trees” is none of the choices.", back.Words, StringComparison.Ordinal);
        Assert.Equal("Homes; Trees", back.Value("sets").Trim());
    }

    [Fact]
    public async Task A_choice_said_in_other_words_stays_in_the_written_sets()
    {
        var (survey, done) = await MakeBestWorst([.. Choices(Five), ("sets.how", "written"), ("sets", "Homes; Food\nCare; Parks")]);
        var form = await done.Client.Open(survey.Address + "/questions/which_matters");
        await form.Press("Save", ("choice.0.label.en", "A place to live"));
        Assert.Equal(["homes food", "care parks"], Sets(await Second(survey)));
    }

    [Fact]
    public async Task More_sets_than_a_question_may_have_are_refused()
    {
        string[] sixty = [.. Enumerable.Range(1, 60).Select(n => $"Need {n}")];
        var (_, back) = await MakeBestWorst([.. Choices(sixty), ("sets.size", "2"), ("sets.times", "20")]);
        Assert.Contains("This makes 600 sets", back.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_offers_only_what_the_filter_leaves()
    {
        var (page, _) = await site.Begin(
            """{"type":"select_one","name":"town","label":"Town?","choices":[{"name":"n","label":"North"},{"name":"s","label":"South"}]}""",
            """
            {"type":"best_worst","name":"trade","label":"Which?","choice_filter":"town = ${town}","choices":[
             {"name":"a","label":"Alder","filter":{"town":"n"}},{"name":"b","label":"Birch","filter":{"town":"n"}},
             {"name":"c","label":"Cedar","filter":{"town":"s"}}],"sets":[["a","b","c"]]}
            """
        );
        var set = await page.Go("next", ("town", "n"));
        Assert.Equal(
            [":none", "a", "b"],
            set.Document.QuerySelectorAll("[name='trade:1:best']").Select(choice => choice.GetAttribute("value"))
        );
    }

    private async Task<(EditedSurvey Survey, Page Outline)> MakeRepeat()
    {
        var survey = await site.Draft(First);
        var form = await site.Open(survey.Address + "/questions/new?kind=repeat");
        var outline = await form.Press("Add to the survey", ("label.en", "Children"), ("repeat_count", "3"));
        form = await (await outline.Follow("Add inside: Children")).Follow("Whole number");
        return (survey, await form.Press("Add to the survey", ("label.en", "How old?")));
    }

    [Fact]
    public async Task A_question_is_added_inside_a_repeat()
    {
        var repeat = await Second((await MakeRepeat()).Survey);
        Assert.Equal("3", repeat.GetProperty("repeat_count").GetString());
        Assert.Equal("how_old", repeat.GetProperty("questions")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_question_is_moved_out_of_a_repeat()
    {
        var (survey, outline) = await MakeRepeat();
        await outline.Press("Up: How old?");
        Assert.Equal("how_old", (await Second(survey)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_group_told_in_a_definition_stays_where_the_form_does_not_ask_for_it()
    {
        var survey = await site.Draft("""{"type":"text","name":"origin","label":"From where?","group_role":"origin"}""");
        await (await site.Open(survey.Address + "/questions/origin")).Press("Save", ("label.en", "Where from?"));
        Assert.Contains("\"group_role\":\"origin\"", await site.DefinitionOf(survey), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rating_is_drawn_as_stars_that_are_numbered_radio_buttons()
    {
        var (page, _) = await site.Begin("""{"type":"range","name":"stars","label":"How good?","start":1,"end":5,"appearance":"rating"}""");
        var stars = page.Document.QuerySelectorAll(".stars label.star");
        Assert.Equal(["1", "2", "3", "4", "5"], stars.Select(star => star.TextContent.Trim()));
        Assert.All(stars, star => Assert.Equal("radio", star.QuerySelector("input[name=stars]")!.GetAttribute("type")));
    }
}
