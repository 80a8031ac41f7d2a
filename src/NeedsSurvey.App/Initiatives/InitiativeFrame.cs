using NeedsSurvey.Domain.Initiatives;

namespace NeedsSurvey.App.Initiatives;

/// <summary>What every page of an initiative shows around itself; read once a request by <see cref="ReadRoadmap"/>.</summary>
public sealed record InitiativeFrame
{
    public required Guid InitiativeId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string OrganisationName { get; init; }
    public required string OrganisationSlug { get; init; }
    public required string InitiativeTitle { get; init; }
    public required string InitiativeSlug { get; init; }

    /// <summary>A person with values, not an organisation with a mission: the pages' words change.</summary>
    public required bool IsIndividual { get; init; }
    public required bool IsDemo { get; init; }

    /// <summary>The initiative's clock, an IANA name.</summary>
    public required string TimeZone { get; init; }
    public required IReadOnlyList<StageView> Stages { get; init; }

    /// <summary>What the actor who looks may do here, so that a page offers nothing that would be refused.</summary>
    public required IReadOnlySet<Permission> Granted { get; init; }

    /// <summary>The counts that the stages were worked out from.</summary>
    public required RoadmapFacts Facts { get; init; }

    /// <summary>Where the initiative's pages live: <c>/o/{org}/{initiative}</c>.</summary>
    public string Base => $"/o/{OrganisationSlug}/{InitiativeSlug}";

    public IReadOnlyList<Missing> MissingIn(Stage stage) => Stages[(int)stage].Missing;
}
