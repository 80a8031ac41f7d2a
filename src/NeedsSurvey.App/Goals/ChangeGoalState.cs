using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.App.Goals;

/// <summary>
/// Marks an adopted goal as done or dropped, or takes it up again. Nothing is deleted: a dropped goal stays in the report with what was
/// promised. A goal that is still a draft may be deleted (<see cref="DeleteGoal"/>). Adopting is <see cref="AdoptGoal"/>.
/// </summary>
public sealed class ChangeGoalState(Db db, FindInitiative find)
{
    /// <param name="state">Adopted (only of a goal that was adopted before), done or dropped.</param>
    public async Task<Result<Done>> Run(
        Actor actor,
        Guid initiative,
        Guid goalId,
        GoalState state,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.EditGoals, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (state is not (GoalState.Adopted or GoalState.Done or GoalState.Dropped))
            return new Problem.Invalid("state", "unknown_state", "A goal is adopted, done or dropped.");
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "goal." + state.Code(),
            goalId.ToString(),
            async tx =>
            {
                if (
                    await tx.Execute(
                        Sql,
                        new
                        {
                            initiative,
                            goalId,
                            state = state.Code(),
                        }
                    ) > 0
                )
                    return Done.It;
                return
                    await tx.Find<string>(
                        "select state from goal where initiative_id = @initiative and goal_id = @goalId",
                        new { initiative, goalId }
                    )
                        is null
                    ? new Problem.NotFound("goal")
                    : new Problem.Conflict("not_adopted", "This goal was never adopted. Adopt it first.");
            },
            cancellation
        );
    }

    private const string Sql = """
        update goal set state = @state where initiative_id = @initiative and goal_id = @goalId and adopted_at is not null
        """;
}
