// Brings everything that a report says together, from the same operations that the organiser's pages use, so that the report cannot say
// something else. It writes nothing; PublishReport freezes what comes out of it.

using System.Globalization;
using System.Reflection;
using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>A report as it would be published now.</summary>
/// <param name="Slug">Null before the first draft is saved.</param>
/// <param name="Version">The newest published version, 0 for none.</param>
/// <param name="Blank">Disclosure items that must be filled in first.</param>
public sealed record ReportDraft(ReportContent Content, string? Slug, int Version, IReadOnlyList<DisclosureItem> Blank)
{
    internal Guid OrganisationId { get; init; }
}

/// <summary>Assembles a report from the present state of an initiative.</summary>
public sealed class AssembleReport(Db db, ReadAlignment readAlignment)
{
    private static readonly SmallCells Cells = SmallCells.Default;

    public Task<Result<ReportDraft>> Run(Actor actor, Guid initiative, CancellationToken cancellation = default) =>
        Run(actor, initiative, null, cancellation);

    /// <param name="words">In the place of those that were saved.</param>
    public async Task<Result<ReportDraft>> Run(Actor actor, Guid initiative, SaveReportDraft.Command? words, CancellationToken cancellation)
    {
        if (
            !(await readAlignment.Run(actor, initiative, forReport: true, cancellation: cancellation)).Succeeded(
                out var alignment,
                out var problem
            )
        )
            return problem;
        var row = await db.One<Row>(Sql, new { initiative }, cancellation);
        if (actor.Require(Permission.PublishReport, row.OrganisationId, "initiative") is { } refusal)
            return refusal;

        var hearing = await ReadHearingCheck.Read(db, initiative, cancellation);
        var surveys = await db.Query<SurveyRow>(SurveysSql, new { initiative }, cancellation);
        var languages = await db.Query<string>(LanguagesSql, new { initiative }, cancellation);
        words ??= new(row.Title ?? "", row.Lead ?? "", JsonSerializer.Deserialize<Dictionary<string, string>>(row.Disclosure)!);
        var disclosure = Disclosure.Of(
            new DisclosureFacts
            {
                Organisation = row.Organisation,
                Community = row.Community,
                Place = row.Place,
                CommunitySize = row.CommunitySize,
                SurveyTitles = [.. surveys.Select(survey => survey.Title)],
                OpenedOn = surveys.Min(survey => survey.OpenedOn),
                ClosedOn = surveys.Any(survey => survey.ClosedOn is null) ? null : surveys.Max(survey => survey.ClosedOn),
                Languages = [.. languages.Select(code => CultureInfo.GetCultureInfo(code).EnglishName)],
                Responses = alignment.Evidence.Responses,
                Design = DesignOf(surveys),
                OpenAnswers = row.OpenAnswers,
                OpenAnswersRead = row.OpenAnswersRead,
                Coders = row.Coders,
            },
            words.Disclosure
        );

        var others = Rankings
            .All(alignment.Evidence.Answers)
            .Where(ranking => ranking.Code != alignment.Ranking?.Code)
            .Select(ranking => PublicRanking.Of(ranking, Cells).Ranking)
            .ToList();
        var content = new ReportContent
        {
            Organisation = row.Organisation,
            IsIndividual = row.IsIndividual,
            IsDemo = row.IsDemo,
            Mission = row.Mission,
            Initiative = row.Initiative,
            Stance = row.Stance,
            Title = words.Title is { Length: > 0 } title ? title : $"What we heard: {row.Initiative}",
            Lead = words.Lead,
            Responses = alignment.Evidence.Responses,
            Ranking = alignment.Ranking,
            OtherRankings = others,
            Needs = [.. alignment.Evidence.Needs.Select(need => new ReportNeed(need.Name, need.Words, need.Definition, need.Origin))],
            Heard = await ReadRepresentation.ReadSafe(db, initiative, cancellation),
            Quotes = await QuotesOf(initiative, alignment.Evidence, cancellation),
            Hearing = hearing is null or { State: HearingState.Draft } ? null : SummaryOf(hearing),
            Goals = [.. alignment.Board.Goals.Where(goal => goal.State != GoalState.Draft)],
            Pillars = alignment.Board.Pillars,
            Dispositions = alignment.Board.Dispositions,
            Overrides = alignment.Board.Overrides,
            Alignment = alignment.Result,
            Disclosure = disclosure,
            SurveySlugs = [.. surveys.Select(survey => survey.Slug)],
            Prediction = row.Prediction,
            ProgramVersion = typeof(AssembleReport)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion.Split('+')[0]
                ?? "",
        };
        return new ReportDraft(content, row.Slug, row.Version, [.. disclosure.Where(item => item.IsBlank)])
        {
            OrganisationId = row.OrganisationId,
        };
    }

    // Intervals are shown only when every survey allows them.
    private static SampleDesign DesignOf(List<SurveyRow> surveys) =>
        surveys.Select(survey => SampleDesigns.Stored(survey.SampleDesign)).Distinct().ToList() switch
        {
            [var design] => design,
            _ => SampleDesign.OptIn,
        };

