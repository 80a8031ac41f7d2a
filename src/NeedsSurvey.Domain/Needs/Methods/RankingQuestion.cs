namespace NeedsSurvey.Domain.Needs;

/// <summary>Ranking questions: mean rank, share ranked first, share in the top k (methods.md §1).</summary>
public static class RankingQuestion
{
    internal static readonly NeedScoring Scoring = new()
    {
        Method = RankingMethod.MeanRank,
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
                into[4][r] = (sbyte)Math.Clamp(data.Places + 1 - ranks[r], 0, sbyte.MaxValue);
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
                4 => [.. Enumerable.Range(0, Math.Min(data.Places, sbyte.MaxValue) + 1)],
                _ => null,
            },
        // Points for places that were given: the mean number of places from the end of the ranking, however many needs no ranking
        // offers. A need that few placed gets few.
        RawWeight = (_, s) => s[4] / s[0],
    };
}
