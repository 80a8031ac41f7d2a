using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// From an API key to the actor it stands for: one organisation, one role. A revoked key is nobody from the next request on.
/// </summary>
public sealed class ResolveKey(Db db)
{
    /// <summary>The actor, or null when there is no such key (any more).</summary>
    public async Task<Actor?> Run(SecretText key, CancellationToken cancellation)
    {
        var hash = Secret.HashOf(key);
        if (hash.Length == 0 || !key.Reveal().StartsWith(CreateKey.Prefix, StringComparison.Ordinal))
            return null;

        // Maintenance reads the primary: a replica may lag behind a revocation.
        var row = (await db.Maintenance<Row?>(async tx => await tx.Find<Row>(FindSql, new { hash }), cancellation)).OrThrow();
        return row is null
            ? null
            : new Actor(ActorKind.ApiKey, row.ApiKeyId, row.Name, new Dictionary<Guid, Role> { [row.OrganisationId] = row.Role });
    }

    private const string FindSql =
        "select organisation_id, api_key_id, name, role from api_key where key_hash = @hash and revoked_at is null";

    private sealed record Row
    {
        public required Guid OrganisationId { get; init; }
        public required Guid ApiKeyId { get; init; }
        public required string Name { get; init; }
        public required Role Role { get; init; }
    }
}
