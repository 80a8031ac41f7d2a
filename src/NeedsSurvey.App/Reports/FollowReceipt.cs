// What became of one person's words, for whoever holds the receipt: what was understood, what was decided about it and why, what is being
// done. It shows nothing that the report does not: decisions and goals appear once a report is published. It tells nothing to somebody
// without the code, and a wrong code learns only that it is wrong.

using System.Text.Json;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>The story of one response.</summary>
public sealed record FollowedReceipt
{
    public required LocalText SurveyTitle { get; init; }
    public required bool IsWithdrawn { get; init; }

    /// <summary>One person asks.</summary>
    public required bool IsIndividual { get; init; }

    /// <summary>Something was written in own words that no coder has read to the end.</summary>
    public required bool IsUnread { get; init; }

    /// <summary>Needs that were chosen, rated as unmet or read in the words, in the codebook's order.</summary>
    public required IReadOnlyList<FollowedNeed> Needs { get; init; }

    /// <summary>The published report, or null.</summary>
    public required string? ReportSlug { get; init; }

    /// <summary>The hearing check while it is open, or null.</summary>
    public required string? HearingSlug { get; init; }

    /// <summary>The question about the goals while it is open, or null.</summary>
    public required string? GoalsSlug { get; init; }

    /// <summary>The day by which the published report promises an answer about what is not decided; null where it names none.</summary>
    public required DateOnly? AnswersBy { get; init; }

    /// <summary>The day the answers came in.</summary>
    public required DateOnly AnsweredOn { get; init; }

    /// <summary>What the report says in other languages: by language, then by <see cref="ReportText.Key"/>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Translations { get; init; }
}

/// <summary>A need that the person stated, and what was decided.</summary>
/// <param name="Disposition"><c>act</c>, <c>partner</c>, <c>refer</c>, <c>advocate</c>, <c>not_now</c>, <c>decline</c>; null before the
/// report is published.</param>
public sealed record FollowedNeed(LocalText Label, DispositionKind? Disposition, string Reason, IReadOnlyList<FollowedGoal> Goals)
{
    /// <summary>Its name in the codebook.</summary>
    public required string Name { get; init; }

    /// <summary>The day of the decision; null without one.</summary>
    public required DateOnly? DecidedOn { get; init; }

    /// <summary>
    /// About how many people stated it, to the nearest ten, by the figures of the published report; null where it has no number.
    /// </summary>
    public required int? People { get; init; }
}

/// <summary>A goal that serves a need.</summary>
/// <param name="State">Never a draft: those are not public.</param>
/// <param name="Progress">What happened, the newest first.</param>
public sealed record FollowedGoal(string Title, GoalState State, IReadOnlyList<FollowedStep> Progress)
{
    public required Guid GoalId { get; init; }
}

/// <summary>One step of delivery.</summary>
public sealed record FollowedStep(DateOnly HappenedOn, string Words);

