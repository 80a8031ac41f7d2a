// Every operation on an initiative begins here: which one, whose, and whether this actor may.

using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Initiatives;

/// <summary>An initiative that the actor may act on.</summary>
public sealed record FoundInitiative
{
    public required Guid InitiativeId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string OrganisationSlug { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
}

/// <summary>Where an initiative is: what a form needs to go on, and no more.</summary>
public sealed record InitiativePlace
{
    public required Guid InitiativeId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string OrganisationSlug { get; init; }
    public required string Slug { get; init; }

    /// <summary>Where its pages live: <c>/o/{org}/{initiative}</c>.</summary>
    public string Base => $"/o/{OrganisationSlug}/{Slug}";
}

/// <summary>
/// Finds an initiative by id (the API) or by the slugs of a page's address, and asks for the permission on its organisation.
/// </summary>
public sealed class FindInitiative(Db db)
{
    /// <returns>The initiative; "not found" for strangers too.</returns>
    public Task<Result<FoundInitiative>> Run(
        Actor actor,
        Permission permission,
        Guid initiative,
        CancellationToken cancellation = default
    ) =>
        Find(
            actor,
            permission,
            new
            {
                id = (Guid?)initiative,
                organisation = (string?)null,
                slug = (string?)null,
            },
            cancellation
        );

    /// <inheritdoc cref="Run(Actor, Permission, Guid, CancellationToken)"/>
    public Task<Result<FoundInitiative>> Run(
        Actor actor,
        Permission permission,
        string organisation,
        string initiative,
        CancellationToken cancellation = default
    ) =>
        Find(
            actor,
            permission,
            new
            {
                id = (Guid?)null,
                organisation = (string?)organisation,
                slug = (string?)initiative,
            },
            cancellation
        );

    /// <summary>
    /// By the slugs of a page's address, for a form that is about to be taken: one indexed query. No permission is asked; the operation
    /// that takes the form asks its own, and a stranger gets the same answer from it as from here.
    /// </summary>
    public async Task<Result<InitiativePlace>> Place(string organisation, string initiative, CancellationToken cancellation = default) =>
        await db.Find<InitiativePlace>(PlaceSql, new { organisation, initiative }, cancellation) is { } place
            ? place
            : new Problem.NotFound("initiative");

    private async Task<Result<FoundInitiative>> Find(Actor actor, Permission permission, object which, CancellationToken cancellation)
    {
        var found = await db.Find<FoundInitiative>(Sql, which, cancellation);
        if (found is null)
            return new Problem.NotFound("initiative");
        if (actor.Require(permission, found.OrganisationId, "initiative") is { } refusal)
            return refusal;
        return found;
    }

    private const string PlaceSql = """
        select i.initiative_id, i.organisation_id, o.slug as organisation_slug, i.slug
        from organisation o join initiative i using (organisation_id)
        where o.slug = @organisation and i.slug = @initiative
        """;

    // Within an organisation either may be an id or a slug; ids of both kinds are random, so no slug is mistaken for one.
    private const string Sql = """
        select i.initiative_id, i.organisation_id, o.slug as organisation_slug, i.slug, i.title
        from initiative i join organisation o using (organisation_id)
        where i.initiative_id = @id::uuid
           or (@organisation::text in (o.slug, o.organisation_id::text) and @slug::text in (i.slug, i.initiative_id::text))
        """;
}
