namespace NeedsSurvey.Web.Tests.Story;

/// <summary>What stands on a page, for the cases of pages that were walked from outside in November 2026. No script runs.</summary>
public sealed class PageCasesTests(TestSite site) : IClassFixture<TestSite>
{
    private async Task<Page> Needs()
    {
        var listening = await site.Listening();
        await listening.Answer(4);
        return await listening.Open("/needs");
    }

    // pages, row 23
    [Fact]
    public async Task Every_score_keeps_its_bar_on_a_narrow_page()
    {
        var rungs = (await Needs()).Document.QuerySelectorAll(".ladder > li");
        Assert.Equal(3, rungs.Length);
        Assert.All(rungs, rung => Assert.Null(Assert.Single(rung.QuerySelectorAll(".bar")).Closest(".hide-narrow")));
    }

    // pages, row 23
    [Fact]
    public async Task The_orders_are_one_list_to_choose_from() =>
        Assert.True((await Needs()).Document.QuerySelector("select[name=method]")!.QuerySelectorAll("option").Length > 2);

    // pages, row 24
    [Fact]
    public async Task A_goal_stands_beside_the_need_that_it_serves()
    {
        var listening = await site.Listening();
        await listening.Answer(4);
        await listening.Initiative.AdoptedGoal("Homes first");
        var page = await listening.Open("/goals");
        var served = Assert.Single(page.Document.QuerySelectorAll(".served > li"), need =>
            need.TextContent.Contains("Homes first", StringComparison.Ordinal)
        );
        Assert.Contains("Housing", served.QuerySelector("strong")!.TextContent, StringComparison.Ordinal);
        Assert.Null(served.Closest("table"));
    }

    // pages, row 38
    [Fact]
    public async Task What_is_wide_in_the_API_s_description_scrolls_by_itself()
    {
        var docs = await site.NewPageClient().Open("/docs");
        var wide = docs.Document.QuerySelectorAll("main table, main pre");
        Assert.True(wide.Length > 50, $"{wide.Length} tables and examples");
        Assert.All(wide, one => Assert.NotNull(one.Closest(".scroll")));
    }

    private async Task<Page> Start(string definition) => await site.NewPageClient().Open("/s/" + await site.Data.Survey(definition));

    // pages, row 39
    [Theory]
    [InlineData("""{"type":"integer","name":"q","label":"How many?","hint":"All of you."}""")]
    [InlineData("""{"type":"select_one","name":"q","required":true,"label":"Which?","hint":"One.","choices":[{"name":"a","label":"A"}]}""")]
    public async Task The_mark_of_a_fault_is_beside_the_whole_question(string question)
    {
        var asked = await (await Start($$"""{"title":"T","questions":[{{question}}]}""")).Go("next");
        var marked = (await asked.Go("next", ("q", "many"))).Document.QuerySelector(".wrong")!;
        Assert.NotNull(marked.QuerySelector("h1"));
        Assert.NotNull(marked.QuerySelector(".hint"));
        Assert.NotNull(marked.QuerySelector("[name=q]"));
    }

    // pages, row 40
    [Fact]
    public async Task The_link_to_what_is_stored_stands_by_itself()
    {
        var start = await Start("""{"title":"T","questions":[{"type":"text","name":"q","label":"Q"}]}""");
        var link = start.Document.QuerySelector("main a[href^='/privacy']")!;
        Assert.Equal("Who could learn what about you", link.TextContent);
        Assert.Equal(link.TextContent, link.ParentElement!.TextContent);
    }

    // pages, row 43
    [Fact]
    public async Task The_receipt_code_can_be_copied_where_script_runs()
    {
        var page = await Start("""{"title":"T","questions":[{"type":"text","name":"q","label":"Q"}]}""");
        var thanks = await (await (await page.Go("next")).Go("next", ("q", "Words"))).Press("Submit");
        Assert.Equal("Copy the code", thanks.Document.QuerySelector(".code")!.GetAttribute("data-copy"));
    }

    // Field 62: 400 pages; a part of them where a run is not a thorough one.
    [Fact]
    public async Task A_very_long_survey_is_walked_in_pages_that_stay_light()
    {
        var pages = Thorough.Or(400, few: 60);
        var questions = Enumerable.Range(1, pages).Select(n => $$"""{"type":"integer","name":"q{{n}}","label":"Number {{n}}?"}""");
        var page = await (await Start($$"""{"title":"T","questions":[{{string.Join(',', questions)}}]}""")).Go("next");
        for (var n = 1; n <= pages; n++)
        {
            Assert.Equal($"Number {n}?", page.Heading);
            Assert.InRange(page.Html.Length, 0, 16_000);
            page = await page.Go("next", ($"q{n}", $"{n}"));
        }
        Assert.Equal(pages, page.Document.QuerySelectorAll("main dl dt").Length);
    }
}
