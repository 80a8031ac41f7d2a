using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Demo;

/// <summary>
/// Lets whoever opens a new instance look at the demo's organiser's side before anybody has set the program up: signs the browser in as
/// the demo's visitor, a Viewer of the demo and of nothing else, who changes nothing of it, reads no single response, makes no
/// organisation and has neither password nor address; what there is to try, they try on a copy (<see cref="PractiseDemo"/>). Over as soon
/// as there is an owner (<see cref="SetUpOwner"/> ends the visitor's sessions). It does not make the demo.
/// </summary>
public sealed class EnterDemo(Db db, TimeProvider clock)
{
    /// <param name="demo">Where its stories are.</param>
    public Task<Result<OpenedSession>> Run(DemoPlaces demo, CancellationToken cancellation) =>
        db.Change<OpenedSession>(
            Visitor,
            demo.OrganisationId,
            "demo.enter",
            "",
            async tx =>
            {
                // The same lock as the set-up's: a visitor comes in before it or not at all.
                await tx.Execute(LockSql);
                if (await tx.One<bool>(AccountsSql.IsSetUp))
                    return new Problem.Gone(
                        "demo_closed",
                        "This installation has an owner now. Sign in to see the organiser’s side of the demo."
                    );
                Guid[] organisations = [.. demo.Organisations];
                if (!await tx.One<bool>(AreDemoSql, new { organisations }))
                    return new Problem.NotFound("demo");
                var accountId = await NewAccount.DemoVisitor(tx);
                // Whoever comes in after visitors who never left begins with a new copy: no timer needed.
                await LeaveDemo.UndoAbandoned(tx, accountId, clock.GetUtcNow());
                foreach (var organisation in organisations)
                    await Members.Add(tx, organisation, accountId, Role.Viewer);
                return await Sessions.Open(tx, accountId, clock.GetUtcNow());
            },
            cancellation
        );

    private static readonly Actor Visitor = new(ActorKind.Guest, null, "Visitor", new Dictionary<Guid, Role>());

    private const string LockSql = "lock table account in share row exclusive mode";

    private const string AreDemoSql = """
        select count(*) = cardinality(@organisations::uuid[]) from organisation
        where organisation_id = any(@organisations::uuid[]) and is_demo
        """;
}
