using System.Text.Json;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Reports;

/// <summary>What the public sees when it is asked about goals: the goals, no counts.</summary>
public sealed record OpenGoalHearing
{
    public required string Organisation { get; init; }
    public required bool IsDemo { get; init; }

    /// <summary>One person asks.</summary>
    public required bool IsIndividual { get; init; }
    public required bool IsOpen { get; init; }

    /// <summary>Adopted goals, in their order.</summary>
    public required IReadOnlyList<AskedGoal> Goals { get; init; }

    /// <summary>Codes of the languages that the newest survey is asked in, in its order.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>What the report says of them in other languages: by language, then by <see cref="ReportText.Key"/>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Translations { get; init; }

    /// <summary>The report's slug once it is published.</summary>
    public required string? ReportSlug { get; init; }
}

/// <summary>A goal that people are asked about.</summary>
public sealed record AskedGoal
{
    public required Guid GoalId { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
}

/// <summary>Reads by its public slug what people are asked about goals.</summary>
public sealed class ReadOpenGoalHearing(Db db)
{
    public async Task<Result<OpenGoalHearing>> Run(string slug, CancellationToken cancellation = default)
    {
        if (slug.Contains('\0') || await db.Find<Row>(Sql, new { slug }, cancellation) is not { } row)
            return new Problem.NotFound("question about goals");
        return new OpenGoalHearing
        {
            Organisation = row.Organisation,
            IsDemo = row.IsDemo,
            IsIndividual = row.IsIndividual,
            IsOpen = row.IsOpen,
            Goals = await db.Query<AskedGoal>(GoalsSql, new { row.InitiativeId }, cancellation),
            Languages = JsonSerializer.Deserialize<List<string>>(row.Languages)!,
            Translations = JsonSerializer.Deserialize<Dictionary<string, IReadOnlyDictionary<string, string>>>(row.Translations)!,
            ReportSlug = row.ReportSlug,
        };
    }

    private const string Sql = """
        select h.initiative_id, o.name as organisation, o.kind = 'individual' as is_individual, i.is_demo, h.state = 'open' as is_open,
               coalesce((select v.definition -> 'languages' from survey s join survey_version v using (survey_id)
                         where s.initiative_id = h.initiative_id order by v.published_at desc limit 1), '[]') as languages,
               coalesce((select r.translations from report r where r.initiative_id = h.initiative_id), '{}') as translations,
               (select r.slug from report r where r.initiative_id = i.initiative_id and exists (select from report_version v
                   where v.initiative_id = i.initiative_id)) as report_slug
        from goal_hearing h join initiative i using (initiative_id) join organisation o using (organisation_id)
        where h.slug = @slug
        """;

    private const string GoalsSql = """
        select goal_id, title, description from goal where initiative_id = @InitiativeId and state = 'adopted' order by position, goal_id
        """;

    private sealed record Row
    {
        public required Guid InitiativeId { get; init; }
        public required string Organisation { get; init; }
        public required bool IsDemo { get; init; }
        public required bool IsIndividual { get; init; }
        public required bool IsOpen { get; init; }
        public required string Languages { get; init; }
        public required string Translations { get; init; }
        public required string? ReportSlug { get; init; }
    }
}
