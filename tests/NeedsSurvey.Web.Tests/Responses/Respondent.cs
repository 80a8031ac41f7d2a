using AngleSharp.Html.Dom;
using NeedsSurvey.Web.Tests.Support;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>Steps of somebody who answers, in the words of the tests.</summary>
internal static class Respondent
{
    /// <summary>Presses the first button with this verb (and argument), whatever its words in whatever language.</summary>
    internal static Task<Page> Go(this Page page, string verb, params (string Name, string Value)[] fields)
    {
        var button = page.Document.QuerySelectorAll("button")
            .LastOrDefault(button => button.GetAttribute("value") == verb) ?? throw new InvalidOperationException($"No button to {verb} on this page: {page.Words}");
        return page.Press(button.TextContent.Trim(), fields);
    }

    /// <summary>The value of a field as the page holds it; ticked values joined for choices.</summary>
    internal static string Value(this Page page, string name)
    {
        var controls = page.Document.QuerySelectorAll($"[name='{name}']").ToList();
        return controls.Find(_ => true) switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox" } => string.Join(',', controls.OfType<IHtmlInputElement>().Where(box => box.IsChecked).Select(box => box.Value)),
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value ?? "",
            _ => throw new InvalidOperationException($"No field {name} on this page: {page.Words}"),
        };
    }

    /// <summary>The receipt code on the thanks page.</summary>
    internal static string Receipt(this Page page) => page.Document.QuerySelector(".code")?.TextContent.Trim() ?? throw new InvalidOperationException($"No receipt: {page.Words}");
}
