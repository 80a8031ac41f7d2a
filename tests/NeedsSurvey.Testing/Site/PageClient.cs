// A person with a browser that runs no script: follows redirects, keeps cookies, fills in forms as they are on the page and posts them.

using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;

namespace NeedsSurvey.Testing;

/// <summary>One browser.</summary>
public sealed class PageClient : IDisposable
{
    private readonly SocketsHttpHandler handler = new()
    {
        AllowAutoRedirect = true,
        CookieContainer = new CookieContainer(),
        AutomaticDecompression = DecompressionMethods.All,
    };
    private readonly HttpClient client;

    /// <summary>At one address.</summary>
    public PageClient(Uri address)
        : this(address, null) { }

    /// <summary>Behind a balancer that gives each request, redirects too, to the node that did not have the one before.</summary>
    public PageClient(Uri address, Uri? other)
    {
        client = new HttpClient(other is null ? handler : new Balancer(handler, address, other)) { BaseAddress = address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    /// <summary>What the server has set.</summary>
    public CookieCollection Cookies => handler.CookieContainer.GetAllCookies();

    /// <summary>Puts a cookie into the browser, as if the server had set it.</summary>
    public void Carry(string name, string value) => handler.CookieContainer.Add(client.BaseAddress!, new Cookie(name, value, "/"));

    /// <summary>Opens an address.</summary>
    public Task<Page> Open(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends any request with this browser's cookies.</summary>
    public async Task<Page> Send(HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        var address = response.RequestMessage!.RequestUri!;
        var text = await response.Content.ReadAsStringAsync();
        var document = await BrowsingContext.New().OpenAsync(answer => answer.Content(text).Address(address));
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        return new Page(this, response.StatusCode, address, response.Headers, (IHtmlDocument)document, text) { Type = type };
    }

    /// <inheritdoc />
    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }

    private sealed class Balancer : DelegatingHandler
    {
        private readonly Uri[] nodes;
        private int requests;

        public Balancer(SocketsHttpHandler handler, Uri first, Uri second)
            : base(handler)
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
                if (response.Headers.Location is not { } location)
                    return response;
                response.Dispose();
                request = new HttpRequestMessage(HttpMethod.Get, new Uri(node, location)) { Headers = { { "Accept", "text/html" } } };
            }
        }
    }
}
