using System.Text.Json;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// What the public sees of a hearing check: the summary and whether it is open. No counts: nobody should be swayed by others' replies.
/// </summary>
public sealed record OpenHearingCheckView
{
    public required string Organisation { get; init; }
    public required string Initiative { get; init; }
    public required IReadOnlyDictionary<string, string> Summary { get; init; }
    public required bool IsOpen { get; init; }

    /// <summary>The report's slug once it is published.</summary>
    public required string? ReportSlug { get; init; }
    public required bool IsDemo { get; init; }
}

/// <summary>Reads a hearing check by its public slug; drafts do not exist for the public.</summary>
public sealed class ReadOpenHearingCheck(Db db)
{
    public async Task<Result<OpenHearingCheckView>> Run(string slug, CancellationToken cancellation = default)
    {
        if (slug.Contains('\0') || await db.Find<Row>(Sql, new { slug }, cancellation) is not { } row)
            return new Problem.NotFound("hearing check");
        return new OpenHearingCheckView
        {
            Organisation = row.Organisation,
            Initiative = row.Initiative,
            Summary = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Summary)!,
            IsOpen = row.IsOpen,
            ReportSlug = row.ReportSlug,
            IsDemo = row.IsDemo,
        };
    }

    private const string Sql = """
        select o.name as organisation, i.title as initiative, h.summary, h.state = 'open' as is_open, i.is_demo,
               (select r.slug from report r where r.initiative_id = i.initiative_id and exists (select from report_version v
                   where v.initiative_id = i.initiative_id)) as report_slug
        from hearing_check h join initiative i using (initiative_id) join organisation o using (organisation_id)
        where h.slug = @slug and h.state <> 'draft'
        """;

    private sealed record Row
    {
        public required string Organisation { get; init; }
        public required string Initiative { get; init; }
        public required string Summary { get; init; }
        public required bool IsOpen { get; init; }
        public required bool IsDemo { get; init; }
        public required string? ReportSlug { get; init; }
    }
}
