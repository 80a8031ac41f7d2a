using Microsoft.AspNetCore.Antiforgery;
using NeedsSurvey.App;

namespace NeedsSurvey.Web;

/// <summary>
/// The four kinds of route, so that who may call what is decided where a room begins, not handler by handler:
/// <list type="bullet">
/// <item><see cref="Api"/>: JSON under <c>/api/v1</c>, for API keys (a signed-in browser has no power here, so no token is needed);</item>
/// <item><see cref="Pages"/>: an organiser's pages: signed-in session, antiforgery on every unsafe method;</item>
/// <item><see cref="SignedOutPages"/>: forms before sign-in: antiforgery, but nobody yet;</item>
/// <item><see cref="Public"/>: the public's pages and endpoints: no actor, no cookie, hence nothing that a forged request could
/// misuse.</item>
/// </list>
/// Who asks is found out by <see cref="Accounts.ActorMiddleware"/>, before anything of the request is read. Permissions are checked in the
/// operations; <see cref="Requires"/> only tells the generated route test which one to expect.
/// </summary>
public static class Routes
{
    public static RouteGroupBuilder Api(this IEndpointRouteBuilder app, string prefix = "") =>
        app.MapGroup("/api/v1" + prefix).WithMetadata(new RouteKind(Kind.Api));

    public static RouteGroupBuilder Pages(this IEndpointRouteBuilder app, string prefix = "") =>
        app.MapGroup(prefix).WithMetadata(new RouteKind(Kind.Page)).ExcludeFromDescription().AddEndpointFilter(RequireToken);

    public static RouteGroupBuilder Public(this IEndpointRouteBuilder app, string prefix = "") =>
        app.MapGroup(prefix).WithMetadata(new RouteKind(Kind.Public));

    /// <summary>Pages with forms for people who are not signed in yet (sign-in, set-up): antiforgery, but no actor.</summary>
    public static RouteGroupBuilder SignedOutPages(this IEndpointRouteBuilder app, string prefix = "") =>
        app.MapGroup(prefix).WithMetadata(new RouteKind(Kind.SignedOutPage)).ExcludeFromDescription().AddEndpointFilter(RequireToken);

    /// <summary>Names the permission that the operation behind this route asks for.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder route, Permission permission)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(permission);

    public enum Kind
    {
        Api,
        Page,
        Public,
        SignedOutPage,
    }

    public sealed record RouteKind(Kind Kind);

    private static async ValueTask<object?> RequireToken(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return await next(context);
        if (await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            return await next(context);
        return await SentForm.Page(http, signIn: false, () =>
            HttpResults.Page<Web.Components.MessagePage>(
                StatusCodes.Status400BadRequest,
                new
                {
                    Title = "This page was open too long",
                    Words = "For your safety the form was not taken. Go back, reload the page and send it again.",
                }
            )
        );
    }
}
