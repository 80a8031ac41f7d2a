using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>What operations and pages need to know of a survey before they do anything with it.</summary>
public sealed record SurveyName
{
    public required Guid Id { get; init; }
    public required Guid InitiativeId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required SurveyState State { get; init; }
}

/// <summary>Where a survey of an initiative is: what a form needs to go on, and no more.</summary>
public sealed record SurveyPlace
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Slug { get; init; }
    public required string InitiativeSlug { get; init; }
    public required string OrganisationSlug { get; init; }
    public required string OrganisationName { get; init; }

    /// <summary>Where the initiative's pages live: <c>/o/{org}/{initiative}</c>.</summary>
    public string InitiativeBase => $"/o/{OrganisationSlug}/{InitiativeSlug}";

    /// <summary>Where the survey's own pages live.</summary>
    public string Base => $"{InitiativeBase}/surveys/{Slug}";
}

/// <summary>
/// From the <c>{survey}</c> of an address (id or slug) to the survey, for an actor who may do what comes next there. A foreign survey
/// answers exactly like one that does not exist.
/// </summary>
public sealed class FindSurvey(Db db)
{
    /// <param name="initiativeId">When the address names an initiative too, the survey must be one of its own.</param>
    public async Task<Result<SurveyName>> Run(
        Actor actor,
        Permission permission,
        string idOrSlug,
        CancellationToken cancellation,
        Guid? initiativeId = null
    )
    {
        var id = Guid.TryParse(idOrSlug, out var parsed) ? parsed : (Guid?)null;
        var survey = await db.Find<SurveyName>(FindSql, new { id, slug = idOrSlug }, cancellation);
        if (survey is null || (initiativeId is not null && survey.InitiativeId != initiativeId))
            return new Problem.NotFound("survey");
        return actor.Require(permission, survey.OrganisationId, "survey") is { } refusal ? refusal : survey;
    }

    /// <inheritdoc cref="Initiatives.FindInitiative.Place"/>
    public async Task<Result<SurveyPlace>> Place(string organisation, string initiative, string idOrSlug, CancellationToken cancellation)
    {
        var id = Guid.TryParse(idOrSlug, out var parsed) ? parsed : (Guid?)null;
        return
            await db.Find<SurveyPlace>(
                PlaceSql,
                new
                {
                    organisation,
                    initiative,
                    id,
                    slug = idOrSlug,
                },
                cancellation
            )
                is { } place
            ? place
            : new Problem.NotFound("survey");
    }

    private const string PlaceSql = """
        select s.survey_id as id, s.organisation_id, s.slug, i.slug as initiative_slug, o.slug as organisation_slug,
               o.name as organisation_name
        from survey s join initiative i using (initiative_id) join organisation o on o.organisation_id = i.organisation_id
        where (s.survey_id = @id or (@id is null and s.slug = @slug)) and i.slug = @initiative and o.slug = @organisation
        """;

    private const string FindSql = """
        select survey_id as id, initiative_id, organisation_id, slug, title, state
        from survey where survey_id = @id or (@id is null and slug = @slug)
        """;
}
