using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>A member leaves of their own accord. The last owner stays until somebody else is one.</summary>
public sealed class LeaveOrganisation(Db db, FindOrganisation find)
{
    public async Task<Result<Done>> Run(Actor actor, string organisation, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.View, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        if (actor is not { Kind: ActorKind.Account, Id: { } accountId })
            return new Problem.Conflict("not_a_member", "Only people can leave. Revoke the key instead.");

        return await db.Change<Done>(
            actor,
            found.Id,
            "member.leave",
            actor.Name,
            async tx =>
            {
                if (!await Members.AnotherOwner(tx, found.Id, accountId))
                    return Members.LastOwner();

                return await tx.Execute(LeaveSql, new { found.Id, accountId }) == 1 ? Done.It : new Problem.NotFound("organisation");
            },
            cancellation
        );
    }

    private const string LeaveSql = "delete from membership where organisation_id = @Id and account_id = @accountId";
}
