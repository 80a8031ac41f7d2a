// Longer than the house allows: every test walks the same answering pages on the same program, and a second class would start a second one.

using System.Net;
using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>The public survey as a person meets it: plain HTML, no script, no cookie.</summary>
public sealed class AnsweringTests(TestSite site) : IClassFixture<TestSite>
{
    private Task<string> NewSurvey(string? definition = null, SurveyState state = SurveyState.Open, string? report = null) =>
        site.Data.Survey(definition ?? SampleSurveys.EveryType, state, report);

    private async Task<JsonElement> Stored(string slug) =>
        JsonElement.Parse(
            await site.Database.Db.One<string>(
                "select answers from response join survey using (survey_id) where slug = @slug",
                new { slug }
            )
        );

    private Task<long> Rows(string slug) =>
        site.Database.Db.One<long>("select count(*) from response join survey using (survey_id) where slug = @slug", new { slug });

    [Fact]
    public async Task The_start_page_says_who_asks_why_how_long_what_is_not_stored_who_sees_it_and_where_help_is()
    {
        using var visitor = site.NewPageClient();
        var page = await visitor.Open("/s/" + await NewSurvey());
        Assert.Equal("What matters here", page.Heading);
        foreach (
            var words in new[]
            {
                "We begin with what you need.",
                "About 6 minutes",
                "What we do not store",
                "Who sees your answers",
                "What happens next",
                "Riverside Museum",
                "Ring 112 if you are in danger.",
            }
        )
            Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.Contains("A friendly ear", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Internal working title", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survey_with_every_type_is_walked_and_submitted_without_script_or_cookie()
    {
        var slug = await NewSurvey();
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + slug)).Press("Start");
        Assert.Equal("What is going on?", page.Heading);
        page = await page.Press("Continue", ("story", "The rent goes up.\r\nAgain."));
        Assert.Equal("How many live with you?", page.Heading);
        page = await page.Press("Continue", ("people", "٣"));
        page = await page.Press("Continue", ("tenure", "rent"));
        Assert.Equal("How is your landlord?", page.Heading);
        page = await page.Press("Skip this one", ("landlord", "Typed and then skipped."));
        page = await page.Press("Continue", ("help", "care"), ("help", "other"), ("help:other", "Quiet"));
        page = await page.Press("Continue", ("life", "7"));
        page = await page.Press("Continue", ("first:1", "home"), ("first:2", "food"));
        Assert.Contains("Need 1 of 2", page.Words, StringComparison.Ordinal);
        Assert.Equal("Housing", page.Heading);
        page = await page.Press("Continue", ("needs:housing:importance", "4"), ("needs:housing:satisfaction", "0"));
        page = await page.Press("Continue", ("needs:safety:importance", ":declined"));
        Assert.Contains("This may be hard.", page.Words, StringComparison.Ordinal);
        page = await page.Press("Go to these questions");
        page = await page.Press("Continue", ("since:day", "29"), ("since:month", "2"), ("since:year", "2024"));
        Assert.Equal("About you", page.Heading);
        page = await page.Press("Continue", ("age", "young"), ("km", "2,5"), ("wake", "06:30"));
        Assert.Equal("Check your answers", page.Heading);
        foreach (
            var words in new[]
            {
                "The rent goes up.",
                "Renting",
                "Quiet",
                "1. Home",
                "Very",
                "29 February 2024",
                "2.5",
                "06:30",
                "Not answered",
            }
        )
            Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.Equal("", page.Value("-quote"));
        page = await page.Press("Submit", ("-quote", "yes"));
        Assert.Equal("Thank you", page.Heading);
        Assert.Equal(19, page.Receipt().Length);
        Assert.Empty(visitor.Cookies);

        var stored = await Stored(slug);
        Assert.Equal("The rent goes up.\nAgain.", stored.GetProperty("story").GetString());
        Assert.Equal(3, stored.GetProperty("people").GetInt32());
        Assert.Equal(JsonValueKind.Null, stored.GetProperty("landlord").ValueKind);
        Assert.Equal("Quiet", stored.GetProperty("help").GetProperty("other").GetString());
        Assert.Equal(["home", "food"], stored.GetProperty("first").EnumerateArray().Select(choice => choice.GetString()));
        Assert.Equal("""{"importance": 4, "satisfaction": 0}""", stored.GetProperty("needs").GetProperty("housing").GetRawText());
        Assert.Equal("""{"declined": true}""", stored.GetProperty("needs").GetProperty("safety").GetProperty("importance").GetRawText());
        Assert.Equal(
            ("2024-02-29", "06:30", 2.5m),
            (stored.GetProperty("since").GetString(), stored.GetProperty("wake").GetString(), stored.GetProperty("km").GetDecimal())
        );
        Assert.True(
            await site.Database.Db.One<bool>(
                "select may_quote from response join survey using (survey_id) where slug = @slug",
                new { slug }
            )
        );
    }

