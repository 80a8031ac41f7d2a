// The public report: a frozen version, with what has happened since read live beside it.

using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>Where a version's figures come from.</summary>
public enum ReportFiguresAre
{
    /// <summary>Drawn when it was published.</summary>
    Drawn,

    /// <summary>Published before figures were protected: those of a later drawing stand in the place of its own.</summary>
    Redrawn,

    /// <summary>Published before figures were protected, by fewer than k people: there are none.</summary>
    TakenOut,
}

/// <summary>A published report.</summary>
/// <param name="Reason">Why there is a new version; empty where enough responses had come or gone.</param>
/// <param name="Figures">Always safe ones.</param>
/// <param name="FiguresAre">Whether they are those that were published.</param>
/// <param name="RedrawnOn">When they were drawn, where they are not.</param>
/// <param name="Versions">All versions with their days, newest first.</param>
/// <param name="Since">Updates of goals, newest first, those after publication included.</param>
public sealed record PublishedReport(
    string Slug,
    int Version,
    DateTimeOffset PublishedAt,
    string Reason,
    FigureNote Figures,
    ReportFiguresAre FiguresAre,
    DateOnly? RedrawnOn,
    ReportContent Content,
    IReadOnlyList<ReportVersionRow> Versions,
    IReadOnlyList<GoalNews> Since
)
{
    /// <summary>Goals that are done or given up by now, whatever they were in this version.</summary>
    public IReadOnlyList<Guid> Ended { get; init; } = [];

    /// <summary>Those of them that are done.</summary>
    public IReadOnlyList<Guid> Done { get; init; } = [];

    /// <summary>Codes of the languages that the newest survey is asked in, in its order.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Slug of the question about goals while it is open, or null.</summary>
    public string? AsksAboutGoals { get; init; }

    /// <summary>Slug of the hearing check while it is open, or null.</summary>
    public string? AsksAboutSummary { get; init; }

    /// <summary>Surveys that can be answered now.</summary>
    public IReadOnlyList<OpenSurvey> OpenSurveys { get; init; } = [];

    /// <summary>Where to turn if it is urgent, in the languages it is told in; null where nothing is named.</summary>
    public LocalText? UrgentReferral { get; init; }
}

/// <summary>A survey that can be answered now.</summary>
public sealed record OpenSurvey(string Slug, LocalText Title);

/// <summary>One version of a report, as the list of its versions shows it.</summary>
public sealed record ReportVersionRow
{
    public required int Version { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required string Reason { get; init; }
}

/// <summary>What has happened on a goal.</summary>
public sealed record GoalNews
{
    public required Guid GoalId { get; init; }
    public required string Goal { get; init; }
    public required DateOnly HappenedOn { get; init; }
    public required string Words { get; init; }
}

/// <summary>Reads a published report by its public slug.</summary>
public sealed class ReadReport(Db db, RedrawReport redraw)
{
    /// <param name="version">Null for the newest.</param>
    public async Task<Result<PublishedReport>> Run(string slug, int? version = null, CancellationToken cancellation = default)
    {
        if (slug.Contains('\0') || await db.Find<Row>(Sql, new { slug, version }, cancellation) is not { } row)
            return new Problem.NotFound("report");
        var (content, redrawnOn) = row.IsProtected
            ? (JsonSerializer.Deserialize<ReportContent>(row.Content, FigureJson.Options)!, row.RedrawnOn)
            : await redraw.Run(row.InitiativeId, row.Version, row.Content, cancellation);
        var since = await db.Query<GoalNews>(NewsSql, new { row.InitiativeId }, cancellation);
        var ended = await db.Query<EndedRow>(EndedSql, new { row.InitiativeId }, cancellation);
        var draft = JsonSerializer.Deserialize<Dictionary<string, IReadOnlyDictionary<string, string>>>(row.Translations)!;
        return new PublishedReport(
            slug,
            row.Version,
            row.PublishedAt,
            row.Reason,
            content.Figures ?? FigureNote.None,
            row switch
            {
                { IsProtected: true, RedrawnOn: null } => ReportFiguresAre.Drawn,
                _ => redrawnOn is null ? ReportFiguresAre.TakenOut : ReportFiguresAre.Redrawn,
            },
            redrawnOn,
            // Older versions have their quotes in what was published.
            content with
            {
                Translations = ReportTexts.With(content.Translations, draft, since.Select(news => news.Words)),
                Quotes =
                [
                    .. JsonSerializer.Deserialize<List<Quote>>(row.Quotes, FigureJson.Options)!,
                    .. (await db.Query<QuoteRow>(QuotesSql, new { row.InitiativeId, row.Version }, cancellation)).Select(quote => new Quote(
                        quote.Need,
                        quote.Words,
                        quote.Language
                    )
                    {
                        Question = quote.Question is null ? null : JsonSerializer.Deserialize<LocalText>(quote.Question),
                    }),
                ],
            },
            await db.Query<ReportVersionRow>(VersionsSql, new { row.InitiativeId }, cancellation),
            since
        )
        {
            Ended = [.. ended.Select(goal => goal.GoalId)],
            Done = [.. ended.Where(goal => goal.IsDone).Select(goal => goal.GoalId)],
            Languages = JsonSerializer.Deserialize<List<string>>(row.Languages)!,
            AsksAboutGoals = row.AsksAboutGoals,
            AsksAboutSummary = row.AsksAboutSummary,
            OpenSurveys =
            [
                .. (await db.Query<OpenRow>(OpenSql, new { row.InitiativeId }, cancellation)).Select(survey => new OpenSurvey(
                    survey.Slug,
                    JsonSerializer.Deserialize<LocalText>(survey.Title)!
                )),
            ],
            UrgentReferral =
                row.UrgentReferral.Length == 0
                    ? null
                    : InitiativeTexts.ByLanguage(
                        row.UrgentReferral,
                        content.Language,
                        InitiativeTexts.Of(row.InitiativeTranslations),
                        texts => texts.UrgentReferral
                    ),
        };
    }

