// A person with a browser that runs no script: follows redirects, keeps cookies, fills in forms as they are on the page and posts them.

using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NeedsSurvey.Web.Tests.Support;

/// <summary>One browser.</summary>
public sealed class Visitor : IDisposable
{
    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = true, CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.All };
    private readonly HttpClient client;

    internal Visitor(Uri address) : this(address, null)
    {
    }

    /// <summary>Behind a balancer that gives each request, redirects too, to the node that did not have the one before.</summary>
    internal Visitor(Uri address, Uri? other)
    {
        client = new HttpClient(other is null ? this.handler : new Balancer(this.handler, address, other)) { BaseAddress = address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    /// <summary>What the server has set.</summary>
    public CookieCollection Cookies => this.handler.CookieContainer.GetAllCookies();

    /// <summary>Puts a cookie into the browser, as if the server had set it.</summary>
    public void Carry(string name, string value) => this.handler.CookieContainer.Add(client.BaseAddress!, new Cookie(name, value, "/"));

    /// <summary>Opens an address.</summary>
    public Task<Page> Open(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends any request with this browser's cookies.</summary>
    public async Task<Page> Send(HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        var address = response.RequestMessage!.RequestUri!;
        var text = await response.Content.ReadAsStringAsync();
        var document = await BrowsingContext.New().OpenAsync(answer => answer.Content(text).Address(address));
        return new Page(this, response.StatusCode, address, response.Headers, (IHtmlDocument)document, text) { Type = response.Content.Headers.ContentType?.MediaType ?? "" };
    }

    /// <inheritdoc />
    public void Dispose()
    {
        client.Dispose();
        this.handler.Dispose();
    }

    private sealed class Balancer : DelegatingHandler
    {
        private readonly Uri[] nodes;
        private int requests;

        public Balancer(SocketsHttpHandler handler, Uri first, Uri second) : base(handler)
        {
            nodes = [first, second];
            // A redirect is a request of its own, for the other node.
            handler.AllowAutoRedirect = false;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            while (true)
            {
                var node = nodes[requests++ % 2];
                request.RequestUri = new Uri(node, request.RequestUri!.PathAndQuery);
                var response = await base.SendAsync(request, cancellationToken);
                if (response.Headers.Location is not { } location) return response;
                response.Dispose();
                request = new HttpRequestMessage(HttpMethod.Get, new Uri(node, location)) { Headers = { { "Accept", "text/html" } } };
            }
        }
    }
}

/// <summary>A page as it came.</summary>
public sealed record Page(Visitor Visitor, HttpStatusCode Status, Uri Address, System.Net.Http.Headers.HttpResponseHeaders Headers, IHtmlDocument Document, string Html)
{
    /// <summary>The media type, without parameters.</summary>
    public string Type { get; init; } = "";

    /// <summary>The page's first heading.</summary>
    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>The words of the main part, spaces joined.</summary>
    public string Words => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Follows the link with these words.</summary>
    public Task<Page> Follow(string words) => Visitor.Open(Document.Links.OfType<IHtmlAnchorElement>()
        .FirstOrDefault(link => link.TextContent.Trim() == words)?.Href ?? throw new InvalidOperationException($"No link \"{words}\" on {Address.PathAndQuery}: {Words}"));

    /// <summary>
    /// Presses the button with these words, after filling in fields by name. For check boxes and radio buttons the value chooses; an empty
    /// value clears. A field that the form does not have is a mistake in the test and throws.
    /// </summary>
    public Task<Page> Press(string button, params (string Name, string Value)[] fields)
    {
        var pressed = Document.QuerySelectorAll("button, input[type=submit]")
            .FirstOrDefault(element => (element is IHtmlInputElement input ? input.Value : element.TextContent).Trim() == button) as IHtmlElement
            ?? throw new InvalidOperationException($"No button \"{button}\" on {Address.PathAndQuery}: {Words}");
        var form = pressed switch { IHtmlButtonElement b => b.Form, IHtmlInputElement i => i.Form, _ => null }
            ?? throw new InvalidOperationException($"The button \"{button}\" belongs to no form.");
        Fill(form, fields);
        var request = form.GetSubmission(pressed) ?? throw new InvalidOperationException("The form cannot be submitted.");
        var message = new HttpRequestMessage(new HttpMethod(request.Method.ToString().ToUpperInvariant()), request.Target.Href);
        if (message.Method == HttpMethod.Post)
        {
            message.Content = new StreamContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.MimeType);
        }
        return Visitor.Send(message);
    }

    private void Fill(IHtmlFormElement form, (string Name, string Value)[] fields)
    {
        foreach (var byName in fields.GroupBy(field => field.Name))
        {
            var values = byName.Select(field => field.Value).ToList();
            var controls = form.Elements.Where(element => element.GetAttribute("name") == byName.Key).ToList();
            if (controls.Count == 0)
                throw new InvalidOperationException($"No field \"{byName.Key}\" on {Address.PathAndQuery}; there are: "
                    + string.Join(", ", form.Elements.Select(element => element.GetAttribute("name")).OfType<string>().Distinct()));
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
