using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Makes whoever owns an organisation on this instance an owner of the demo's too, so that they can look at its organiser's side and change it at will.
/// The first owner of a new instance gets it with the set-up (<see cref="SetUpOwner"/>).
/// </summary>
public sealed class ShareDemo(Db db)
{
    public Task<Result<Done>> Run(Actor actor, Guid demo, CancellationToken ct) =>
        actor.Kind != ActorKind.Operator
            ? Task.FromResult<Result<Done>>(new Problem.Forbidden(nameof(ShareDemo)))
            : db.Change<Done>(actor, demo, "demo.share", "owners", async tx =>
            {
                await tx.Execute(Sql, new { demo });
                return Done.It;
            }, ct);

    private const string Sql = """
        insert into membership (organisation_id, account_id, role)
        select @demo, account_id, 'Owner' from membership join account using (account_id)
        where role = 'Owner' and deactivated_at is null
        group by account_id
        on conflict (organisation_id, account_id) do nothing
        """;
}
