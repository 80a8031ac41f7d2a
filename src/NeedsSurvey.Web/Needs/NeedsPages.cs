using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Initiatives;

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
                    string org,
                    string initiative,
                    string? method,
                    string? cut,
                    Actor actor,
                    ReadRoadmap roadmap,
                    RankNeeds rank,
                    ReadRepresentation heard,
                    ReadHearingGap gap,
                    CancellationToken cancellation
                ) =>
                    (await roadmap.Run(actor, org, initiative, cancellation)).Succeeded(out var frame, out var problem)
                    && (await rank.Run(actor, frame.InitiativeId, method, cut, cancellation)).Succeeded(out var rankings, out problem)
                    && (await heard.Run(actor, frame.InitiativeId, cancellation)).Succeeded(out var groups, out problem)
                    && (await gap.Beside(actor, frame.InitiativeId, rankings, cancellation)).Succeeded(out var hearingGap, out problem)
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
            .MapGet(
                "/compare",
                async (string org, string initiative, Actor actor, ReadRoadmap roadmap, RankNeeds rank, CancellationToken cancellation) =>
                    (await roadmap.Run(actor, org, initiative, cancellation)).Succeeded(out var frame, out var problem)
                    && (await rank.Run(actor, frame.InitiativeId, cancellation: cancellation)).Succeeded(out var rankings, out problem)
                        ? HttpResults.Page<ComparePage>(new { Frame = frame, Rankings = rankings })
                        : HttpResults.PageOf(problem!)
            )
            .Requires(Permission.View);

        pages
            .MapGet(
                "/heard",
                async (
                    string org,
                    string initiative,
                    Actor actor,
                    ReadRoadmap roadmap,
                    ReadRepresentation heard,
                    CancellationToken cancellation
                ) =>
                    (await roadmap.Run(actor, org, initiative, cancellation)).Succeeded(out var frame, out var problem)
                    && (await heard.Run(actor, frame.InitiativeId, cancellation)).Succeeded(out var groups, out problem)
                        ? HttpResults.Page<HeardPage>(new { Frame = frame, Groups = groups })
                        : HttpResults.PageOf(problem!)
            )
            .Requires(Permission.View);
    }
}
