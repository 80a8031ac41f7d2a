// The frame of every organiser's page: which initiative, and how far each stage is. One query, counts only; the judgement is
// Domain/Reports/Roadmap.cs.

using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Initiatives;

namespace NeedsSurvey.App.Initiatives;

/// <summary>Reads where an initiative stands: its five stages and what is still missing.</summary>
public sealed class ReadRoadmap(Db db)
{
    /// <summary>By the slugs of the pages' addresses.</summary>
    public Task<Result<InitiativeFrame>> Run(
        Actor actor,
        string organisation,
        string initiative,
        CancellationToken cancellation = default
    ) =>
        Read(
            actor,
            new
            {
                organisation,
                initiative,
                id = (Guid?)null,
            },
            cancellation
        );

    /// <summary>By id, as the API addresses initiatives.</summary>
    public Task<Result<InitiativeFrame>> Run(Actor actor, Guid initiative, CancellationToken cancellation = default) =>
        Read(
            actor,
            new
            {
                organisation = (string?)null,
                initiative = (string?)null,
                id = (Guid?)initiative,
            },
            cancellation
        );

    private async Task<Result<InitiativeFrame>> Read(Actor actor, object which, CancellationToken cancellation)
    {
        var row = await db.Find<Row>(Sql, which, cancellation);
        if (row is null)
            return new Problem.NotFound("initiative");
        if (actor.Require(Permission.View, row.OrganisationId, "initiative") is { } refusal)
            return refusal;
        // Whoever may export may read open answers too.
        var counts = actor.May(Permission.Code, row.OrganisationId);
        var facts = new RoadmapFacts
        {
            HasCommunity = row.HasCommunity,
            Margins = row.Margins,
            Surveys = row.Surveys,
            OpenSurveys = row.OpenSurveys,
            ClosedSurveys = row.ClosedSurveys,
            Responses = row.Responses,
            MinimumResponses = row.MinimumResponses,
            Needs = row.Needs,
            OpenAnswers = counts ? row.OpenAnswers : null,
            UnreadAnswers = counts ? row.OpenAnswers - row.ReadAnswers : null,
            HearingState = row.HearingState,
            HearingReplies = counts ? row.HearingReplies : null,
            UndecidedCorrections = counts ? row.UndecidedCorrections : null,
            CorrectionsToWrite = counts ? row.CorrectionsToWrite : null,
            DraftGoals = row.DraftGoals,
            AdoptedGoals = row.AdoptedGoals,
            NeedsWithoutDisposition = row.Needs - row.Dispositions,
            Overrides = row.Overrides,
            ReportVersion = row.ReportVersion,
            Pillars = row.Pillars,
            IsIndividual = row.IsIndividual,
            LacksReferral = row.LacksReferral,
            LacksEnd = row.LacksEnd,
        };
        return new InitiativeFrame
        {
            InitiativeId = row.InitiativeId,
            OrganisationId = row.OrganisationId,
            OrganisationName = row.OrganisationName,
            OrganisationSlug = row.OrganisationSlug,
            InitiativeTitle = row.InitiativeTitle,
            InitiativeSlug = row.InitiativeSlug,
            IsIndividual = row.IsIndividual,
            IsDemo = row.IsDemo,
            TimeZone = row.TimeZone,
            Granted = actor.Granted(row.OrganisationId),
            Facts = facts,
            Stages = Roadmap.Of(facts),
        };
    }

