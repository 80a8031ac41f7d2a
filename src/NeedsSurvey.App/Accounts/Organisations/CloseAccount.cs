using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// A person closes their own account: memberships and sessions end at once and the address is forgotten, so that it may be used again. The
/// name stays in the audit log, which says who did what. Refused while an organisation would be left without an owner.
/// </summary>
public sealed class CloseAccount(Db db, Passwords passwords, SignInThrottle throttle, TimeProvider clock)
{
    public async Task<Result<Done>> Run(Actor actor, SecretText password, string? networkAddress, CancellationToken cancellation)
    {
        var account = actor.Kind == ActorKind.Account ? await db.Find<AccountRow>(FindSql, new { actor.Id }, cancellation) : null;
        if (account is null)
            return new Problem.NotSignedIn();

        if (throttle.Begin(account.Email, networkAddress) is { } wait)
        {
            return new Problem.TooMany(
                $"There were too many wrong tries. Wait {Math.Ceiling(wait.TotalMinutes)} minutes and try again.",
                wait
            );
        }

        if (!PasswordRule.MayBeHashed(password) || !passwords.Verify(account.PasswordHash, password.Reveal()))
            return Wrong();

        throttle.DropFaults(account.Email, networkAddress);
        var accountId = actor.Id!.Value;
        return await db.Change<Done>(
            actor,
            null,
            "account.close",
            actor.Name,
            async tx =>
            {
                // In the order of ids, so that two who close at once cannot lock each other out.
                foreach (var organisationId in await tx.Query<Guid>(OwnedSql, new { accountId }))
                {
                    if (!await Members.AnotherOwner(tx, organisationId, accountId))
                        return Members.LastOwner();
                }

                await Sessions.EndAll(tx, accountId);
                await OneTimeLinks.VoidPasswordLinks(tx, accountId);
                await tx.Execute(LeaveSql, new { accountId });
                // The password may have been changed while it was checked: then the one given is not the present one any more.
                var closed = await tx.Execute(
                    CloseSql,
                    new
                    {
                        accountId,
                        now = clock.GetUtcNow(),
                        account.PasswordHash,
                    }
                );
                return closed == 1 ? Done.It : Wrong();
            },
            cancellation
        );
    }

    private static Problem.Invalid Wrong() => new("password", "wrong_password", "This is not your password.");

    private const string FindSql = "select email, password_hash from account where account_id = @Id and deactivated_at is null";

    private const string OwnedSql =
        "select organisation_id from membership where account_id = @accountId and role = 'Owner' order by organisation_id";

    private const string LeaveSql = "delete from membership where account_id = @accountId";

    private const string CloseSql = """
        update account set deactivated_at = @now, email = account_id::text, password_hash = ''
        where account_id = @accountId and password_hash = @PasswordHash and deactivated_at is null
        """;

    private sealed record AccountRow
    {
        public required string Email { get; init; }
        public required string PasswordHash { get; init; }
    }
}
