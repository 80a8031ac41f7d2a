using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>The membership statements that several operations share.</summary>
internal static class Members
{
    /// <summary>Makes the account a member; one who is already keeps the role they have. False for those.</summary>
    public static async Task<bool> Add(Tx tx, Guid organisationId, Guid accountId, Role role) =>
        await tx.Execute(
            AddSql,
            new
            {
                organisationId,
                accountId,
                role = role.ToString(),
            }
        ) == 1;

    /// <summary>Makes everybody who owns an organisation on this instance an owner of this one too.</summary>
    public static Task AddEveryOwner(Tx tx, Guid organisationId) => tx.Execute(AddEveryOwnerSql, new { organisationId });

    /// <summary>
    /// Locks the organisation's membership until the transaction ends, and answers whether another owner than this account is left. Two
    /// owners who remove each other at the same moment therefore come one after the other.
    /// </summary>
    public static async Task<bool> AnotherOwner(Tx tx, Guid organisationId, Guid accountId)
    {
        await tx.Execute(LockSql, new { organisationId });
        return await tx.One<bool>(AnotherOwnerSql, new { organisationId, accountId });
    }

    public static Problem LastOwner() =>
        new Problem.Conflict("last_owner", "An organisation keeps at least one owner. Make somebody else an owner first.");

    private const string AddSql = """
        insert into membership (organisation_id, account_id, role) values (@organisationId, @accountId, @role)
        on conflict (organisation_id, account_id) do nothing
        """;

    private const string AddEveryOwnerSql = """
        insert into membership (organisation_id, account_id, role)
        select @organisationId, account_id, 'Owner' from membership join account using (account_id)
        where role = 'Owner' and deactivated_at is null
        group by account_id
        on conflict (organisation_id, account_id) do nothing
        """;

    private const string LockSql = "select 1 from organisation where organisation_id = @organisationId for update";

    private const string AnotherOwnerSql = """
        select exists (
            select 1 from membership m join account a using (account_id)
            where m.organisation_id = @organisationId and m.role = 'Owner' and m.account_id <> @accountId and a.deactivated_at is null)
        """;
}