    private const string Sql = """
        select i.initiative_id, i.organisation_id, o.name as organisation_name, o.slug as organisation_slug, i.title as initiative_title,
               i.slug as initiative_slug, o.kind = 'individual' as is_individual, i.is_demo, i.time_zone, i.minimum_responses,
               i.community <> '' as has_community, i.stance = 'solidarity' and i.urgent_referral = '' as lacks_referral,
               i.stance = 'solidarity' and i.ends_on is null as lacks_end,
               (select count(*) from pillar p where p.organisation_id = i.organisation_id)::int as pillars,
               (select count(*) from population_margin m where m.initiative_id = i.initiative_id)::int as margins,
               s.surveys, s.open_surveys, s.closed_surveys,
               (select count(*) from counted_response r where r.survey_id = any(s.ids)) as responses,
               (select count(*) from open_answer a where a.survey_id = any(s.ids)) as open_answers,
               (select count(distinct (x.survey_id, x.response_id, x.field)) from reading x
                   join open_answer a using (survey_id, response_id, field)
                where x.survey_id = any(s.ids)) as read_answers,
               (select count(*) from need n where n.initiative_id = i.initiative_id and n.merged_into is null)::int as needs,
               (select count(*) from disposition d join need n on n.initiative_id = d.initiative_id and n.name = d.need
                where d.initiative_id = i.initiative_id and n.merged_into is null)::int as dispositions,
               h.state as hearing_state,
               (select count(*) from hearing_reply y where y.initiative_id = i.initiative_id
                   and y.withdrawn_on is null) as hearing_replies,
               (select count(*) from hearing_reply y where y.initiative_id = i.initiative_id and y.correction <> ''
                   and y.verdict <> 'yes' and y.decision is null) as undecided_corrections,
               (select count(*) from hearing_reply y where y.initiative_id = i.initiative_id and y.decision = 'accepted'
                   and y.verdict <> 'yes' and y.changed_in is null) as corrections_to_write,
               (select count(*) from goal g where g.initiative_id = i.initiative_id and g.state = 'draft')::int as draft_goals,
               (select count(*) from goal g where g.initiative_id = i.initiative_id
                   and g.state in ('adopted', 'done'))::int as adopted_goals,
               (select count(*) from gate_override v where v.initiative_id = i.initiative_id)::int as overrides,
               coalesce((select max(p.version) from report_version p where p.initiative_id = i.initiative_id), 0) as report_version
        from initiative i
        join organisation o using (organisation_id)
        left join hearing_check h on h.initiative_id = i.initiative_id
        cross join lateral (
            select coalesce(array_agg(survey_id), '{}') as ids, count(*)::int as surveys,
                (count(*) filter (where state = 'open'))::int as open_surveys,
                   (count(*) filter (where state = 'closed'))::int as closed_surveys
            from survey where survey.initiative_id = i.initiative_id
        ) s
        where i.initiative_id = @id::uuid or (o.slug = @organisation::text and i.slug = @initiative::text)
        """;

    private sealed record Row
    {
        public required Guid InitiativeId { get; init; }
        public required Guid OrganisationId { get; init; }
        public required string TimeZone { get; init; }
        public required string OrganisationName { get; init; }
        public required string OrganisationSlug { get; init; }
        public required string InitiativeTitle { get; init; }
        public required string InitiativeSlug { get; init; }
        public required bool IsIndividual { get; init; }
        public required bool IsDemo { get; init; }
        public required int MinimumResponses { get; init; }
        public required bool HasCommunity { get; init; }
        public required bool LacksReferral { get; init; }
        public required bool LacksEnd { get; init; }
        public required int Pillars { get; init; }
        public required int Margins { get; init; }
        public required int Surveys { get; init; }
        public required int OpenSurveys { get; init; }
        public required int ClosedSurveys { get; init; }
        public required long Responses { get; init; }
        public required long OpenAnswers { get; init; }
        public required long ReadAnswers { get; init; }
        public required int Needs { get; init; }
        public required int Dispositions { get; init; }
        public required HearingState? HearingState { get; init; }
        public required long HearingReplies { get; init; }
        public required long UndecidedCorrections { get; init; }
        public required long CorrectionsToWrite { get; init; }
        public required int DraftGoals { get; init; }
        public required int AdoptedGoals { get; init; }
        public required int Overrides { get; init; }
        public required int ReportVersion { get; init; }
    }
}
