using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// An organisation's API keys, newest first, also those revoked: a leaked key must be recognisable by its first characters.
/// </summary>
public sealed class ListKeys(Db db, FindOrganisation find)
{
    public sealed record Key
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public required Role Role { get; init; }
        public required string Prefix { get; init; }
        public required string CreatedBy { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset? RevokedAt { get; init; }
    }

    public async Task<Result<IReadOnlyList<Key>>> Run(Actor actor, string organisation, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.ManageKeys, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        return await db.Query<Key>(ListSql, new { found.Id }, cancellation);
    }

    private const string ListSql = """
        select api_key_id as id, name, role, prefix, created_by, created_at, revoked_at from api_key
        where organisation_id = @Id
        order by revoked_at is not null, created_at desc, api_key_id
        """;
}
