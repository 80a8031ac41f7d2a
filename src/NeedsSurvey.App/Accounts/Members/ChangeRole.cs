using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>Gives a member another role, from their next request on. An organisation keeps at least one owner.</summary>
public sealed class ChangeRole(Db db, FindOrganisation find)
{
    public async Task<Result<Done>> Run(Actor actor, string organisation, Guid memberId, Role role, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.ManageMembers, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        if (!Enum.IsDefined(role))
            return new Problem.Invalid("role", "unknown", "Choose one of the roles.");

        return await db.Change<Done>(
            actor,
            found.Id,
            "member.change_role",
            memberId.ToString(),
            async tx =>
            {
                var anotherOwner = await Members.AnotherOwner(tx, found.Id, memberId);
                if (await tx.Find<Row>(FindSql, new { found.Id, memberId }) is not { } member)
                    return new Problem.NotFound("member");

                if (member.Role == Role.Owner && role != Role.Owner && !anotherOwner)
                    return Members.LastOwner();

                tx.Detail["name"] = member.Name;
                tx.Detail["from"] = member.Role.ToString();
                tx.Detail["to"] = role.ToString();
                return
                    await tx.Execute(
                        ChangeSql,
                        new
                        {
                            found.Id,
                            memberId,
                            role = role.ToString(),
                        }
                    ) == 1
                    ? Done.It
                    : new Problem.NotFound("member");
            },
            cancellation
        );
    }

    private const string FindSql = """
        select a.name, m.role from membership m join account a using (account_id) where m.organisation_id = @Id and m.account_id = @memberId
        """;

    private const string ChangeSql = "update membership set role = @role where organisation_id = @Id and account_id = @memberId";

    private sealed record Row
    {
        public required string Name { get; init; }
        public required Role Role { get; init; }
    }
}