/// <summary>Follows a receipt.</summary>
public sealed class FollowReceipt(Db db)
{
    /// <param name="code">As the person typed it.</param>
    /// <param name="cancellation">Stops the queries.</param>
    public async Task<Result<FollowedReceipt>> Run(SecretText code, CancellationToken cancellation = default)
    {
        if (
            !Receipt.TryRead(code.Reveal(), out var receipt)
            || await db.Find<Row>(FindSql, new { hash = Receipt.ReceiptHash(receipt) }, cancellation) is not { } row
        )
            return new Problem.NotFound("receipt");
        var survey = SurveyJson.Read(row.Definition).Definition
            ?? throw new InvalidOperationException("A published definition can no longer be read.");
        var needs = row.IsWithdrawn ? [] : await Needs(row, survey, cancellation);
        return new FollowedReceipt
        {
            SurveyTitle = survey.Title.ByLanguageFrom(survey.FirstLanguage),
            IsWithdrawn = row.IsWithdrawn,
            IsUnread = row.IsUnread,
            Needs = needs,
            IsIndividual = row.IsIndividual,
            AnsweredOn = row.AnsweredOn,
            AnswersBy = row.AnswersBy,
            Translations = ReportTexts.With(
                Texts(row.Translations),
                Texts(row.DraftTranslations),
                needs.SelectMany(need => need.Goals).SelectMany(goal => goal.Progress).Select(step => step.Words)
            ),
            ReportSlug = row.ReportSlug,
            HearingSlug = row.HearingSlug,
            GoalsSlug = row.GoalsSlug,
        };
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Texts(string? told) =>
        told is null ? [] : JsonSerializer.Deserialize<Dictionary<string, IReadOnlyDictionary<string, string>>>(told)!;

    private async Task<IReadOnlyList<FollowedNeed>> Needs(Row row, SurveyDefinition survey, CancellationToken cancellation)
    {
        var codebook = await ReadNeedAnswers.ReadCodebook(db, row.InitiativeId, cancellation);
        var stated = Stated(row, survey, codebook);
        if (stated.Count == 0)
            return [];
        var isPublic = row.ReportSlug is not null;
        var parameters = new { row.InitiativeId };
        var decisions = isPublic
            ? (await db.Query<DecisionRow>(DecisionsSql, parameters, cancellation)).ToDictionary(decision => decision.Need)
            : [];
        var goals = isPublic ? await db.Query<GoalRow>(GoalsSql, parameters, cancellation) : [];
        var people = isPublic
            ? (await db.Query<PeopleRow>(PeopleSql, parameters, cancellation)).ToDictionary(row => row.Need, row => row.People)
            : [];
        var steps = isPublic ? (await db.Query<StepRow>(StepsSql, parameters, cancellation)).ToLookup(step => step.GoalId) : null;
        return
        [
            .. stated.Select(need => new FollowedNeed(
                need.Label,
                Dispositions.Parse(decisions.GetValueOrDefault(need.Name)?.Kind),
                decisions.GetValueOrDefault(need.Name)?.Reason ?? "",
                [
                    .. goals
                        .Where(goal => goal.Need == need.Name)
                        .Select(goal => new FollowedGoal(
                            goal.Title,
                            goal.State,
                            [.. steps![goal.GoalId].Select(step => new FollowedStep(step.HappenedOn, step.Words))]
                        )
                        {
                            GoalId = goal.GoalId,
                        }),
                ]
            )
            {
                Name = need.Name,
                DecidedOn = decisions.GetValueOrDefault(need.Name) is { } decided
                    ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(decided.DecidedAt, InitiativeClock.Zone(row.TimeZone)).DateTime)
                    : null,
                People = people.TryGetValue(need.Name, out var count)
                    ? (int)Math.Round(count / 10.0, MidpointRounding.AwayFromZero) * 10
                    : null,
            }),
        ];
    }

    /// <summary>
    /// By the same reading as every ranking, so that a person never finds another need here than the one that was counted.
    /// </summary>
    private static List<NeedEntry> Stated(Row row, SurveyDefinition survey, IReadOnlyList<NeedEntry> codebook)
    {
        var living = codebook.Where(need => need.MergedInto is null).ToList();
        var indexOf = codebook
            .Select(need => (need.Name, Index: living.IndexOf(Living(need, codebook))))
            .Where(need => need.Index >= 0)
            .ToDictionary(need => need.Name, need => need.Index);
        var builder = new NeedAnswersBuilder(
            [.. living.Select(need => new NeedItem(need.Name, need.Words))],
            StatedNeeds.ScaleOf(survey) ?? new RatingScale(0, 4)
        );
        var respondent = builder.Add();
        using var answers = JsonDocument.Parse(row.Answers);
        new StatedNeeds(CompiledSurvey.Compile(survey), indexOf, StatedNeeds.ScaleOf(survey) ?? new RatingScale(0, 4)).Read(
            answers.RootElement,
            builder,
            respondent
        );
        foreach (var coded in row.Coded)
            if (indexOf.TryGetValue(coded, out var need))
                builder.State(respondent, need);
        var said = builder.Build();
        return [.. living.Where((_, index) => said.Column(index, NeedMeasure.Stated) is [1])];
    }

    private static NeedEntry Living(NeedEntry need, IReadOnlyList<NeedEntry> codebook)
    {
        for (var hops = 0; need.MergedInto is { } into && hops < codebook.Count; hops++)
            need = codebook.First(other => other.Name == into);
        return need;
    }

