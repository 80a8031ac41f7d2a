using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Replaces the organisation's name, kind, mission and pillars as a whole. Pillars keep their ids, so that goals stay tied to them; their
/// order is the list's. A pillar that a goal is tied to cannot be left out. The slug stays: it is in links that people have.
/// </summary>
public sealed class EditOrganisation(Db db, FindOrganisation find)
{
    public sealed record Command(string Name, OrganisationKind Kind, string Mission, IReadOnlyList<PillarEdit> Pillars);

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

    private const string UpdateSql = "update organisation set name = @name, kind = @kind, mission = @mission where organisation_id = @Id";
}
