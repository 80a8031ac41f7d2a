using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Goals;

/// <summary>Deletes a goal that is still a draft, with its links.</summary>
public sealed class DeleteGoal(Db db, FindInitiative find)
{
    public async Task<Result<Done>> Run(Actor actor, Guid initiative, Guid goalId, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.EditGoals, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "goal.delete",
            goalId.ToString(),
            async tx =>
            {
                var at = new { initiative, goalId };
                var isDraft = await tx.Find<bool?>(
                    "select state = 'draft' from goal where initiative_id = @initiative and goal_id = @goalId for update",
                    at
                );
                if (isDraft is null)
                    return new Problem.NotFound("goal");
                if (isDraft == false)
                    return new Problem.Conflict(
                        "goal_adopted",
                        "Only a draft can be deleted. Mark this goal as dropped: the report keeps what was promised."
                    );
                await tx.Execute("delete from goal_need_link where initiative_id = @initiative and goal_id = @goalId", at);
                await tx.Execute("delete from goal_pillar_link where initiative_id = @initiative and goal_id = @goalId", at);
                await tx.Execute("delete from goal where initiative_id = @initiative and goal_id = @goalId", at);
                return Done.It;
            },
            cancellation
        );
    }
}
