namespace NeedsSurvey.Web.Tests.Conformance;

/// <summary>Ways through the pages of a survey that do not know what is asked on them.</summary>
internal static class AnsweringPages
{
    private const int Most = 10;

    internal static bool IsCheck(this Page page) => page.Heading == "Check your answers";

    internal static bool HasFault(this Page page) => page.Document.Title?.StartsWith("Error:", StringComparison.Ordinal) == true;

    /// <summary>Those of the fields that the page has.</summary>
    internal static (string Name, string Value)[] Own(this Page page, (string Name, string Value)[] fields) =>
        [.. fields.Where(field => page.Document.QuerySelector($"[name='{field.Name}']") is not null)];

    /// <summary>Fills in each page until the check page; answers the pages on the way, the check page last.</summary>
    internal static async Task<List<Page>> Fill(this Page page, (string Name, string Value)[] fields)
    {
        List<Page> passed = [page];
        while (!page.IsCheck() && passed.Count < Most)
        {
            page = await page.Go("next", page.Own(fields));
            Assert.False(page.HasFault(), $"Fault on {page.Heading}: {page.Words}");
            passed.Add(page);
        }
        Assert.True(page.IsCheck(), $"No check page after {Most} pages.");
        return passed;
    }

    /// <summary>Every field is on one of the pages, and a value to choose is among those offered.</summary>
    internal static void Show(IReadOnlyList<Page> pages, (string Name, string Value)[] fields) =>
        Assert.All(fields, field =>
            Assert.Contains(pages, page =>
                page.Document.QuerySelectorAll($"[name='{field.Name}']")
                    .Any(control =>
                        control.GetAttribute("type") is not ("radio" or "checkbox") || control.GetAttribute("value") == field.Value
                    )
            )
        );

    /// <summary>The page holds these values in those of the fields that it has, of which there is one at least.</summary>
    internal static void IsFilled(Page page, (string Name, string Value)[] fields)
    {
        var own = page.Own(fields).GroupBy(field => field.Name, field => field.Value).ToList();
        Assert.NotEmpty(own);
        Assert.All(own, field => Assert.Equal(string.Join(',', field), page.Value(field.Key)));
    }

    /// <summary>The page says what is wrong and links to where it can be put right.</summary>
    internal static void TellsFault(Page page)
    {
        Assert.True(page.HasFault(), $"No fault on {page.Heading}: {page.Words}");
        var links = page.Document.QuerySelectorAll(".error-summary a");
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.NotNull(page.Document.GetElementById(link.GetAttribute("href")![1..])));
    }

    /// <summary>The answers on the check page, line by line.</summary>
    internal static IReadOnlyList<string> Checked(this Page check) =>
        [
            .. check
                .Document.QuerySelectorAll(".answers-check dd:not(.change)")
                .SelectMany(answer => answer.TextContent.Trim().Split('\n'))
                .Select(line => line.Trim()),
        ];
}
