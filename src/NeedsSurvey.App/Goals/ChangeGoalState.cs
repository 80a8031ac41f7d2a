using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.App.Goals;

/// <summary>
/// Marks an adopted goal as done or dropped, or takes it up again. Nothing is deleted: a dropped goal stays in the report with what was
/// promised. A goal that is still a draft may be deleted (<see cref="DeleteGoal"/>). Adopting is <see cref="AdoptGoal"/>.
/// </summary>
public sealed class ChangeGoalState(Db db, FindInitiative find)
{
    /// <param name="state"><c>adopted</c> (only of a goal that was adopted before), <c>done</c> or <c>dropped</c>.</param>
    public async Task<Result<Done>> Run(Actor actor, Guid initiative, Guid goalId, string state, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.EditGoals, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (state is not ("adopted" or "done" or "dropped"))
            return new Problem.Invalid("state", "unknown_state", "A goal is adopted, done or dropped.");
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "goal." + state,
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
                            state,
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
