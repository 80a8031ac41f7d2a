namespace NeedsSurvey.Domain.Needs;

/// <summary>Which of the offered rankings a page shows first and an alignment weighs by, unless somebody chooses another.</summary>
public static class PreferredRanking
{
    private static readonly RankingMethod[] Order =
    [
        RankingMethod.Borich,
        RankingMethod.BestWorst,
        RankingMethod.MeanRank,
        RankingMethod.Prevalence,
    ];

    /// <summary>
    /// Ratings of importance and satisfaction say most, then what people put first, then how many say so; null when nothing is offered.
    /// </summary>
    public static NeedRanking? Of(IReadOnlyList<NeedRanking> offered) =>
        offered.MinBy(ranking => Array.IndexOf(Order, ranking.Method) is var place and >= 0 ? place : Order.Length);
}
