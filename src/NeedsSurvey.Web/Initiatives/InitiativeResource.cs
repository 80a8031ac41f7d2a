using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.Web.Initiatives;

/// <summary>An initiative as the API gives it: what was filled in about it beside what belongs to it.</summary>
internal sealed record InitiativeResource
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>The organisation's slug.</summary>
    public required string Organisation { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Purpose { get; init; }
    public required Stance Stance { get; init; }
    public required string Community { get; init; }
    public required string Place { get; init; }
    public required string TimeZone { get; init; }
    public required int? CommunitySize { get; init; }
    public required int MinimumResponses { get; init; }
    public required DateOnly? StartsOn { get; init; }
    public required DateOnly? EndsOn { get; init; }
    public required string UrgentReferral { get; init; }

    /// <summary>What happened, in the words of those it happened to; printed only where <see cref="HappenedAgreed"/>.</summary>
    public required string Happened { get; init; }
    public required bool HappenedAgreed { get; init; }

    /// <summary>What stays when this is over.</summary>
    public required string Stays { get; init; }

    /// <summary>Title, purpose, community, place and referral in other languages, by their codes.</summary>
    public required IReadOnlyDictionary<string, InitiativeTexts> Translations { get; init; }
    public required bool IsDemo { get; init; }
    public required IReadOnlyList<Margin> Margins { get; init; }
    public required IReadOnlyList<SurveyCard> Surveys { get; init; }

    public static InitiativeResource Of(InitiativeView view) =>
        new()
        {
            Id = view.Id,
            OrganisationId = view.OrganisationId,
            Organisation = view.OrganisationSlug,
            Slug = view.Slug,
            Title = view.Fields.Title,
            Purpose = view.Fields.Purpose,
            Stance = view.Fields.Stance,
            Community = view.Fields.Community,
            Place = view.Fields.Place,
            TimeZone = view.Fields.TimeZone,
            CommunitySize = view.Fields.CommunitySize,
            MinimumResponses = view.Fields.MinimumResponses,
            StartsOn = view.Fields.StartsOn,
            EndsOn = view.Fields.EndsOn,
            UrgentReferral = view.Fields.UrgentReferral,
            Happened = view.Fields.Happened,
            HappenedAgreed = view.Fields.HappenedAgreed,
            Stays = view.Fields.Stays,
            Translations = view.Fields.Translations ?? new Dictionary<string, InitiativeTexts>(),
            IsDemo = view.IsDemo,
            Margins = view.Margins,
            Surveys = view.Surveys,
        };
}
