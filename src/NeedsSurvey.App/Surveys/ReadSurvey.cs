using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>A survey with its draft and the list of its versions.</summary>
public sealed record SurveyView
{
    public required Guid Id { get; init; }
    public required Guid InitiativeId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required SurveyState State { get; init; }
    public required SurveyDefinition Draft { get; init; }

    /// <summary>Rises with every change of the draft: the ETag.</summary>
    public required int Revision { get; init; }

    /// <summary>Key of the template it was begun from.</summary>
    public required string? Template { get; init; }

    public required SampleDesign SampleDesign { get; init; }
    public required DateOnly? OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>Newest first; empty before the first is published.</summary>
    public required IReadOnlyList<PublishedVersion> Versions { get; init; }

    /// <summary>The newest version's definition; null before the first is published.</summary>
    public required SurveyDefinition? Published { get; init; }

    /// <summary>Responses that count.</summary>
    public required long Responses { get; init; }

    /// <summary>The draft says something else than what people answer now.</summary>
    public bool HasUnpublishedChanges => Published is not null && SurveyJson.Write(Draft) != SurveyJson.Write(Published);
}

/// <summary>A version people answer or answered; immutable.</summary>
public sealed record PublishedVersion
{
    public required int Version { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
}

/// <summary>Reads one survey whole, as its editors see it.</summary>
public sealed class ReadSurvey(Db db, FindSurvey surveys)
{
    /// <inheritdoc cref="FindSurvey.Run"/>
    public async Task<Result<SurveyView>> Run(Actor actor, string survey, CancellationToken cancellation, Guid? initiativeId = null)
    {
        if (!(await surveys.Run(actor, Permission.View, survey, cancellation, initiativeId)).Succeeded(out var found, out var problem))
            return problem;
        if (await db.Find<Row>(SurveySql, new { found.Id }, cancellation) is not { } row)
            return new Problem.NotFound("survey");
        return new SurveyView
        {
            Id = found.Id,
            InitiativeId = found.InitiativeId,
            OrganisationId = found.OrganisationId,
            Slug = found.Slug,
            Title = row.Title,
            State = row.State,
            Draft = SurveyJson.ReadStored(row.Draft),
            Revision = row.DraftRevision,
            Template = row.Template,
            SampleDesign = SampleDesigns.Stored(row.SampleDesign),
            OpenedOn = row.OpenedOn,
            ClosedOn = row.ClosedOn,
            Versions = await db.Query<PublishedVersion>(VersionsSql, new { found.Id }, cancellation),
            Published = row.Published is null ? null : SurveyJson.ReadStored(row.Published),
            Responses = row.Responses,
        };
    }

    private const string SurveySql = """
        select title, state, draft, draft_revision, template, sample_design, opened_on, closed_on,
               (select definition from survey_version v where v.survey_id = s.survey_id order by version desc limit 1) as published,
               (select count(*) from counted_response r where r.survey_id = s.survey_id) as responses
        from survey s where survey_id = @Id
        """;

    private const string VersionsSql = "select version, published_at from survey_version where survey_id = @Id order by version desc";

    private sealed record Row
    {
        public required string Title { get; init; }
        public required SurveyState State { get; init; }
        public required string Draft { get; init; }
        public required int DraftRevision { get; init; }
        public string? Template { get; init; }
        public required string SampleDesign { get; init; }
        public DateOnly? OpenedOn { get; init; }
        public DateOnly? ClosedOn { get; init; }
        public string? Published { get; init; }
        public required long Responses { get; init; }
    }
}
