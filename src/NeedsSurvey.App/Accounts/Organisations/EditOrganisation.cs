using System.Text.Json.Serialization;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Replaces the organisation's name, kind, mission and pillars as a whole. Pillars keep their ids, so that goals stay tied to them; their
/// order is the list's. A pillar that a goal is tied to cannot be left out. The slug stays: it is in links that people have.
/// </summary>
public sealed class EditOrganisation(Db db, FindOrganisation find)
{
    public sealed record Command(string Name, OrganisationKind Kind, string Mission, IReadOnlyList<PillarEdit> Pillars)
    {
        /// <summary>What the form was filled with; refused where that is no longer stored. Null writes over whatever is there.</summary>
        [JsonIgnore]
        public string? Revision { get; init; }
    }

    /// <param name="Id">Of a pillar that is there already; null for a new one.</param>
    public sealed record PillarEdit(string Name, string Description = "", Guid? Id = null);

    public async Task<Result<Done>> Run(Actor actor, string organisation, Command command, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.EditOrganisation, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        if (OrganisationShape.Edit.Faults(command) is { } invalid)
            return invalid;

        return await db.Change<Done>(
            actor,
            found.Id,
            "organisation.edit",
            command.Name.Trim(),
            async tx =>
            {
                await tx.Execute(LockSql, new { found.Id });
                if (await Database.Revision.Refusal(tx, RevisionSql, new { found.Id }, command.Revision) is { } meanwhile)
                    return meanwhile;
                if (
                    await tx.Execute(
                        UpdateSql,
                        new
                        {
                            found.Id,
                            name = command.Name.Trim(),
                            kind = NewOrganisation.KindText(command.Kind),
                            mission = command.Mission.Trim(),
                        }
                    ) == 0
                )
                {
                    return new Problem.NotFound("organisation");
                }

                return await Pillars.Replace(tx, found.Id, command.Pillars);
            },
            cancellation
        );
    }

    private const string LockSql = "select 1 from organisation where organisation_id = @Id for no key update";

    internal const string RevisionSql = """
        select md5(concat(name, E'\t', kind, E'\t', mission, (select string_agg(p::text, '' order by position, pillar_id) from pillar p
            where p.organisation_id = o.organisation_id)))
        from organisation o where organisation_id = @Id
        """;

    private const string UpdateSql = "update organisation set name = @name, kind = @kind, mission = @mission where organisation_id = @Id";
}
