using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Links that do one thing once: set up the first owner, join an organisation, choose a new password. One purpose, one use, an end, and
/// only their hash is stored. The link's text exists in the answer that made it and nowhere else.
/// </summary>
internal static class OneTimeLinks
{
    public const string Setup = "setup";
    public const string Join = "join";
    public const string Password = "password";

    public static readonly TimeSpan JoinLifetime = TimeSpan.FromDays(7);
    public static readonly TimeSpan PasswordLifetime = TimeSpan.FromHours(24);

    /// <summary>Stores a new link; the caller shows the secret's text once.</summary>
    public static async Task<Secret> Make(Tx tx, NewLink link)
    {
        var secret = Secret.New();
        await tx.Execute(
            MakeSql,
            new
            {
                secret.Hash,
                linkId = link.Id,
                link.Purpose,
                link.OrganisationId,
                link.AccountId,
                link.Email,
                Role = link.Role?.ToString(),
                link.CreatedBy,
                link.ExpiresAt,
            }
        );
        return secret;
    }

    /// <summary>
    /// Uses the link up, or null: unknown, of another purpose, used, or over. The row stays locked until the transaction ends, so that of
    /// two uses at once one wins.
    /// </summary>
    public static Task<LinkRow?> Use(Tx tx, string purpose, SecretText token, DateTimeOffset now) =>
        tx.Find<LinkRow>(
            UseSql,
            new
            {
                hash = Secret.HashOf(token),
                purpose,
                now,
            }
        );

    /// <summary>Makes every unused password link of the account void: its credentials changed.</summary>
    public static Task VoidPasswordLinks(Tx tx, Guid accountId) => tx.Execute(VoidSql, new { accountId });

    /// <summary>What a page may know about a link before it is used; null when it cannot be used (any more).</summary>
    public static Task<LinkRow?> Peek(Db db, string purpose, SecretText token, DateTimeOffset now, CancellationToken cancellation) =>
        db.Find<LinkRow>(
            PeekSql,
            new
            {
                hash = Secret.HashOf(token),
                purpose,
                now,
            },
            cancellation
        );

    /// <summary>One sentence for every way in which a link can be no good: a guesser learns nothing.</summary>
    public static Problem NoGood() =>
        new Problem.Gone(
            "link_over",
            "This link has been used already, is too old, or is incomplete. Ask whoever gave it to you for a new one."
        );

    // Links that are over are swept when another one is made: whom they were for is nobody's business any more.
    private const string MakeSql = """
        with swept as (delete from one_time_link where expires_at < now())
        insert into one_time_link (token_hash, link_id, purpose, organisation_id, account_id, email, role, created_by, expires_at)
        values (@Hash, @linkId, @Purpose, @OrganisationId, @AccountId, @Email, @Role, @CreatedBy, @ExpiresAt)
        """;

    private const string UseSql = """
        update one_time_link set used_at = @now
        where token_hash = @hash and purpose = @purpose and used_at is null and expires_at > @now
        returning organisation_id, account_id, email, role, created_by
        """;

    private const string PeekSql = """
        select organisation_id, account_id, email, role, created_by
        from one_time_link
        where token_hash = @hash and purpose = @purpose and used_at is null and expires_at > @now
        """;

    private const string VoidSql = "delete from one_time_link where account_id = @accountId and purpose = 'password' and used_at is null";
}

internal sealed record NewLink(Guid Id, string Purpose, string CreatedBy, DateTimeOffset ExpiresAt)
{
    public Guid? OrganisationId { get; init; }
    public Guid? AccountId { get; init; }
    public string? Email { get; init; }
    public Role? Role { get; init; }
}

internal sealed record LinkRow
{
    public Guid? OrganisationId { get; init; }
    public Guid? AccountId { get; init; }
    public string? Email { get; init; }
    public Role? Role { get; init; }
    public required string CreatedBy { get; init; }
}
