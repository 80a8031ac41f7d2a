using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Goals;

/// <summary>
/// Adds to an adopted goal what has happened since: delivery, told apart from promises. It appears in the public report at once.
/// </summary>
public sealed class RecordGoalUpdate(Db db, FindInitiative find)
{
    public sealed record Command(DateOnly HappenedOn, string Words);

    public async Task<Result<Guid>> Run(
        Actor actor,
        Guid initiative,
        Guid goalId,
        Command command,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.EditGoals, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (string.IsNullOrWhiteSpace(command.Words))
            return new Problem.Invalid("words", "required", "Say what has happened.");
        if (command.Words.Length > 2_000)
            return new Problem.Invalid("words", "too_long", "An update may have 2,000 characters.");
        return await db.Change<Guid>(
            actor,
            found.OrganisationId,
            "goal.update",
            goalId.ToString(),
            async tx =>
            {
                var isDraft = await tx.Find<bool?>(
                    "select state = 'draft' from goal where initiative_id = @initiative and goal_id = @goalId",
                    new { initiative, goalId }
                );
                if (isDraft is null)
                    return new Problem.NotFound("goal");
                if (isDraft == true)
                    return new Problem.Conflict("not_adopted", "Progress is told of adopted goals. Adopt this one first.");
                var updateId = Guid.NewGuid();
                await tx.Execute(
                    Sql,
                    new
                    {
                        initiative,
                        goalId,
                        updateId,
                        command.HappenedOn,
                        words = command.Words.Trim(),
                    }
                );
                return updateId;
            },
            cancellation
        );
    }

    private const string Sql = """
        insert into goal_update (initiative_id, goal_id, update_id, happened_on, words)
            values (@initiative, @goalId, @updateId, @happenedOn, @words)
        """;
}
