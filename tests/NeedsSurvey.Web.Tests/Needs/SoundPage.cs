using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NeedsSurvey.Web.Tests.Needs;

/// <summary>
/// What holds of every page, whatever it says: nothing on it runs, every control is labelled, and every link into the page arrives.
/// </summary>
internal static class SoundPage
{
    /// <summary>Written into every text field that a page shows again.</summary>
    internal const string Hostile = "\"><img src=x onerror=alert(1)><script>alert(1)</script>";

    /// <summary>The page, after looking.</summary>
    internal static Page Sound(this Page page)
    {
        var document = page.Document;
        var where = page.Address.PathAndQuery;
        Assert.True(
            document.QuerySelectorAll("script:not([src^='/']), style, [style], img, iframe, [onerror], [onload]").Length == 0,
            $"{where}: something on it could run"
        );
        Assert.True(
            document.QuerySelectorAll("h1").Length == 1,
            $"{where}: {document.QuerySelectorAll("h1").Length} headings of the first level"
        );
        Assert.Equal(
            (where, ""),
            (
                where,
                string.Join(
                    ' ',
                    document
                        .All.Select(element => element.Id)
                        .OfType<string>()
                        .GroupBy(id => id)
                        .Where(same => same.Count() > 1)
                        .Select(same => same.Key)
                )
            )
        );
        Assert.Equal(
            (where, ""),
            (
                where,
                string.Join(
                    ' ',
                    document
                        .QuerySelectorAll("input:not([type=hidden]), select, textarea")
                        .Where(control => !IsLabelled(control))
                        .Select(control => control.OuterHtml)
                )
            )
        );
        Assert.Equal(
            (where, ""),
            (
                where,
                string.Join(
                    ' ',
                    document
                        .QuerySelectorAll("a[href^='#']")
                        .Select(link => link.GetAttribute("href")![1..])
                        .Concat(References(document))
                        .Where(id => document.GetElementById(id) is null)
                )
            )
        );
        return page;
    }

    /// <summary>
    /// A form that came back: the title says so first, and every fault that the summary lists leads to a field on the page.
    /// </summary>
    /// <param name="fields">Names of the fields that the summary links to, in order.</param>
    internal static Page CameBack(this Page page, params string[] fields)
    {
        page.Sound();
        Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
        var links = page
            .Document.QuerySelectorAll(".error-summary a")
            .Select(link => page.Document.GetElementById(link.GetAttribute("href")![1..])!)
            .ToList();
        Assert.Equal(fields, links.Select(element => element.GetAttribute("name") ?? element.Id));
        Assert.All(links.Where(element => element.HasAttribute("name")), control =>
        {
            Assert.Equal("true", control.GetAttribute("aria-invalid"));
            Assert.DoesNotContain(control.GetAncestors().OfType<IElement>(), ancestor =>
                ancestor.LocalName == "details" && !ancestor.HasAttribute("open")
            );
        });
        return page;
    }

    /// <summary>Posts to an address as a form of this page would, with its token.</summary>
    internal static Task<Page> Post(this Page page, string path, params (string Name, string Value)[] fields)
    {
        var token = page.Document.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        return page.Client.Send(
            new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent([
                    new("token", token),
                    .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
                ]),
            }
        );
    }

    private static bool IsLabelled(IElement control) =>
        control.HasAttribute("aria-label")
        || control.HasAttribute("aria-labelledby")
        || control.GetAncestors().OfType<IHtmlLabelElement>().Any()
        || control.Id is { Length: > 0 } id
            && control
                .Owner!.QuerySelectorAll("label")
                .Any(label => label.GetAttribute("for") == id && label.TextContent.Trim().Length > 0);

    private static IEnumerable<string> References(IDocument document) =>
        new[] { "aria-describedby", "aria-labelledby", "for" }.SelectMany(attribute =>
            document
                .QuerySelectorAll($"[{attribute}]")
                .SelectMany(element => element.GetAttribute(attribute)!.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        );
}
