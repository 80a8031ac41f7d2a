using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// What the public sees of a hearing check: the summary and whether it is open. No counts: nobody should be swayed by others' replies.
/// </summary>
public sealed record OpenHearingCheckView
{
    public required string Organisation { get; init; }

    /// <summary>Its name in languages that its report tells it in.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }
    public required string Initiative { get; init; }

    /// <summary>Codes of the languages that it is written in, in the order of the newest survey.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The newest version, by language.</summary>
    public required IReadOnlyDictionary<string, string> Summary { get; init; }

    /// <summary>Its number: a reply says which words it is about.</summary>
    public required int Version { get; init; }

    /// <summary>The first version where this is a later one, by language; else null.</summary>
    public required IReadOnlyDictionary<string, string>? First { get; init; }
    public required bool IsOpen { get; init; }

    /// <summary>The report's slug once it is published.</summary>
    public required string? ReportSlug { get; init; }
    public required bool IsDemo { get; init; }

    /// <summary>One person asks.</summary>
    public required bool IsIndividual { get; init; }
}

/// <summary>Reads a hearing check by its public slug; drafts do not exist for the public.</summary>
public sealed class ReadOpenHearingCheck(Db db)
{
    public async Task<Result<OpenHearingCheckView>> Run(string slug, CancellationToken cancellation = default)
    {
        if (
            slug.Contains('\0')
            || await db.Find<Row>(Sql, new { slug, organisation = ReportTexts.OrganisationKey }, cancellation) is not { } row
        )
            return new Problem.NotFound("hearing check");
        return new OpenHearingCheckView
        {
            Organisation = row.Organisation,
            Names = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Names)!,
            Initiative = row.Initiative,
            Languages = KnownLanguages.From(
                JsonSerializer.Deserialize<List<string>>(row.Languages)!,
                JsonSerializer.Deserialize<Dictionary<string, string>>(row.Summary)!.Keys
            ),
            Summary = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Summary)!,
            Version = row.Version,
            First = row.Version == 1 ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(row.First)!,
            IsOpen = row.IsOpen,
            ReportSlug = row.ReportSlug,
            IsDemo = row.IsDemo,
            IsIndividual = row.IsIndividual,
        };
    }

    private const string Sql = """
        select o.name as organisation, o.kind = 'individual' as is_individual, i.title as initiative,
               s.words as summary, s.version, f.words as first,
               h.state = 'open' as is_open, i.is_demo,
               coalesce((select v.definition -> 'languages' from survey q join survey_version v using (survey_id)
                         where q.initiative_id = h.initiative_id order by v.published_at desc limit 1), '[]') as languages,
               coalesce((select jsonb_object_agg(told.key, told.value ->> @organisation)
                         from report r, jsonb_each(r.translations) told
                         where r.initiative_id = i.initiative_id and told.value ->> @organisation <> ''), '{}') as names,
               (select r.slug from report r where r.initiative_id = i.initiative_id and exists (select from report_version v
                   where v.initiative_id = i.initiative_id)) as report_slug
        from hearing_check h join initiative i using (initiative_id) join organisation o using (organisation_id)
        join hearing_summary f on f.initiative_id = h.initiative_id and f.version = 1
        join lateral (select v.words, v.version from hearing_summary v where v.initiative_id = h.initiative_id
                      order by v.version desc limit 1) s on true
        where h.slug = @slug and h.state <> 'draft'
        """;

    private sealed record Row
    {
        public required string Organisation { get; init; }
        public required string Names { get; init; }
        public required string Languages { get; init; }
        public required string Initiative { get; init; }
        public required string Summary { get; init; }
        public required int Version { get; init; }
        public required string First { get; init; }
        public required bool IsOpen { get; init; }
        public required bool IsDemo { get; init; }
        public required bool IsIndividual { get; init; }
        public required string? ReportSlug { get; init; }
    }
}
