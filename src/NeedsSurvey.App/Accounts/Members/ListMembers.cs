using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>The people of an organisation. Their addresses show only to those who manage members, and to themselves.</summary>
public sealed class ListMembers(Db db, FindOrganisation find)
{
    public sealed record Member
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public string? Email { get; init; }
        public required Role Role { get; init; }
        public required DateTimeOffset JoinedAt { get; init; }
    }

    public async Task<Result<IReadOnlyList<Member>>> Run(Actor actor, string organisation, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.View, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        return await db.Query<Member>(
            ListSql,
            new
            {
                found.Id,
                all = actor.May(Permission.ManageMembers, found.Id),
                self = actor.Id,
            },
            cancellation
        );
    }

    private const string ListSql = """
        select a.account_id as id, a.name, case when @all or a.account_id = @self then a.email end as email, m.role, m.joined_at
        from membership m join account a using (account_id)
        where m.organisation_id = @Id
        order by array_position(array['Owner','Organiser','Analyst','Coder','Translator','Viewer'], m.role), lower(a.name), a.account_id
        """;
}
