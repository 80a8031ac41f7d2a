using NeedsSurvey.Web.Tests.Needs;

namespace NeedsSurvey.Web.Tests.Reports;

/// <summary>Anybody with the address, with a browser that speaks a language.</summary>
internal static class PublicReader
{
    /// <summary>The page, which has left nothing behind in the browser.</summary>
    public static async Task<Page> Public(this TestSite site, string path, string? language = null)
    {
        using var anyone = site.NewPageClient();
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (language is not null)
            request.Headers.AcceptLanguage.ParseAdd(language);
        var page = await anyone.Send(request);
        if (page.Html.StartsWith("<!DOCTYPE", StringComparison.Ordinal))
            page.Sound();
        Assert.Empty(anyone.Cookies);
        Assert.True(page.Headers.CacheControl!.NoStore);
        return page;
    }

    /// <summary>The language and the direction that a page says it is in.</summary>
    public static (string? Language, string? Direction) Spoken(this Page page) =>
        (page.Document.DocumentElement.GetAttribute("lang"), page.Document.DocumentElement.GetAttribute("dir"));

    /// <summary>The address to share, as an organiser's page has it.</summary>
    public static string Shared(this Page page) => new Uri(page.Document.QuerySelector("#f-link")!.GetAttribute("value")!).AbsolutePath;
}
