using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Needs;

/// <summary>
/// The ranking methods as organisers read them; their names in the field stand beside the figures (<see cref="NeedRanking.Name"/>).
/// </summary>
public static class MethodWords
{
    /// <summary>The method in a few plain words.</summary>
    public static string Of(NeedRanking ranking) => KnownLanguages.English.Report.Methods.Of(ranking.Code).Name;

    /// <summary>A score in its method's own shape: shares as per cent, the rest as numbers.</summary>
    public static string Score(NeedRanking ranking, double? score) =>
        ranking.Method == RankingMethod.Prevalence && score is { } share ? Figures.Percent(share) : Figures.Score(score);

    /// <summary>A figure behind a score: shares as per cent, times and people as counts, the rest as numbers.</summary>
    public static string Figure(NeedFigure figure) =>
        figure.Label.StartsWith("Share", StringComparison.Ordinal) ? Figures.Percent(figure.Value)
        : figure.Code is "stated" or "shown" or "best" or "worst" or "wins" or "losses" ? Figures.Count((long)Math.Round(figure.Value))
        : Figures.Score(figure.Value);
}
