using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>A signed-in person's own account, for its page.</summary>
public sealed class ReadAccount(Db db)
{
    public sealed record Account
    {
        public required string Name { get; init; }
        public required string Email { get; init; }
    }

    public async Task<Result<Account>> Run(Actor actor, CancellationToken cancellation) =>
        actor.Kind == ActorKind.Account && await db.Find<Account>(ReadSql, new { actor.Id }, cancellation) is { } account
            ? account
            : new Problem.NotSignedIn();

    private const string ReadSql = "select name, email from account where account_id = @Id";
}
