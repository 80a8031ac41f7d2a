using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>A browser just signed in.</summary>
/// <param name="Token">What the cookie carries; the database has its hash only.</param>
/// <param name="ExpiresAt">When the cookie and the session end, however busy.</param>
public sealed record OpenedSession(Guid AccountId, SecretText Token, DateTimeOffset ExpiresAt);

/// <summary>
/// The session statements that several operations share; a session is opened and ended in the transaction of what caused it.
/// </summary>
internal static class Sessions
{
    /// <summary>However busy, people sign in again after this long.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>A browser left alone this long is signed out.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromDays(3);

    public static async Task<OpenedSession> Open(Tx tx, Guid accountId, DateTimeOffset now)
    {
        var secret = Secret.New();
        var session = new OpenedSession(accountId, secret.Text, now + Lifetime);
        await tx.Execute(
            OpenSql,
            new
            {
                secret.Hash,
                accountId,
                now,
                session.ExpiresAt,
            }
        );
        return session;
    }

    /// <summary>The cookie with this token is worth nothing from the next request on.</summary>
    public static Task End(Tx tx, Guid accountId, SecretText token) => tx.Execute(EndSql, new { hash = Secret.HashOf(token), accountId });

    public static Task EndAll(Tx tx, Guid accountId) => tx.Execute(EndAllSql, new { accountId });

    // Sessions that are over are swept when somebody signs in: no timer needed.
    private const string OpenSql = """
        with swept as (delete from session where expires_at < @now)
        insert into session (session_hash, account_id, created_at, seen_at, expires_at) values (@Hash, @accountId, @now, @now, @ExpiresAt)
        """;

    private const string EndSql = "delete from session where session_hash = @hash and account_id = @accountId";

    private const string EndAllSql = "delete from session where account_id = @accountId";
}
