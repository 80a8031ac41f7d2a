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
                if (actor.Id is { } account)
                    await Sessions.End(tx, account, token);
                return Done.It;
            },
            cancellation
        );
}
