namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>What questions do to each other on the answering pages: defaults, piped answers, filters, sets, places, repeats.</summary>
public sealed class AnsweringQuestionTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Street = """{"type": "text", "name": "name", "label": "Name your street", "default": "High Street"}""";

    private const string Part = """
        {"type": "select_one", "name": "part", "label": "Which part of ${name}?", "choices": [{"name": "n", "label": "North"},
            {"name": "s", "label": "South"}]}
        """;

    private const string Corner = """
        {"type": "select_one", "name": "corner", "label": "Which corner?", "choice_filter": "side = ${part}",
         "choices": [{"name": "church", "label": "Church", "filter": {"side": "n"}}, {"name": "mill", "label": "Mill",
             "filter": {"side": "s"}}]}
        """;

    private const string When = """
        {"type": "matrix", "name": "when", "label": "When are you there?", "rows": [{"name": "mon", "label": "Monday"},
            {"name": "sun", "label": "Sunday"}], "choices": [{"name": "day", "label": "By day"}, {"name": "night", "label": "At night"}]}
        """;

    private const string Trade = """
        {"type": "best_worst", "name": "trade", "label": "Of these", "choices": [{"name": "a", "label": "Trees"},
            {"name": "b", "label": "Benches"}, {"name": "c", "label": "Lamps"}], "sets": [["a", "b", "c"]]}
        """;

    private const string Place = """{"type": "geopoint", "name": "place", "label": "Where is it?"}""";

    private const string Child = """
        {"type": "repeat", "name": "child", "label": "Children", "questions": [{"type": "integer", "name": "years", "label": "How old?"}]}
        """;

    /// <summary>The first page of a survey of these questions.</summary>
    private async Task<(Page Page, string Slug)> Begin(params string[] questions)
    {
        var slug = await site.Data.Survey($$"""{"title": "More", "questions": [{{string.Join(", ", questions)}}]}""");
        return (await (await site.NewPageClient().Open("/s/" + slug)).Press("Start"), slug);
    }

    [Fact]
    public async Task A_default_stands_in_its_field() => Assert.Equal("High Street", (await Begin(Street)).Page.Value("name"));

    [Fact]
    public async Task An_answer_stands_as_written_in_the_words_of_a_later_question()
    {
        var (page, _) = await Begin(Street, Part);
        page = await page.Press("Continue", ("name", "<i>Mill</i> Lane"));
        Assert.Equal("Which part of <i>Mill</i> Lane?", page.Heading);
    }

    [Fact]
    public async Task A_filter_leaves_out_what_an_earlier_answer_excludes()
    {
        var (page, _) = await Begin(Street, Part, Corner);
        page = await (await page.Press("Continue")).Press("Continue", ("part", "s"));
        Assert.DoesNotContain("Church", page.Words, StringComparison.Ordinal);
        page = await page.Press("Continue", ("corner", "mill"));
        Assert.Contains("Mill", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_names_each_row_of_a_matrix_with_its_answer()
    {
        var (page, _) = await Begin(When);
        page = await page.Press("Continue", ("when:mon", "day"), ("when:sun", ":declined"));
        Assert.Contains("Monday: By day", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_two_ends_of_a_set_have_different_answers()
    {
        var (page, slug) = await Begin(Trade);
        page = await page.Press("Continue", ("trade:1:best", "a"), ("trade:1:worst", "a"));
        Assert.Contains("Choose different answers for the two ends.", page.Words, StringComparison.Ordinal);
        page = await page.Press("Continue", ("trade:1:worst", "c"));
        Assert.Contains("Trees", page.Words, StringComparison.Ordinal);
        await page.Press("Submit");
        var set = (await site.Stored(slug)).GetProperty("trade")[0];
        Assert.Equal(("a", "c"), (set.GetProperty("best").GetString(), set.GetProperty("worst").GetString()));
    }

    [Fact]
    public async Task A_place_may_be_written_with_either_mark_of_decimals()
    {
        var (page, _) = await Begin(Place);
        page = await page.Press("Continue", ("place:lat", "51,5"), ("place:lon", "-0.1"));
        Assert.Contains("51.5, -0.1", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_that_repeat_are_answered_as_often_as_wanted()
    {
        var (page, slug) = await Begin(Child);
        page = await page.Go("more child", ("child:1:years", "4"));
        Assert.Equal("4", page.Value("child:1:years"));
        page = await page.Press("Continue", ("child:2:years", "7"));
        Assert.Contains("Children 2", page.Words, StringComparison.Ordinal);
        Assert.Equal("Thank you", (await page.Press("Submit")).Heading);
        var children = (await site.Stored(slug)).GetProperty("child").EnumerateArray();
        Assert.Equal(["4", "7"], children.Select(child => child.GetProperty("years").GetRawText()));
    }
}
