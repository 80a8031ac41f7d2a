using NeedsSurvey.App;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Results;
using NeedsSurvey.Web.Initiatives;

namespace NeedsSurvey.Web.Needs;

/// <summary>Stage 2 as pages: the ranking, the methods compared, and who was heard.</summary>
internal static class NeedsPages
{
    public static void MapNeedsPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/o/{org}/{initiative}/needs");

        pages
            .MapGet(
                "",
                async (
                    [AsParameters] InitiativeRequest request,
                    string? method,
                    string? cut,
                    RankNeeds rank,
                    ReadRepresentation heard,
                    ReadHearingGap gap
                ) =>
                    (await request.Frame()).Succeeded(out var frame, out var problem)
                    && (await rank.Run(request.Actor, frame.InitiativeId, method, cut, request.Cancellation)).Succeeded(
                        out var rankings,
                        out problem
                    )
                    && (await heard.Run(request.Actor, frame.InitiativeId, request.Cancellation)).Succeeded(out var groups, out problem)
                    && (await gap.Beside(request.Actor, frame.InitiativeId, rankings, request.Cancellation)).Succeeded(
                        out var hearingGap,
                        out problem
                    )
                        ? HttpResults.Page<RankingPage>(
                            new
                            {
                                Frame = frame,
                                Rankings = rankings,
                                Heard = groups,
                                Gap = hearingGap,
                            }
                        )
                        : HttpResults.PageOf(problem!)
            )
            .Requires(Permission.View);

        pages
            .MapGet("/compare", async ([AsParameters] InitiativeRequest request, RankNeeds rank) =>
                (await request.Frame()).Succeeded(out var frame, out var problem)
                && (await rank.Run(request.Actor, frame.InitiativeId, cancellation: request.Cancellation)).Succeeded(
                    out var rankings,
                    out problem
                )
                    ? HttpResults.Page<ComparePage>(new { Frame = frame, Rankings = rankings })
                    : HttpResults.PageOf(problem!)
            )
            .Requires(Permission.View);

        pages
            .MapGet("/heard", async ([AsParameters] InitiativeRequest request, ReadRepresentation heard) =>
                (await request.Frame()).Succeeded(out var frame, out var problem)
                && (await heard.Run(request.Actor, frame.InitiativeId, request.Cancellation)).Succeeded(out var groups, out problem)
                    ? HttpResults.Page<HeardPage>(new { Frame = frame, Groups = groups })
                    : HttpResults.PageOf(problem!)
            )
            .Requires(Permission.View);
    }
}
