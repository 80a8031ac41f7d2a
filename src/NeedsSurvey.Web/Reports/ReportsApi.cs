using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Reports;

namespace NeedsSurvey.Web.Reports;

/// <summary>Stages 3 and 5 as JSON: the hearing check, and the report with its roadmap.</summary>
internal static class ReportsApi
{
    public static void MapReportsApi(this IEndpointRouteBuilder app)
    {
        var api = app.Api("/initiatives/{initiative:guid}").WithTags("Reports");

        api.MapGet("/roadmap", async (Guid initiative, Actor actor, ReadRoadmap read, CancellationToken cancellation) =>
                (await read.Run(actor, initiative, cancellation)).Then(frame => new { frame.Stages, frame.Facts }).Json()
            )
            .Requires(Permission.View)
            .WithSummary("The five stages: how far each is and what is still missing.");

        api.MapGet("/hearing-check", async (Guid initiative, Actor actor, ReadHearingCheck read, CancellationToken cancellation) =>
                (await read.Run(actor, initiative, cancellation)).Then(Answer).Json()
            )
            .Requires(Permission.View)
            .WithSummary("The hearing check with its replies; null while none is prepared.");

        api.MapPut(
                "/hearing-check",
                async (
                    Guid initiative,
                    PrepareHearingCheck.Command command,
                    Actor actor,
                    PrepareHearingCheck prepare,
                    CancellationToken cancellation
                ) => (await prepare.Run(actor, initiative, command, cancellation)).Empty()
            )
            .Requires(Permission.EditNeeds)
            .WithSummary("Write what you heard, by language.");

        api.MapPost("/hearing-check/open", async (Guid initiative, Actor actor, OpenHearingCheck open, CancellationToken cancellation) =>
                (await open.Run(actor, initiative, true, cancellation)).Empty()
            )
            .Requires(Permission.EditNeeds)
            .WithSummary("Ask the community: did we hear you right?");

        api.MapPost("/hearing-check/close", async (Guid initiative, Actor actor, OpenHearingCheck open, CancellationToken cancellation) =>
                (await open.Run(actor, initiative, false, cancellation)).Empty()
            )
            .Requires(Permission.EditNeeds)
            .WithSummary("Close the hearing check.");

        api.MapPut(
                "/hearing-check/corrections/{reply:guid}",
                async (
                    Guid initiative,
                    Guid reply,
                    DecideCorrection.Command command,
                    Actor actor,
                    DecideCorrection decide,
                    CancellationToken cancellation
                ) => (await decide.Run(actor, initiative, reply, command, cancellation)).Empty()
            )
            .Requires(Permission.EditNeeds)
            .WithSummary("Say whether a correction was taken up, and why.");

        api.MapGet("/report", async (Guid initiative, Actor actor, AssembleReport assemble, CancellationToken cancellation) =>
                (await assemble.Run(actor, initiative, cancellation)).Json()
            )
            .Requires(Permission.PublishReport)
            .WithSummary("The report as it would be published now, and what is still blank.");

        api.MapPut(
                "/report",
                async (
                    Guid initiative,
                    SaveReportDraft.Command command,
                    Actor actor,
                    SaveReportDraft save,
                    CancellationToken cancellation
                ) => (await save.Run(actor, initiative, command, cancellation)).Empty()
            )
            .Requires(Permission.PublishReport)
            .WithSummary("Title, lead and the disclosure items that only people know (sponsor, recruitment, limitations).");

        api.MapPost(
                "/report/publish",
                async (Guid initiative, Actor actor, PublishReport publish, CancellationToken cancellation, PublishBody? body = null) =>
                    (await publish.Run(actor, initiative, body?.Reason, cancellation)).Created(published => $"/r/{published.Slug}")
            )
            .Requires(Permission.PublishReport)
            .WithSummary("Publish a new version of the report: of at least ten responses more or fewer, or with a reason that is printed.");

        var open = app.Public().WithTags("Public");
        open.MapPost(
                "/h/{slug}/replies",
                async (string slug, ReplyToHearingCheck.Command command, ReplyToHearingCheck reply, CancellationToken cancellation) =>
                    (await reply.Run(slug, command, cancellation)).Empty()
            )
            .WithSummary("Reply to a hearing check: yes, partly or no, and what is missing.");
        open.MapGet("/r/{slug}/report.json", async (string slug, ReadReport read, CancellationToken cancellation, int? version = null) =>
                (await read.Run(slug, version, cancellation)).Json()
            )
            .WithSummary("A published report as JSON.");
    }

    private static object? Answer(HearingCheckView? check) =>
        check is null
            ? null
            : new
            {
                check.Slug,
                check.Summary,
                check.State,
                check.OpenedOn,
                check.ClosedOn,
                check.Replies.Figures,
                check.Replies.Replies,
                check.Replies.Yes,
                check.Replies.Partly,
                check.Replies.No,
                check.Replies.HeardRate,
                check.Replies.CorrectionsReceived,
                check.Replies.CorrectionsAccepted,
                check.Corrections,
            };

    /// <param name="Reason">Why there is a new version, where too few responses have come or gone since the last one.</param>
    internal sealed record PublishBody(string? Reason = null);
}
