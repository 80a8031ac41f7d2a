using System.Text.Json;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>The public survey as a person meets it: plain HTML, no script, no cookie.</summary>
public sealed class AnsweringTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_start_page_says_all_that_a_person_asks_before_they_answer()
    {
        using var visitor = site.NewPageClient();
        var page = await visitor.Open("/s/" + await site.Data.Survey(SampleSurveys.ManyTypes));
        Assert.Equal("What matters here", page.Heading);
        foreach (
            var words in new[]
            {
                "We begin with what you need.",
                "About 6 minutes",
                "What we keep",
                "What we do not store",
                "Who sees your answers",
                "What happens next",
                "Riverside Museum",
                "Ring 112 if you are in danger.",
            }
        )
            Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.Contains("A friendly ear", page.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_working_title_of_a_survey_is_not_on_its_start_page()
    {
        using var visitor = site.NewPageClient();
        var page = await visitor.Open("/s/" + await site.Data.Survey(SampleSurveys.ManyTypes));
        Assert.DoesNotContain("Internal working title", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survey_of_many_types_is_answered_to_the_receipt_without_script_or_cookie()
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + slug)).Press("Start");
        Assert.Equal("What is going on?", page.Heading);
        page = await page.Press("Continue", ("story", "The rent goes up.\r\nAgain."));
        Assert.Equal("How many live with you?", page.Heading);
        page = await page.Press("Continue", ("people", "٣"));
        page = await page.Press("Continue", ("tenure", "rent"));
        Assert.Equal("How is your landlord?", page.Heading);
        page = await (await page.Press("Skip this one", ("landlord", "Typed and then skipped."))).Press("Delete it");
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

        var stored = await site.Stored(slug);
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
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        using var visitor = site.NewPageClient();
        var page = await visitor.Open($"/s/{slug}?language=ar");
        Assert.Equal(
            ("ar", "rtl"),
            (page.Document.DocumentElement.GetAttribute("lang"), page.Document.DocumentElement.GetAttribute("dir"))
        );
        Assert.Equal("ما يهمّنا هنا", page.Heading);
        page = await page.Press("ابدؤوا");
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
        Assert.Equal("الإيجار يرتفع", (await site.Stored(slug)).GetProperty("story").GetString());
        Assert.Contains("ما يهمّنا هنا", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_on_one_page_shows_what_an_answer_opens_before_it_goes_on()
    {
        var slug = await site.Data.Survey(
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
        Assert.Equal("Momo", (await site.Stored(slug)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Back_keeps_what_was_answered_or_typed()
    {
        var page = await Second();
        page = await page.Press("Back", ("people", "5"));
        Assert.Equal(Story, page.Value("story"));
        page = await page.Press("Continue");
        Assert.Equal("5", page.Value("people"));
        page = await (await page.Press("Back")).Press("Back");
        Assert.Equal("What matters here", page.Heading);
        page = await page.Press("Start");
        Assert.Equal(Story, page.Value("story"));
    }

    [Fact]
    public async Task A_change_of_language_keeps_what_was_answered_or_typed()
    {
        var page = await (await Second()).Go("language ar", ("people", "not yet a number"));
        Assert.Equal("not yet a number", page.Value("people"));
        Assert.Equal("rtl", page.Document.DocumentElement.GetAttribute("dir"));
        page = await (await page.Go("language en")).Press("Back");
        Assert.Equal(Story, page.Value("story"));
    }

    [Fact]
    public async Task Change_leads_through_what_the_new_answer_opened_back_to_the_check()
    {
        var page = await Checked(await site.Data.Survey(SampleSurveys.ManyTypes), "own");
        Assert.DoesNotContain("How is your landlord?", page.Words, StringComparison.Ordinal);
        page = await page.Go("change tenure");
        Assert.Equal("own", page.Value("tenure"));
        page = await page.Press("Continue", ("tenure", "rent"));
        Assert.Equal("How is your landlord?", page.Heading);
        page = await page.Press("Continue", ("landlord", "Kind"));
        Assert.Equal("Check your answers", page.Heading);
    }

    [Fact]
    public async Task An_answer_to_what_is_no_longer_asked_is_left_out_with_a_word_about_it()
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        var page = await (await Checked(slug, "rent", ("landlord", "Kind"))).Go("change tenure");
        page = await (await page.Press("Continue", ("tenure", "own"))).Press("Submit");
        Assert.Contains("How is your landlord?", page.Words, StringComparison.Ordinal);
        Assert.False((await site.Stored(slug)).TryGetProperty("landlord", out _));
    }

    [Fact]
    public async Task A_hard_section_is_announced_before_it_begins()
    {
        var page = await HardSection(await site.Data.Survey(SampleSurveys.ManyTypes));
        Assert.Empty(page.Document.QuerySelectorAll("[name^=since]"));
        Assert.Equal("Since when?", (await page.Press("Go to these questions")).Heading);
    }

    [Fact]
    public async Task A_hard_section_can_be_skipped_whole()
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        var page = await (await HardSection(slug)).Press("Skip this section");
        Assert.Equal("About you", page.Heading);
        await (await page.Press("Continue", ("age", "old"))).Press("Submit");
        Assert.Equal(JsonValueKind.Null, (await site.Stored(slug)).GetProperty("since").ValueKind);
    }

    private const string Story = "Words <b>that</b> stay";

    /// <summary>The second question, the first one answered.</summary>
    private async Task<Page> Second()
    {
        var start = await site.NewPageClient().Open("/s/" + await site.Data.Survey(SampleSurveys.ManyTypes));
        return await (await start.Press("Start")).Press("Continue", ("story", Story));
    }

    private async Task<Page> Checked(string slug, string tenure, params (string Name, string Value)[] more) =>
        await (await site.NewPageClient().Open("/s/" + slug)).ToCheck([("tenure", tenure), .. more]);

    private async Task<Page> HardSection(string slug)
    {
        var page = await (await site.NewPageClient().Open("/s/" + slug)).Press("Start");
        while (!page.Words.Contains("This may be hard.", StringComparison.Ordinal))
            page = await page.Press("Continue");
        return page;
    }

    // content, T12
    [Theory]
    [InlineData("en", "You can answer until 31 May 2099.")]
    [InlineData("es", "A más tardar el 30 de junio de 2099 se publica lo que ha dicho la gente.")]
    public async Task The_start_page_says_until_when_and_by_when(string language, string words)
    {
        var slug = await site.Data.Survey(
            """
            {"title": "T", "languages": ["en", "es"], "start": {"answers_until": "2099-05-31", "heard_by": "2099-06-30"},
             "questions": [{"type": "text", "name": "a", "label": "A"}]}
            """
        );
        using var visitor = site.NewPageClient();
        Assert.Contains(words, (await visitor.Open($"/s/{slug}?language={language}")).Words, StringComparison.Ordinal);
    }

    // content, T23
    [Fact]
    public async Task A_note_that_an_answer_opens_is_no_further_question()
    {
        var slug = await site.Data.Survey(
            """
            {"title": "T", "questions": [{"type": "group", "name": "g", "appearance": "field-list", "questions": [
              {"type": "yes_no", "name": "turn_to", "label": "Is there someone?"},
              {"type": "note", "name": "here", "label": "You are not alone.", "relevant": "${turn_to} = 'no'"}]}]}
            """
        );
        using var visitor = site.NewPageClient();
        var page = await (await (await visitor.Open("/s/" + slug)).Press("Start")).Go("next", ("turn_to", "no"));
        Assert.Contains("There is something here for you to read.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("opened more questions", page.Words, StringComparison.Ordinal);
    }
}
