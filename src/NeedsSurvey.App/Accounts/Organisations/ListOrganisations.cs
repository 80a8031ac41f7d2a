using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// The organisations that the actor belongs to, by name; the operator sees all. There are few a person, so there are no pages of them.
/// </summary>
public sealed class ListOrganisations(Db db)
{
    /// <param name="Role">The actor's; null for the operator.</param>
    public sealed record Item(Guid Id, string Slug, string Name, OrganisationKind Kind, bool IsDemo, Role? Role);

    public async Task<IReadOnlyList<Item>> Run(Actor actor, CancellationToken cancellation)
    {
        var rows = await db.Query<OrganisationName>(
            ListSql,
            new { all = actor.Kind == ActorKind.Operator, ids = actor.Roles.Keys.ToArray() },
            cancellation
        );
        return
        [
            .. rows.Select(row => new Item(
                row.Id,
                row.Slug,
                row.Name,
                row.Kind,
                row.IsDemo,
                actor.Roles.TryGetValue(row.Id, out var role) ? role : null
            )),
        ];
    }

    private const string ListSql = """
        select organisation_id as id, slug, name, kind, is_demo from organisation
        where @all or organisation_id = any(@ids)
        order by is_demo, lower(name), organisation_id
        """;
}
