using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>What pages show around an organisation's things.</summary>
public sealed record OrganisationName
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required OrganisationKind Kind { get; init; }
    public required bool IsDemo { get; init; }
}

/// <summary>
/// From the <c>{org}</c> of an address (id or slug) to the organisation, for an actor who may do what comes next there. The first step of
/// every operation that begins at an organisation: a foreign one answers exactly like one that does not exist.
/// </summary>
public sealed class FindOrganisation(Db db)
{
    public async Task<Result<OrganisationName>> Run(Actor actor, Permission permission, string idOrSlug, CancellationToken cancellation)
    {
        var id = Guid.TryParse(idOrSlug, out var parsed) ? parsed : (Guid?)null;
        var organisation = await db.Find<OrganisationName>(FindSql, new { id, slug = idOrSlug }, cancellation);
        if (organisation is null)
            return new Problem.NotFound("organisation");

        return actor.Require(permission, organisation.Id, "organisation") is { } refusal ? refusal : organisation;
    }

    private const string FindSql = """
        select organisation_id as id, slug, name, kind, is_demo from organisation where organisation_id = @id or slug = @slug
        """;
}
