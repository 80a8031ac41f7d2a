using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>Writes an organisation's pillars as a whole list, keeping the ids of those that stay.</summary>
internal static class Pillars
{
    public static async Task<Result<Done>> Replace(Tx tx, Guid organisationId, IReadOnlyList<EditOrganisation.PillarEdit> wanted)
    {
        var there = await tx.Query<Row>(ThereSql, new { organisationId });
        for (var i = 0; i < wanted.Count; i++)
        {
            if (wanted[i].Id is { } id && there.All(pillar => pillar.Id != id))
                return new Problem.Invalid($"pillars[{i}].id", "unknown", "There is no pillar with this id. Leave the id out to add one.");
        }

        var gone = there.Where(pillar => wanted.All(edit => edit.Id != pillar.Id)).ToList();
        if (gone.FirstOrDefault(pillar => pillar.InUse) is { } needed)
            return new Problem.Conflict("pillar_in_use", $"Goals are tied to “{needed.Name}”. Untie them first, or keep it.");

        await tx.Execute(DeleteSql, new { organisationId, ids = gone.Select(pillar => pillar.Id).ToArray() });
        await tx.Execute(
            UpsertSql,
            new
            {
                organisationId,
                ids = wanted.Select(edit => edit.Id ?? Guid.NewGuid()).ToArray(),
                positions = Enumerable.Range(0, wanted.Count).ToArray(),
                names = wanted.Select(edit => edit.Name.Trim()).ToArray(),
                descriptions = wanted.Select(edit => edit.Description.Trim()).ToArray(),
            }
        );
        return Done.It;
    }

    private const string ThereSql = """
        select p.pillar_id as id, p.name, exists (select 1 from goal_pillar_link l where l.pillar_id = p.pillar_id) as in_use
        from pillar p where p.organisation_id = @organisationId
        for update of p
        """;

    private const string DeleteSql = "delete from pillar where organisation_id = @organisationId and pillar_id = any(@ids)";

    private const string UpsertSql = """
        insert into pillar (organisation_id, pillar_id, position, name, description)
        select @organisationId, * from unnest(@ids, @positions, @names, @descriptions)
        on conflict (organisation_id, pillar_id) do update
        set position = excluded.position, name = excluded.name, description = excluded.description
        """;

    private sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public required bool InUse { get; init; }
    }
}
