// How many pages a printed report has is known to a browser only (case pages 25).

using System.Text;
using System.Text.RegularExpressions;
using NeedsSurvey.App;
using NeedsSurvey.App.Demo;
using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Story;

public sealed partial class PrintTests(Chromium chromium, PrintTests.DemoReport report)
    : IClassFixture<Chromium>,
        IClassFixture<PrintTests.DemoReport>
{
    private const double SmallestType = 9;

    /// <summary>The report of a demo, with eight goals and thirty needs.</summary>
    public sealed class DemoReport : IAsyncLifetime
    {
        private readonly TestSite site = new();

        public string Address { get; private set; } = "";

        public string Questions { get; private set; } = "";

        public async Task InitializeAsync()
        {
            await site.InitializeAsync();
            var demo = (await site.Get<CreateDemo>().Run(Actor.Operator, 60)).OrThrow().Demo;
            Address = new Uri(site.Address, demo.ReportPath).ToString();
            Questions = new Uri(site.Address, demo.SurveyPath + "/questions").ToString();
        }

        public Task DisposeAsync() => site.DisposeAsync();
    }

    [SkippableTheory]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("de")]
    [InlineData("es")]
    public async Task A_report_with_eight_goals_and_thirty_needs_prints_on_six_pages(string language)
    {
        Skip.IfNot(Thorough.Run || language == "en", Thorough.Skipped);
        var page = await chromium.Browser.NewPageAsync();
        await page.GotoAsync($"{report.Address}?language={language}");
        var pages = Pages().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" })));
        Assert.InRange(pages, 4, 6);
    }

    [SkippableTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task The_questions_print_as_a_form_of_four_pages(string language)
    {
        Skip.IfNot(Thorough.Run || language == "en", Thorough.Skipped);
        var page = await chromium.Browser.NewPageAsync();
        await page.GotoAsync($"{report.Questions}?language={language}");
        Assert.InRange(Pages().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" }))), 2, 4);
    }

    [SkippableFact]
    public async Task Nothing_on_paper_is_set_in_less_than_nine_points()
    {
        var page = await Printed();
        var points = await page.EvaluateAsync<double>(
            """
            () => {
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              let smallest = 99;
              while (texts.nextNode()) {
                const { data, parentElement: around } = texts.currentNode;
                if (data.trim() && around.checkVisibility()) smallest = Math.min(smallest, parseFloat(getComputedStyle(around).fontSize));
              }
              return smallest * .75;
            }
            """
        );
        Assert.InRange(points, SmallestType, 12);
    }

    // What unfolds on a screen is read unfolded; of the other orders, paper has the first of each.
    [SkippableFact]
    public async Task Every_number_but_lower_places_of_other_orders_is_on_paper()
    {
        var page = await chromium.Browser.NewPageAsync();
        await page.GotoAsync(report.Address);
        await page.EvaluateAsync(
            """
            () => {
              document.querySelectorAll('details:has(+ .on-paper)').forEach(part => part.remove());
              document.querySelectorAll('main details').forEach(part => part.open = true);
            }
            """
        );
        var seen = Numbers(await page.Locator(".paper > .airy").InnerTextAsync());
        var printed = Numbers(await (await Printed()).Locator(".paper > .airy").InnerTextAsync());
        Assert.True(seen.Count > 40, $"{seen.Count} numbers");
        Assert.Empty(seen.Except(printed));
    }

    private async Task<Microsoft.Playwright.IPage> Printed()
    {
        var page = await chromium.Browser.NewPageAsync();
        await page.GotoAsync(report.Address);
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        return page;
    }

    private static HashSet<string> Numbers(string words) => [.. Number().Matches(words).Select(number => number.Value)];

    [GeneratedRegex(@"[0-9]+(?:[.,][0-9]+)*", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 1000)]
    private static partial Regex Pages();
}
