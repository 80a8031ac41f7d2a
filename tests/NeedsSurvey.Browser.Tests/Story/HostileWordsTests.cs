using NeedsSurvey.App;
using NeedsSurvey.Browser.Tests.Support;
using NeedsSurvey.Web.Tests.Story;

namespace NeedsSurvey.Browser.Tests.Story;

public sealed class HostileWordsTests(Chromium chromium, TestSite site) : IClassFixture<Chromium>, IClassFixture<TestSite>
{
    [SkippableFact]
    public async Task Markup_in_any_text_of_the_database_runs_nothing_in_a_real_browser()
    {
        Skip.IfNot(Thorough.Run, Thorough.Skipped);
        var browser = chromium.Browser;
        var demo = await HostileTexts.Make(site);
        var owner = await site.SignedIn(Role.Owner, demo.Organisation);
        // Without the policy in the headers too: escaping alone must do.
        await using var context = await browser.NewContextAsync(new() { BypassCSP = true });
        await context.AddCookiesAsync([
            new()
            {
                Name = "needssurvey",
                Value = owner.Session,
                Url = site.Address.ToString(),
            },
        ]);
        var page = await context.NewPageAsync();
        var ran = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            ran.Add($"{page.Url}: alert {dialog.Message}");
            await dialog.DismissAsync();
        };
        context.Request += (_, request) =>
        {
            if (request.ResourceType == "image" && !request.Url.EndsWith(".svg", StringComparison.Ordinal))
                ran.Add($"{page.Url}: asked for {request.Url}");
        };
        foreach (
            var path in new[]
            {
                demo.ReportPath,
                demo.SurveyPath,
                demo.InitiativePath,
                demo.InitiativePath + "/needs",
                demo.InitiativePath + "/needs/read?all=1",
                demo.InitiativePath + "/hearing",
                demo.InitiativePath + "/goals",
                demo.InitiativePath + "/report",
                $"/o/{demo.Organisation}/history",
            }
        )
        {
            await page.GotoAsync(new Uri(site.Address, path).ToString());
            Assert.Contains("xss-found", await page.ContentAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await page.Locator("xss-found").CountAsync());
        }
        Assert.Empty(ran);
    }
}
