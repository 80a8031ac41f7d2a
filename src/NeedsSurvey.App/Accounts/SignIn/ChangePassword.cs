using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// A signed-in person chooses a new password: all their sessions end, this browser gets a fresh one, and password links made before are
/// void. Guessing the present password through a stolen session is slowed as at sign-in.
/// </summary>
public sealed class ChangePassword(Db db, Passwords passwords, SignInThrottle throttle, TimeProvider clock)
{
    public sealed record Command(SecretText PresentPassword, SecretText NewPassword, string? NetworkAddress);

    public async Task<Result<OpenedSession>> Run(Actor actor, Command command, CancellationToken cancellation)
    {
        var account = actor.Kind == ActorKind.Account ? await db.Find<AccountRow>(FindSql, new { actor.Id }, cancellation) : null;
        if (account is null)
            return new Problem.NotSignedIn();

        if (PasswordRule.Check("newPassword", command.NewPassword, account.Email) is { } fault)
            return new Problem.Invalid([fault]);

        if (throttle.Begin(account.Email, command.NetworkAddress) is { } wait)
        {
            return new Problem.TooMany(
                $"There were too many wrong tries. Wait {Math.Ceiling(wait.TotalMinutes)} minutes and try again.",
                wait
            );
        }

        if (!PasswordRule.MayBeHashed(command.PresentPassword) || !passwords.Verify(account.PasswordHash, command.PresentPassword.Reveal()))
            return Wrong();

        throttle.DropFaults(account.Email, command.NetworkAddress);
        var hash = passwords.Hash(command.NewPassword.Reveal());
        return await db.Change<OpenedSession>(
            actor,
            null,
            "account.change_password",
            actor.Name,
            async tx =>
            {
                // It may have been changed by link while it was checked: then what was known is not the present one any more.
                if (
                    await tx.Execute(
                        ChangeSql,
                        new
                        {
                            actor.Id,
                            hash,
                            account.PasswordHash,
                        }
                    ) == 0
                )
                {
                    return Wrong();
                }

                await Sessions.EndAll(tx, actor.Id!.Value);
                await OneTimeLinks.VoidPasswordLinks(tx, actor.Id.Value);
                return await Sessions.Open(tx, actor.Id.Value, clock.GetUtcNow());
            },
            cancellation
        );
    }

    private static Problem.Invalid Wrong() => new("presentPassword", "wrong_password", "This is not your present password.");

    private const string FindSql = "select email, password_hash from account where account_id = @Id and deactivated_at is null";

    private const string ChangeSql = "update account set password_hash = @hash where account_id = @Id and password_hash = @PasswordHash";

    private sealed record AccountRow
    {
        public required string Email { get; init; }
        public required string PasswordHash { get; init; }
    }
}
