using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Needs;

/// <summary>
/// Merges a need into another that means the same. Codings and answers keep the name they were given and count as the other need from now
/// on; splitting again is merging into nothing.
/// </summary>
public sealed class MergeNeed(Db db, FindInitiative find)
{
    /// <param name="into">The need that goes on; null lets <paramref name="name"/> stand for itself again.</param>
    public async Task<Result<Done>> Run(Actor actor, Guid initiative, string name, string? into, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.EditNeeds, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (into == name)
            return new Problem.Invalid("into", "same_need", "Choose another need to merge into.");
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            into is null ? "need.split" : "need.merge",
            into is null ? name : $"{name} into {into}",
            async tx =>
            {
                // All needs of the initiative are held, so that two merges at once cannot make a circle.
                var needs = (
                    await tx.Query<Row>(
                        "select name, merged_into from need where initiative_id = @initiative for update",
                        new { initiative }
                    )
                ).ToDictionary(row => row.Name, row => row.MergedInto);
                if (!needs.ContainsKey(name))
                    return new Problem.NotFound("need");
                if (into is not null && !needs.ContainsKey(into))
                    return new Problem.Invalid("into", "unknown_need", $"There is no need named '{into}'.");
                for (var next = into; next is not null; next = needs.GetValueOrDefault(next))
                    if (next == name)
                        return new Problem.Invalid("into", "circle", "That need is already merged into this one. Split it first.");
                await tx.Execute(
                    "update need set merged_into = @into, version = version + 1 where initiative_id = @initiative and name = @name",
                    new
                    {
                        initiative,
                        name,
                        into,
                    }
                );
                return Done.It;
            },
            cancellation
        );
    }

    private sealed record Row
    {
        public required string Name { get; init; }
        public required string? MergedInto { get; init; }
    }
}
