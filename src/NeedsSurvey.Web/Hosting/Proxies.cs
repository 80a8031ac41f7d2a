using Microsoft.AspNetCore.HttpOverrides;

namespace NeedsSurvey.Web.Hosting;

/// <summary>
/// What is believed about the way a request came. That it came by https is said by <c>NeedsSurvey__PublicUrl</c>; whose address it came
/// from is the connection's, unless <c>NeedsSurvey__ForwardedHops</c> says how many proxies of one's own stand in front: only that many
/// entries of X-Forwarded-For, counted from the end, were written by somebody to be trusted. X-Forwarded-Host and -Proto are never read.
/// </summary>
public static class Proxies
{
    public static void UseProxies(this WebApplication app, Settings settings)
    {
        if (settings.ForwardedHops > 0)
        {
            var options = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor,
                ForwardLimit = settings.ForwardedHops,
            };
            // The number of hops is the trust; the proxies' own addresses change with every deployment.
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            app.UseForwardedHeaders(options);
        }

        if (settings.IsHttps)
        {
            app.Use(
                (http, next) =>
                {
                    http.Request.Scheme = Uri.UriSchemeHttps;
                    return next(http);
                }
            );
        }
    }
}
