using System.Net;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>Nothing that was said goes because a button was pressed. Rows are those of the list of trouble from the field.</summary>
public sealed class SaidStaysTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Survey = """
        {"title": "Rent", "questions": [
          {"type": "text", "name": "a", "label": "What is going on?", "appearance": "multiline"},
          {"type": "integer", "name": "b", "label": "How many?", "default": "3"},
          {"type": "group", "name": "hard", "label": "Harm", "warning": "Hard.", "questions": [
            {"type": "text", "name": "c", "label": "What happened?"}]},
          {"type": "text", "name": "d", "label": "Anything else?"}]}
        """;

    private async Task<Page> Begin() => await (await site.NewPageClient().Open("/s/" + await site.Data.Survey(Survey))).Press("Start");

    [Fact]
    public async Task Row_7_Skip_asks_before_it_deletes_what_was_said_earlier()
    {
        var page = await (await (await Begin()).Go("next", ("a", "Story one"))).Go("back");
        page = await page.Go("skip");
        Assert.Equal("Delete what you said here?", page.Heading);
        Assert.Contains("Story one", page.Words, StringComparison.Ordinal);
        Assert.Equal("Story one", (await (await page.Press("Keep it")).Go("back")).Value("a"));
        Assert.Equal("", (await (await page.Press("Delete it")).Go("back")).Value("a"));
    }

    [Fact]
    public async Task Row_7_Skip_asks_before_it_deletes_what_was_typed_just_now()
    {
        var page = await (await Begin()).Go("skip", ("a", "Typed"));
        Assert.Contains("Typed", page.Words, StringComparison.Ordinal);
        Assert.Equal("Typed", (await page.Go("back")).Value("a"));
    }

    [Fact]
    public async Task Row_7_what_cannot_be_read_can_be_kept_and_put_right()
    {
        var page = await (await Begin()).Go("next");
        page = await page.Go("skip", ("b", "many"));
        Assert.Contains("many", page.Words, StringComparison.Ordinal);
        page = await page.Press("Keep it");
        Assert.Equal("many", page.Value("b"));
        Assert.StartsWith("Error:", page.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skip_does_not_ask_about_what_nobody_said()
    {
        var page = await (await Begin()).Go("skip");
        Assert.Equal("3", page.Value("b"));
        Assert.Equal("Before you go on", (await page.Go("skip")).Heading);
    }

    [Fact]
    public async Task Row_7_skipping_a_section_asks_about_what_was_said_in_it()
    {
        var page = await (await (await (await Begin()).Go("next")).Go("next")).Go("next");
        page = await (await (await page.Go("next", ("c", "A fire"))).Go("back")).Go("back");
        page = await page.Go("skip-section");
        Assert.Contains("A fire", page.Words, StringComparison.Ordinal);
        Assert.Equal("Anything else?", (await page.Press("Keep it")).Heading);
        Assert.Contains("A fire", (await (await page.Press("Keep it")).Go("next")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("A fire", (await (await page.Press("Delete it")).Go("next")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_7_what_could_not_be_read_stands_there_again_after_Back()
    {
        var page = await (await (await Begin()).Go("next")).Go("back", ("b", "about five"));
        Assert.Equal("about five", (await page.Go("next")).Value("b"));
    }

    [Fact]
    public async Task Row_7_an_answer_is_not_lost_to_one_that_cannot_be_read()
    {
        var page = await (await (await Begin()).Go("next")).Go("next", ("b", "7"));
        page = await (await (await (await page.Go("skip-section")).Go("next")).Go("change b")).Go("back", ("b", "x"));
        Assert.Equal("Check your answers", page.Heading);
        Assert.Contains("7", page.Words, StringComparison.Ordinal);
    }

    private async Task<Page> Unread() =>
        await (await (await (await (await (await (await Begin()).Go("next")).Go("next")).Go("skip-section")).Go("next")).Go("change b")).Go(
            "back",
            ("b", "3-4")
        );

    [Fact]
    public async Task What_could_not_be_read_is_told_on_the_check_page()
    {
        var page = await Unread();
        Assert.Equal("Check your answers", page.Heading);
        Assert.Contains("You typed “3-4”", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Not answered", page.Document.QuerySelector(".wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_read_is_shown_once_more_before_anything_is_stored()
    {
        var page = await (await Unread()).Go("submit");
        Assert.Equal("How many?", page.Heading);
        Assert.Equal("3-4", page.Value("b"));
        Assert.StartsWith("Error:", page.Document.Title, StringComparison.Ordinal);
        page = await (await page.Go("next", ("b", ""))).Go("submit");
        Assert.Equal("Thank you", page.Heading);
    }

    private const string Cascade = """
        {"type": "select_one", "name": "reg", "label": "Region", "choices": [{"name": "n", "label": "North"},
          {"name": "s", "label": "South"}]},
        {"type": "select_one", "name": "dis", "label": "District", "choice_filter": "reg = ${reg}",
         "choices": [{"name": "n1", "label": "Nord-1", "filter": {"reg": "n"}}, {"name": "s1", "label": "Sud-1", "filter": {"reg": "s"}}]}
        """;

    private async Task<Page> Cascading(string more) =>
        await (
            await site.NewPageClient().Open("/s/" + await site.Data.Survey($$"""{"title": "T", {{more}} "questions": [{{Cascade}}]}"""))
        ).Press("Start");

    [Fact]
    public async Task Choices_that_an_answer_opens_on_its_own_page_are_shown_there()
    {
        var page = await (await Cascading("\"layout\": \"all_on_one\",")).Go("next", ("reg", "n"));
        Assert.Contains("Nord-1", page.Words, StringComparison.Ordinal);
        Assert.Equal("Check your answers", (await page.Go("next")).Heading);
    }

    [Fact]
    public async Task Choices_that_a_change_opens_are_shown_before_the_check_page()
    {
        var page = await (await (await Cascading("")).Go("next")).Go("next");
        page = await (await page.Go("change reg")).Go("next", ("reg", "n"));
        Assert.Equal("District", page.Heading);
        Assert.Equal("Check your answers", (await page.Go("next", ("dis", "n1"))).Heading);
    }

    [Fact]
    public async Task Choices_that_nobody_has_seen_are_shown_before_anything_is_stored()
    {
        var page = await (await (await Cascading("")).Go("next")).Go("next");
        page = await (await page.Go("change reg")).Go("back", ("reg", "n"));
        Assert.Equal("District", page.Heading);
    }

    [Fact]
    public async Task Who_goes_back_from_a_part_that_a_change_opened_is_led_through_all_parts()
    {
        var slug = await site.Data.Survey(
            """
            {"title": "T", "questions": [{"type": "yes_no", "name": "k", "label": "Neighbours?"},
              {"type": "best_worst", "name": "q", "label": "Q", "relevant": "${k} = 'yes'", "sets": [["a", "b"], ["b", "c"]],
               "choices": [{"name": "a", "label": "A"}, {"name": "b", "label": "B"}, {"name": "c", "label": "C"}]}]}
            """
        );
        var page = await (await (await site.NewPageClient().Open("/s/" + slug)).Press("Start")).Go("next", ("k", "no"));
        page = await (await page.Go("change k")).Go("next", ("k", "yes"));
        page = await (await page.Go("back", ("q:1:best", "a"))).Go("next");
        Assert.Equal("a", page.Value("q:1:best"));
        page = await (await (await page.Go("next")).Go("back")).Go("next");
        Assert.Contains("2 of 2", page.Words, StringComparison.Ordinal);
        Assert.Equal("Check your answers", (await page.Go("next")).Heading);
    }

    [Fact]
    public async Task Whom_chance_asks_what_is_decided_once()
    {
        var slug = await site.Data.Survey(
            """
            {"title": "T", "questions": [{"type": "calculate", "name": "r", "calculation": "once(random())"},
              {"type": "text", "name": "a", "label": "A", "relevant": "${r} < 0.5"},
              {"type": "text", "name": "b", "label": "B", "relevant": "${r} >= 0.5"}]}
            """
        );
        for (var times = 0; times < 6; times++)
        {
            var page = await (await site.NewPageClient().Open("/s/" + slug)).Press("Start");
            Assert.NotNull(page.Document.QuerySelector(page.Heading == "A" ? "[name=a]" : "[name=b]"));
            Assert.Equal("Check your answers", (await page.Go("next", (page.Heading == "A" ? "a" : "b", "x"))).Heading);
        }
    }

    [Fact]
    public async Task Row_22_thirty_answers_of_nine_thousand_Thai_letters_are_all_stored()
    {
        var questions = Enumerable.Range(1, 30).Select(number => $$"""{"type": "text", "name": "q{{number}}", "label": "Q{{number}}"}""");
        var slug = await site.Data.Survey($$"""{"title": "Long", "questions": [{{string.Join(',', questions)}}]}""");
        var page = await (await site.NewPageClient().Open("/s/" + slug)).Press("Start");
        var random = new Random(22);
        for (var number = 1; number <= 30; number++)
            page = await page.Go(
                "next",
                ($"q{number}", string.Concat(Enumerable.Range(0, 9_000).Select(_ => (char)random.Next('ก', 'ฮ'))))
            );
        Assert.Equal((HttpStatusCode.OK, "Check your answers"), (page.Status, page.Heading));
        Assert.Equal("Thank you", (await page.Go("submit")).Heading);
        Assert.Equal(9_000, (await site.Stored(slug)).GetProperty("q30").GetString()!.Length);
    }

    [Fact]
    public async Task Row_22_all_of_it_on_one_page_is_stored_too()
    {
        var questions = Enumerable.Range(1, 30).Select(number => $$"""{"type": "text", "name": "q{{number}}", "label": "Q{{number}}"}""");
        var slug = await site.Data.Survey(
            $$"""{"title": "Long", "layout": "all_on_one", "questions": [{{string.Join(',', questions)}}]}"""
        );
        var page = await (await site.NewPageClient().Open("/s/" + slug)).Press("Start");
        page = await page.Go("next", [.. Enumerable.Range(1, 30).Select(number => ($"q{number}", new string('ก', 10_000)))]);
        Assert.Equal("Thank you", (await page.Go("submit")).Heading);
    }

    [Fact]
    public async Task Row_22_where_a_page_has_less_room_it_is_said_before_typing()
    {
        var questions = Enumerable.Range(1, 100).Select(number => $$"""{"type": "text", "name": "q{{number}}", "label": "Q{{number}}"}""");
        var slug = await site.Data.Survey(
            $$"""{"title": "Long", "layout": "all_on_one", "questions": [{{string.Join(',', questions)}}]}"""
        );
        var page = await (await site.NewPageClient().Open("/s/" + slug)).Press("Start");
        Assert.Contains("No more than 4,077 characters.", page.Words, StringComparison.Ordinal);
        Assert.Equal("4077", page.Document.QuerySelector("[name=q1]")!.GetAttribute("maxlength"));
    }

    // Beside field, row 41
    [Fact]
    public async Task What_could_not_be_read_and_was_hidden_is_asked_again_when_it_is_shown_again()
    {
        var slug = await site.Data.Survey(
            """
            {"title": "T", "layout": "all_on_one", "questions": [{"type": "yes_no", "name": "k", "label": "Children?"},
             {"type": "integer", "name": "n", "label": "How many?", "relevant": "${k} = 'yes'"}]}
            """
        );
        var page = await (await (await site.NewPageClient().Open("/s/" + slug)).Go("next")).Go("next", ("k", "yes"));
        page = await (await page.Go("next", ("n", "2 3"))).Go("next", ("k", "no"));
        Assert.Equal("Check your answers", page.Heading);
        var change = page.Document.QuerySelector("[value^='change ']")!.GetAttribute("value")!;
        page = await (await page.Go(change)).Go("next", ("k", "yes"));
        Assert.Equal("2 3", page.Value("n"));
        Assert.Contains("several numbers", (await page.Go("next")).Words, StringComparison.Ordinal);
    }

    // pages, row 9
    [Fact]
    public async Task A_note_alone_on_its_page_is_said_once()
    {
        var slug = await site.Data.Survey(
            """
            {"title": "T", "questions": [{"type": "text", "name": "a", "label": "A"},
              {"type": "note", "name": "n", "label": "Only words."}]}
            """
        );
        var page = await (await (await site.NewPageClient().Open("/s/" + slug)).Press("Start")).Go("next");
        Assert.Equal("Only words.", page.Heading);
        Assert.Equal(2, page.Words.Split("Only words.").Length);
    }
}
