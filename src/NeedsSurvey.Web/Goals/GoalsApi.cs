using NeedsSurvey.App;
using NeedsSurvey.App.Goals;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Web.Hosting;
using NeedsSurvey.Web.Initiatives;

namespace NeedsSurvey.Web.Goals;

/// <summary>Stage 4 as JSON: goals, decisions, alignment.</summary>
internal static class GoalsApi
{
    public static void MapGoalsApi(this IEndpointRouteBuilder app)
    {
        var api = app.Api("/initiatives/{initiative:guid}").WithTags("Goals");

        api.MapGet("/goals", async ([AsParameters] InitiativeCall call, HttpResponse response, ReadGoals read) =>
                (await read.Run(call.Actor, call.Initiative, call.Cancellation)).With(response, board => board.DecisionsRevision).Ok()
            )
            .Requires(Permission.View)
            .WithName("getGoals")
            .WithSummary("Goals with their links and updates, pillars, decisions about needs, gates passed; the ETag is of the decisions.");

        api.MapGet("/goals/{goal:guid}", async ([AsParameters] InitiativeCall call, Guid goal, HttpResponse response, ReadGoals read) =>
                Found(await read.Run(call.Actor, call.Initiative, call.Cancellation), goal).With(response, one => one.Revision).Ok()
            )
            .Requires(Permission.View)
            .WithName("getGoal")
            .WithSummary("A goal with its links and updates.");

        api.MapPut(
                "/goals/{goal:guid}",
                async ([AsParameters] InitiativeCall call, Guid goal, BegunFrom begun, SaveGoal.Command command, SaveGoal save) =>
                    (
                        await save.Run(call.Actor, call.Initiative, goal, command with { Revision = begun.Revision }, call.Cancellation)
                    ).NoContent()
            )
            .Requires(Permission.EditGoals)
            .TakesRevision(isRequired: false, "the goal")
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("saveGoal")
            .WithSummary("Draft or change a goal under an id of your choosing, with all its links.");

        api.MapDelete("/goals/{goal:guid}", async ([AsParameters] InitiativeCall call, Guid goal, DeleteGoal delete) =>
                (await delete.Run(call.Actor, call.Initiative, goal, call.Cancellation)).NoContent()
            )
            .Requires(Permission.EditGoals)
            .WithName("deleteGoal")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Delete a goal that is still a draft.");

        api.MapPost("/goals/{goal:guid}/adopt", async ([AsParameters] InitiativeCall call, Guid goal, AdoptBody body, AdoptGoal adopt) =>
                (await adopt.Run(call.Actor, call.Initiative, goal, body.OverrideReason, call.Cancellation)).NoContent()
            )
            .Requires(Permission.EditGoals)
            .WithName("adoptGoal")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Adopt a goal. Without evidence of needs the gate is closed, unless a reason is given, which the report prints.");

        api.MapPut(
                "/goals/{goal:guid}/state",
                async ([AsParameters] InitiativeCall call, Guid goal, StateBody body, ChangeGoalState change) =>
                    (await change.Run(call.Actor, call.Initiative, goal, body.State, call.Cancellation)).NoContent()
            )
            .Requires(Permission.EditGoals)
            .WithName("changeGoalState")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Mark an adopted goal as done or dropped, or take it up again.");

        api.MapPost(
                "/goals/{goal:guid}/updates",
                async ([AsParameters] InitiativeCall call, Guid goal, RecordGoalUpdate.Command command, RecordGoalUpdate record) =>
                    (await record.Run(call.Actor, call.Initiative, goal, command, call.Cancellation)).Created(_ =>
                        $"/api/v1/initiatives/{call.Initiative}/goals"
                    )
            )
            .Requires(Permission.EditGoals)
            .WithName("recordGoalUpdate")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Tell what has happened on an adopted goal.");

        api.MapPut("/dispositions", async ([AsParameters] InitiativeCall call, BegunFrom begun, DecisionsBody body, SetDispositions set) =>
                (await set.Run(call.Actor, call.Initiative, body.Dispositions, begun.Revision, call.Cancellation)).NoContent()
            )
            .Requires(Permission.EditGoals)
            .TakesRevision(isRequired: false, "the decisions (of getGoals)")
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("decideNeeds")
            .WithSummary("Decide about needs: act, partner, refer, advocate, not_now, decline, each with a reason.");

        api.MapGet(
                "/alignment",
                async ([AsParameters] InitiativeCall call, ReadAlignment read, string? method = null, string format = "json") =>
                    (await read.Run(call.Actor, call.Initiative, method, cancellation: call.Cancellation)).Succeeded(
                        out var view,
                        out var problem
                    )
                        ? AlignmentCsv.Of(view, format)
                        : HttpResults.Of(problem)
            )
            .Requires(Permission.View)
            .Produces<AlignmentResource>()
            .AnswersFile("text/csv")
            .WithName("getAlignment")
            .WithSummary("Needs, goals and mission together: coverage, unheard needs, ungrounded goals, drift. format=json or csv.");
    }

    private static Result<GoalView> Found(Result<GoalBoard> read, Guid goal) =>
        !read.Succeeded(out var board, out var problem) ? problem
        : board.Goals.FirstOrDefault(one => one.GoalId == goal) is { } found ? found
        : new Problem.NotFound("goal");

    internal sealed record AdoptBody(string? OverrideReason = null);

    internal sealed record StateBody(GoalState State);

    internal sealed record DecisionsBody(IReadOnlyList<SetDispositions.Decision> Dispositions);
}
