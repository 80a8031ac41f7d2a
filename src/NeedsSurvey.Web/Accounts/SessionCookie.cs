using NeedsSurvey.App.Accounts;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Accounts;

/// <summary>
/// The cookie of a signed-in organiser, and of nobody else: respondents get none. With https it is bound to the host (<c>__Host-</c>, Secure); on plain http,
/// which is the first try-out on one's own machine, some browsers would refuse such a cookie, so it goes without. Lax, not Strict: a link in a message to
/// an organiser's page must not end at the sign-in page; unsafe requests need the antiforgery token besides.
/// </summary>
public sealed class SessionCookie(Settings settings)
{
    private string Name => settings.IsHttps ? "__Host-needssurvey" : "needssurvey";

    /// <summary>What the browser carries, or null.</summary>
    public string? Read(HttpContext http) => http.Request.Cookies[Name];

    public void Set(HttpContext http, OpenedSession session) => http.Response.Cookies.Append(Name, session.Token, Options(session.ExpiresAt));

    public void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(null));

    private CookieOptions Options(DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        Secure = settings.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        Expires = expires,
        IsEssential = true,
    };
}
