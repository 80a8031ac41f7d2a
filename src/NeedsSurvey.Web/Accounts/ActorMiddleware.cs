using System.Net.Http.Headers;
using System.Security.Claims;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Accounts;

/// <summary>
/// Finds out who asks, once a request, by the kind of the route: keys on the API, sessions on pages (of members, and of signing in), and on
/// public routes nobody: there the cookie is not even looked at. Comes before anything of the request is read, so that a stranger's body is
/// never parsed; only whoever brings a session that has ended gets back what they sent. What the actor may is the operations' business.
/// </summary>
public sealed class ActorMiddleware(RequestDelegate next, ResolveSession sessions, ResolveKey keys)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var kind = http.GetEndpoint()?.Metadata.GetMetadata<Routes.RouteKind>()?.Kind;
        var actor = kind switch
        {
            Routes.Kind.Api => await keys.Run(BearerKey(http.Request), http.RequestAborted),
            Routes.Kind.Page or Routes.Kind.SignedOutPage => await sessions.Run(SessionCookie.Read(http), http.RequestAborted),
            _ => null,
        };
        if (actor is not null)
        {
            http.Features.Set(actor);
            http.User = PrincipalOf(actor);
        }

        await (actor is not null || kind is not (Routes.Kind.Api or Routes.Kind.Page) ? next(http) : Refuse(http, kind.Value));
    }

    private static Task Refuse(HttpContext http, Routes.Kind kind)
    {
        if (kind == Routes.Kind.Api)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            var words =
                http.Request.Headers.Authorization.Count == 0
                    ? "Send an API key, as the header Authorization: Bearer KEY. The command create-key and the page API keys make one."
                    : "No such key is known. Send one that was not revoked, as the header Authorization: Bearer KEY.";
            return HttpResults.Of(new Problem.NotSignedIn(words)).ExecuteAsync(http);
        }

        // Whoever signed out in another window carries no session any more, and has a page of ours open all the same; who signs out
        // twice has nothing to get back.
        var again = http.Request.Path == "/sign-out";
        if (!again && (SessionCookie.Read(http) is not null || SentForm.IsOfOurPage(http.Request)))
            return GiveBack(http);
        http.Response.Redirect(SignInPath(http));
        return Task.CompletedTask;
    }

    private static async Task GiveBack(HttpContext http) =>
        await (await SentForm.Page(http, signIn: true, () => HttpResults.RedirectTo(SignInPath(http)))).ExecuteAsync(http);

    private static string SignInPath(HttpContext http)
    {
        var back = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/";
        return "/sign-in?next=" + Uri.EscapeDataString(back);
    }

    private static string? BearerKey(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
            ? header.Parameter
            : null;

    // Antiforgery binds its tokens to this claim: a token of one account is worth nothing to another.
    private static ClaimsPrincipal PrincipalOf(Actor actor) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, actor.Id.ToString()!)], actor.Kind.ToString()));
}
