// Brings everything that a report says together, from the same operations that the organiser's pages use, so that the report cannot say
// something else. It writes nothing; PublishReport freezes what comes out of it.

using System.Reflection;
using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>Assembles a report from the present state of an initiative.</summary>
public sealed class AssembleReport(
    Db db,
    FindInitiative find,
    DrawReportFigures draw,
    ReadHearingCheck readHearing,
    ReadGoalHearing readGoals
)
{
    internal static readonly SafeRule Rule = SafeRule.Default;

    public Task<Result<ReportDraft>> Run(Actor actor, Guid initiative, CancellationToken cancellation = default) =>
        Run(actor, initiative, null, cancellation);

    /// <param name="words">In the place of those that were saved.</param>
    public async Task<Result<ReportDraft>> Run(Actor actor, Guid initiative, SaveReportDraft.Command? words, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.PublishReport, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        var row = await db.One<Row>(Sql, new { initiative }, cancellation);
        var drawn = await draw.Run(initiative, cancellation);
        var last = await db.Find<LastRow>(LastSql, new { initiative }, cancellation);
        // Of the same drawing they stay to the letter, also where the codebook has changed since, or somebody has withdrawn.
        var stays = last?.Drawing == drawn.Drawing.Name;
        var needsReason = last is { Drawing: not null } && !SafeSteps.MayPublish(last.DrawnResponses!.Value, drawn.Drawing.Responses, Rule);
        var before = stays ? JsonSerializer.Deserialize<ReportContent>(last!.Content, FigureJson.Options)! : null;
        var figures = before is null ? drawn.Figures : ReportFigures.Of(before);

        var board = await ReadGoals.Read(db, initiative, found.OrganisationId, cancellation);
        var hearing = await readHearing.Read(initiative, safe: true, cancellation);
        var aboutGoals = await readGoals.Read(initiative, safe: true, cancellation);
        var surveys = await db.Query<SurveyRow>(SurveysSql, new { initiative }, cancellation);
        var languages = await db.Query<string>(LanguagesSql, new { initiative }, cancellation);
        words ??= new(row.Title ?? "", row.Lead ?? "", JsonSerializer.Deserialize<Dictionary<string, string>>(row.Disclosure)!);
        var learned = words.Learned ?? row.Learned ?? "";
        var told = InitiativeTexts.Of(row.InitiativeTranslations);
        var first = languages.Count > 0 ? languages[0] : KnownLanguages.English.Code;
        var translations = words.Translations
            ?? JsonSerializer.Deserialize<Dictionary<string, IReadOnlyDictionary<string, string>>>(row.Translations)!;
        LocalText[] titles = [.. surveys.Select(one => JsonSerializer.Deserialize<LocalText>(one.Titles)!.ByLanguageFrom(one.Language))];
        var disclosure = Disclosure.Of(
            new DisclosureFacts
            {
                Organisation = NamesOf(row.Organisation, first, translations),
                Community = InitiativeTexts.ByLanguage(row.Community, first, told, texts => texts.Community),
                Place = InitiativeTexts.ByLanguage(row.Place, first, told, texts => texts.Place),
                CommunitySize = row.CommunitySize,
                SurveyTitles = titles,
                SurveysInRandomOrder = surveys.Count(survey => survey.InRandomOrder),
                OffersNotKnowing = surveys.Any(survey => survey.OffersNotKnowing),
                OpenedOn = surveys.Min(survey => survey.OpenedOn),
                ClosedOn = surveys.Any(survey => survey.ClosedOn is null) ? null : surveys.Max(survey => survey.ClosedOn),
                Languages = languages,
                HasResponses = row.HasResponses,
                Responses = figures.Responses,
                Threshold = Rule.Threshold,
                Precision = figures.PrecisionInWords ?? drawn.Figures.PrecisionInWords!,
                OpenAnswers = row.OpenAnswers,
                OpenAnswersRead = row.OpenAnswersRead,
                Coders = row.Coders,
            },
            words.Disclosure
        );

        var heard = HeardNeeds.Of(drawn.Needs, drawn.Asked, figures.OtherRankings.Append(figures.Ranking), board);
        var alignment = Alignments.Of(
            AlignmentInputs.Of(
                [.. drawn.Needs.Select(need => (need.Name, need.Words))],
                figures.Ranking,
                [.. board.Goals.Where(goal => goal.State.Stands())],
                board.Pillars,
                board.Dispositions,
                heard
            )
        );
        var content = new ReportContent
        {
            Organisation = row.Organisation,
            IsIndividual = row.IsIndividual,
            IsDemo = row.IsDemo,
            Mission = row.Mission,
            Values =
                row.IsIndividual && board.Pillars.Count > 0
                    ? InitiativeTexts.ByLanguage(string.Join(", ", board.Pillars.Select(pillar => pillar.Name)), first, told, texts =>
                        texts.Values
                    )
                    : null,
            Initiative = row.Initiative,
            Stance = row.Stance,
            EndsOn = row.EndsOn,
            Title = words.Title is { Length: > 0 } title ? title : $"What we heard: {row.Initiative}",
            Lead = words.Lead,
            Language = first,
            OtherLanguages = [.. languages.Skip(1)],
            Translations = translations,
            Figures = figures.Note,
            Responses = figures.Responses,
            Precision = figures.Precision,
            Offers = figures.Offers,
            PrecisionByLanguage = figures.PrecisionByLanguage,
            Ranking = figures.Ranking,
            OtherRankings = figures.OtherRankings,
            Needs =
            [
                .. drawn.Needs.Select(need => new ReportNeed(need.Name, need.Words, need.Definition, need.Origin)
                {
                    Labels = need.Label,
                    IsAsked = drawn.Asked?.Contains(need.Name),
                    IsHeard = heard.Contains(need.Name),
                }),
            ],
            Heard = figures.Heard,
            Quotes = await ReportQuotes.Of(db, initiative, drawn.Quotable, cancellation),
            Hearing = hearing is null or { State: HearingState.Draft } ? null : HearingSummary.Of(hearing),
            Goals = [.. board.Goals.Where(goal => goal.State != GoalState.Draft)],
            GoalReplies =
            [
                .. (aboutGoals?.Goals ?? [])
                    .Where(goal => goal.Replies.Replies is not null)
                    .Select(goal => new GoalReplies { GoalId = goal.GoalId, Counted = goal.Replies }),
            ],
            Pillars = board.Pillars,
            Dispositions = board.Dispositions,
            Overrides = board.Overrides,
            Alignment = HeardNeeds.In(alignment, heard),
            Disclosure = disclosure,
            SurveySlugs = [.. surveys.Select(survey => survey.Slug)],
            SurveyTitles = titles,
            // By the names that the order has.
            Prediction =
                before is not null ? before.Prediction
                : row.Prediction is { } predicted
                    ? ReadNeedAnswers.Predicted(predicted, await ReadNeedAnswers.ReadCodebook(db, initiative, cancellation))
                : null,
            Learned = learned,
            Happened = row.HappenedAgreed ? row.Happened : "",
            Stays = row.Stays,
            AnswersBy = words.AnswersBy ?? row.AnswersBy,
            ProgramVersion = typeof(AssembleReport)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion.Split('+')[0]
                ?? "",
        };
        return new ReportDraft(content, row.Slug, row.Version, needsReason, stays, [.. disclosure.Where(item => item.IsBlank)])
        {
            OrganisationId = row.OrganisationId,
            Revision = row.Revision,
            HasResponses = row.HasResponses,
            Drawing = drawn.Drawing,
        };
    }

    // As it was given, and as it is told in other languages.
    private static LocalText NamesOf(
        string organisation,
        string first,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> translations
    )
    {
        var names = new Dictionary<string, string> { [first] = organisation };
        foreach (var (language, told) in translations)
            if (told.GetValueOrDefault(ReportTexts.OrganisationKey) is { Length: > 0 } name)
                names[language] = name;
        return new LocalText(names);
    }

    private const string Sql = $$"""
        select i.organisation_id,
               exists (select from counted_response a join survey s using (survey_id) where s.initiative_id = i.initiative_id)
                   as has_responses,
               o.name as organisation, o.kind = 'individual' as is_individual, o.mission, i.is_demo,
            i.title as initiative, i.stance, i.ends_on, i.happened, i.happened_agreed, i.stays, r.answers_by,
               i.translations as initiative_translations,
               i.community, i.place, i.community_size, {{SaveReportDraft.Fingerprint}} as revision,
               r.slug, r.title, r.lead, r.learned, coalesce(r.disclosure, '{}') as disclosure,
               coalesce(r.translations, '{}') as translations,
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
        select slug, title, opened_on, closed_on,
               coalesce(newest.definition -> 'title', to_jsonb(title)) as titles,
               coalesce(newest.definition #>> '{languages,0}', 'en') as language,
               coalesce(jsonb_path_exists(newest.definition, '$.questions.**.randomize ? (@ == true)'), false) as in_random_order,
               coalesce(jsonb_path_exists(newest.definition, '$.questions.**.may_not_know ? (@ == true)'), false) as offers_not_knowing
        from survey
        left join lateral (select v.definition from survey_version v where v.survey_id = survey.survey_id
                           order by v.version desc limit 1) newest on true
        where initiative_id = @initiative and state <> 'draft' order by opened_on, slug
        """;

    // Those offered. Which ones were answered in may be known of one person only.
    private const string LanguagesSql = """
        select l.code
        from survey s join survey_version v using (survey_id),
             jsonb_array_elements_text(coalesce(v.definition -> 'languages', '["en"]')) with ordinality as l (code, position)
        where s.initiative_id = @initiative and s.state <> 'draft'
        group by l.code order by min(l.position), l.code
        """;

    private const string LastSql = """
        select coalesce(redrawn, content) as content, drawing, drawn_responses
        from report_version where initiative_id = @initiative order by version desc limit 1
        """;

    private sealed record LastRow
    {
        public required string Content { get; init; }
        public required string? Drawing { get; init; }
        public required int? DrawnResponses { get; init; }
    }

    private sealed record Row
    {
        public required Guid OrganisationId { get; init; }
        public required string Revision { get; init; }
        public required bool HasResponses { get; init; }
        public required string Organisation { get; init; }
        public required bool IsIndividual { get; init; }
        public required string Mission { get; init; }
        public required bool IsDemo { get; init; }
        public required string Initiative { get; init; }
        public required Stance Stance { get; init; }
        public required DateOnly? EndsOn { get; init; }
        public required string Happened { get; init; }
        public required bool HappenedAgreed { get; init; }
        public required string Stays { get; init; }
        public required DateOnly? AnswersBy { get; init; }
        public required string InitiativeTranslations { get; init; }
        public required string Community { get; init; }
        public required string Place { get; init; }
        public required int? CommunitySize { get; init; }
        public required string? Slug { get; init; }
        public required string? Title { get; init; }
        public required string? Lead { get; init; }
        public required string? Learned { get; init; }
        public required string Disclosure { get; init; }
        public required string Translations { get; init; }
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
        public required string Titles { get; init; }
        public required string Language { get; init; }
        public required bool InRandomOrder { get; init; }
        public required bool OffersNotKnowing { get; init; }
        public required DateOnly? OpenedOn { get; init; }
        public required DateOnly? ClosedOn { get; init; }
    }
}
