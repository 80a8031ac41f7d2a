using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>Ends this browser's session: the cookie is worth nothing from the next request on, also a stolen copy of it.</summary>
public sealed class SignOut(Db db)
{
    public Task<Result<Done>> Run(Actor actor, SecretText token, CancellationToken cancellation) =>
        db.Change<Done>(
            actor,
            null,
            "account.sign_out",
            actor.Name,
            async tx =>
            {
                await tx.Execute(EndSql, new { hash = Secret.HashOf(token), accountId = actor.Id });
                return Done.It;
            },
            cancellation
        );

    private const string EndSql = "delete from session where session_hash = @hash and account_id = @accountId";
}
