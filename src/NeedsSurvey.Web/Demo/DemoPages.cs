using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Demo;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.Web.Accounts;

namespace NeedsSurvey.Web.Demo;

/// <summary>The demo's own page: where to look, for people who answer, who read and who organise.</summary>
public static class DemoPages
{
    public static void MapDemo(this IEndpointRouteBuilder app)
    {
        var doors = app.SignedOutPages("/demo");
        doors.MapGet("/", async (HttpContext http, ReadDemo read, ReadFrontPage front, CancellationToken cancellation) =>
        {
            var (demo, instance) = (await read.Run(cancellation), await front.Run(cancellation));
            if (demo is null && instance.HasAccounts)
                return HttpResults.PageOf(new Problem.NotFound("demo"));
            var isInside = demo is not null && http.Features.Get<Actor>()?.May(Permission.View, demo.OrganisationId) == true;
            return HttpResults.Page<DemoPage>(
                new
                {
                    Demo = demo,
                    Instance = instance,
                    IsInside = isInside,
                }
            );
        });
        doors.MapPost("/", async (HttpContext http, ExploreDemo explore) =>
        {
            // Making it takes seconds; whoever reloads meanwhile finds it whole.
            if (!(await explore.Run(CancellationToken.None)).Succeeded(out var session, out var problem))
                return HttpResults.PageOf(problem);
            SessionCookie.Set(http, session);
            return HttpResults.RedirectTo("/demo");
        });
    }
}