    private static HearingSummary SummaryOf(HearingCheckView hearing)
    {
        var tally = new HearingCheckTally(hearing.Yes, hearing.Partly, hearing.No);
        return new(
            hearing.Yes,
            hearing.Partly,
            hearing.No,
            tally.HeardRate,
            tally.HeardInterval?.Low,
            tally.HeardInterval?.High,
            hearing.Corrections.Count,
            hearing.Corrections.Count(correction => correction.Decision == CorrectionDecision.Accepted),
            [
                .. hearing
                    .Corrections.Where(correction => correction.Decision == CorrectionDecision.NotAccepted)
                    .Select(correction => new Dissent(correction.Words, correction.DecisionReason)),
            ]
        );
    }

    // Only what somebody checked for giving a person away, from people who allowed it, about needs that enough others stated too.
    private async Task<IReadOnlyList<Quote>> QuotesOf(Guid initiative, NeedEvidence evidence, CancellationToken cancellation)
    {
        var quotable = new HashSet<string>();
        for (var need = 0; need < evidence.Needs.Count; need++)
        {
            var stated = 0;
            foreach (var value in evidence.Answers.Column(need, NeedMeasure.Stated))
                stated += value == 1 ? 1 : 0;
            if (Cells.AllowsQuote(stated))
                quotable.Add(evidence.Needs[need].Name);
        }
        return
        [
            .. (await db.Query<QuoteRow>(QuotesSql, new { initiative }, cancellation))
                .Where(row => quotable.Contains(row.Need))
                .Select(row => new Quote(row.Need, row.Words, row.Language) { SurveyId = row.SurveyId, ResponseId = row.ResponseId }),
        ];
    }

    private const string Sql = """
        select i.organisation_id, o.name as organisation, o.kind = 'individual' as is_individual, o.mission, i.is_demo,
            i.title as initiative, i.stance,
               i.community, i.place, i.community_size, r.slug, r.title, r.lead, coalesce(r.disclosure, '{}') as disclosure,
               coalesce((select max(v.version) from report_version v where v.initiative_id = i.initiative_id), 0) as version,
               (select count(*) from open_answer a join survey s using (survey_id)
                   where s.initiative_id = i.initiative_id)::int as open_answers,
               (select count(distinct (x.survey_id, x.response_id, x.field)) from reading x join survey s using (survey_id)
                   where s.initiative_id = i.initiative_id)::int as open_answers_read,
               (select count(distinct x.coder_id) from reading x join survey s using (survey_id)
                   where s.initiative_id = i.initiative_id)::int as coders,
               (select p.ranking from prediction p where p.initiative_id = i.initiative_id) as prediction
        from initiative i join organisation o using (organisation_id) left join report r using (initiative_id)
        where i.initiative_id = @initiative
        """;

    private const string SurveysSql = """
        select slug, title, sample_design, opened_on, closed_on from survey where initiative_id = @initiative and state <> 'draft'
            order by opened_on, slug
        """;

    private const string LanguagesSql = """
        select language from counted_response join survey using (survey_id) where initiative_id = @initiative group by language
            order by count(*) desc, language
        """;

    private const string QuotesSql = """
        select c.survey_id, c.response_id, c.need, substring(a.words from c.span_start + 1 for c.span_length) as words, a.language
        from quote q
        join coding c using (survey_id, coding_id)
        join open_answer a on a.survey_id = c.survey_id and a.response_id = c.response_id and a.field = c.field
        join survey s on s.survey_id = c.survey_id
        where s.initiative_id = @initiative and a.may_quote
        order by c.need, c.coding_id
        """;

    private sealed record Row
    {
        public required Guid OrganisationId { get; init; }
        public required string Organisation { get; init; }
        public required bool IsIndividual { get; init; }
        public required string Mission { get; init; }
        public required bool IsDemo { get; init; }
        public required string Initiative { get; init; }
        public required string Stance { get; init; }
        public required string Community { get; init; }
        public required string Place { get; init; }
        public required int? CommunitySize { get; init; }
        public required string? Slug { get; init; }
        public required string? Title { get; init; }
        public required string? Lead { get; init; }
        public required string Disclosure { get; init; }
        public required int Version { get; init; }
        public required int OpenAnswers { get; init; }
        public required int OpenAnswersRead { get; init; }
        public required int Coders { get; init; }
        public required string[]? Prediction { get; init; }
    }

    private sealed record SurveyRow
    {
        public required string Slug { get; init; }
        public required string Title { get; init; }
        public required string SampleDesign { get; init; }
        public required DateOnly? OpenedOn { get; init; }
        public required DateOnly? ClosedOn { get; init; }
    }

    private sealed record QuoteRow
    {
        public required Guid SurveyId { get; init; }
        public required Guid ResponseId { get; init; }
        public required string Need { get; init; }
        public required string Words { get; init; }
        public required string Language { get; init; }
    }
}