    [Fact]
    public async Task The_same_walk_works_in_Arabic_from_right_to_left()
    {
        var slug = await NewSurvey();
        using var visitor = site.NewPageClient();
        var page = await visitor.Open($"/s/{slug}?language=ar");
        Assert.Equal(
            ("ar", "rtl"),
            (page.Document.DocumentElement.GetAttribute("lang"), page.Document.DocumentElement.GetAttribute("dir"))
        );
        Assert.Equal("ما يهمّنا هنا", page.Heading);
        page = await page.Press("ابدأوا");
        Assert.Equal("ماذا يجري؟", page.Heading);
        page = await page.Go("next", ("story", "الإيجار يرتفع"));
        page = await page.Go("next", ("people", "مئة"));
        Assert.StartsWith("خطأ: ", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal("مئة", page.Value("people"));
        page = await page.Go("next", ("people", "٤"));
        page = await page.Go("next", ("tenure", "own"));
        while (page.Heading != "راجعوا إجاباتكم")
            page = await (page.Document.QuerySelector("[name=age]") is null ? page.Go("next") : page.Go("next", ("age", ":declined")));
        page = await page.Press("إرسال");
        Assert.Equal("شكرًا لكم", page.Heading);
        Assert.Matches("^[0-9A-Z-]{19}$", page.Receipt());
        Assert.Equal(
            "ar",
            await site.Database.Db.One<string>(
                "select language from response join survey using (survey_id) where slug = @slug",
                new { slug }
            )
        );
        Assert.Equal("الإيجار يرتفع", (await Stored(slug)).GetProperty("story").GetString());
        Assert.Contains("ما يهمّنا هنا", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_comes_back_with_what_was_typed_a_title_that_begins_with_Error_and_a_link_to_the_field()
    {
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + await NewSurvey())).Press("Start");
        page = await page.Press("Continue");
        page = await page.Press("Continue", ("people", "seventy"));
        Assert.StartsWith("Error: How many live with you?", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal("seventy", page.Value("people"));
        var summary = page.Document.QuerySelector(".error-summary")!;
        Assert.Contains("There is a problem", summary.TextContent, StringComparison.Ordinal);
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        var link = summary.QuerySelector("a")!;
        Assert.Equal("people", page.Document.QuerySelector(link.GetAttribute("href")!)!.GetAttribute("name"));
        Assert.Equal("true", page.Document.QuerySelector("[name=people]")!.GetAttribute("aria-invalid"));
        page = await page.Press("Continue", ("people", "70"));
        Assert.Contains("Give a number from 0 to 49.", page.Words, StringComparison.Ordinal);
        page = await page.Press("Continue", ("people", "7"));
        Assert.Equal("How do you live?", page.Heading);
    }

    [Theory]
    [InlineData("story", "story", "words", "story:declined", "yes")]
    [InlineData("people", "people", "1e999")]
    [InlineData("tenure", "tenure", "rent", "tenure:other", "A boat")]
    [InlineData("help", "help", "food", "help", "none")]
    [InlineData("help", "help", "food", "help", "care", "help:other", "Quiet")]
    [InlineData("first:1", "first:2", "food")]
    [InlineData("first:1", "first:1", "food", "first:2", "food")]
    [InlineData("since:day", "since:day", "30", "since:month", "2", "since:year", "2023")]
    [InlineData("since:day", "since:year", "2023")]
    [InlineData("age", "km", "far", "wake", "25:00")]
    public async Task Every_fault_is_on_its_field_and_the_summary_leads_there(string shown, params string[] typed)
    {
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + await NewSurvey())).Press("Start");
        while (page.Document.QuerySelector($"[name='{shown}']") is null)
            page = await page.Go("next");
        page = await page.Press("Continue", [.. typed.Chunk(2).Select(field => (field[0], field[1]))]);
        Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
        foreach (var link in page.Document.QuerySelectorAll(".error-summary a"))
            Assert.NotNull(page.Document.QuerySelector(link.GetAttribute("href")!));
        Assert.Equal(page.Document.QuerySelectorAll(".error-summary a").Length, page.Document.QuerySelectorAll(".question .error").Length);
        foreach (var (name, value) in typed.Chunk(2).Select(field => (field[0], field[1])))
            Assert.Contains(value, page.Value(name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_and_a_change_of_language_keep_what_was_answered_and_typed()
    {
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + await NewSurvey())).Press("Start");
        page = await page.Press("Continue", ("story", "Words <b>that</b> stay"));
        page = await page.Go("language ar", ("people", "not yet a number"));
        Assert.Equal("not yet a number", page.Value("people"));
        Assert.Equal("rtl", page.Document.DocumentElement.GetAttribute("dir"));
        page = await page.Go("language en");
        page = await page.Press("Back", ("people", "5"));
        Assert.Equal("Words <b>that</b> stay", page.Value("story"));
        page = await page.Press("Continue");
        Assert.Equal("5", page.Value("people"));
        page = await (await page.Press("Back")).Press("Back");
        Assert.Equal("What matters here", page.Heading);
        page = await page.Press("Start");
        Assert.Equal("Words <b>that</b> stay", page.Value("story"));
    }

    [Fact]
    public async Task Change_goes_to_the_question_then_to_what_it_opened_and_back_to_the_check()
    {
        var slug = await NewSurvey();
        using var visitor = site.NewPageClient();
        var page = await ToCheck(await visitor.Open("/s/" + slug), ("tenure", "own"));
        Assert.DoesNotContain("How is your landlord?", page.Words, StringComparison.Ordinal);
        page = await page.Go("change tenure");
        Assert.Equal("own", page.Value("tenure"));
        page = await page.Press("Continue", ("tenure", "rent"));
        Assert.Equal("How is your landlord?", page.Heading);
        page = await page.Press("Continue", ("landlord", "Kind"));
        Assert.Equal("Check your answers", page.Heading);
        page = await (await page.Go("change tenure")).Press("Continue", ("tenure", "own"));
        page = await page.Press("Submit");
        Assert.Contains("How is your landlord?", page.Words, StringComparison.Ordinal);
        Assert.False((await Stored(slug)).TryGetProperty("landlord", out _));
    }

    [Fact]
    public async Task A_hard_section_is_announced_and_can_be_skipped_whole()
    {
        var slug = await NewSurvey();
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + slug)).Press("Start");
        while (!page.Words.Contains("This may be hard.", StringComparison.Ordinal))
            page = await page.Press("Continue");
        page = await page.Press("Skip this section");
        Assert.Equal("About you", page.Heading);
        page = await (await page.Press("Continue", ("age", "old"))).Press("Submit");
        Assert.Equal(JsonValueKind.Null, (await Stored(slug)).GetProperty("since").ValueKind);
    }

    [Fact]
    public async Task Submitting_twice_going_back_and_submitting_again_is_one_response_with_one_receipt()
    {
        var slug = await NewSurvey();
        using var visitor = site.NewPageClient();
        var check = await ToCheck(await visitor.Open("/s/" + slug));
        var receipts = new[] { (await check.Press("Submit")).Receipt(), (await check.Press("Submit")).Receipt() };
        Assert.Single(receipts.Distinct());
        Assert.Equal(1, await Rows(slug));
    }

    [Fact]
    public async Task After_Submit_an_earlier_page_that_is_sent_again_shows_the_receipt_and_no_answer()
    {
        var slug = await NewSurvey();
        using var visitor = site.NewPageClient();
        var second = await (await (await visitor.Open("/s/" + slug)).Press("Start")).Press(
            "Continue",
            ("story", "Only for whom I tell it.")
        );
        var check = await ToCheck(second);
        var receipt = (await check.Press("Submit")).Receipt();
        foreach (
            var again in new[]
            {
                await second.Go("back"),
                await second.Go("next"),
                await check.Go("change story"),
                await check.Go("language ar"),
            }
        )
        {
            Assert.Equal(receipt, again.Receipt());
            Assert.DoesNotContain("Only for whom I tell it.", again.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_required_question_that_was_passed_over_by_force_is_asked_for_at_the_end()
    {
        var slug = await NewSurvey();
        using var visitor = site.NewPageClient();
        var check = await ToCheck(await visitor.Open("/s/" + slug));
        var field = check.Value("-state");
        var page = await check.Press(
            "Submit",
            (
                "-state",
                field
                    .Replace("\\u0022age\\u0022:\\u0022old\\u0022", "\\u0022age\\u0022:null", StringComparison.Ordinal)
                    .Replace("\\\"age\\\":\\\"old\\\"", "\\\"age\\\":null", StringComparison.Ordinal)
            )
        );
        Assert.StartsWith("Error: Check your answers", page.Document.Title, StringComparison.Ordinal);
        Assert.Contains("Your age – Please answer this question, or choose not to say.", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(page.Document.QuerySelector(".error-summary a")!.GetAttribute("href")!));
        Assert.Equal(0, await Rows(slug));
    }

    [Fact]
    public async Task A_closed_survey_says_so_and_links_the_report_even_in_the_middle_of_answering()
    {
        var slug = await NewSurvey(report: "heard-" + Guid.NewGuid().ToString("N")[..8]);
        using var visitor = site.NewPageClient();
        var check = await ToCheck(await visitor.Open("/s/" + slug));
        (await site.Get<CloseSurvey>().Run(Actor.Operator, slug, default)).OrThrow();
        foreach (var page in new[] { await visitor.Open("/s/" + slug), await check.Press("Submit"), await check.Press("Back") })
        {
            Assert.Equal((HttpStatusCode.Gone, "This survey is closed"), (page.Status, page.Heading));
            Assert.Contains("/r/heard-", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Unknown_surveys_drafts_and_broken_forms_are_friendly_pages()
    {
        var draft = await NewSurvey(state: SurveyState.Draft);
        using var visitor = site.NewPageClient();
        foreach (var slug in new[] { "no-such-survey", draft, "a'b" })
        {
            var page = await visitor.Open("/s/" + slug);
            Assert.Equal((HttpStatusCode.NotFound, "There is no survey here"), (page.Status, page.Heading));
        }
        var open = await NewSurvey();
        foreach (
            var state in new[]
            {
                "",
                "{",
                "[]",
                "null",
                """{"s":"x"}""",
                """{"s":"00000000-0000-0000-0000-000000000000","v":1,"l":"en"}""",
                """{"s":"6f2c0f0e-5a3f-4f5e-9a52-0d6a4f1f0001","v":1,"l":"en","d":"{"}""",
                """{"s":"6f2c0f0e-5a3f-4f5e-9a52-0d6a4f1f0001","v":9,"l":"en"}""",
            }
        )
        {
            var page = await visitor.Send(
                new HttpRequestMessage(HttpMethod.Post, "/s/" + open) { Content = new FormUrlEncodedContent([new("-state", state)]) }
            );
            Assert.Equal((HttpStatusCode.BadRequest, "This page did not arrive whole"), (page.Status, page.Heading));
        }
    }

    [Fact]
    public async Task All_on_one_page_shows_what_an_answer_opens_before_it_goes_on()
    {
        var slug = await NewSurvey(
            """
            {"title": "Short", "layout": "all_on_one", "questions": [
              {"type": "select_one", "name": "pet", "label": "Do you have a pet?", "choices": [{"name": "yes", "label": "Yes"},
                  {"name": "no", "label": "No"}]},
              {"type": "text", "name": "name", "required": true, "may_decline": false, "relevant": "${pet} = 'yes'",
                  "label": "What is its name?"}]}
            """
        );
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + slug)).Press("Start");
        Assert.DoesNotContain("What is its name?", page.Words, StringComparison.Ordinal);
        page = await page.Press("Continue", ("pet", "yes"));
        Assert.Contains("Your answers opened more questions.", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(".error-summary"));
        page = await page.Press("Continue");
        Assert.Contains(
            "What is its name? – Please answer this question.",
            page.Document.QuerySelector(".error-summary")!.TextContent,
            StringComparison.Ordinal
        );
        page = await (await page.Press("Continue", ("name", "Momo"))).Press("Submit");
        Assert.Equal("Momo", (await Stored(slug)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Further_types_repeats_filters_defaults_and_repeated_answers_work_the_same_way()
    {
        var slug = await NewSurvey(
            """
            {"title": "More", "questions": [
              {"type": "text", "name": "name", "label": "Name your street", "default": "High Street"},
              {"type": "select_one", "name": "part", "label": "Which part of ${name}?", "choices": [{"name": "n", "label": "North"},
                  {"name": "s", "label": "South"}]},
              {"type": "select_one", "name": "corner", "label": "Which corner?", "choice_filter": "side = ${part}",
               "choices": [{"name": "church", "label": "Church", "filter": {"side": "n"}},
                   {"name": "mill", "label": "Mill", "filter": {"side": "s"}}]},
              {"type": "matrix", "name": "when", "label": "When are you there?", "rows": [{"name": "mon", "label": "Monday"},
                  {"name": "sun", "label": "Sunday"}],
               "choices": [{"name": "day", "label": "By day"}, {"name": "night", "label": "At night"}]},
              {"type": "best_worst", "name": "trade", "label": "Of these", "choices": [{"name": "a", "label": "Trees"},
                  {"name": "b", "label": "Benches"}, {"name": "c", "label": "Lamps"}],
               "sets": [["a", "b", "c"]]},
              {"type": "geopoint", "name": "place", "label": "Where is it?"},
              {"type": "repeat", "name": "child", "label": "Children", "questions": [{"type": "integer", "name": "years",
                  "label": "How old?"}]}]}
            """
        );
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + slug)).Press("Start");
        Assert.Equal("High Street", page.Value("name"));
        page = await page.Press("Continue", ("name", "<i>Mill</i> Lane"));
        Assert.Equal("Which part of \u2068<i>Mill</i> Lane\u2069?", page.Heading);
        page = await page.Press("Continue", ("part", "s"));
        Assert.DoesNotContain("Church", page.Words, StringComparison.Ordinal);
        page = await page.Press("Continue", ("corner", "mill"));
        page = await page.Press("Continue", ("when:mon", "day"), ("when:sun", ":declined"));
        page = await page.Press("Continue", ("trade:1:best", "a"), ("trade:1:worst", "a"));
        Assert.Contains("Choose different answers for the two ends.", page.Words, StringComparison.Ordinal);
        page = await page.Press("Continue", ("trade:1:worst", "c"));
        page = await page.Press("Continue", ("place:lat", "51,5"), ("place:lon", "-0.1"));
        page = await page.Press("Add another", ("child:1:years", "4"));
        Assert.Equal("4", page.Value("child:1:years"));
        page = await page.Press("Continue", ("child:2:years", "7"));
        foreach (var words in new[] { "Monday: By day", "Trees", "51.5, -0.1", "How old? (2)" })
            Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.Equal("Thank you", (await page.Press("Submit")).Heading);
        var stored = await Stored(slug);
        Assert.Equal(["4", "7"], stored.GetProperty("child").EnumerateArray().Select(child => child.GetProperty("years").GetRawText()));
        Assert.Equal(
            ("a", "c"),
            (
                stored.GetProperty("trade")[0].GetProperty("best").GetString(),
                stored.GetProperty("trade")[0].GetProperty("worst").GetString()
            )
        );
    }

    [Fact]
    public async Task When_the_disk_is_full_Submit_keeps_everything_on_the_page_and_works_again_by_itself()
    {
        var slug = await NewSurvey(SampleSurveys.OneQuestion);
        await site.Database.Execute(
            $"""
            create function disk_full() returns trigger language plpgsql as $$ begin
                raise exception 'No space left on device' using errcode = '53100'; end $$;
            create trigger disk_full before insert on response for each row
                when (new.answers ->> 'story' = 'Not lost.') execute function disk_full()
            """
        );
        using var visitor = site.NewPageClient();
        var page = await (await (await visitor.Open("/s/" + slug)).Press("Start")).Press("Continue", ("story", "Not lost."));
        var full = await page.Press("Submit");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, full.Status);
        Assert.Contains("They are still here: wait a moment and press Submit again.", full.Words, StringComparison.Ordinal);
        Assert.Contains("Not lost.", full.Words, StringComparison.Ordinal);
        await site.Database.Execute("drop trigger disk_full on response");
        Assert.Equal("Thank you", (await full.Press("Submit")).Heading);
        Assert.Equal(1, await Rows(slug));
    }

    /// <summary>Straight on to the check-answers page, answering only what is given and what must be.</summary>
    private static async Task<Page> ToCheck(Page start, params (string Name, string Value)[] answers)
    {
        var page = start;
        for (var steps = 0; page.Heading != "Check your answers" && steps < 40; steps++)
        {
            var here = answers
                .Append(("age", "old"))
                .Where(answer => page.Document.QuerySelector($"[name='{answer.Item1}']") is not null)
                .ToArray();
            page = await page.Go(page.Document.QuerySelector("button[value=skip-section]") is null ? "next" : "skip-section", here);
        }
        return page;
    }
}
