// Results over HTTP: what a member sees, and what a small group never shows.

using System.Net;
using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Tests.Exchange;

namespace NeedsSurvey.Web.Tests.Results;

public sealed class ResultsTests(AnsweredByForty survey) : IClassFixture<AnsweredByForty>
{
    private readonly TestSite site = survey.Site;
    private readonly SignedInPerson owner = survey.Owner;
    private readonly string here = survey.Base;
    private readonly string slug = survey.Slug;

    [Fact]
    public async Task The_results_page_begins_with_how_many_answered()
    {
        var page = await owner.Pages.Open(here + "/results");
        Assert.Equal((HttpStatusCode.OK, "40 people answered"), (page.Status, page.Heading));
        Assert.Contains("no margin of error applies", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_question_of_the_results_is_drawn_in_bars()
    {
        var home = (await owner.Pages.Open(here + "/results")).Document.QuerySelector("#question-home")!;
        Assert.Equal("Most often: Renting (68\u00A0%)", home.QuerySelector("h2")!.TextContent);
        Assert.Contains("40 of 40 people who were asked answered", home.TextContent, StringComparison.Ordinal);
        Assert.NotNull(home.QuerySelector("svg rect"));
        Assert.Null(home.QuerySelector("svg .whisker"));
    }

    [Fact]
    public async Task The_table_of_a_question_shows_its_owner_small_groups_too()
    {
        var page = await owner.Pages.Open(here + "/results");
        var rows = page
            .Document.QuerySelectorAll("#question-home details table tbody tr")
            .ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelector("td")!.TextContent);
        Assert.Equal("27", rows["Renting"]);
        Assert.Equal(("1", "12"), (rows["A boat"], rows["Owning"]));
    }

    [Fact]
    public async Task A_filter_shows_one_group() =>
        Assert.Equal("20 of 40 people", (await owner.Pages.Open(here + "/results?filter=area%3Dnorth")).Heading);

    [Fact]
    public async Task A_filter_for_a_group_that_is_too_small_is_refused_to_a_viewer()
    {
        var viewer = await site.SignedIn(Role.Viewer, owner.Org);
        var isle = await viewer.Pages.Open(here + "/results?filter=area%3Disle");
        Assert.Equal(HttpStatusCode.BadRequest, isle.Status);
        Assert.Contains("they could be recognised", isle.Words, StringComparison.Ordinal);
        Assert.Contains("The figures below are everybody’s.", isle.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("home=rent")]
    [InlineData("area=nowhere")]
    public async Task A_filter_for_what_is_no_group_is_refused(string filter)
    {
        using var client = await site.Bearer(owner.Org, Role.Viewer);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"/api/v1/surveys/{slug}/results?filter={filter}")).StatusCode);
    }

    [Fact]
    public async Task The_api_gives_an_owner_true_figures_of_every_question()
    {
        using var client = await site.Bearer(owner.Org);
        var results = JsonElement.Parse(await client.GetStringAsync($"/api/v1/surveys/{slug}/results"));
        Assert.Equal((40, "opt_in"), (results.GetProperty("responses").GetInt32(), results.GetProperty("sampleDesign").GetString()));
        Assert.Equal(("true", "number"), (results.GetProperty("figures").GetString(), results.GetProperty("responsesIs").GetString()));
        var questions = results
            .GetProperty("questions")
            .EnumerateArray()
            .ToDictionary(question => question.GetProperty("name").GetString()!);
        Assert.Equal(
            [27, 12, 1],
            questions["home"].GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("count").GetInt32())
        );
        Assert.Equal((39, 0, 0, 1), Counts(questions["area"]));
        Assert.Equal((12, 28, 0, 0), Counts(questions["story"]));
        Assert.Equal(5, questions["life"].GetProperty("numbers").GetProperty("median").GetDouble());
        // Food first for 27 and second for 8, care second for 12; the 15 who left care out put it at 2.
        Assert.Equal(
            [43 / 35.0, 62 / 35.0],
            questions["first"].GetProperty("ranking").EnumerateArray().Select(choice => choice.GetProperty("meanPlace").GetDouble())
        );
        Assert.DoesNotContain("alert", results.GetRawText(), StringComparison.Ordinal);

        static (int, int, int, int) Counts(JsonElement question)
        {
            var counts = question.GetProperty("counts");
            return (
                counts.GetProperty("answered").GetInt32(),
                counts.GetProperty("skipped").GetInt32(),
                counts.GetProperty("notAsked").GetInt32(),
                counts.GetProperty("declined").GetInt32()
            );
        }
    }

    [Fact]
    public async Task A_crosstab_gives_an_owner_every_count_with_those_who_gave_no_answer()
    {
        using var client = await site.Bearer(owner.Org);
        var table = JsonElement.Parse(await client.GetStringAsync($"/api/v1/surveys/{slug}/crosstab?row=area&column=home"));
        Assert.Equal(40, table.GetProperty("total").GetInt32());
        Assert.Equal(
            [
                [12, 8, 0, 0],
                [15, 0, 0, 0],
                [0, 4, 0, 0],
                [0, 0, 1, 0],
            ],
            table.GetProperty("counts").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetInt32()))
        );
        Assert.Equal([20, 15, 4, 1], table.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("total").GetInt32()));
        Assert.Equal([27, 12, 1, 0], table.GetProperty("columns").EnumerateArray().Select(row => row.GetProperty("total").GetInt32()));
    }

    [Fact]
    public async Task A_question_is_not_crossed_with_itself()
    {
        using var client = await site.Bearer(owner.Org, Role.Viewer);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await client.GetAsync($"/api/v1/surveys/{slug}/crosstab?row=area&column=area")).StatusCode
        );
    }

    [Fact]
    public async Task A_crosstab_has_a_page() =>
        Assert.Equal(HttpStatusCode.OK, (await owner.Pages.Open(here + "/results/crosstab?row=area&column=help")).Status);

    [Fact]
    public async Task Intervals_appear_only_when_the_sample_was_drawn()
    {
        var drawn = await survey.Another();
        (await site.Get<SetSampleDesign>().Run(drawn.Owner.Actor, drawn.Slug, SampleDesign.ProbabilitySample, default)).OrThrow();
        var page = await drawn.Owner.Pages.Open(drawn.Base + "/results");
        Assert.NotNull(page.Document.QuerySelector("#question-home svg .whisker"));
        Assert.Contains("95 % interval", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_answers_are_read_on_a_page_of_their_own()
    {
        Assert.Equal("12 open answers", (await owner.Pages.Open(here + "/results/words?field=story")).Heading);
        Assert.DoesNotContain("alert", (await owner.Pages.Open(here + "/results")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("story", HttpStatusCode.OK)]
    [InlineData("household[2].story", HttpStatusCode.OK)]
    [InlineData("no_such", HttpStatusCode.BadRequest)]
    public async Task Words_are_asked_for_by_a_name_that_the_survey_has(string field, HttpStatusCode status) =>
        Assert.Equal(status, (await owner.Pages.Open(here + "/results/words?field=" + field)).Status);

    [Fact]
    public async Task The_card_of_a_story_leads_to_its_words()
    {
        var link = (await owner.Pages.Open(here + "/results")).Document.QuerySelector("#question-story a")!;
        Assert.Equal("12 open answers", (await owner.Pages.Open(link.GetAttribute("href")!)).Heading);
    }

    // case pages 20
    [Fact]
    public async Task An_open_answer_stands_under_the_words_of_its_question()
    {
        var page = await owner.Pages.Open(here + "/results/words");
        Assert.Equal("What is going on?", page.Document.QuerySelector("article .quiet")!.TextContent.Trim());
    }

    // case pages 34
    [Fact]
    public async Task A_question_that_nobody_answered_is_not_offered_for_comparing()
    {
        var slug = await site.Data.Survey(
            """
            {"title": "Two", "questions": [
              {"type": "select_one", "name": "a", "label": "Asked?", "choices": [{"name": "yes", "label": "Yes"}]},
              {"type": "select_one", "name": "b", "label": "Left out?", "choices": [{"name": "yes", "label": "Yes"}]}]}
            """
        );
        (await site.Get<SubmitResponse>().Run(new(slug, Guid.NewGuid(), "en", JsonElement.Parse("""{"a": "yes"}""")), default)).OrThrow();
        var row = await site.Database.Db.One<string>(
            """
            select concat(o.slug, '/', i.slug) from survey s join initiative i using (initiative_id)
            join organisation o on o.organisation_id = s.organisation_id where s.slug = @slug
            """,
            new { slug }
        );
        var person = await site.SignedIn(Role.Owner, row.Split('/')[0]);
        var page = await person.Pages.Open($"/o/{row}/surveys/{slug}/results/crosstab");
        Assert.Equal(["Asked?"], page.Document.QuerySelectorAll("#f-row option").Select(option => option.TextContent));
    }

    // field, row 60
    [Fact]
    public async Task Shares_of_a_question_that_was_asked_of_some_are_of_those()
    {
        var home = await site.Data.Organisation();
        var listening = await home.Listening(
            definition: """
            {"title": "Some", "questions": [{"type": "yes_no", "name": "car", "label": "A car?"},
              {"type": "yes_no", "name": "old", "label": "Is it old?", "relevant": "${car} = 'yes'"}]}
            """
        );
        foreach (var answers in new[] { """{"car":"yes","old":"yes"}""", """{"car":"yes","old":"no"}""", """{"car":"no"}""", "{}" })
            (
                await site.Get<SubmitResponse>().Run(new(listening.Survey, Guid.NewGuid(), "en", JsonElement.Parse(answers)), default)
            ).OrThrow();
        using var client = await site.Bearer(home.Slug);
        var results = JsonElement.Parse(await client.GetStringAsync($"/api/v1/surveys/{listening.Survey}/results"));
        var old = results.GetProperty("questions").EnumerateArray().Single(question => question.GetProperty("name").GetString() == "old");
        Assert.Equal(2, old.GetProperty("counts").GetProperty("notAsked").GetInt32());
        Assert.Equal(0.5, old.GetProperty("choices")[0].GetProperty("share").GetDouble());
    }

    // Field 17: six of ten were offered the well, and three of them chose it.
    [Fact]
    public async Task What_a_filter_offered_to_some_has_one_share_in_results_crosstab_and_needs()
    {
        var home = await site.Data.Organisation();
        var listening = await home.Listening(
            definition: """
            {"title": "Some", "questions": [
              {"type": "select_one", "name": "area", "label": "Where?", "choices": [
                {"name": "n", "label": "N"}, {"name": "s", "label": "S"}]},
              {"type": "select_one", "name": "sex", "label": "Who?", "choices": [{"name": "w", "label": "W"}, {"name": "m", "label": "M"}]},
              {"type": "select_multiple", "name": "q", "label": "Which?", "choice_filter": "r = 'all' or r = ${area}", "choices": [
                {"name": "food", "label": "Food", "need": "food", "filter": {"r": "all"}},
                {"name": "well", "label": "Well", "need": "well", "filter": {"r": "n"}}]}]}
            """
        );
        string[] said =
        [
            .. Enumerable.Repeat("""{"area":"n","sex":"w","q":["well"]}""", 3),
            .. Enumerable.Repeat("""{"area":"n","sex":"m","q":["food"]}""", 3),
            .. Enumerable.Repeat("""{"area":"s","sex":"w","q":["food"]}""", 4),
        ];
        foreach (var answers in said)
            (
                await site.Get<SubmitResponse>().Run(new(listening.Survey, Guid.NewGuid(), "en", JsonElement.Parse(answers)), default)
            ).OrThrow();
        using var client = await site.Bearer(home.Slug);
        var well = ResultAnswers.Choice(ResultAnswers.Question(await ResultAnswers.Get(client, listening.Survey, "results"), "q"), "well");
        Assert.Equal((.5, 6), (well.GetProperty("share").GetDouble(), well.GetProperty("offeredTo").GetInt32()));
        // Of the seven women, three were offered it and all of those chose it.
        var table = await ResultAnswers.Get(client, listening.Survey, "crosstab?row=sex&column=q");
        Assert.Equal(1, table.GetProperty("shares")[0][1].GetDouble());
        Assert.Equal(3, table.GetProperty("offeredTo")[0][1].GetInt32());
        Assert.Equal(4 / 7.0, table.GetProperty("shares")[0][0].GetDouble());
        var needs = JsonElement.Parse(await client.GetStringAsync($"/api/v1/initiatives/{listening.Id}/needs?method=prevalence"));
        var need = needs
            .GetProperty("chosen")
            .GetProperty("rows")
            .EnumerateArray()
            .Single(row => row.GetProperty("need").GetString() == "well");
        Assert.Equal((.5, 6), (need.GetProperty("score").GetDouble(), need.GetProperty("n").GetInt32()));
        var pages = new InitiativePages(listening, await site.SignedIn(Role.Owner, home.Slug));
        var page = await pages.Open($"/surveys/{listening.Survey}/results");
        Assert.Contains("each share is of those who were offered it", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Landmarks_of_a_crosstab_have_names_of_their_own()
    {
        var page = await owner.Pages.Open(here + "/results/crosstab?row=area&column=help");
        Assert.Empty(page.Document.QuerySelectorAll("section [role=region]"));
    }

    [Theory]
    [InlineData("/results")]
    [InlineData("/results/words?field=story")]
    public async Task Open_answers_run_nothing(string page)
    {
        var shown = await owner.Pages.Open(here + page);
        Assert.Empty(shown.Document.QuerySelectorAll("main script"));
        Assert.DoesNotContain("<script>alert", shown.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_read_open_answers_is_not_led_to_them()
    {
        var viewer = await site.SignedIn(Role.Viewer, owner.Org);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Pages.Open(here + "/results/words")).Status);
        Assert.DoesNotContain("Open answers", (await viewer.Pages.Open(here + "/results")).Words, StringComparison.Ordinal);
    }
}
