using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace NeedsSurvey.Web.Hosting;

/// <summary>
/// Absolute links for people: from <c>NeedsSurvey__PublicUrl</c>, else from the address the program listens on. The Host header of a
/// request, which anybody can forge, never enters a link.
/// </summary>
public sealed class PublicLinks(Settings settings, IServer server)
{
    /// <summary>The link to a path that begins with a slash.</summary>
    public string Of(string path) => Origin(settings, server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()) + path;

    /// <summary>The same for a verb, which does not listen itself.</summary>
    public static string Of(Settings settings, string path) => Origin(settings, null) + path;

    private static string Origin(Settings settings, string? listening) =>
        settings.PublicUrl is { } configured
            ? configured.GetLeftPart(UriPartial.Path).TrimEnd('/')
            : (listening ?? settings.Urls.Split(';')[0])
                .TrimEnd('/')
                .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
                .Replace("://[::]", "://localhost", StringComparison.Ordinal)
                .Replace("://*", "://localhost", StringComparison.Ordinal)
                .Replace("://+", "://localhost", StringComparison.Ordinal);
}
