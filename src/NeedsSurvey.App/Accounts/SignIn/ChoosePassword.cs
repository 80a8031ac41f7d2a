using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Uses a password link: sets the new password, ends all sessions, makes the account's other password links void, and signs in.
/// </summary>
public sealed class ChoosePassword(Db db, Passwords passwords, TimeProvider clock)
{
    public sealed record Command(SecretText Token, SecretText NewPassword);

    /// <summary>Whether the link would still do.</summary>
    public async Task<Problem?> Check(SecretText token, CancellationToken cancellation) =>
        await Find(token, cancellation) is null ? OneTimeLinks.NoGood() : null;

    public async Task<Result<OpenedSession>> Run(Command command, CancellationToken cancellation)
    {
        if (await Find(command.Token, cancellation) is not { } account)
            return OneTimeLinks.NoGood();

        if (PasswordRule.Check("newPassword", command.NewPassword, account.Email) is { } fault)
            return new Problem.Invalid([fault]);

        var hash = passwords.Hash(command.NewPassword.Reveal());
        var actor = new Actor(ActorKind.Account, account.AccountId, account.Name, new Dictionary<Guid, Role>());
        return await db.Change<OpenedSession>(
            actor,
            null,
            "account.choose_password",
            account.Name,
            async tx =>
            {
                var now = clock.GetUtcNow();
                if (await OneTimeLinks.Use(tx, OneTimeLinks.Password, command.Token, now) is null)
                    return OneTimeLinks.NoGood();

                if (await tx.Execute(ChangeSql, new { account.AccountId, hash }) == 0)
                    return OneTimeLinks.NoGood();

                await Sessions.EndAll(tx, account.AccountId);
                await OneTimeLinks.VoidPasswordLinks(tx, account.AccountId);
                return await Sessions.Open(tx, account.AccountId, now);
            },
            cancellation
        );
    }

    private async Task<AccountRow?> Find(SecretText token, CancellationToken cancellation) =>
        await OneTimeLinks.Peek(db, OneTimeLinks.Password, token, clock.GetUtcNow(), cancellation) is { AccountId: { } accountId }
            ? await db.Find<AccountRow>(FindSql, new { accountId }, cancellation)
            : null;

    private const string FindSql = "select account_id, name, email from account where account_id = @accountId and deactivated_at is null";

    private const string ChangeSql = "update account set password_hash = @hash where account_id = @AccountId and deactivated_at is null";

    private sealed record AccountRow
    {
        public required Guid AccountId { get; init; }
        public required string Name { get; init; }
        public required string Email { get; init; }
    }
}
