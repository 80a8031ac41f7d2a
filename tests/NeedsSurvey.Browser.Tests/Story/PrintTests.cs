// How many pages a printed report has is known to a browser only (case pages 25).

using System.Text;
using System.Text.RegularExpressions;
using NeedsSurvey.App;
using NeedsSurvey.App.Demo;
using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Story;

public sealed partial class PrintTests(Chromium chromium, TestSite site) : IClassFixture<Chromium>, IClassFixture<TestSite>
{
    private const int MostPages = 11;

    [SkippableFact]
    public async Task A_report_with_eight_goals_and_thirty_needs_prints_on_eleven_pages()
    {
        var browser = chromium.Browser;
        var demo = (await site.Get<CreateDemo>().Run(Actor.Operator, 60)).OrThrow().Demo;
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, demo.ReportPath).ToString());
        var pages = Pages().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" })));
        Assert.InRange(pages, 4, MostPages);
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 1000)]
    private static partial Regex Pages();
}
