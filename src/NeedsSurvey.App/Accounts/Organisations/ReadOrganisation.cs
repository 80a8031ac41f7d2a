using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>A pillar of the mission, or one of a person's values.</summary>
public sealed record Pillar
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
}

/// <summary>The organisation with its mission and pillars (a person: values), in their order.</summary>
public sealed class ReadOrganisation(Db db, FindOrganisation find)
{
    public sealed record Organisation(
        Guid Id,
        string Slug,
        string Name,
        OrganisationKind Kind,
        bool IsDemo,
        string Mission,
        IReadOnlyList<Pillar> Pillars
    )
    {
        /// <summary>What its pages show around it.</summary>
        public OrganisationName Heading() =>
            new()
            {
                Id = Id,
                Slug = Slug,
                Name = Name,
                Kind = Kind,
                IsDemo = IsDemo,
            };
    }

    public Task<Result<Organisation>> Run(Actor actor, string organisation, CancellationToken cancellation) =>
        Run(actor, organisation, Permission.View, cancellation);

    /// <summary>For a page that goes on to do what <paramref name="permission"/> allows.</summary>
    public async Task<Result<Organisation>> Run(Actor actor, string organisation, Permission permission, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, permission, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        var mission = await db.One<string>(MissionSql, new { found.Id }, cancellation);
        var pillars = await db.Query<Pillar>(PillarsSql, new { found.Id }, cancellation);
        return new Organisation(found.Id, found.Slug, found.Name, found.Kind, found.IsDemo, mission, pillars);
    }

    private const string MissionSql = "select mission from organisation where organisation_id = @Id";

    private const string PillarsSql = """
        select pillar_id as id, name, description from pillar where organisation_id = @Id order by position, pillar_id
        """;
}
