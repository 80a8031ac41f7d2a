using System.Net;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>What became of my words, for whoever holds the code.</summary>
public sealed class ReceiptPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private async Task<(string Slug, string Receipt)> Answered()
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        await site.Database.Execute(
            $$"""
            insert into need (initiative_id, name, label, position, origin)
            select initiative_id, n.name, n.label::jsonb, n.position, 'survey' from survey,
                   (values ('food', '{"en": "Enough food"}', 1), ('care', '{"en": "Care"}', 2), ('housing', '{"en": "Housing"}', 3),
                       ('quiet', '{"en": "Quiet nights"}', 4)) n(name, label, position)
            where slug = '{{slug}}'
            on conflict (initiative_id, name) do update set label = excluded.label, position = excluded.position
            """
        );
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + slug)).Press("Start");
        var answers = new[]
        {
            ("story", "It is loud at night."),
            ("help", "food"),
            ("age", "old"),
            ("needs:housing:importance", "4"),
            ("needs:housing:satisfaction", "0"),
        };
        while (page.Document.QuerySelector("main button[value=submit]") is null)
            page = await page.Go("next", [.. answers.Where(answer => page.Document.QuerySelector($"[name='{answer.Item1}']") is not null)]);
        return (slug, (await page.Press("Submit")).Receipt());
    }

    /// <summary>What the page says to whoever has the code.</summary>
    private async Task<Page> Shown(string receipt) =>
        await (await site.NewPageClient().Open("/receipt")).Press("Show me", ("code", receipt));

    private Task<int> Decide(string slug) =>
        site.Database.Execute(
            $$"""
            insert into coding (survey_id, response_id, coding_id, field, span_start, span_length, need, coder_id)
            select survey_id, response_id, gen_random_uuid(), 'story', 0, 5, 'quiet', gen_random_uuid() from response
                join survey using (survey_id) where slug = '{{slug}}';
            insert into reading (survey_id, response_id, field, coder_id)
            select survey_id, response_id, 'story', gen_random_uuid() from response join survey using (survey_id) where slug = '{{slug}}';
            insert into disposition (initiative_id, need, kind, reason) select initiative_id, 'quiet', 'not_now',
                'The road belongs to the city.' from survey where slug = '{{slug}}';
            insert into disposition (initiative_id, need, kind, reason) select initiative_id, 'food', 'act', 'We have a kitchen.'
                from survey where slug = '{{slug}}';
            insert into goal (initiative_id, goal_id, title, state, position) select initiative_id, survey_id, 'Open the kitchen',
                'adopted', 1 from survey where slug = '{{slug}}';
            insert into goal (initiative_id, goal_id, title, state, position) select initiative_id, gen_random_uuid(),
                'A draft that nobody outside sees', 'draft', 2 from survey where slug = '{{slug}}';
            insert into goal_need_link (initiative_id, goal_id, need, strength) select initiative_id, goal_id, 'food', 9 from goal
                join survey using (initiative_id) where slug = '{{slug}}';
            insert into goal_update (initiative_id, goal_id, update_id, happened_on, words) select initiative_id, survey_id,
                gen_random_uuid(), '2026-03-01', 'Twenty meals a day.' from survey where slug = '{{slug}}'
            """
        );

    private Task<int> Publish(string slug, string content = "{}") =>
        site.Database.Execute(
            $$"""
            insert into report (initiative_id, slug) select initiative_id, 'report-{{slug}}' from survey where slug = '{{slug}}';
            insert into report_version (initiative_id, version, content, published_by) select initiative_id, 1, '{{content}}', 'test'
                from survey where slug = '{{slug}}';
            insert into hearing_check (initiative_id, slug, state) select initiative_id, 'heard-{{slug}}', 'open'
                from survey where slug = '{{slug}}'
            """
        );

    /// <summary>The page once all that was decided has been published.</summary>
    private async Task<(string Slug, string Receipt, Page Page)> Told()
    {
        var (slug, receipt) = await Answered();
        await Decide(slug);
        await Publish(slug);
        return (slug, receipt, await Shown(receipt));
    }

    [Fact]
    public async Task The_holder_finds_what_was_understood()
    {
        var (_, receipt) = await Answered();
        var page = await Shown(receipt.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.Contains("Your answers to “What matters here” are stored and counted.", page.Words, StringComparison.Ordinal);
        Assert.Contains("has not been read to the end yet", page.Words, StringComparison.Ordinal);
        Assert.Equal(["Enough food", "Housing"], page.Document.QuerySelectorAll("article h3").Select(heading => heading.TextContent));
        Assert.Contains("Nothing is decided yet.", page.Words, StringComparison.Ordinal);
    }

    // content R5
    [Fact]
    public async Task Where_nothing_is_decided_the_day_of_an_answer_is_told()
    {
        var (slug, receipt) = await Answered();
        await Publish(slug, """{"answers_by": "2099-01-24"}""");
        Assert.Contains(
            "Nothing is decided yet. We owe you an answer by 24 January 2099.",
            (await Shown(receipt)).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_decision_is_not_shown_before_it_is_published()
    {
        var (slug, receipt) = await Answered();
        await Decide(slug);
        Assert.DoesNotContain("The road belongs to the city.", (await Shown(receipt)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_holder_finds_what_became_of_their_words_once_it_is_published()
    {
        var (_, _, page) = await Told();
        foreach (
            var words in new[]
            {
                "Quiet nights",
                "Not now.",
                "The road belongs to the city.",
                "We act on this ourselves.",
                "Open the kitchen",
                "adopted",
                "Twenty meals a day.",
            }
        )
            Assert.Contains(words, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_holder_is_led_to_whatever_else_was_published()
    {
        var (slug, _, page) = await Told();
        Assert.NotNull(page.Document.QuerySelector($"a[href='/r/report-{slug}?language=en']"));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/h/heard-{slug}?language=en']"));
    }

    [Fact]
    public async Task The_day_of_what_was_done_is_written_in_the_readers_language()
    {
        var (_, receipt, page) = await Told();
        Assert.Contains("1 March 2026", page.Words, StringComparison.Ordinal);
        var spanish = await page.Client.Open("/receipt?language=es");
        Assert.Contains(
            "1 de marzo de 2026",
            (await spanish.Press(spanish.Document.QuerySelector("main button")!.TextContent, ("code", receipt))).Words,
            StringComparison.Ordinal
        );
    }

    // pages, row 43: whoever finds a code must not read what was said, so the page has the needs and not the words.
    [Fact]
    public async Task The_page_of_a_receipt_holds_nothing_that_an_onlooker_must_not_read()
    {
        var (_, receipt, page) = await Told();
        Assert.DoesNotContain("A draft that nobody outside sees", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("It is loud at night.", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(receipt, page.Address.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_asks_for_the_code_has_no_link_to_itself() =>
        Assert.DoesNotContain((await site.NewPageClient().Open("/receipt?language=es")).Document.QuerySelectorAll("header a"), link =>
            link.GetAttribute("href")!.StartsWith("/receipt", StringComparison.Ordinal)
        );

    // pages, row 6
    [Theory]
    [InlineData("your words disappear from published reports")]
    [InlineData("What people have already copied or downloaded cannot be called back.")]
    public async Task Who_may_take_answers_back_is_told_what_that_reaches(string words) =>
        Assert.Contains(words, (await Shown((await Answered()).Receipt)).Words, StringComparison.Ordinal);

    [Fact]
    public async Task Taking_answers_back_asks_first()
    {
        var (_, receipt) = await Answered();
        var page = await (await Shown(receipt)).Press("Take my answers back");
        Assert.Equal("Delete your answers? This cannot be undone.", page.Heading);
        Assert.Equal("What happened with my words", (await page.Press("No, keep them")).Heading);
    }

    [Fact]
    public async Task Answers_that_were_taken_back_are_gone()
    {
        var (slug, receipt) = await Answered();
        var page = await (await (await Shown(receipt)).Press("Take my answers back")).Press("Yes, delete my answers");
        Assert.Equal("Your answers are deleted", page.Heading);
        Assert.Equal("Your answers are deleted", (await Shown(receipt)).Heading);
        Assert.Equal("{}", (await site.Stored(slug)).GetRawText());
    }

    private async Task<Page> Shown(string language, string code)
    {
        var page = await site.NewPageClient().Open("/receipt?language=" + language);
        return await page.Press(page.Document.QuerySelector("main button")!.TextContent, ("code", code));
    }

    [Theory]
    [InlineData("en", "0000-0000-0000-0000", "We do not know this code.")]
    [InlineData("en", "short", "We do not know this code.")]
    [InlineData("es", "0000-0000-0000-0000", "No conocemos este código.")]
    [InlineData("ar", "", "اكتبوا رمز المتابعة")]
    public async Task A_wrong_code_is_said_in_the_readers_language(string language, string code, string words)
    {
        var page = await Shown(language, code);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("en", "0000-0000-0000-0000")]
    [InlineData("en", "short")]
    [InlineData("es", "0000-0000-0000-0000")]
    [InlineData("ar", "")]
    public async Task A_wrong_code_is_not_repeated(string language, string code) =>
        Assert.Equal("", (await Shown(language, code)).Value("code"));

    [Fact]
    public async Task The_same_story_is_there_as_JSON()
    {
        var (_, receipt) = await Answered();
        using var client = site.NewClient();
        using var answer = await client.PostAsync(
            "/receipt/status",
            new StringContent($$"""{"receipt": "{{receipt}}"}""", System.Text.Encoding.UTF8, "application/json")
        );
        var story = System.Text.Json.JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.False(story.GetProperty("isWithdrawn").GetBoolean());
        Assert.Equal(2, story.GetProperty("needs").GetArrayLength());
        using var wrong = await client.PostAsync(
            "/receipt/status",
            new StringContent("""{"receipt": "0000-0000-0000-0000"}""", System.Text.Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }
}
