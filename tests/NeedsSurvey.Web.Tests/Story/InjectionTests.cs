using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NeedsSurvey.App;
using NeedsSurvey.App.Demo;
using NeedsSurvey.App.Responses;

namespace NeedsSurvey.Web.Tests.Story;

public sealed class InjectionTests(TestSite site) : IClassFixture<TestSite>
{
    private const int MostPages = 130;

    private readonly List<string> wrong = [];

    [SlowFact]
    public async Task Markup_in_any_text_of_the_database_stays_text_wherever_it_is_shown()
    {
        var demo = await HostileTexts.Make(site);
        var owner = await site.SignedIn(Role.Owner, demo.Organisation);
        var hearing = "/h/" + await site.Database.Db.One<string>("select slug from hearing_check");
        var (pages, hit) = await Crawl(
            owner.Pages,
            faultless: true,
            [
                demo.InitiativePath,
                "/organisations",
                $"/o/{demo.Organisation}/history",
                demo.ReportPath,
                demo.SurveyPath,
                demo.SurveyPath + "?language=ar",
                demo.InitiativePath + "/needs/read?all=1",
                demo.InitiativePath + "/needs",
                demo.InitiativePath + "/hearing",
                demo.InitiativePath + "/goals/decisions",
                hearing,
                hearing + "?language=ar",
                "/demo",
                "/",
            ]
        );
        await FollowReceipt(demo.Survey);
        Assert.True(hit > 25, $"Only {hit} of {pages} pages showed any of the words: the crawl misses its aim.");

        // Then the names too, which leaves most pages with nothing to show but the names.
        var paths = new[] { demo.InitiativePath, demo.InitiativePath + "/needs", demo.InitiativePath + "/goals", demo.ReportPath };
        await HostileTexts.SpoilNames(site);
        var slug = Uri.EscapeDataString(await site.Database.Db.One<string>("select slug from organisation where is_demo"));
        (_, hit) = await Crawl(owner.Pages, faultless: false, ["/organisations", "/o/" + slug, .. paths]);
        Assert.True(hit > 5, $"Only {hit} pages showed any of the names.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(20)));
    }

    private async Task<(int Pages, int Hit)> Crawl(PageClient visitor, bool faultless, string[] starts)
    {
        var (waiting, known, hit) = (new Queue<string>(), new HashSet<string>(), 0);
        foreach (var start in starts)
            Add(start);
        while (waiting.TryDequeue(out var path))
        {
            var page = await visitor.Open(path);
            if (faultless && (int)page.Status >= 500)
                wrong.Add($"{path}: {(int)page.Status}");
            // Data is kept from being taken for a page by its type, and by the browser's being told not to guess another.
            if (page.Type != "text/html")
            {
                if (
                    page.Type is "" or "image/svg+xml" or "text/xml" or "application/xml" or "application/xhtml+xml"
                    || !page.Headers.TryGetValues("X-Content-Type-Options", out var sniffing)
                    || !sniffing.Contains("nosniff")
                )
                    wrong.Add($"{path}: a browser may take {page.Type} for a page");
                continue;
            }
            if (page.Html.Contains("xss-found", StringComparison.Ordinal))
                hit++;
            wrong.AddRange(Injected(page.Document).Select(what => $"{path}: {what}"));
            foreach (
                var link in page
                    .Document.Links.OfType<IHtmlAnchorElement>()
                    .Select(link => new Uri(page.Address, link.GetAttribute("href")))
            )
                if (link.Authority == site.Address.Authority && link.Scheme == site.Address.Scheme)
                    Add(link.PathAndQuery);
        }
        return (known.Count, hit);

        void Add(string path)
        {
            // One of each kind is enough of what comes in numbers.
            if (known.Count < MostPages && !path.StartsWith("/docs", StringComparison.Ordinal) && known.Add(path))
                waiting.Enqueue(path);
        }
    }

    // What somebody finds of their words.
    private async Task FollowReceipt(string slug)
    {
        var survey = await site.Database.Db.One<Guid>(
            "select survey_id from survey where slug = @slug or state = 'closed' order by state = 'closed' desc limit 1",
            new { slug }
        );
        var person = DemoResponses.Generate(60).First(one => one.Readings.Any(reading => reading.Codings.Count > 0));
        using var visitor = site.NewPageClient();
        var story = await (await visitor.Open("/receipt")).Press("Show me", ("code", Receipt.Of(survey, person.Submission)));
        Assert.Contains("xss-found", story.Html, StringComparison.Ordinal);
        wrong.AddRange(Injected(story.Document).Select(what => $"/receipt: {what}"));
    }

    private static IEnumerable<string> Injected(IDocument document)
    {
        foreach (var element in document.All)
        {
            if (
                element.LocalName is "xss-found" or "iframe" or "object" or "embed" && !IsPhone(element)
                || element.LocalName == "img" && element.GetAttribute("src") == "x"
            )
                yield return $"<{element.LocalName}> is in the page";
            if (element.LocalName == "script" && string.IsNullOrEmpty(element.GetAttribute("src")))
                yield return "a script without a file";
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.Ordinal))
                    yield return $"{element.LocalName} has {attribute.Name}";
                if (
                    attribute.Name is "href" or "src" or "action" or "formaction"
                    && attribute.Value.Trim().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
                )
                    yield return $"{element.LocalName} runs script by {attribute.Name}";
            }
        }
    }

    // The editor's own frame, with the trial of the program in it.
    private static bool IsPhone(IElement element) =>
        element is { LocalName: "iframe" }
        && element.GetAttribute("name") == "phone"
        && element.GetAttribute("src")!.StartsWith("/o/", StringComparison.Ordinal);
}
