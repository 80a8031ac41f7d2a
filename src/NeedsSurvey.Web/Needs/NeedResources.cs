using NeedsSurvey.App.Needs;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Web.Needs;

// The shapes of this room's JSON answers.

/// <summary>The needs, ranked.</summary>
internal sealed record NeedsResource
{
    public required FigureNote Note { get; init; }

    /// <summary>Those whom the figures are of: where they are safe, people of the last drawings, a number changed as all others.</summary>
    public required ShownCount? Responses { get; init; }

    /// <summary>Responses that count at this moment, exactly.</summary>
    public required long ResponsesSoFar { get; init; }

    /// <summary>People of whose words something was read to the end.</summary>
    public required ShownCount? ReadStories { get; init; }

    /// <summary>People of whose words nothing was.</summary>
    public required ShownCount? UnreadStories { get; init; }

    /// <summary>
    /// The scale that means of ratings are on, whatever the scale that they were given on: that of the need grid published first; null
    /// where nothing asks for ratings.
    /// </summary>
    public required RatingScale? Scale { get; init; }

    /// <summary>By the method asked for, or the preferred one; null while nothing can be ranked.</summary>
    public required NeedRanking? Chosen { get; init; }

    /// <summary>
    /// Which ranks the answers allow each need among all people like these; null like <see cref="Chosen"/>, and where the way people were
    /// drawn does not let the answers say anything of others.
    /// </summary>
    public required RankConfidence? Confidence { get; init; }

    /// <summary>Why nothing is ranked with confidence although there is a ranking; null where it is.</summary>
    public required string? WhyNoConfidence { get; init; }

    /// <summary>
    /// Neighbours in the order that lie close together: not settled where there is confidence, else beside how much those who answered
    /// differ.
    /// </summary>
    public required IReadOnlyList<CloseNeeds> Close { get; init; }
    public required string Precision { get; init; }

    /// <summary>What the chosen method calls each need, by the need's name, where it sorts them too.</summary>
    public required IReadOnlyDictionary<string, string> Standing { get; init; }

    /// <summary>The importance–performance map, where that is the chosen method.</summary>
    public required ImportancePerformanceMap? Map { get; init; }

    /// <summary>The methods that these answers allow.</summary>
    public required IReadOnlyList<OfferedMethod> Offered { get; init; }
    public required IReadOnlyList<NeedRanking> All { get; init; }

    public static NeedsResource Of(NeedFigures figures) =>
        new()
        {
            Note = figures.Note,
            Responses = figures.Responses,
            ResponsesSoFar = figures.ResponsesSoFar,
            ReadStories = figures.Stories.Read,
            UnreadStories = figures.Stories.Unread,
            Scale = figures.Scale,
            Chosen = figures.Chosen,
            Confidence = figures.SpeakOfOthers ? figures.Confidence : null,
            WhyNoConfidence = figures.SpeakOfOthers || figures.Chosen is null ? null : figures.Precision,
            Close =
            [
                .. (figures.Confidence?.Neighbours ?? [])
                    .Where(pair => !pair.Settled)
                    .Select(pair => new CloseNeeds(pair.Ahead, pair.Behind)),
            ],
            Precision = figures.Precision,
            Standing = figures.Standing,
            Map = figures.Map,
            Offered = [.. figures.All.Select(ranking => new OfferedMethod(ranking.Code, ranking.Name, ranking.Explanation))],
            All = figures.All,
        };
}

/// <param name="Ahead">Name of the need that ranks before.</param>
/// <param name="Behind">Name of the one that ranks after.</param>
internal sealed record CloseNeeds(string Ahead, string Behind);

/// <param name="Code">What <c>?method=</c> takes.</param>
internal sealed record OfferedMethod(string Code, string Name, string Explanation);

/// <param name="Added">How many needs the codebook did not have.</param>
internal sealed record CatalogueResource(int Added);

/// <summary>What staff expected beside what people said.</summary>
internal sealed record HearingGapResource
{
    /// <summary>Whether a prediction was made.</summary>
    public required bool Locked { get; init; }
    public required string? LockedBy { get; init; }
    public required DateTimeOffset? LockedAt { get; init; }

    /// <summary>Null without a prediction.</summary>
    public required FigureNote? Note { get; init; }

    /// <summary>The code of the ranking that it is compared with; null while nothing can be ranked.</summary>
    public required string? Method { get; init; }
    public required HearingGap? Gap { get; init; }

    public static HearingGapResource Of(ReadHearingGap.View view) =>
        new()
        {
            Locked = view.Locked,
            LockedBy = view.LockedBy,
            LockedAt = view.LockedAt,
            Note = view.Figures?.Note,
            Method = view.Figures?.Chosen?.Code,
            Gap = view.Gap,
        };
}

/// <summary>How far coders agree: overall first, then need by need.</summary>
/// <param name="Figures">True ones: nobody else may ask.</param>
/// <param name="Next">Null: the list comes whole.</param>
internal sealed record CodingAgreementResource(FigureNote Figures, IReadOnlyList<NeedAgreement> Items, string? Next)
{
    public static CodingAgreementResource Of(IReadOnlyList<NeedAgreement> agreement) => new(FigureNote.True, agreement, null);
}
