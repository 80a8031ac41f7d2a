using System.Globalization;
using System.Text.Json;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Who changed what in an organisation, newest first, in pages by cursor. Written by <see cref="Db.Change"/> and never changed.
/// </summary>
public sealed class ReadAudit(Db db, FindOrganisation find)
{
    private const int PageSize = 50;

    /// <param name="Next">Cursor of the page after this one; null on the last.</param>
    public sealed record AuditPage(IReadOnlyList<AuditEntry> Items, string? Next);

    /// <param name="ActorKind">By which way it was done.</param>
    /// <param name="Action">As <c>noun.verb</c>.</param>
    /// <param name="Detail">Facts by name, as the operation noted them.</param>
    public sealed record AuditEntry(
        DateTimeOffset At,
        ActorKind ActorKind,
        string ActorName,
        string Action,
        string Target,
        JsonElement Detail
    );

    public async Task<Result<AuditPage>> Run(Actor actor, string organisation, string? cursor, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.ReadAudit, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        var before = long.MaxValue;
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return new Problem.Invalid("cursor", "cursor", "Use the cursor of the page before, or none.");

        var rows = await db.Query<Row>(
            ReadSql,
            new
            {
                found.Id,
                before,
                limit = PageSize + 1,
            },
            cancellation
        );
        var entries = rows.Take(PageSize)
            .Select(row => new AuditEntry(
                row.At,
                Enum.Parse<ActorKind>(row.ActorKind),
                row.ActorName,
                row.Action,
                row.Target,
                JsonElement.Parse(row.Detail)
            ));
        return new AuditPage(
            [.. entries],
            rows.Count > PageSize ? rows[PageSize - 1].AuditEntryId.ToString(CultureInfo.InvariantCulture) : null
        );
    }

    private const string ReadSql = """
        select audit_entry_id, at, actor_kind, actor_name, action, target, detail - 'removed' as detail from audit_entry
        where organisation_id = @Id and audit_entry_id < @before
        order by audit_entry_id desc limit @limit
        """;

    private sealed record Row
    {
        public required long AuditEntryId { get; init; }
        public required DateTimeOffset At { get; init; }
        public required string ActorKind { get; init; }
        public required string ActorName { get; init; }
        public required string Action { get; init; }
        public required string Target { get; init; }
        public required string Detail { get; init; }
    }
}
