using Microsoft.Extensions.Primitives;

namespace NeedsSurvey.Web.Hosting;

/// <summary>The headers of every response (threat-model.md, "Standards"). Nothing is cached unless an endpoint says so.</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; ";

    private static readonly (string Name, StringValues Value)[] Always =
    [
        ("Content-Security-Policy", Policy + "frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
        ("Cache-Control", "no-store"),
    ];

    /// <summary>Sets them before anything else; an endpoint may replace one on purpose.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                Apply(http);
                return next(http);
            }
        );

    /// <summary>These pages may stand in a frame of a page of this program: the trial, in the editor.</summary>
    public static RouteGroupBuilder ShownInOwnFrames(this RouteGroupBuilder routes) => routes.WithPolicy("frame-ancestors 'self'");

    /// <summary>These pages may have a frame with a page of this program in it: the editor.</summary>
    public static RouteGroupBuilder WithOwnFrames(this RouteGroupBuilder routes) =>
        routes.WithPolicy("frame-src 'self'; frame-ancestors 'none'");

    private static RouteGroupBuilder WithPolicy(this RouteGroupBuilder routes, string frames) =>
        routes.AddEndpointFilter(
            (context, next) =>
            {
                context.HttpContext.Response.Headers.ContentSecurityPolicy = Policy + frames;
                return next(context);
            }
        );

    /// <summary>Sets them again, after a response has been cleared.</summary>
    internal static void Apply(HttpContext http)
    {
        var headers = http.Response.Headers;
        foreach (var (name, value) in Always)
            headers[name] = value;
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
    }
}
