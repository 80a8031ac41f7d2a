using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Initiatives;

/// <summary>An initiative with its community, margins and surveys.</summary>
public sealed record InitiativeView
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string OrganisationSlug { get; init; }
    public required string Slug { get; init; }
    public required InitiativeFields Fields { get; init; }
    public required bool IsDemo { get; init; }

    /// <summary>The values of the one person whose initiative it is; none for other organisations.</summary>
    public required IReadOnlyList<string> Values { get; init; }
    public required IReadOnlyList<Margin> Margins { get; init; }

    /// <summary>What an edit of its words begins from, and one of its margins: see <see cref="EditInitiative"/>.</summary>
    public required string Revision { get; init; }

    /// <inheritdoc cref="Revision"/>
    public required string MarginsRevision { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<SurveyCard> Surveys { get; init; }
}

/// <summary>A survey as lists show it.</summary>
public sealed record SurveyCard
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required SurveyState State { get; init; }

    /// <summary>0 before the first is published.</summary>
    public required int Version { get; init; }
    public required IReadOnlyList<string> Languages { get; init; }
    public required long Responses { get; init; }
    public DateOnly? OpenedOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
}

/// <summary>Reads one initiative whole.</summary>
public sealed class ReadInitiative(Db db, FindInitiative initiatives)
{
    public async Task<Result<InitiativeView>> Run(Actor actor, Guid initiative, CancellationToken cancellation) =>
        (await initiatives.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem)
            ? await Read(found.InitiativeId, cancellation)
            : problem;

    /// <inheritdoc cref="FindInitiative.Run(Actor, Permission, string, string, CancellationToken)"/>
    public async Task<Result<InitiativeView>> Run(Actor actor, string organisation, string initiative, CancellationToken cancellation) =>
        (await initiatives.Run(actor, Permission.View, organisation, initiative, cancellation)).Succeeded(out var found, out var problem)
            ? await Read(found.InitiativeId, cancellation)
            : problem;

    /// <summary>What is said about the initiative, for an operation that has asked for permission itself.</summary>
    internal static async Task<InitiativeFields> Fields(Tx tx, Guid id) =>
        (await tx.One<InitiativeRow>(InitiativeSql, new { id })).Fields();

    private async Task<Result<InitiativeView>> Read(Guid id, CancellationToken cancellation)
    {
        // Before the words: of an edit that comes between, the words may be newer, and saving them then asks once too often.
        var revision = await db.Find<string>(EditInitiative.RevisionSql, new { initiative = id }, cancellation);
        var marginsRevision = await db.Find<string>(SetMargins.RevisionSql, new { initiative = id }, cancellation);
        if (await db.Find<InitiativeRow>(InitiativeSql, new { id }, cancellation) is not { } row)
            return new Problem.NotFound("initiative");
        var margins = await db.Query<MarginRow>(MarginsSql, new { id }, cancellation);
        return new InitiativeView
        {
            Id = row.Id,
            OrganisationId = row.OrganisationId,
            OrganisationSlug = row.OrganisationSlug,
            Slug = row.Slug,
            Fields = row.Fields(),
            IsDemo = row.IsDemo,
            Values = row.PersonValues,
            Revision = revision ?? "",
            MarginsRevision = marginsRevision ?? "",
            Margins =
            [
                .. margins
                    .GroupBy(margin => margin.GroupRole)
                    .Select(group => new Margin(
                        group.Key,
                        group.First().Source,
                        [.. group.Select(margin => new MarginCategory(margin.Category, margin.Share))]
                    )),
            ],
            Surveys = [.. (await db.Query<SurveyRow>(SurveysSql, new { id }, cancellation)).Select(survey => survey.Card())],
        };
    }

    private const string InitiativeSql = """
        select initiative_id as id, organisation_id, organisation.slug as organisation_slug, initiative.slug, title, purpose, stance,
            community, place, time_zone,
               community_size, minimum_responses, starts_on, ends_on, urgent_referral, happened, happened_agreed, stays,
               translations, initiative.is_demo,
               array(select p.name from pillar p where p.organisation_id = organisation.organisation_id and organisation.kind = 'individual'
                   order by p.position) as person_values
        from initiative join organisation using (organisation_id)
        where initiative_id = @id
        """;

    private const string MarginsSql = """
        select group_role, category, share, source from population_margin where initiative_id = @id order by group_role, position, category
        """;

    private const string SurveysSql = """
        select survey_id as id, slug, title, state, opened_on, closed_on,
               array(select jsonb_array_elements_text(coalesce(draft -> 'languages', '["en"]'))) as languages,
               (select coalesce(max(version), 0) from survey_version where survey_version.survey_id = survey.survey_id) as version,
               (select count(*) from counted_response where counted_response.survey_id = survey.survey_id) as responses
        from survey where initiative_id = @id
        order by created_at desc, survey_id
        """;

    private sealed record MarginRow
    {
        public required string GroupRole { get; init; }
        public required string Category { get; init; }
        public required double Share { get; init; }
        public required string Source { get; init; }
    }

    private sealed record SurveyRow
    {
        public required Guid Id { get; init; }
        public required string Slug { get; init; }
        public required string Title { get; init; }
        public required SurveyState State { get; init; }
        public DateOnly? OpenedOn { get; init; }
        public DateOnly? ClosedOn { get; init; }
        public required string[] Languages { get; init; }
        public required int Version { get; init; }
        public required long Responses { get; init; }

        public SurveyCard Card() =>
            new()
            {
                Id = Id,
                Slug = Slug,
                Title = Title,
                State = State,
                Version = Version,
                Languages = Languages,
                Responses = Responses,
                OpenedOn = OpenedOn,
                ClosedOn = ClosedOn,
            };
    }
}
