namespace NeedsSurvey.Domain.Needs;

/// <summary>What a ranking question says about one need.</summary>
/// <param name="MeanRank">Mean position among those who ranked it, 1 = first; NaN when nobody did.</param>
/// <param name="FirstShare">Share of those offered it who put it first.</param>
/// <param name="TopShare">Share of those offered it who put it in the top k.</param>
/// <param name="N">People who ranked it.</param>
public readonly record struct RankSummary(double MeanRank, double FirstShare, double TopShare, double N);

/// <summary>Ranking questions: mean rank, share ranked first, share in the top k (methods.md §1).</summary>
public static class RankingQuestion
{
    /// <summary>Summary of one need's column of <see cref="NeedMeasure.Rank"/>.</summary>
    public static RankSummary Summarise(ReadOnlySpan<sbyte> ranks, int k = 3)
    {
        int offered = 0,
            ranked = 0,
            first = 0,
            top = 0;
        long total = 0;
        foreach (var rank in ranks)
        {
            if (rank < 0)
                continue;
            offered++;
            if (rank == 0)
                continue;
            ranked++;
            total += rank;
            if (rank == 1)
                first++;
            if (rank <= k)
                top++;
        }
        return new(
            ranked > 0 ? (double)total / ranked : double.NaN,
            offered > 0 ? (double)first / offered : double.NaN,
            offered > 0 ? (double)top / offered : double.NaN,
            ranked
        );
    }

    internal static readonly NeedScoring Scoring = new()
    {
        Method = RankingMethod.MeanRank,
        Code = "mean_rank",
        Name = "Mean rank",
        Unit = "place",
        HigherMeansGreaterNeed = false,
        Reads = [NeedMeasure.Rank],
        Sums = 5,
        Terms = (data, need, into) =>
        {
            var ranks = data.Column(need, NeedMeasure.Rank);
            for (var r = 0; r < ranks.Length; r++)
            {
                if (ranks[r] < 0)
                    continue;
                into[0][r] = 1;
                if (ranks[r] == 0)
                    continue;
                into[1][r] = 1;
                into[2][r] = ranks[r];
                if (ranks[r] == 1)
                    into[3][r] = 1;
                if (ranks[r] <= 3)
                    into[4][r] = 1;
            }
        },
        Score = s => s[1] > 0 ? s[2] / s[1] : double.NaN,
        N = s => s[1],
        Figures = (s, _) =>
            s[0] > 0
                ? [new("first", "Share ranking it first", s[3] / s[0]), new("top_three", "Share ranking it in the top three", s[4] / s[0])]
                : [],
        // Borda points: the mean number of places from the end.
        RawWeight = (score, needs) => Math.Max(0, needs + 1 - score),
    };
}
