namespace NeedsSurvey.Domain.Needs;

/// <summary>The Ranked Discrepancy Model. Source: Narine &amp; Harder 2021, Journal of Extension.</summary>
public static class RankedDiscrepancy
{
    /// <summary>
    /// 100·(share with A &gt; I − share with A &lt; I) over complete pairs: −100 (all want more) … 100; negative = need; NaN without pairs.
    /// </summary>
    public static double Score(double pairs, double satisfactionAbove, double satisfactionBelow) =>
        pairs > 0 ? 100 * (satisfactionAbove - satisfactionBelow) / pairs : double.NaN;

    internal static readonly NeedScoring Scoring = new()
    {
        Method = RankingMethod.RankedDiscrepancy,
        Name = "Ranked Discrepancy",
        Unit = "points from −100 to 100",
        HigherMeansGreaterNeed = false,
        Reads = PairTerms.Reads,
        Sums = 3,
        Terms = (data, need, into) =>
        {
            var importance = data.Column(need, NeedMeasure.Importance);
            var satisfaction = data.Column(need, NeedMeasure.Satisfaction);
            for (var r = 0; r < Math.Min(importance.Length, satisfaction.Length); r++)
            {
                if (importance[r] < 0 || satisfaction[r] < 0)
                    continue;
                into[0][r] = 1;
                if (satisfaction[r] > importance[r])
                    into[1][r] = 1;
                else if (satisfaction[r] < importance[r])
                    into[2][r] = 1;
            }
        },
        Score = s => Score(s[0], s[1], s[2]),
        N = s => s[0],
        Figures =
        [
            FigureBehind.Share("too_little", "Share whose satisfaction is below importance", 2, 0),
            FigureBehind.Share("too_much", "Share whose satisfaction is above importance", 1, 0),
        ],
        Bases = [0, 0, 0],
        RawWeight = (score, _) => Math.Max(0, -score),
    };
}
