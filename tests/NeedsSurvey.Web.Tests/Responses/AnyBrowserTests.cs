using AngleSharp.Dom;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>What holds the answering pages together in whatever shows or reads them: text browsers, screen readers, copied text.</summary>
public sealed class AnyBrowserTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Kinds = """
        {"title": "Every kind", "layout": "all_on_one", "questions": [
          {"type": "text", "name": "line", "label": "A word"},
          {"type": "integer", "name": "people", "label": "How many people?"},
          {"type": "yes_no", "name": "pets", "label": "Pets?", "required": true},
          {"type": "select_one", "name": "tenure", "other": true, "label": "How do you live?",
           "choices": [{"name": "rent", "label": "Renting"}, {"name": "own", "label": "Owning"}]},
          {"type": "select_one", "name": "street", "appearance": "minimal", "label": "Which street?",
           "choices": [{"name": "high", "label": "High Street"}, {"name": "mill", "label": "Mill Lane"}]},
          {"type": "rank", "name": "first", "top": 2, "label": "What comes first?",
           "choices": [{"name": "home", "label": "Home"}, {"name": "food", "label": "Food"}]},
          {"type": "range", "name": "life", "end": 3, "low_label": "Hard", "high_label": "Good", "label": "How is life?"},
          {"type": "need_grid", "name": "needs", "required": true, "label": "Needs", "rows": [{"name": "home", "label": "Housing"},
           {"name": "food", "label": "Food"}],
           "importance": {"label": "How important?", "scale": [{"value": 0, "label": "Not"}, {"value": 1, "label": "Very"}]},
           "satisfaction": {"label": "How is it going?", "scale": [{"value": 0, "label": "Badly"}, {"value": 1, "label": "Well"}]}},
          {"type": "matrix", "name": "visits", "required": true, "label": "When are you there?", "rows": [{"name": "mon",
           "label": "Monday"}, {"name": "sun", "label": "Sunday"}], "choices": [{"name": "day", "label": "By day"}]},
          {"type": "best_worst", "name": "trade", "required": true, "label": "Of these", "choices": [{"name": "trees", "label": "Trees"},
           {"name": "lamps", "label": "Lamps"}], "sets": [["trees", "lamps"], ["lamps", "trees"]]}]}
        """;

    private async Task<Page> First(string definition, string language = "en") =>
        await (await site.NewPageClient().Open($"/s/{await site.Data.Survey(definition)}?language={language}")).Go("next");

    // clients, row 5
    [Fact]
    public async Task The_first_button_of_every_group_is_on_while_nothing_is_chosen()
    {
        var groups = (await First(Kinds)).Document.QuerySelectorAll("input[type=radio]").GroupBy(button => button.GetAttribute("name"));
        Assert.Equal(13, groups.Count());
        Assert.All(groups, group => Assert.Equal([":none"], group.Where(button => button.HasAttribute("checked")).Select(ValueOf)));
        Assert.All(groups, group => Assert.Equal(":none", ValueOf(group.First())));
    }

    // clients, row 5
    [Fact]
    public async Task It_is_not_on_where_something_was_chosen()
    {
        var page = await (await First(Kinds)).Press("Continue", ("tenure", "own"), ("life", "2"), ("needs:home:importance", ":declined"));
        Assert.Equal("own", page.Value("tenure"));
        Assert.Equal("2", page.Value("life"));
        Assert.Equal(":declined", page.Value("needs:home:importance"));
        Assert.Equal(":none", page.Value("needs:home:satisfaction"));
    }

    // clients, row 11
    [Fact]
    public async Task No_choice_of_a_list_has_an_empty_value() =>
        Assert.All((await First(Kinds)).Document.QuerySelectorAll("option, input[type=radio]"), choice => Assert.NotEmpty(ValueOf(choice)));

    [Fact]
    public async Task A_persons_own_words_may_read_like_nothing_chosen()
    {
        var slug = await site.Data.Survey("""{"title":"T","questions":[{"type":"text","name":"t","label":"Say it"}]}""");
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + slug)).Go("next");
        await (await page.Go("next", ("t", ":none"))).Go("submit");
        Assert.Equal(":none", (await site.Stored(slug)).GetProperty("t").GetString());
    }

    // clients, row 7
    [Fact]
    public async Task Every_group_of_buttons_is_named_by_its_question()
    {
        var page = await First(Kinds);
        var names = page.Document.QuerySelectorAll("fieldset").Select(group => Name(page.Document, group)).ToList();
        Assert.Contains("Needs Housing How important?", names);
        Assert.Contains("When are you there? Monday", names);
        Assert.Contains("Of these 2 of 2 Least", names);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    // clients, row 7
    [Theory]
    [InlineData("line:declined", "A word")]
    [InlineData("people:declined", "How many people?")]
    [InlineData("street:declined", "Which street?")]
    [InlineData("trade:declined", "Of these")]
    public async Task A_box_outside_a_group_tells_its_question(string box, string question)
    {
        var page = await First(Kinds);
        Assert.Equal(question, Words(page.Document, page.Document.QuerySelector($"[name='{box}']")!.GetAttribute("aria-describedby")!));
    }

    // clients, row 8
    [Fact]
    public async Task Every_link_of_the_summary_names_its_question()
    {
        var page = await (await First(Kinds)).Press("Continue");
        var links = page.Document.QuerySelectorAll(".error-summary a").Select(link => link.TextContent).ToList();
        Assert.Contains("Pets? – Please answer this question, or choose not to say.", links);
        Assert.Contains("Needs – Food – How is it going? – Please answer this question, or choose not to say.", links);
        Assert.Contains("When are you there? – Sunday – Please answer this question, or choose not to say.", links);
        Assert.Contains("Of these – 2 of 2 – Least – Please answer this question, or choose not to say.", links);
        Assert.Equal(links.Count, links.Distinct().Count());
    }

    // clients, row 12
    [Fact]
    public async Task Words_beside_one_another_are_apart_without_a_stylesheet()
    {
        var start = await site.NewPageClient()
            .Open(
                "/s/"
                    + await site.Data.Survey(
                        """{"title":"T","languages":["en","es"],"questions":[{"type":"text","name":"n","label":"N"}]}"""
                    )
            );
        Assert.Contains("English Español", start.Words, StringComparison.Ordinal);
        var page = await First(Kinds);
        Assert.Contains("Renting Owning Something else What is it?", page.Words, StringComparison.Ordinal);
        Assert.Contains("0 = Hard 3 = Good", page.Words, StringComparison.Ordinal);
        Assert.Contains("Continue Skip", (await First(SampleSurveys.ManyTypes)).Words, StringComparison.Ordinal);
    }

    // clients, row 13
    [Fact]
    public async Task What_somebody_said_stands_apart_by_elements()
    {
        var page = await First(
            """
            {"title": "T", "languages": ["ar"], "questions": [{"type": "text", "name": "n", "label": "من؟"},
             {"type": "text", "name": "w", "label": "ماذا تقول ${n}؟"}]}
            """,
            "ar"
        );
        page = await page.Go("next", ("n", "Ann (11)"));
        Assert.Equal("Ann (11)", page.Document.QuerySelector("h1 bdi")!.TextContent);
        Assert.DoesNotContain('\u2068', page.Document.Body!.TextContent);
    }

    // clients, row 9
    [Fact]
    public async Task What_folds_out_stands_in_no_line_of_words()
    {
        var page = await First("""{"title":"T","languages":["en","es"],"questions":[{"type":"text","name":"t","label":"Say it"}]}""");
        Assert.NotEmpty(page.Document.QuerySelectorAll("details"));
        Assert.Empty(page.Document.QuerySelectorAll("span details, p details, input[type=hidden][autocomplete]"));
    }

    // field, row 35
    [Fact]
    public async Task Choices_in_random_order_keep_it_while_one_person_goes_back_and_forth()
    {
        var choices = string.Join(",", Enumerable.Range(0, 12).Select(n => $$"""{"name":"c{{n}}","label":"C{{n}}"}"""));
        var page = await First(
            $$"""
            {"title": "T", "questions": [{"type": "select_one", "name": "s", "other": true, "randomize": true, "label": "Which?",
             "choices": [{{choices}}]}, {"type": "text", "name": "t", "label": "Why?"}]}
            """
        );
        var before = Order(page);
        Assert.NotEqual(Enumerable.Range(0, 12).Select(n => "c" + n), before.Take(12));
        Assert.Equal(["other", ":declined"], before.Skip(12));
        Assert.Equal(before, Order(await (await page.Go("next", ("s", "c3"))).Go("back")));

        static List<string> Order(Page page) => [.. page.Document.QuerySelectorAll("[name=s]").Skip(1).Select(ValueOf)];
    }

    // field, row 32
    [Fact]
    public async Task A_register_of_ten_thousand_places_is_one_list()
    {
        var choices = string.Join(",", Enumerable.Range(0, 10_000).Select(n => $$"""{"name":"v{{n}}","label":"Village {{n}}"}"""));
        var page = await First(
            $$"""{"title":"T","questions":[{"type":"select_one","name":"v","label":"Where?","choices":[{{choices}}]}]}"""
        );
        Assert.Equal(10_001, page.Document.QuerySelectorAll("select[name=v] option").Length);
        Assert.Contains("Village 9876", (await page.Go("next", ("v", "v9876"))).Words, StringComparison.Ordinal);
    }

    private static string ValueOf(IElement choice) => choice.GetAttribute("value") ?? "";

    private static string Name(IDocument page, IElement group) =>
        group.GetAttribute("aria-labelledby") is { } ids ? Words(page, ids) : group.QuerySelector("legend")!.TextContent.Trim();

    private static string Words(IDocument page, string ids) =>
        string.Join(' ', ids.Split(' ').Select(id => page.GetElementById(id)!.TextContent.Trim()));
}
