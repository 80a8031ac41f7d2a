using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace NeedsSurvey.Web.Hosting;

/// <summary>
/// Absolute links for people: from <c>NeedsSurvey__PublicUrl</c>, else from the address the program listens on. The Host header of a request,
/// which anybody can forge, never enters a link.
/// </summary>
public sealed class PublicLinks(Settings settings, IServer server)
{
    /// <summary>The link to a path that begins with a slash.</summary>
    public string Of(string path) => Origin() + path;

    private string Origin()
    {
        if (settings.PublicUrl is { } configured)
            return configured.GetLeftPart(UriPartial.Path).TrimEnd('/');
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? settings.Urls.Split(';')[0];
        return address.TrimEnd('/')
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal);
    }
}
