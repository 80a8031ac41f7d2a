namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>Questions asked once for each of several things, as people meet them.</summary>
/// <remarks>Rows are those of the list of trouble from the field.</remarks>
public sealed class RepeatPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Person = """
        "name": "p", "label": "Person", "questions": [
          {"type": "note", "name": "first", "label": "Read this first."},
          {"type": "text", "name": "pn", "label": "Name"},
          {"type": "integer", "name": "age", "label": "How old is ${pn}?", "required": true},
          {"type": "group", "name": "job", "label": "Their work", "hint": "Paid or not.", "warning": "This may be hard.", "questions": [
            {"type": "yes_no", "name": "w", "label": "Does ${pn} work?", "required": true, "relevant": "${age} >= 18"}]}]
        """;

    private const string Open = $$"""{"type": "repeat", {{Person}}}, {"type": "text", "name": "z", "label": "Anything else?"}""";

    private const string Counted = $$"""
        {"type": "integer", "name": "n", "label": "How many?"}, {"type": "repeat", "repeat_count": "${n}", {{Person}}}
        """;

    private async Task<(Page Page, string Slug)> Begin(string questions, string more = "")
    {
        var slug = await site.Data.Survey($$"""{"title": "Home", {{more}} "questions": [{{questions}}]}""");
        return (await (await site.NewPageClient().Open("/s/" + slug)).Press("Start"), slug);
    }

    /// <summary>Forty years old, and sent.</summary>
    private async Task<Page> Opened(string questions = Open, string more = "") =>
        await (await Begin(questions, more)).Page.Go("next", ("p:1:pn", "Ann"), ("p:1:age", "40"));

    private static bool Has(Page page, string field) => page.Document.QuerySelector($"[name='{field}']") is not null;

    [Theory]
    [InlineData("")]
    [InlineData("\"layout\": \"all_on_one\",")]
    public async Task Row_1_what_an_answer_opens_inside_a_repeat_is_asked_before_going_on(string layout)
    {
        var page = await Opened(Open, layout);
        Assert.True(Has(page, "p:1:w"));
        Assert.Contains("Your answers opened more questions.", page.Words, StringComparison.Ordinal);
        var link = page.Document.QuerySelector(".note[role=status] a")!;
        Assert.Equal("p:1:w", page.Document.QuerySelector(link.GetAttribute("href")!)!.GetAttribute("name"));
        page = await page.Go("next", ("p:1:w", "yes"));
        Assert.False(Has(page, "p:1:w"));
    }

    [Fact]
    public async Task Row_2_a_required_question_is_not_complained_about_before_it_was_shown()
    {
        var page = await Opened();
        Assert.Null(page.Document.QuerySelector(".error"));
        page = await page.Go("next");
        Assert.NotNull(page.Document.QuerySelector(".error"));
    }

    [Fact]
    public async Task Row_1_what_a_change_opens_is_asked_before_the_check_page()
    {
        var (page, _) = await Begin(Open);
        page = await (await page.Go("next", ("p:1:pn", "Ann"), ("p:1:age", "4"))).Go("next");
        Assert.Equal("Check your answers", page.Heading);
        page = await (await page.Go("change p")).Go("next", ("p:1:age", "40"));
        Assert.True(Has(page, "p:1:w"));
        Assert.Equal("Check your answers", (await page.Go("next", ("p:1:w", "no"))).Heading);
    }

    [Fact]
    public async Task Row_2_Submit_asks_what_a_change_opened_and_Back_left_unseen()
    {
        var (page, _) = await Begin(Open);
        page = await (await page.Go("next", ("p:1:pn", "Ann"), ("p:1:age", "4"))).Go("next");
        page = await (await page.Go("change p")).Go("back", ("p:1:age", "40"));
        Assert.True(Has(page, "p:1:w"));
        Assert.Equal("Check your answers", (await page.Go("back")).Heading);
    }

    [Fact]
    public async Task Row_9_members_that_a_higher_number_adds_are_asked_at_once()
    {
        var (page, _) = await Begin(Counted);
        page = await page.Go("next", ("n", "1"));
        page = await page.Go("next", ("p:1:pn", "Ann"), ("p:1:age", "4"));
        Assert.Equal("Check your answers", page.Heading);
        page = await (await page.Go("change n")).Go("next", ("n", "3"));
        Assert.True(Has(page, "p:3:pn"));
        Assert.Equal("Ann", page.Value("p:1:pn"));
    }

    [Fact]
    public async Task Row_8_members_that_a_lower_number_took_away_come_back()
    {
        var (page, _) = await Begin(Counted);
        page = await page.Go("next", ("n", "2"));
        page = await page.Go("next", ("p:1:pn", "Ann"), ("p:1:age", "4"), ("p:2:pn", "Bo"), ("p:2:age", "5"));
        page = await (await page.Go("change n")).Go("next", ("n", "1"));
        Assert.DoesNotContain("Bo", page.Words, StringComparison.Ordinal);
        page = await (await page.Go("change n")).Go("next", ("n", "2"));
        Assert.Contains("Bo", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_left_out_of_a_member_is_told_with_the_member()
    {
        var (page, _) = await Begin(Counted);
        page = await (await page.Go("next", ("n", "2"))).Go(
            "next",
            ("p:1:pn", "Ann"),
            ("p:1:age", "4"),
            ("p:2:pn", "Bob"),
            ("p:2:age", "5")
        );
        page = await (await (await page.Go("change n")).Go("next", ("n", "1"))).Go("submit");
        Assert.Contains("Person 2 – Name", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_8_what_could_not_be_read_of_a_member_comes_back_too()
    {
        var (page, _) = await Begin(Counted);
        page = await page.Go("next", ("n", "2"));
        page = await page.Go("next", ("p:1:pn", "Ann"), ("p:1:age", "4"), ("p:2:pn", "Bo"), ("p:2:age", "2 3"));
        page = await (await page.Go("back")).Go("next", ("n", "1"));
        Assert.False(Has(page, "p:2:age"));
        page = await (await page.Go("back")).Go("next", ("n", "2"));
        Assert.Equal(("Bo", "2 3"), (page.Value("p:2:pn"), page.Value("p:2:age")));
    }

    [Fact]
    public async Task Row_3_words_inside_a_repeat_name_its_own_member_on_the_page_and_on_the_check()
    {
        var page = await Opened();
        Assert.Contains("Does Ann work?", page.Words, StringComparison.Ordinal);
        page = await (await page.Go("next", ("p:1:w", "yes"))).Go("next");
        Assert.Contains("How old is Ann?", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("${", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"layout\": \"all_on_one\",")]
    public async Task Row_68_notes_headings_hints_and_warnings_inside_a_repeat_are_shown_once(string layout)
    {
        var page = await Opened(Open, layout);
        foreach (var words in new[] { "Read this first.", "Their work", "Paid or not.", "This may be hard." })
            Assert.Equal(2, page.Words.Split(words).Length);
    }

    [Fact]
    public async Task Row_23_the_summary_says_which_question_of_which_member()
    {
        var (page, _) = await Begin(Open);
        page = await page.Go("more p", ("p:1:pn", "Ann"), ("p:1:age", "4"));
        page = await page.Go("next", ("p:2:pn", "Bo"));
        var link = Assert.Single(page.Document.QuerySelectorAll(".error-summary a"));
        Assert.StartsWith("Person 2: Bo – How old is", link.TextContent, StringComparison.Ordinal);
        Assert.Equal("p:2:age", page.Document.QuerySelector(link.GetAttribute("href")!)!.GetAttribute("name"));
    }

    [Fact]
    public async Task Row_23_what_is_wrong_at_Submit_is_found_at_its_member()
    {
        var (page, _) = await Begin(
            """
            {"type": "integer", "name": "n", "label": "N"},
            {"type": "repeat", "name": "p", "label": "Person", "questions": [
              {"type": "integer", "name": "age", "label": "Age", "constraint": ". < ${n}"}]}
            """
        );
        page = await page.Go("next", ("n", "9"));
        page = await page.Go("more p", ("p:1:age", "1"));
        page = await (await page.Go("next", ("p:2:age", "8"))).Go("change n");
        page = await (await page.Go("next", ("n", "5"))).Go("submit");
        var link = Assert.Single(page.Document.QuerySelectorAll(".error-summary a"));
        Assert.StartsWith("Person 2 – Age – ", link.TextContent, StringComparison.Ordinal);
        Assert.Contains("8", page.Document.QuerySelector(link.GetAttribute("href")!)!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_24_each_field_tells_whose_it_is()
    {
        var page = await Opened();
        foreach (var field in new[] { page.Document.GetElementById("f-p-1-pn")!, page.Document.QuerySelector("fieldset.question")! })
            Assert.Contains(
                "Person 1: Ann",
                string.Join(
                    ' ',
                    field.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.Document.GetElementById(id)!.TextContent)
                ),
                StringComparison.Ordinal
            );
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"layout\": \"all_on_one\",")]
    public async Task Whoever_told_of_nobody_can_add_somebody_from_the_check(string layout)
    {
        var (page, _) = await Begin(Open, layout);
        while (page.Document.QuerySelector(".answers-check") is null)
            page = await page.Go("next");
        Assert.Contains("Person Not answered Change", page.Words, StringComparison.Ordinal);
        page = await page.Go(layout.Length == 0 ? "change p" : "change all");
        page = await page.Go("next", ("p:1:pn", "Ann"), ("p:1:age", "4"));
        Assert.Contains("Ann", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_in_whom_something_stands_is_removed_only_after_a_question()
    {
        var (page, _) = await Begin(Open);
        page = await page.Go("more p", ("p:1:pn", "Ann"), ("p:1:age", "4"));
        page = await page.Go("remove p 1", ("p:2:pn", "Bo"));
        Assert.Equal("Delete what you said here?", page.Heading);
        Assert.Contains("Ann", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Bo", page.Words, StringComparison.Ordinal);
        var kept = await page.Press("Keep it");
        Assert.Equal(("Ann", "Bo"), (kept.Value("p:1:pn"), kept.Value("p:2:pn")));
        var left = await page.Press("Delete it");
        Assert.Equal("Bo", left.Value("p:1:pn"));
        Assert.False(Has(left, "p:2:pn"));
    }

    [Fact]
    public async Task A_member_whose_fields_are_cleared_is_gone_and_a_fault_stays_with_the_one_behind()
    {
        var (page, _) = await Begin(Open);
        page = await page.Go("more p", ("p:1:pn", "Ann"), ("p:1:age", "4"));
        page = await page.Go("next", ("p:1:pn", ""), ("p:1:age", ""), ("p:2:pn", "Bo"), ("p:2:age", "five"));
        Assert.Equal(("Bo", "five"), (page.Value("p:1:pn"), page.Value("p:1:age")));
        Assert.Contains("Person 1", page.Document.QuerySelector(".error-summary a")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_31_more_than_can_be_told_about_is_said_aloud()
    {
        var (page, _) = await Begin(
            """
            {"type": "integer", "name": "n", "label": "How many?"},
            {"type": "repeat", "name": "p", "label": "P", "repeat_count": "${n}", "questions": [
              {"type": "yes_no", "name": "y", "label": "Y"}]}
            """
        );
        page = await page.Go("next", ("n", "250"));
        Assert.Contains("You said 250. Here you can tell about 100 at most.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_28_an_empty_list_says_what_is_missing_and_lets_pass()
    {
        var (page, slug) = await Begin(
            """
            {"type": "select_one", "name": "reg", "label": "Which region?", "choices": [{"name": "n", "label": "North"}]},
            {"type": "select_one", "name": "dis", "label": "Which district?", "required": true, "may_decline": false,
             "choice_filter": "reg = ${reg}", "choices": [{"name": "a", "label": "A", "filter": {"reg": "n"}}]}
            """
        );
        page = await page.Go("next");
        Assert.Contains("it depends on “Which region?”", page.Words, StringComparison.Ordinal);
        Assert.Equal("Thank you", (await (await page.Go("next")).Go("submit")).Heading);
        Assert.Equal(1, await site.Rows(slug));
    }
}