    private const string FindSql = """
        select s.initiative_id, (select i.time_zone from initiative i where i.initiative_id = s.initiative_id) as time_zone,
               v.definition, r.answers, r.received_on as answered_on,
               (select coalesce(w.redrawn, w.content) -> 'translations' from report_version w where w.initiative_id = s.initiative_id
                order by w.version desc limit 1) as translations,
               (select (coalesce(w.redrawn, w.content) ->> 'answers_by')::date from report_version w
                where w.initiative_id = s.initiative_id order by w.version desc limit 1) as answers_by,
               (select p.translations from report p where p.initiative_id = s.initiative_id) as draft_translations,
               (select o.kind = 'individual' from initiative i join organisation o using (organisation_id)
                where i.initiative_id = s.initiative_id) as is_individual,
               r.withdrawn_on is not null as is_withdrawn,
               exists (select from open_answer a where a.survey_id = r.survey_id and a.response_id = r.response_id
                       and not exists (select from reading x where (x.survey_id, x.response_id, x.field) = (a.survey_id, a.response_id,
                           a.field))) as is_unread,
               array(select distinct c.need from coding c where c.survey_id = r.survey_id and c.response_id = r.response_id) as coded,
               (select p.slug from report p where p.initiative_id = s.initiative_id
                and exists (select from report_version w where w.initiative_id = p.initiative_id)) as report_slug,
               (select h.slug from hearing_check h where h.initiative_id = s.initiative_id and h.state = 'open') as hearing_slug,
               (select g.slug from goal_hearing g where g.initiative_id = s.initiative_id and g.state = 'open'
                and exists (select from goal where goal.initiative_id = s.initiative_id and goal.state = 'adopted')) as goals_slug
        from response r
        join survey s using (survey_id)
        join survey_version v on v.survey_id = r.survey_id and v.version = r.version
        where r.receipt_hash = @hash
        """;

    private const string DecisionsSql = "select need, kind, reason, decided_at from disposition where initiative_id = @InitiativeId";

    // A number of the newest version's safe figures; what is told in words there is no number here either.
    private const string PeopleSql = """
        select need ->> 'need' as need, (figure ->> 'count')::int as people
        from (select coalesce(redrawn, content) as content from report_version
              where initiative_id = @InitiativeId and drawing is not null order by version desc limit 1) newest,
             jsonb_array_elements(jsonb_build_array(newest.content -> 'ranking') || (newest.content -> 'other_rankings')) as ranking,
             jsonb_array_elements(ranking -> 'rows') as need,
             jsonb_array_elements(need -> 'figures') as figure
        where ranking ->> 'method' = 'prevalence' and figure ->> 'code' = 'stated' and jsonb_typeof(figure -> 'count') = 'number'
        """;

    private const string GoalsSql = """
        select g.goal_id, g.title, g.state, coalesce(n.merged_into, n.name) as need
        from goal g
        join goal_need_link l using (initiative_id, goal_id)
        join need n on n.initiative_id = l.initiative_id and n.name = l.need
        where g.initiative_id = @InitiativeId and g.state <> 'draft' and l.strength > 0
        order by l.strength desc, g.position
        """;

    private const string StepsSql = """
        select goal_id, happened_on, words from goal_update where initiative_id = @InitiativeId order by happened_on desc
        """;

    private sealed record Row
    {
        public required Guid InitiativeId { get; init; }
        public required string Definition { get; init; }
        public required string Answers { get; init; }
        public required string TimeZone { get; init; }
        public required DateOnly AnsweredOn { get; init; }
        public required DateOnly? AnswersBy { get; init; }
        public required string? Translations { get; init; }
        public required string? DraftTranslations { get; init; }
        public required bool IsIndividual { get; init; }
        public required bool IsWithdrawn { get; init; }
        public required bool IsUnread { get; init; }
        public required string[] Coded { get; init; }
        public required string? ReportSlug { get; init; }
        public required string? HearingSlug { get; init; }
        public required string? GoalsSlug { get; init; }
    }

    private sealed record DecisionRow
    {
        public required string Need { get; init; }
        public required string Kind { get; init; }
        public required string Reason { get; init; }
        public required DateTimeOffset DecidedAt { get; init; }
    }

    private sealed record PeopleRow
    {
        public required string Need { get; init; }
        public required int People { get; init; }
    }

    private sealed record GoalRow
    {
        public required Guid GoalId { get; init; }
        public required string Title { get; init; }
        public required GoalState State { get; init; }
        public required string Need { get; init; }
    }

    private sealed record StepRow
    {
        public required Guid GoalId { get; init; }
        public required DateOnly HappenedOn { get; init; }
        public required string Words { get; init; }
    }
}
