using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Web.Hosting;
using NeedsSurvey.Web.Initiatives;

namespace NeedsSurvey.Web.Reports;

/// <summary>Stages 3 and 5 as JSON: the hearing check, and the report with its roadmap.</summary>
internal static class ReportsApi
{
    public static void MapReportsApi(this IEndpointRouteBuilder app)
    {
        var api = app.Api("/initiatives/{initiative:guid}").WithTags("Reports");

        api.MapGet("/roadmap", async ([AsParameters] InitiativeCall call, ReadRoadmap read) =>
                (await read.Run(call.Actor, call.Initiative, call.Cancellation)).Then(frame => RoadmapResource.Of(frame)).Ok()
            )
            .Requires(Permission.View)
            .WithName("getRoadmap")
            .WithSummary("The five stages: how far each is and what is still missing.");

        api.MapGet("/hearing-check", async ([AsParameters] InitiativeCall call, HttpResponse response, ReadHearingCheck read) =>
                HearingCheckResource
                    .Of(await read.Run(call.Actor, call.Initiative, call.Cancellation))
                    .With(response, check => check.Revision)
                    .Ok()
            )
            .Requires(Permission.View)
            .WithName("getHearingCheck")
            .WithSummary("The hearing check with its replies; not found while none is prepared.");

        api.MapPut(
                "/hearing-check",
                async (
                    [AsParameters] InitiativeCall call,
                    BegunFrom begun,
                    PrepareHearingCheck.Command command,
                    PrepareHearingCheck prepare
                ) =>
                    (
                        await prepare.Run(call.Actor, call.Initiative, command with { Revision = begun.Revision }, call.Cancellation)
                    ).NoContent()
            )
            .Requires(Permission.EditNeeds)
            .TakesRevision(isRequired: false, "the summary (of getHearingCheck)")
            .WithName("saveHearingCheck")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary(
                "Write what you heard, by language; once people have replied, the next version, with the corrections it takes up, or the "
                    + "same words in a language that they lack."
            );

        api.MapPost("/hearing-check/open", async ([AsParameters] InitiativeCall call, OpenHearingCheck open) =>
                (await open.Run(call.Actor, call.Initiative, true, call.Cancellation)).NoContent()
            )
            .Requires(Permission.EditNeeds)
            .WithName("openHearingCheck")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Ask the community: did we hear you right?");

        api.MapPost("/hearing-check/close", async ([AsParameters] InitiativeCall call, OpenHearingCheck open) =>
                (await open.Run(call.Actor, call.Initiative, false, call.Cancellation)).NoContent()
            )
            .Requires(Permission.EditNeeds)
            .WithName("closeHearingCheck")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Close the hearing check.");

        api.MapPut(
                "/hearing-check/corrections/{reply:guid}",
                async ([AsParameters] InitiativeCall call, Guid reply, DecideCorrection.Command command, DecideCorrection decide) =>
                    (await decide.Run(call.Actor, call.Initiative, reply, command, call.Cancellation)).NoContent()
            )
            .Requires(Permission.EditNeeds)
            .WithName("decideCorrection")
            .WithSummary("Say what comes of a correction (the summary changes, it is answered, it is not accepted), and why.");

        api.MapGet("/goal-hearing", async ([AsParameters] InitiativeCall call, ReadGoalHearing read) =>
                GoalHearingResource.Of(await read.Run(call.Actor, call.Initiative, call.Cancellation)).Ok()
            )
            .Requires(Permission.View)
            .WithName("getGoalHearing")
            .WithSummary("What people said about the goals; not found while nobody was asked.");

        api.MapPost("/goal-hearing/open", async ([AsParameters] InitiativeCall call, AskAboutGoals ask) =>
                (await ask.Run(call.Actor, call.Initiative, true, call.Cancellation)).NoContent()
            )
            .Requires(Permission.EditGoals)
            .WithName("openGoalHearing")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Ask the community about the adopted goals: is this what you would want from us?");

        api.MapPost("/goal-hearing/close", async ([AsParameters] InitiativeCall call, AskAboutGoals ask) =>
                (await ask.Run(call.Actor, call.Initiative, false, call.Cancellation)).NoContent()
            )
            .Requires(Permission.EditGoals)
            .WithName("closeGoalHearing")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Stop asking about the goals.");

        api.MapGet("/report", async ([AsParameters] InitiativeCall call, HttpResponse response, AssembleReport assemble) =>
                (await assemble.Run(call.Actor, call.Initiative, call.Cancellation)).With(response, draft => draft.Revision).Ok()
            )
            .Requires(Permission.PublishReport)
            .WithName("getReportDraft")
            .WithSummary("The report as it would be published now, and what is still blank.");

        api.MapPut(
                "/report",
                async ([AsParameters] InitiativeCall call, BegunFrom begun, SaveReportDraft.Command command, SaveReportDraft save) =>
                    (await save.Run(call.Actor, call.Initiative, command with { Revision = begun.Revision }, call.Cancellation)).NoContent()
            )
            .Requires(Permission.PublishReport)
            .TakesRevision(isRequired: false, "the report's draft")
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("saveReportDraft")
            .WithSummary(
                "Title, lead, what you learned, and the disclosure items that only people know (sponsor, " + "recruitment, limitations)."
            );

        api.MapPost("/report/publish", async ([AsParameters] InitiativeCall call, PublishReport publish, PublishBody? body = null) =>
                (await publish.Run(call.Actor, call.Initiative, body?.Reason, call.Cancellation)).Created(published =>
                    $"/r/{published.Slug}"
                )
            )
            .Requires(Permission.PublishReport)
            .WithName("publishReport")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Publish a new version of the report: of at least ten responses more or fewer, or with a reason that is printed.");

        var open = app.Public().WithTags("Public");
        open.MapPost(
                "/h/{slug}/replies",
                async (string slug, ReplyToHearingCheck.Command command, ReplyToHearingCheck reply, CancellationToken cancellation) =>
                    (await reply.Run(slug, command, cancellation)).Ok()
            )
            .WithName("replyToHearingCheck")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Reply to a hearing check: yes, partly or no, and what is missing. The receipt takes the reply back.");
        open.MapPost(
                "/h/{slug}/goals/replies",
                async (string slug, ReplyToGoals.Command command, ReplyToGoals reply, CancellationToken cancellation) =>
                    (await reply.Run(slug, command, cancellation)).Ok()
            )
            .WithName("replyToGoals")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Say about goals: yes, change or do_not, and what should be otherwise. The receipt takes the reply back.");
        open.MapGet("/r/{slug}/report.json", async (string slug, ReadReport read, CancellationToken cancellation, int? version = null) =>
                (await read.Run(slug, version, cancellation)).Ok()
            )
            .WithName("getReport")
            .WithSummary("A published report as JSON.");
    }

    /// <param name="Reason">Why there is a new version, where too few responses have come or gone since the last one.</param>
    internal sealed record PublishBody(string? Reason = null);
}
