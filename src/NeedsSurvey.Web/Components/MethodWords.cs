using System.Diagnostics;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.Web.Components;

/// <summary>The ranking methods in plain words; their names in the field stand beside the figures (<see cref="NeedRanking.Name"/>).</summary>
public static class MethodWords
{
    public static string Of(RankingMethod method) => method switch
    {
        RankingMethod.Prevalence => "How many say so",
        RankingMethod.Borich => "Gap, weighted by importance",
        RankingMethod.RankedDiscrepancy => "Gap, by ranks",
        RankingMethod.ImportancePerformance => "Important and going badly",
        RankingMethod.ImportanceSatisfaction => "Top three × unmet",
        RankingMethod.Concerns => "Strengths and concerns",
        RankingMethod.BestWorst => "Most and least needed",
        RankingMethod.Pairwise => "Won against others",
        RankingMethod.MeanRank => "The order people chose",
        RankingMethod.GroupConsensus => "Agreed across groups",
        RankingMethod.Hanlon => "A panel's rating",
        _ => throw new UnreachableException(),
    };

    /// <summary>A score in its method's own shape: shares as per cent, the rest as numbers.</summary>
    public static string Score(NeedRanking ranking, double? score) =>
        ranking.Method == RankingMethod.Prevalence && score is { } share ? Figures.Percent(share) : Figures.Score(score);

    /// <summary>A figure behind a score: shares as per cent, times and people as counts, the rest as numbers.</summary>
    public static string Figure(NeedFigure figure) =>
        figure.Label.StartsWith("Share", StringComparison.Ordinal) ? Figures.Percent(figure.Value)
        : figure.Code is "stated" or "shown" or "best" or "worst" or "wins" or "losses" ? Figures.Count((long)Math.Round(figure.Value)) : Figures.Score(figure.Value);
}
