using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// The invitations of an organisation that can still be used, newest first. What the links carry is not stored and cannot be listed.
/// </summary>
public sealed class ListInvitations(Db db, FindOrganisation find, TimeProvider clock)
{
    public sealed record Invitation
    {
        public required Guid Id { get; init; }
        public string? Email { get; init; }
        public required Role Role { get; init; }
        public required string CreatedBy { get; init; }
        public required DateTimeOffset ExpiresAt { get; init; }
    }

    public async Task<Result<IReadOnlyList<Invitation>>> Run(Actor actor, string organisation, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.ManageMembers, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        return await db.Query<Invitation>(ListSql, new { found.Id, now = clock.GetUtcNow() }, cancellation);
    }

    private const string ListSql = """
        select link_id as id, email, role, created_by, expires_at from one_time_link
        where organisation_id = @Id and purpose = 'join' and used_at is null and expires_at > @now
        order by created_at desc, link_id
        """;
}
