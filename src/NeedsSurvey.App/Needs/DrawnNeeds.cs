using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Needs;

/// <summary>Safe figures by every method and cut, as they are kept.</summary>
internal sealed record DrawnNeeds
{
    public required FigureNote Note { get; init; }

    /// <inheritdoc cref="NeedFigures.Scale"/>
    public RatingScale? Scale { get; init; }
    public required IReadOnlyList<NeedEntry> Needs { get; init; }
    public required ShownCount? Responses { get; init; }
    public required StoryCounts Stories { get; init; }
    public required string Precision { get; init; }

    /// <summary>Null in figures that were kept before.</summary>
    public LocalText? PrecisionByLanguage { get; init; }

    /// <summary>The same where no range is shown; null in figures that were kept before.</summary>
    public LocalText? WithoutRanges { get; init; }
    public required IReadOnlyList<SafeRanking> Rankings { get; init; }
    public IReadOnlyList<string> Withheld { get; init; } = [];
    public required IReadOnlyList<DrawnCut> Cuts { get; init; }
    public required IReadOnlyList<string> Quotable { get; init; }

    /// <summary>Figures that were kept before this was: as of an open link, until they are drawn again.</summary>
    public bool SpeakOfOthers { get; init; }

    /// <inheritdoc cref="NeedFigures.Asked"/>
    public IReadOnlyList<string>? Asked { get; init; }
}

/// <param name="Standing">By the method's code.</param>
internal sealed record DrawnCut(ImportancePerformanceMap Map, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Standing);
