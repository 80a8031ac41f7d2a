using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Makes a link with which somebody who forgot the password chooses a new one, within a day. An owner makes it for a member, or the
/// operator at the command line. An owner of one organisation must not take over an account that also belongs to others: then only the
/// operator may.
/// </summary>
public sealed class CreatePasswordLink(Db db, FindOrganisation find, TimeProvider clock)
{
    /// <param name="Token">For <c>/password?token=…</c>; never shown again.</param>
    public sealed record Created(SecretText Token, DateTimeOffset ExpiresAt);

    /// <summary>An owner, for a member.</summary>
    public async Task<Result<Created>> Run(Actor actor, string organisation, Guid memberId, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.ManageMembers, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        return await Make(
            actor,
            found.Id,
            memberId,
            async tx =>
            {
                // The account is held, so that its person cannot join another organisation between the judgement and the link.
                await tx.Execute(HoldSql, new { memberId });
                var memberships = await tx.Query<Guid>(MembershipsSql, new { memberId });
                return !memberships.Contains(found.Id) ? new Problem.NotFound("member")
                    : memberships.All(id => actor.May(Permission.ManageMembers, id)) ? null
                    : new Problem.Conflict(
                        "member_elsewhere",
                        "This person also belongs to other organisations. Ask whoever runs this server for a link (create-password-link)."
                    );
            },
            cancellation
        );
    }

    /// <summary>The operator, by address.</summary>
    public async Task<Result<Created>> Run(Actor actor, string email, CancellationToken cancellation)
    {
        if (actor.Kind != ActorKind.Operator)
            return Problem.Forbidden.OperatorsAlone;

        var accountId = await db.Find<Guid?>(ByEmailSql, new { email = email.Trim() }, cancellation);
        return accountId is null
            ? new Problem.NotFound("account")
            : await Make(actor, null, accountId.Value, _ => Task.FromResult<Problem?>(null), cancellation);
    }

    private Task<Result<Created>> Make(
        Actor actor,
        Guid? organisationId,
        Guid accountId,
        Func<Tx, Task<Problem?>> refuse,
        CancellationToken cancellation
    )
    {
        var link = new NewLink(Guid.NewGuid(), OneTimeLinks.Password, actor.Name, clock.GetUtcNow() + OneTimeLinks.PasswordLifetime)
        {
            AccountId = accountId,
        };
        return db.Change<Created>(
            actor,
            organisationId,
            "account.make_password_link",
            accountId.ToString(),
            async tx => await refuse(tx) is { } refusal ? refusal : new Created((await OneTimeLinks.Make(tx, link)).Text, link.ExpiresAt),
            cancellation
        );
    }

    private const string HoldSql = "select 1 from account where account_id = @memberId for update";

    private const string MembershipsSql = """
        select m.organisation_id from membership m join account a using (account_id) where m.account_id = @memberId
            and a.deactivated_at is null
        """;

    private const string ByEmailSql = "select account_id from account where lower(email) = lower(@email) and deactivated_at is null";
}
