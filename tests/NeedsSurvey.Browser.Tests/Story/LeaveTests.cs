using Microsoft.Playwright;
using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Story;

/// <summary>Leave, for somebody who is being watched, and what Back shows afterwards (field, row 55 and 67).</summary>
public sealed class LeaveTests(Chromium chromium, TestSite site) : IClassFixture<Chromium>, IClassFixture<TestSite>
{
    private const string Survey = """
        {"title": "T", "questions": [{"type": "text", "name": "a", "label": "First?"}, {"type": "text", "name": "b", "label": "Second?"}]}
        """;

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_Leave_Back_shows_no_answer(bool script)
    {
        await using var browser = await chromium.Remembering();
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = script });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "/s/" + await site.Data.Survey(Survey)).ToString());
        await page.Locator(".button.large").ClickAsync();
        await page.Locator("[name=a]").FillAsync("the secret");
        await page.Locator(".actions .button").ClickAsync();
        await page.Locator("[name=b]").FillAsync("the other secret");
        // Where Leave leads is not ours to open in a test; any other page is as far away.
        await page.Locator(".exit").EvaluateAsync("link => { link.href = '/privacy'; }");
        await page.Locator(".exit").ClickAsync();
        await page.WaitForURLAsync("**/privacy");
        try
        {
            await page.GoBackAsync();
        }
        catch (PlaywrightException fault) when (fault.Message.Contains("ERR_CACHE_MISS", StringComparison.Ordinal))
        {
            // The browser has kept nothing to show, and does not send a form again unasked.
        }
        // Waits for the page that Back leads to, whichever that is.
        Assert.DoesNotContain("secret", await page.Locator("body").InnerHTMLAsync(), StringComparison.Ordinal);
    }
}
