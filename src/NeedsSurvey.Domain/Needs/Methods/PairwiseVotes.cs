namespace NeedsSurvey.Domain.Needs;

/// <summary>Pairwise wiki survey. Source: Salganik &amp; Levy 2015, "Wiki surveys", PLOS ONE.</summary>
public static class PairwiseVotes
{
    /// <summary>100(w + 1)/(w + l + 2): the chance in per cent of winning against a need drawn at random; 50 before any vote.</summary>
    public static double Score(double wins, double losses) => 100 * (wins + 1) / (wins + losses + 2);

    internal static readonly NeedScoring Scoring = new()
    {
        Method = RankingMethod.Pairwise,
        Name = "Pairwise wiki survey",
        Unit = "per cent",
        Reads = [NeedMeasure.Wins],
        Sums = 2,
        Terms = (data, need, into) =>
        {
            Copy(data.Column(need, NeedMeasure.Wins), into[0]);
            Copy(data.Column(need, NeedMeasure.Losses), into[1]);

            static void Copy(ReadOnlySpan<sbyte> votes, sbyte[] into)
            {
                for (var r = 0; r < votes.Length; r++)
                    into[r] = Math.Max((sbyte)0, votes[r]);
            }
        },
        Score = s => Score(s[0], s[1]),
        N = s => s[0] + s[1],
        Figures =
        [
            new("wins", "Votes won", NeedFigureKind.Times, 0, s => s[0]),
            new("losses", "Votes lost", NeedFigureKind.Times, 1, s => s[1]),
        ],
    };
}
