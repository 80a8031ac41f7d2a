using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Opens a session for whoever knows the password. An address that nobody has and a wrong password answer alike, in words and in time;
/// guessing is slowed (<see cref="SignInThrottle"/>) and over-long passwords are refused before hashing.
/// </summary>
public sealed class SignIn(Db db, Passwords passwords, SignInThrottle throttle, TimeProvider clock)
{
    /// <param name="NetworkAddress">For slowing guesses only; never stored.</param>
    public sealed record Command(string Email, SecretText Password, string? NetworkAddress);

    public async Task<Result<OpenedSession>> Run(Command command, CancellationToken cancellation)
    {
        if (throttle.Begin(command.Email, command.NetworkAddress) is { } wait)
        {
            return new Problem.TooMany(
                $"There were too many wrong tries. Wait {Math.Ceiling(wait.TotalMinutes)} minutes and try again.",
                wait
            );
        }

        if (!PasswordRule.MayBeHashed(command.Password))
            return Wrong();

        var account = await db.Find<AccountRow>(FindSql, new { email = command.Email.Trim() }, cancellation);
        if (!passwords.Verify(account?.PasswordHash, command.Password.Reveal()) || account is null)
            return Wrong();

        throttle.DropFaults(command.Email, command.NetworkAddress);
        var actor = new Actor(ActorKind.Account, account.AccountId, account.Name, new Dictionary<Guid, Role>());
        return await db.Change<OpenedSession>(
            actor,
            null,
            "account.sign_in",
            account.Name,
            async tx =>
                await tx.Find<bool?>(StillSql, new { account.AccountId, account.PasswordHash }) is null
                    ? Wrong()
                    : await Sessions.Open(tx, account.AccountId, clock.GetUtcNow()),
            cancellation
        );
    }

    private static Problem.Invalid Wrong() =>
        new("email", "wrong_credentials", "The e-mail address and the password do not go together. Check both and try again.");

    private const string FindSql = """
        select account_id, name, password_hash from account where lower(email) = lower(@email) and deactivated_at is null
        """;

    // The password may have been changed while it was checked; the lock makes whoever changes it now end this session too.
    private const string StillSql =
        "select true from account where account_id = @AccountId and password_hash = @PasswordHash and deactivated_at is null for share";

    private sealed record AccountRow
    {
        public required Guid AccountId { get; init; }
        public required string Name { get; init; }
        public required string PasswordHash { get; init; }
    }
}
