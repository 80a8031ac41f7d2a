using Microsoft.Playwright;
using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Story;

/// <summary>What the small script does for questions that are long without it; that they work without it, others test.</summary>
public sealed class LongQuestionTests(Chromium chromium, TestSite site) : IClassFixture<Chromium>, IClassFixture<TestSite>
{
    private static string Places(int count, string more) =>
        $$"""
            {"title": "Places", "questions": [{"type": "select_one", "name": "place", "label": "Where?", {{more}} "choices": [
              {{string.Join(",", Enumerable.Range(1, count).Select(n => $$"""{"name": "p{{n}}", "label": "Île {{n}}"}"""))}}]}]}
            """;

    private const string Ranking = """
        {"title": "Ranking", "questions": [{"type": "rank", "name": "first", "top": 2, "label": "What comes first?",
         "choices": [{"name": "home", "label": "Home"}, {"name": "food", "label": "Food"}, {"name": "care", "label": "Care"}]}]}
        """;

    private const string LongWords = """
        {"title": "Wasserversorgungsgenossenschaftsmitgliederversammlung", "languages": ["de"], "questions": [
         {"type": "select_one", "name": "w", "label": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft?",
          "choices": [{"name": "a", "label": "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"},
           {"name": "b", "label": "llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochllanfairpwllgwyngyll"}]}]}
        """;

    private async Task<IPage> First(string definition, bool script = true, bool touch = false)
    {
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
                JavaScriptEnabled = script,
                HasTouch = touch,
                IsMobile = touch,
            }
        );
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "/s/" + await site.Data.Survey(definition)).ToString());
        await page.Locator(".button.large").ClickAsync();
        await page.Locator(".actions").WaitForAsync();
        return page;
    }

    // pages, row 13
    [SkippableTheory]
    [InlineData("", ".choice:visible")]
    [InlineData("\"appearance\": \"autocomplete\",", "option")]
    public async Task Part_of_a_word_narrows_a_long_list(string more, string row)
    {
        var page = await First(Places(40, more));
        await page.Locator(".find input").FillAsync("ILE 17");
        var rows = (await page.Locator(row).AllInnerTextsAsync()).Select(words => words.Trim());
        Assert.Equal("Île 17", Assert.Single(rows, words => words.StartsWith('Î')));
        await page.Context.CloseAsync();
    }

    // pages, row 13
    [SkippableFact]
    public async Task What_was_chosen_stays_in_sight_while_the_list_is_searched()
    {
        var page = await First(Places(40, ""));
        await page.Locator("[value=p3]").CheckAsync();
        await page.Locator(".find input").FillAsync("17");
        Assert.True(await page.Locator("[value=p3]").IsVisibleAsync());
        Assert.False(await page.Locator("[value=p4]").IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    // pages, row 12
    [SkippableFact]
    public async Task What_has_a_place_is_not_offered_for_another()
    {
        var page = await First(Ranking);
        await page.Locator("[name='first:1']").SelectOptionAsync("food");
        Assert.True(await page.Locator("[name='first:2'] [value=food]").IsDisabledAsync());
        Assert.False(await page.Locator("[name='first:2'] [value=home]").IsDisabledAsync());
        await page.Context.CloseAsync();
    }

    // pages, row 12
    [SkippableFact]
    public async Task On_a_phone_choices_are_touched_in_order_and_sent_as_touched()
    {
        var page = await First(Ranking, touch: true);
        var (home, food, care) = (Touch(page, "Home"), Touch(page, "Food"), Touch(page, "Care"));
        await food.TapAsync();
        await care.TapAsync();
        Assert.Equal(("Food First", "Care Second", true), (await Said(food), await Said(care), await home.IsDisabledAsync()));
        await food.TapAsync();
        await home.TapAsync();
        Assert.Equal(("Care First", "Home Second", "Food"), (await Said(care), await Said(home), await Said(food)));
        await page.Locator(".actions [value=next]").TapAsync();
        var check = page.Locator(".answers-check dd bdi");
        await check.WaitForAsync();
        Assert.Equal("1. Care\n2. Home", await check.InnerTextAsync());
        await page.Context.CloseAsync();

        static ILocator Touch(IPage page, string choice) => page.Locator(".tap", new() { HasTextString = choice });
        static async Task<string> Said(ILocator tap) => (await tap.InnerTextAsync()).ReplaceLineEndings(" ").Trim();
    }

    // pages, row 12
    [SkippableFact]
    public async Task What_was_touched_is_there_again_after_Back()
    {
        var page = await First(Ranking, touch: true);
        await page.Locator(".tap", new() { HasTextString = "Food" }).TapAsync();
        await page.Locator(".actions [value=next]").TapAsync();
        await page.Locator(".answers-check").WaitForAsync();
        await page.Locator(".back").TapAsync();
        Assert.Contains("First", await page.Locator(".tap[aria-pressed=true]").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [SkippableFact]
    public async Task Every_state_of_a_long_question_holds_what_all_pages_hold()
    {
        Skip.IfNot(Thorough.Run, Thorough.Skipped);
        var seen = new SeenPages(chromium.Browser, site.Address);
        foreach (
            var (definition, name) in new[]
            {
                (Places(20, ""), "long-rows"),
                (Places(60, "\"other\": true,"), "long-list"),
                (Ranking, "ranking"),
                (Ranking, "ranking-touched"),
                // pages, row 5
                (LongWords, "long-words"),
            }
        )
        {
            var page = await First(definition, touch: name.EndsWith("touched", StringComparison.Ordinal));
            if (await page.Locator(".find input").CountAsync() > 0)
                await page.Locator(".find input").FillAsync("1");
            await seen.Keep(page, name);
            await page.Context.CloseAsync();
        }
        var faults = await seen.Check();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
