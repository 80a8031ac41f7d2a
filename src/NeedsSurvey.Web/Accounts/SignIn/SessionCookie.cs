using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Accounts;

/// <summary>
/// The cookie of a signed-in organiser, and of nobody else: respondents get none. Over https it is bound to the host (<c>__Host-</c>,
/// Secure); on plain http, which is the first try-out on one's own machine, some browsers would refuse such a cookie, so it goes without.
/// Lax, not Strict: a link in a message to an organiser's page must not end at the sign-in page; unsafe requests need the antiforgery
/// token besides.
/// </summary>
public static class SessionCookie
{
    /// <summary>What the browser carries, or null.</summary>
    public static string? Read(HttpContext http) => http.Request.Cookies[NameFor(http)];

    public static void Set(HttpContext http, OpenedSession session) =>
        http.Response.Cookies.Append(NameFor(http), session.Token.Reveal(), OptionsFor(http, session.ExpiresAt));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(NameFor(http), OptionsFor(http, null));

    // Over https the plain name is not even looked at, so that a cookie planted over http cannot stand in for the one that is bound to the
    // host.
    private static string NameFor(HttpContext http) => http.Request.IsHttps ? "__Host-needssurvey" : "needssurvey";

    private static CookieOptions OptionsFor(HttpContext http, DateTimeOffset? expires) =>
        new()
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            Expires = expires,
            IsEssential = true,
        };
}
