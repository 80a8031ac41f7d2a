using NeedsSurvey.App;
using NeedsSurvey.App.Goals;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Initiatives;

namespace NeedsSurvey.Web.Goals;

/// <summary>Stage 4 as JSON: goals, decisions, alignment.</summary>
internal static class GoalsApi
{
    public static void MapGoalsApi(this IEndpointRouteBuilder app)
    {
        var api = app.Api("/initiatives/{initiative:guid}").WithTags("Goals");

        api.MapGet("/goals", async (Guid initiative, Actor actor, ReadGoals read, CancellationToken cancellation) =>
                (await read.Run(actor, initiative, cancellation)).Json()
            )
            .Requires(Permission.View)
            .WithSummary("Goals with their links and updates, pillars, decisions about needs, gates passed.");

        api.MapPut(
                "/goals/{goal:guid}",
                async (Guid initiative, Guid goal, SaveGoal.Command command, Actor actor, SaveGoal save, CancellationToken cancellation) =>
                    (await save.Run(actor, initiative, goal, command, cancellation)).Empty()
            )
            .Requires(Permission.EditGoals)
            .WithSummary("Draft or change a goal under an id of your choosing, with all its links.");

        api.MapDelete(
                "/goals/{goal:guid}",
                async (Guid initiative, Guid goal, Actor actor, DeleteGoal delete, CancellationToken cancellation) =>
                    (await delete.Run(actor, initiative, goal, cancellation)).Empty()
            )
            .Requires(Permission.EditGoals)
            .WithSummary("Delete a goal that is still a draft.");

        api.MapPost(
                "/goals/{goal:guid}/adopt",
                async (Guid initiative, Guid goal, AdoptBody body, Actor actor, AdoptGoal adopt, CancellationToken cancellation) =>
                    (await adopt.Run(actor, initiative, goal, body.OverrideReason, cancellation)).Empty()
            )
            .Requires(Permission.EditGoals)
            .WithSummary("Adopt a goal. Without evidence of needs the gate is closed, unless a reason is given, which the report prints.");

        api.MapPut(
                "/goals/{goal:guid}/state",
                async (Guid initiative, Guid goal, StateBody body, Actor actor, ChangeGoalState change, CancellationToken cancellation) =>
                    (await change.Run(actor, initiative, goal, body.State, cancellation)).Empty()
            )
            .Requires(Permission.EditGoals)
            .WithSummary("Mark an adopted goal as done or dropped, or take it up again.");

        api.MapPost(
                "/goals/{goal:guid}/updates",
                async (
                    Guid initiative,
                    Guid goal,
                    RecordGoalUpdate.Command command,
                    Actor actor,
                    RecordGoalUpdate record,
                    CancellationToken cancellation
                ) =>
                    (await record.Run(actor, initiative, goal, command, cancellation)).Created(_ =>
                        $"/api/v1/initiatives/{initiative}/goals"
                    )
            )
            .Requires(Permission.EditGoals)
            .WithSummary("Tell what has happened on an adopted goal.");

        api.MapPut(
                "/dispositions",
                async (Guid initiative, DecisionsBody body, Actor actor, SetDispositions set, CancellationToken cancellation) =>
                    (await set.Run(actor, initiative, body.Dispositions, cancellation)).Empty()
            )
            .Requires(Permission.EditGoals)
            .WithSummary("Decide about needs: act, partner, refer, advocate, not_now, decline, each with a reason.");

        api.MapGet(
                "/alignment",
                async (
                    Guid initiative,
                    Actor actor,
                    ReadAlignment read,
                    CancellationToken cancellation,
                    string? method = null,
                    string format = "json"
                ) =>
                    (await read.Run(actor, initiative, method, cancellation: cancellation)).Succeeded(out var view, out var problem)
                        ? AlignmentCsv.Of(view, format)
                        : HttpResults.Of(problem)
            )
            .Requires(Permission.View)
            .WithSummary("Needs, goals and mission together: coverage, unheard needs, ungrounded goals, drift. format=json or csv.");
    }

    internal sealed record AdoptBody(string? OverrideReason = null);

    internal sealed record StateBody(GoalState State);

    internal sealed record DecisionsBody(IReadOnlyList<SetDispositions.Decision> Dispositions);
}
