using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// From what a browser's cookie carries to who is there, at every request: what ended a session (sign-out, a new password, a closed
/// account) or changed a role therefore holds at the next one. Reads the primary, since a replica may lag behind a sign-out.
/// </summary>
public sealed class ResolveSession(Db db, TimeProvider clock)
{
    // Noting each request would turn every read into a write.
    private static readonly TimeSpan SeenStep = TimeSpan.FromHours(1);

    /// <summary>The signed-in person, or null: no such session, over, idle for too long, or the account is closed.</summary>
    public async Task<Actor?> Run(SecretText token, CancellationToken cancellation)
    {
        var hash = Secret.HashOf(token);
        if (hash.Length == 0)
            return null;

        var now = clock.GetUtcNow();
        var rows = (
            await db.Maintenance<List<Row>>(
                async tx =>
                    await tx.Query<Row>(
                        ResolveSql,
                        new
                        {
                            hash,
                            now,
                            idleSince = now - Sessions.IdleLimit,
                            seenBefore = now - SeenStep,
                        }
                    ),
                cancellation
            )
        ).OrThrow();
        return rows is [var first, ..]
            ? new Actor(
                first.IsGuest ? ActorKind.Guest : ActorKind.Account,
                first.AccountId,
                first.Name,
                rows.Where(r => r.OrganisationId is not null).ToDictionary(r => r.OrganisationId!.Value, r => r.Role!.Value)
            )
            : null;
    }

    private const string ResolveSql = """
        with live as (
            select s.session_hash, s.seen_at, a.account_id, a.name, a.is_guest
            from session s join account a using (account_id)
            where s.session_hash = @hash and s.expires_at > @now and s.seen_at > @idleSince and a.deactivated_at is null),
        seen as (
            update session s set seen_at = @now from live where s.session_hash = live.session_hash and live.seen_at < @seenBefore)
        select live.account_id, live.name, live.is_guest, m.organisation_id, m.role
        from live left join membership m using (account_id)
        """;

    private sealed record Row
    {
        public required Guid AccountId { get; init; }
        public required string Name { get; init; }
        public required bool IsGuest { get; init; }
        public Guid? OrganisationId { get; init; }
        public Role? Role { get; init; }
    }
}
