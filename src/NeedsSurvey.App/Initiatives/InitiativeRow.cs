namespace NeedsSurvey.App.Initiatives;

/// <summary>A row of <c>initiative</c> with its address, as reading and listing select it.</summary>
internal sealed record InitiativeRow
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string OrganisationSlug { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Purpose { get; init; }
    public required Stance Stance { get; init; }
    public required string Community { get; init; }
    public required string Place { get; init; }
    public required string TimeZone { get; init; }
    public int? CommunitySize { get; init; }
    public required int MinimumResponses { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public required string UrgentReferral { get; init; }
    public required string Happened { get; init; }
    public required bool HappenedAgreed { get; init; }
    public required string Stays { get; init; }
    public required string Translations { get; init; }
    public required bool IsDemo { get; init; }
    public required string[] PersonValues { get; init; }

    public InitiativeFields Fields() =>
        new()
        {
            Title = Title,
            Purpose = Purpose,
            Stance = Stance,
            Community = Community,
            Place = Place,
            TimeZone = TimeZone,
            CommunitySize = CommunitySize,
            MinimumResponses = MinimumResponses,
            StartsOn = StartsOn,
            EndsOn = EndsOn,
            UrgentReferral = UrgentReferral,
            Happened = Happened,
            HappenedAgreed = HappenedAgreed,
            Stays = Stays,
            Translations = InitiativeTexts.Of(Translations),
        };

    /// <summary>As the column has it.</summary>
    public static string StanceText(Stance stance) => stance == Stance.Solidarity ? "solidarity" : "allyship";
}
