using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;

namespace NeedsSurvey.Testing;

/// <summary>A page as it came.</summary>
/// <param name="Html">The body, of whatever type it is.</param>
public sealed record Page(
    PageClient Client,
    HttpStatusCode Status,
    Uri Address,
    HttpResponseHeaders Headers,
    IHtmlDocument Document,
    string Html
)
{
    /// <summary>The media type, without parameters.</summary>
    public string Type { get; init; } = "";

    /// <summary>The page's first heading.</summary>
    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>The words of the main part, spaces joined.</summary>
    public string Words =>
        string.Join(
            ' ',
            (Document.QuerySelector("main") ?? Document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    /// <summary>Follows the link with these words.</summary>
    public Task<Page> Follow(string words) =>
        Client.Open(
            Document.Links.OfType<IHtmlAnchorElement>().FirstOrDefault(link => link.TextContent.Trim() == words)?.Href
                ?? throw new InvalidOperationException($"No link \"{words}\" on {Address.PathAndQuery}: {Words}")
        );

    /// <summary>
    /// Presses the button with these words, after filling in fields by name. For check boxes and radio buttons the value chooses; an empty
    /// value clears. A field that the form does not have is a mistake in the test and throws.
    /// </summary>
    public Task<Page> Press(string button, params (string Name, string Value)[] fields)
    {
        var pressed =
            Document
                .QuerySelectorAll("button, input[type=submit]")
                .FirstOrDefault(element => (element is IHtmlInputElement input ? input.Value : element.TextContent).Trim() == button)
                as IHtmlElement
            ?? throw new InvalidOperationException($"No button \"{button}\" on {Address.PathAndQuery}: {Words}");
        var form = pressed switch
        {
            IHtmlButtonElement b => b.Form,
            IHtmlInputElement i => i.Form,
            _ => null,
        } ?? throw new InvalidOperationException($"The button \"{button}\" belongs to no form.");
        Fill(form, fields);
        var request = form.GetSubmission(pressed) ?? throw new InvalidOperationException("The form cannot be submitted.");
        var message = new HttpRequestMessage(new HttpMethod(request.Method.ToString().ToUpperInvariant()), request.Target.Href);
        if (message.Method == HttpMethod.Post)
        {
            message.Content = new StreamContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.MimeType);
            // As browsers do from pages that say no-referrer.
            message.Headers.Add("Origin", "null");
            message.Headers.Add("Sec-Fetch-Site", "same-origin");
        }
        return Client.Send(message);
    }

    /// <summary>Presses the last button with this value (a verb and its argument), whatever its words in whatever language.</summary>
    public Task<Page> Go(string verb, params (string Name, string Value)[] fields)
    {
        var button = Document.QuerySelectorAll("button").LastOrDefault(button => button.GetAttribute("value") == verb)
            ?? throw new InvalidOperationException($"No button to {verb} on this page: {Words}");
        return Press(button.TextContent.Trim(), fields);
    }

    /// <summary>The value of a field as the page holds it; ticked values joined for choices.</summary>
    public string Value(string name)
    {
        var controls = Document.QuerySelectorAll($"[name='{name}']").ToList();
        return controls.Find(_ => true) switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox" } => string.Join(
                ',',
                controls.OfType<IHtmlInputElement>().Where(box => box.IsChecked).Select(box => box.Value)
            ),
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value ?? "",
            _ => throw new InvalidOperationException($"No field {name} on this page: {Words}"),
        };
    }

    /// <summary>The receipt code on the page of thanks.</summary>
    public string Receipt() =>
        Document.QuerySelector(".code")?.TextContent.Trim() ?? throw new InvalidOperationException($"No receipt: {Words}");

    private void Fill(IHtmlFormElement form, (string Name, string Value)[] fields)
    {
        foreach (var byName in fields.GroupBy(field => field.Name))
        {
            var values = byName.Select(field => field.Value).ToList();
            var controls = form.Elements.Where(element => element.GetAttribute("name") == byName.Key).ToList();
            if (controls.Count == 0)
                throw new InvalidOperationException(
                    $"No field \"{byName.Key}\" on {Address.PathAndQuery}; there are: "
                        + string.Join(", ", form.Elements.Select(element => element.GetAttribute("name")).OfType<string>().Distinct())
                );
            foreach (var control in controls)
                Set(control, values);
        }
    }

    private static void Set(IHtmlElement control, List<string> values)
    {
        switch (control)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                box.IsChecked = values.Contains(box.Value);
                break;
            case IHtmlInputElement input:
                input.Value = values[0];
                break;
            case IHtmlTextAreaElement area:
                area.Value = values[0];
                break;
            case IHtmlSelectElement select:
                foreach (var option in select.Options)
                    option.IsSelected = values.Contains(option.Value);
                break;
        }
    }
}
