using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>Makes an invitation that nobody has used yet worthless.</summary>
public sealed class WithdrawInvitation(Db db, FindOrganisation find)
{
    public async Task<Result<Done>> Run(Actor actor, string organisation, Guid invitationId, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.ManageMembers, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        return await db.Change<Done>(
            actor,
            found.Id,
            "member.withdraw_invitation",
            invitationId.ToString(),
            async tx => await tx.Execute(DeleteSql, new { found.Id, invitationId }) == 1 ? Done.It : new Problem.NotFound("invitation"),
            cancellation
        );
    }

    private const string DeleteSql = """
        delete from one_time_link where organisation_id = @Id and link_id = @invitationId and purpose = 'join' and used_at is null
        """;
}
