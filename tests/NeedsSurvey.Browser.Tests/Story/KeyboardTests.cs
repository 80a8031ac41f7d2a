using Microsoft.Playwright;
using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Story;

public sealed class KeyboardTests(Chromium chromium, TestSite site) : IClassFixture<Chromium>, IClassFixture<TestSite>
{
    private const int MostTabs = 40;

    private const string Survey = """
        {"title": "What matters here", "questions": [
          {"type": "text", "name": "story", "story": true, "appearance": "multiline", "label": "What is going on?"},
          {"type": "select_one", "name": "tenure", "label": "How do you live?", "choices": [{"name": "rent", "label": "Renting"},
              {"name": "own", "label": "Owning"}]}]}
        """;

    [SkippableFact]
    public async Task Whoever_answers_with_the_keyboard_alone_sees_where_they_are_up_to_the_receipt()
    {
        await using var context = await chromium.Browser.NewContextAsync(
            new()
            {
                JavaScriptEnabled = false,
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        var browser = new TestBrowser(page, site.Address, new SeenPages(chromium.Browser, site.Address));
        await browser.Open("/s/" + await site.Data.Survey(Survey));

        await page.Keyboard.PressAsync("Tab");
        Assert.True(await At(page, ".skip"), "The first stop is the way past the frame.");
        await TabTo(page, ".button.large");
        await browser.Go(() => page.Keyboard.PressAsync("Enter"));

        await TabTo(page, "textarea");
        await page.Keyboard.TypeAsync("The rent is too high.");
        await TabTo(page, ".actions .button");
        await browser.Go(() => page.Keyboard.PressAsync("Enter"));

        await TabTo(page, "input[type=radio]");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabTo(page, ".actions .button");
        await browser.Go(() => page.Keyboard.PressAsync("Enter"));

        Assert.Contains("Owning", await browser.Words(), StringComparison.Ordinal);
        await TabTo(page, ".actions .button");
        await browser.Go(() => page.Keyboard.PressAsync("Space"));
        Assert.NotEmpty(await page.Locator(".code").InnerTextAsync());
        Assert.Equal(
            """{"story": "The rent is too high.", "tenure": "own"}""",
            await site.Database.Db.One<string>("select answers::text from response")
        );
    }

    [SkippableFact]
    public async Task A_page_with_a_fault_does_not_pass_the_look_at_pages()
    {
        var seen = new SeenPages(chromium.Browser, site.Address);
        await using var context = await seen.Watch(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "/receipt").ToString());
        await page.SetContentAsync(
            "<html lang='en'><title>Bad</title><main><h1>Bad</h1><img src='/mark.svg'><p "
                + "style='color:#999;background:#fff'>pale</p><div style='width:500px'>wide</div></main>"
        );
        await seen.Keep(page, "bad");
        var faults = string.Join('\n', await seen.Check());
        foreach (var fault in new[] { "image-alt", "color-contrast", "sideways" })
            Assert.Contains(fault, faults, StringComparison.Ordinal);
    }

    /// <summary>Presses Tab until the focus is there; every stop on the way must show itself.</summary>
    private static async Task TabTo(IPage page, string selector)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>(IsVisible), $"On {page.Url} the focus is somewhere that does not show it.");
            if (await At(page, selector))
                return;
        }
        Assert.Fail($"Tab does not lead to {selector} on {page.Url}.");
    }

    private static Task<bool> At(IPage page, string selector) =>
        page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector);

    // Focus on the page itself is the browser's own turn round, past the last stop. A radio button's row shows its focus.
    private const string IsVisible = """
        () => { const at = document.activeElement; if (at === document.body) return true;
          return [at, at.closest('.choice')].some(one => one && getComputedStyle(one).outlineStyle !== 'none')
                    && at.getBoundingClientRect().width > 0; }
        """;
}
