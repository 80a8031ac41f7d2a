using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Ends a membership from that person's next request on; the account stays, it may belong elsewhere too. The last owner cannot go. Keys
/// that the person made belong to the organisation and go on working until revoked: the page says so.
/// </summary>
public sealed class RemoveMember(Db db, FindOrganisation find)
{
    public async Task<Result<Done>> Run(Actor actor, string organisation, Guid memberId, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.ManageMembers, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        return await db.Change<Done>(
            actor,
            found.Id,
            "member.remove",
            memberId.ToString(),
            async tx =>
            {
                var anotherOwner = await Members.AnotherOwner(tx, found.Id, memberId);
                if (await tx.Find<string>(DeleteSql, new { found.Id, memberId }) is not { } name)
                    return new Problem.NotFound("member");

                if (!anotherOwner)
                    return Members.LastOwner();

                tx.Detail["name"] = name;
                return Done.It;
            },
            cancellation
        );
    }

    private const string DeleteSql = """
        delete from membership m using account a
        where m.organisation_id = @Id and m.account_id = @memberId and a.account_id = m.account_id
        returning a.name
        """;
}
