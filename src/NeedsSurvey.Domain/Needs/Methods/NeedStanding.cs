using System.Diagnostics;

namespace NeedsSurvey.Domain.Needs;

/// <summary>
/// Where a need stands by the methods that sort as well as rank: a corner of the map, a strength or problem, a priority band.
/// </summary>
public static class NeedStanding
{
    /// <summary>The words for each need that has a standing; none for methods that only rank.</summary>
    /// <param name="data">The answers behind the ranking.</param>
    /// <param name="ranking">One method's ranking of them.</param>
    /// <param name="cut">Where the importance–performance map is cut.</param>
    public static IReadOnlyDictionary<string, string> Of(NeedAnswers data, NeedRanking ranking, QuadrantCut cut = QuadrantCut.Means) =>
        Of(PairMeans.Of(data), data.Scale, ranking, cut);

    internal static IReadOnlyDictionary<string, string> Of(
        IReadOnlyList<PairMean> means,
        RatingScale scale,
        NeedRanking ranking,
        QuadrantCut cut
    ) =>
        ranking.Method switch
        {
            RankingMethod.ImportancePerformance => ImportancePerformance
                .Map(means, cut)
                .Points.ToDictionary(point => point.Need, point => point.Quadrant.Label()),
            RankingMethod.Concerns => ConcernsReport
                .Of(means, scale)
                .ToDictionary(concern => concern.Need, concern => Label(concern.Class)),
            RankingMethod.ImportanceSatisfaction => ranking
                .Rows.Where(row => row.Score is not null)
                .ToDictionary(row => row.Need, row => Label(ImportanceSatisfaction.Band(row.Score!.Value))),
            _ => new Dictionary<string, string>(),
        };

    private static string Label(ConcernClass concern) =>
        concern switch
        {
            ConcernClass.Strength => "Strength",
            ConcernClass.Problem => "Problem",
            ConcernClass.Neither => "Less important",
            _ => throw new UnreachableException(),
        };

    private static string Label(PriorityBand band) =>
        band switch
        {
            PriorityBand.VeryHigh => "Very high priority",
            PriorityBand.High => "High priority",
            PriorityBand.Current => "Keep the present emphasis",
            _ => throw new UnreachableException(),
        };
}
