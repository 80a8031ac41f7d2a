using Microsoft.Playwright;
using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Story;

/// <summary>What the small script is there for: the telephone's Back and a network that comes and goes.</summary>
public sealed class PhoneTests(Chromium chromium, TestSite site) : IClassFixture<Chromium>, IClassFixture<TestSite>
{
    private const string Survey = """
        {"title": "What matters here", "layout": "one_per_page", "questions": [
          {"type": "text", "name": "story", "appearance": "multiline", "label": "What is going on?"},
          {"type": "integer", "name": "people", "required": true, "label": "How many people?"}]}
        """;

    [SkippableFact]
    public async Task The_telephones_own_Back_goes_one_question_back_and_without_a_network_nothing_typed_is_lost()
    {
        await using var context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "/s/" + await site.Data.Survey(Survey)).ToString());
        var (onwards, title, story, people) = (
            page.Locator(".actions .button"),
            page.Locator("h1"),
            page.Locator("[name=story]"),
            page.Locator("[name=people]")
        );

        await page.ClickAsync(".button.large");
        await story.FillAsync("The rent\nis too high.");
        await onwards.ClickAsync();
        await people.FillAsync("many");
        await onwards.ClickAsync();
        await page.WaitForFunctionAsync("() => document.title.startsWith('Error:') && document.activeElement.matches('.error-summary')");
        await page.ClickAsync(".error-summary a");
        Assert.True(await people.EvaluateAsync<bool>("field => field === document.activeElement"));

        await page.GoBackAsync();
        await story.WaitForAsync();
        Assert.Equal("The rent\nis too high.", await story.InputValueAsync());
        Assert.True(
            await title.EvaluateAsync<bool>("heading => heading === document.activeElement"),
            "Who hears the page instead of seeing it is told where they are."
        );
        await page.GoBackAsync();
        await page.Locator(".button.large").WaitForAsync();
        await page.ClickAsync(".button.large");
        Assert.Equal("The rent\nis too high.", await story.InputValueAsync());
        await onwards.ClickAsync();
        await people.FillAsync("3");

        await context.SetOfflineAsync(true);
        await onwards.ClickAsync();
        Assert.Contains("no connection", await page.Locator("[role=status]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("3", await people.InputValueAsync());
        await context.SetOfflineAsync(false);
        await Assertions.Expect(title).ToContainTextAsync("Check your answers", new() { Timeout = 15_000 });

        // Pressed twice, faster than the pages come.
        await page.EvaluateAsync("() => { history.back(); addEventListener('popstate', () => history.back(), { once: true }); }");
        await story.WaitForAsync();
        await onwards.ClickAsync();
        Assert.Equal("3", await people.InputValueAsync());
        await onwards.ClickAsync();
        await Assertions.Expect(title).ToContainTextAsync("Check your answers");

        await context.SetOfflineAsync(true);
        await onwards.ClickAsync();
        await page.Locator("[role=status]").WaitForAsync();
        await context.SetOfflineAsync(false);
        await page.Locator(".code").WaitForAsync();
        Assert.Equal(
            """{"story": "The rent\nis too high.", "people": 3}""",
            await site.Database.Db.One<string>("select answers::text from response")
        );

        await page.GoBackAsync();
        await page.Locator(".button.large").WaitForAsync();
        Assert.DoesNotContain("rent", await page.ContentAsync(), StringComparison.Ordinal);
    }
}
