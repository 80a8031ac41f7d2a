namespace NeedsSurvey.Domain.Needs;

/// <summary>Borich's mean weighted discrepancy score. Source: Borich 1980, "A needs assessment model".</summary>
public static class Borich
{
    /// <summary>
    /// Σ(I − A)·Ī / n over complete pairs, which equals Ī(Ī − Ā). Scale points squared; higher = greater need; NaN without pairs.
    /// </summary>
    /// <param name="pairs">Number (or weight) of complete pairs.</param>
    /// <param name="importanceSum">ΣI over them.</param>
    /// <param name="satisfactionSum">ΣA over them.</param>
    public static double Score(double pairs, double importanceSum, double satisfactionSum)
    {
        if (!(pairs > 0))
            return double.NaN;
        var importance = importanceSum / pairs;
        return importance * (importance - satisfactionSum / pairs);
    }

    internal static readonly NeedScoring Scoring = new()
    {
        Method = RankingMethod.Borich,
        Name = "Borich mean weighted discrepancy",
        Unit = "scale points squared",
        Reads = PairTerms.Reads,
        Sums = PairTerms.Sums,
        Terms = PairTerms.Fill,
        Score = s => Score(s[0], s[1], s[2]),
        N = s => s[0],
        Figures = PairTerms.Means,
        Bases = PairTerms.Bases,
        Values = PairTerms.Values,
    };
}