    private const string Sql = """
        select r.initiative_id, v.version, coalesce(v.redrawn, v.content) as content, v.content -> 'quotes' as quotes, v.published_at,
               v.reason, v.drawing is not null as is_protected, v.redrawn_on, r.translations,
               i.urgent_referral, i.translations as initiative_translations,
               coalesce((select v.definition -> 'languages' from survey s join survey_version v using (survey_id)
                         where s.initiative_id = r.initiative_id order by v.published_at desc limit 1), '[]') as languages,
               (select g.slug from goal_hearing g where g.initiative_id = r.initiative_id and g.state = 'open'
                and exists (select from goal where goal.initiative_id = r.initiative_id and goal.state = 'adopted')) as asks_about_goals,
               (select h.slug from hearing_check h where h.initiative_id = r.initiative_id and h.state = 'open') as asks_about_summary
        from report r join report_version v using (initiative_id) join initiative i using (initiative_id)
        where r.slug = @slug and (@version::int is null or v.version = @version::int)
        order by v.version desc limit 1
        """;

    private const string QuotesSql = """
        select need, words, language, question from report_quote
        where initiative_id = @InitiativeId and version = @Version order by position
        """;

    private const string VersionsSql =
        "select version, published_at, reason from report_version where initiative_id = @initiativeId order by version desc";

    private const string EndedSql = """
        select goal_id, state = 'done' as is_done from goal where initiative_id = @InitiativeId and state in ('done', 'dropped')
        """;

    private const string OpenSql = """
        select slug, coalesce((select v.definition -> 'title' from survey_version v where v.survey_id = survey.survey_id
                               order by v.version desc limit 1), to_jsonb(title)) as title
        from survey where initiative_id = @InitiativeId and state = 'open' order by opened_on desc, slug
        """;

    private const string NewsSql = """
        select g.goal_id, g.title as goal, u.happened_on, u.words
        from goal_update u join goal g using (initiative_id, goal_id)
        where u.initiative_id = @initiativeId and g.state <> 'draft'
        order by u.happened_on desc, u.update_id
        """;

    private sealed record Row
    {
        public required Guid InitiativeId { get; init; }
        public required int Version { get; init; }
        public required string Content { get; init; }
        public required string Quotes { get; init; }
        public required DateTimeOffset PublishedAt { get; init; }
        public required string Reason { get; init; }

        /// <summary>Whether its figures are safe ones, its own or others.</summary>
        public required bool IsProtected { get; init; }
        public required DateOnly? RedrawnOn { get; init; }
        public required string Translations { get; init; }
        public required string UrgentReferral { get; init; }
        public required string InitiativeTranslations { get; init; }
        public required string Languages { get; init; }
        public required string? AsksAboutGoals { get; init; }
        public required string? AsksAboutSummary { get; init; }
    }

    private sealed record EndedRow
    {
        public required Guid GoalId { get; init; }
        public required bool IsDone { get; init; }
    }

    private sealed record OpenRow
    {
        public required string Slug { get; init; }
        public required string Title { get; init; }
    }

    private sealed record QuoteRow
    {
        public required string Need { get; init; }
        public required string Words { get; init; }
        public required string Language { get; init; }
        public required string? Question { get; init; }
    }
}
