using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>A person about to have an account: by set-up or by invitation, the only two ways (the demo’s visitor is nobody).</summary>
internal sealed record NewAccount(Guid Id, string Email, string Name, string PasswordHash)
{
    /// <summary>The person as the one who does it.</summary>
    public Actor Actor => new(ActorKind.Account, Id, Name.Trim(), new Dictionary<Guid, Role>());

    public static Task Insert(Tx tx, NewAccount account) =>
        tx.Execute(
            InsertSql,
            new
            {
                account.Id,
                email = account.Email.Trim(),
                name = account.Name.Trim(),
                account.PasswordHash,
            }
        );

    /// <summary>The account of whoever looks at the demo before anybody has set the program up; made on first use, one for all.</summary>
    public static Task<Guid> DemoVisitor(Tx tx) => tx.One<Guid>(DemoVisitorSql, new { id = Guid.NewGuid() });

    // The id stands for the address, which no guest has, and the hash is empty: no password fits it.
    private const string DemoVisitorSql = """
        insert into account (account_id, email, name, password_hash, is_guest) values (@id, @id::text, 'Visitor', '', true)
        on conflict (is_guest) where is_guest do update set deactivated_at = null
        returning account_id
        """;

    private const string InsertSql =
        "insert into account (account_id, email, name, password_hash) values (@Id, @email, @name, @PasswordHash)";
}
