using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Needs;

/// <summary>
/// Locks what staff expect the community to need most, before anyone has answered. It can be made once, never changed, and not at all
/// after the first response: only then does the hearing gap mean something.
/// </summary>
public sealed class LockPrediction(Db db, FindInitiative find, TimeProvider clock)
{
    /// <param name="ranking">Names of needs, the most needed first.</param>
    public async Task<Result<Done>> Run(
        Actor actor,
        Guid initiative,
        IReadOnlyList<string> ranking,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.EditInitiative, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (ranking.Count < 3)
            return new Problem.Invalid("ranking", "too_few", "Put at least three needs in order.");
        if (ranking.Distinct().Count() != ranking.Count)
            return new Problem.Invalid("ranking", "twice", "A need stands twice in your order.");
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "prediction.lock",
            found.Title,
            async tx =>
            {
                var known = (
                    await tx.Query<string>(
                        "select name from need where initiative_id = @initiative and merged_into is null",
                        new { initiative }
                    )
                ).ToHashSet();
                if (ranking.Where(name => name is null || !known.Contains(name)).ToList() is [var unknown, ..])
                    return new Problem.Invalid("ranking", "unknown_need", $"There is no need named '{unknown}'.");
                if (await tx.One<bool>(HasAnswersSql, new { initiative }))
                    return new Problem.Conflict(
                        "answered_already",
                        "People have answered already. A prediction made now would be no prediction."
                    );
                await tx.Execute(
                    "insert into prediction (initiative_id, ranking, locked_by, locked_at) values (@initiative, @ranking, @by, @now)",
                    new
                    {
                        initiative,
                        ranking = ranking.ToArray(),
                        by = actor.Name,
                        now = clock.GetUtcNow(),
                    }
                );
                return Done.It;
            },
            cancellation
        );
    }

    private const string HasAnswersSql = """
        select exists (
            select from response r join survey s using (survey_id) where s.initiative_id = @initiative)
        """;
}
