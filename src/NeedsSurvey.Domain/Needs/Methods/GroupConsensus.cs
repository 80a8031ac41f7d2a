namespace NeedsSurvey.Domain.Needs;

/// <summary>
/// Group-informed consensus. Source: Small et al. 2021, "Polis: Scaling deliberation by mapping high dimensional opinion spaces".
/// </summary>
public static class GroupConsensus
{
    /// <summary>Π over groups of (agree + 1)/(answered + 2), in (0, 1): high only when every group agrees.</summary>
    public static double Score(IEnumerable<(double Agree, double Answered)> groups) =>
        groups.Aggregate(1.0, (product, g) => product * (g.Agree + 1) / (g.Answered + 2));

    // The number of sums depends on the number of groups, so this method's scoring is made for the data. Respondents whose group
    // is unknown belong to no group and do not enter.
    internal static NeedScoring ScoringFor(NeedAnswers data)
    {
        var groups = data.GroupNames.Count;
        return new()
        {
            Method = RankingMethod.GroupConsensus,
            Name = "Group-informed consensus",
            Unit = "product of group agreement",
            Reads = [NeedMeasure.Agreement],
            Sums = 2 * groups,
            Terms = (answers, need, into) =>
            {
                var agreement = answers.Column(need, NeedMeasure.Agreement);
                for (var r = 0; r < agreement.Length; r++)
                {
                    var group = answers.Groups[r];
                    if (agreement[r] < 0 || group < 0)
                        continue;
                    into[2 * group][r] = agreement[r];
                    into[2 * group + 1][r] = 1;
                }
            },
            Score = s => N(s) > 0 ? Score(Pairs(s)) : double.NaN,
            N = N,
            Figures =
            [
                .. data.GroupNames.Select((name, g) => FigureBehind.Share($"agree_{g + 1}", $"Share agreeing: {name}", 2 * g, 2 * g + 1)),
            ],
        };

        IEnumerable<(double Agree, double Answered)> Pairs(double[] s)
        {
            for (var g = 0; g < groups; g++)
                yield return (s[2 * g], s[2 * g + 1]);
        }

        double N(double[] s)
        {
            var n = 0.0;
            for (var g = 0; g < groups; g++)
                n += s[2 * g + 1];
            return n;
        }
    }
}
