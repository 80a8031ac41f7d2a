using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>A person about to have an account: by set-up or by invitation, the only two ways.</summary>
internal sealed record NewAccount(Guid Id, string Email, string Name, string PasswordHash)
{
    /// <summary>The person as the one who does it.</summary>
    public Actor Actor => new(ActorKind.Account, Id, Name.Trim(), new Dictionary<Guid, Role>());

    public static Task Insert(Tx tx, NewAccount account) =>
        tx.Execute(InsertSql, new { account.Id, email = account.Email.Trim(), name = account.Name.Trim(), account.PasswordHash });

    private const string InsertSql = "insert into account (account_id, email, name, password_hash) values (@Id, @email, @name, @PasswordHash)";
}
