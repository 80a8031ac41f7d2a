using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Lets whoever opens a new instance look around the demo before anybody has set the program up: signs the browser in as the demo's visitor, an organiser of
/// the demo organisation and of nothing else, who has no password and no address to sign in with. Over as soon as there is an owner
/// (<see cref="SetUpOwner"/> closes the visitor's account). It does not make the demo.
/// </summary>
public sealed class EnterDemo(Db db, TimeProvider clock)
{
    /// <summary>The session and where the demo is.</summary>
    public sealed record Entered(OpenedSession Session, string Slug);

    public async Task<Result<Entered>> Run(CancellationToken ct)
    {
        var demo = await db.Find<DemoRow>(DemoSql, null, ct);
        if (demo is null || await db.One<bool>(AccountsSql.IsSetUp, null, ct))
        {
            return new Problem.NotFound("page");
        }

        var visitor = new Actor(ActorKind.Account, null, "Visitor", new Dictionary<Guid, Role>());
        return await db.Change<Entered>(visitor, demo.OrganisationId, "demo.enter", "", async tx =>
        {
            var accountId = await tx.One<Guid>(VisitorSql, new { id = Guid.NewGuid() });
            await Members.Add(tx, demo.OrganisationId, accountId, Role.Organiser);
            return new Entered(await Sessions.Open(tx, accountId, clock.GetUtcNow()), demo.Slug);
        }, ct);
    }

    private const string DemoSql = "select organisation_id, slug from organisation where is_demo order by created_at limit 1";

    // The hash is empty: no password fits it.
    private const string VisitorSql = """
        insert into account (account_id, email, name, password_hash) values (@id, 'demo visitor', 'Visitor', '')
        on conflict (lower(email)) do update set deactivated_at = null
        returning account_id
        """;

    private sealed record DemoRow
    {
        public required Guid OrganisationId { get; init; }
        public required string Slug { get; init; }
    }
}
