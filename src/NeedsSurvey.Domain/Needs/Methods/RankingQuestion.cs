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
        // Asked; twice the place, because shared places can be halves; first; in the top three; Borda points.
        Terms = (data, need, into) =>
        {
            var ranks = data.Column(need, NeedMeasure.Rank);
            for (var r = 0; r < ranks.Length; r++)
            {
                if (ranks[r] < 0)
                    continue;
                into[0][r] = 1;
                into[1][r] = (sbyte)Math.Min(sbyte.MaxValue, Math.Round(2 * EmptyPlaces.Of(data, need, r)));
                if (ranks[r] == 0)
                    continue;
                if (ranks[r] == 1)
                    into[2][r] = 1;
                if (ranks[r] <= 3)
                    into[3][r] = 1;
                into[4][r] = (sbyte)Math.Clamp(data.Needs.Count + 1 - ranks[r], 0, sbyte.MaxValue);
            }
        },
        Score = s => s[0] > 0 ? s[1] / s[0] / 2 : double.NaN,
        N = s => s[0],
        Figures =
        [
            FigureBehind.Share("first", "Share ranking it first", 2, 0),
            FigureBehind.Share("top_three", "Share ranking it in the top three", 3, 0),
        ],
        Bases = [0, 0, 0, 0, 0],
        Values = (data, reach, sum) =>
            sum switch
            {
                1 => reach.TwicePlaces,
                4 => [.. Enumerable.Range(0, Math.Min(data.Needs.Count, sbyte.MaxValue) + 1)],
                _ => null,
            },
        // Points for places that were given: the mean number of places from the end. A need that few placed gets few.
        RawWeight = (_, s) => s[4] / s[0],
    };
}
