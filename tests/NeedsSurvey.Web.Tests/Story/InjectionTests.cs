using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NeedsSurvey.App;
using NeedsSurvey.Web.Tests.Accounts;
using NeedsSurvey.Web.Tests.Support;

namespace NeedsSurvey.Web.Tests.Story;

public sealed class InjectionTests(WebProgram program) : IClassFixture<WebProgram>
{
    private const int MostPages = 130;

    [Fact]
    public async Task Markup_in_any_text_of_the_database_stays_text_on_every_page()
    {
        var demo = await HostileWorld.Make(program);
        var owner = await program.SignedIn(Role.Owner, demo.Organisation);
        var (waiting, known, wrong, hit) = (new Queue<string>(), new HashSet<string>(), new List<string>(), 0);
        foreach (var start in new[] { demo.InitiativePath, "/organisations", $"/o/{demo.Organisation}/history", demo.ReportPath, demo.SurveyPath, demo.SurveyPath + "?language=ar", demo.InitiativePath + "/needs/read?all=1",
            demo.InitiativePath + "/needs", demo.InitiativePath + "/hearing", demo.InitiativePath + "/goals/decisions", "/h/" + await program.Database.Db.One<string>("select slug from hearing_check"), "/demo", "/" }) Add(start);
        while (waiting.TryDequeue(out var path))
        {
            var page = await owner.Visitor.Open(path);
            if ((int)page.Status >= 500) wrong.Add($"{path}: {(int)page.Status}");
            // Data is not a page; that it is not taken for one is a header's business.
            if (!page.Html.StartsWith("<!DOCTYPE html>", StringComparison.OrdinalIgnoreCase)) continue;
            if (page.Html.Contains("xss-found", StringComparison.Ordinal)) hit++;
            wrong.AddRange(Injected(page.Document).Select(what => $"{path}: {what}"));
            foreach (var link in page.Document.Links.OfType<IHtmlAnchorElement>().Select(link => new Uri(page.Address, link.GetAttribute("href"))))
                if (link.Authority == program.Address.Authority && link.Scheme == program.Address.Scheme) Add(link.PathAndQuery);
        }
        Assert.True(hit > 25, $"Only {hit} of {known.Count} pages showed any of the words: the crawl misses its aim.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(20)));

        void Add(string path)
        {
            // One of each kind is enough of what comes in numbers.
            if (known.Count < MostPages && !path.StartsWith("/docs", StringComparison.Ordinal) && known.Add(path)) waiting.Enqueue(path);
        }
    }

    private static IEnumerable<string> Injected(IDocument document)
    {
        foreach (var element in document.All)
        {
            if (element.LocalName is "xss-found" or "iframe" or "object" or "embed" || element.LocalName == "img" && element.GetAttribute("src") == "x") yield return $"<{element.LocalName}> is in the page";
            if (element.LocalName == "script" && string.IsNullOrEmpty(element.GetAttribute("src"))) yield return "a script without a file";
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.Ordinal)) yield return $"{element.LocalName} has {attribute.Name}";
                if (attribute.Name is "href" or "src" or "action" or "formaction" && attribute.Value.Trim().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)) yield return $"{element.LocalName} runs script by {attribute.Name}";
            }
        }
    }
}
