using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Demo;
using NeedsSurvey.Web.Accounts;

namespace NeedsSurvey.Web.Demo;

/// <summary>The demo's own page: where to look, for people who answer, who read and who organise.</summary>
public static class DemoPages
{
    public static void MapDemo(this IEndpointRouteBuilder app)
    {
        var pages = app.SignedOutPages("/demo");
        pages.MapGet("/", async (string? language, HttpContext http, ReadDemo read, ReadFrontPage front, CancellationToken cancellation) =>
        {
            var (demo, instance) = (await read.Run(cancellation), await front.Run(cancellation));
            if (demo is null && instance.HasAccounts)
                return HttpResults.PageOf(new Problem.NotFound("demo"));
            var actor = http.Features.Get<Actor>();
            return HttpResults.Page<DemoPage>(
                new
                {
                    Demo = demo,
                    Instance = instance,
                    Language = http.Request.Spoken(language),
                    IsInside = demo is not null && actor?.May(Permission.View, demo.OrganisationId) == true,
                    IsGuest = actor is { Kind: ActorKind.Guest },
                    IsSignedIn = actor is { Kind: not ActorKind.Guest },
                }
            );
        });
        pages.MapPost("/", async (string? language, HttpContext http, ExploreDemo explore) =>
        {
            // Making it takes seconds; whoever reloads meanwhile finds it whole.
            if (!(await explore.Run(CancellationToken.None)).Succeeded(out var session, out var problem))
                return HttpResults.PageOf(problem);
            SessionCookie.Set(http, session);
            return HttpResults.RedirectTo(language is null ? "/demo" : $"/demo?language={http.Request.Spoken(language)}");
        });

        var visitors = app.Pages("/demo");
        // Making the copy takes seconds too.
        visitors.MapPost("/practice", async (Actor actor, PractiseDemo practise) =>
            (await practise.Run(actor, CancellationToken.None)).Succeeded(out var place, out var problem)
                ? HttpResults.RedirectTo(place)
                : HttpResults.PageOf(problem)
        );
        visitors.MapPost("/leave", async (Actor actor, HttpContext http, LeaveDemo leave, CancellationToken cancellation) =>
        {
            if ((await leave.Run(actor, SessionCookie.Read(http), cancellation)).Problem is { } problem)
                return HttpResults.PageOf(problem);
            SessionCookie.Clear(http);
            return HttpResults.RedirectTo("/");
        });
    }
}
