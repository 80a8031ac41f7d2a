namespace NeedsSurvey.Domain.Results;

/// <summary>One margin to weight to: the groups of a group question, their population shares, and who belongs where.</summary>
/// <param name="Name">Name people read, e.g. "Age".</param>
/// <param name="Groups">Names of the groups, in their natural order (neighbours are what gets merged).</param>
/// <param name="Shares">Population share or count of each group; scaled to a total of 1.</param>
/// <param name="Membership">Index of each respondent's group; −1 when they did not say.</param>
public sealed record RakingMargin(string Name, IReadOnlyList<string> Groups, IReadOnlyList<double> Shares, short[] Membership);

/// <summary>One group's row after weighting: where it should be and where it is.</summary>
/// <param name="N">Respondents in the group, unweighted.</param>
/// <param name="Target">Population share.</param>
/// <param name="Achieved">Weighted share among those who said which group they belong to.</param>
public sealed record MarginRow(string Margin, string Group, int N, double Target, double Achieved);

/// <summary>Re-reports margins under any weights.</summary>
public static class Margins
{
    /// <summary>One row a group, margins in the order given.</summary>
    public static IReadOnlyList<MarginRow> Report(IReadOnlyList<RakingMargin> margins, ReadOnlySpan<double> weights)
    {
        var rows = new List<MarginRow>();
        foreach (var margin in margins)
        {
            var sums = new double[margin.Groups.Count];
            var counts = new int[margin.Groups.Count];
            for (var r = 0; r < weights.Length; r++)
            {
                if (margin.Membership[r] is not (>= 0 and var group))
                    continue;
                sums[group] += weights[r];
                counts[group]++;
            }
            double known = sums.Sum(),
                population = margin.Shares.Sum();
            for (var g = 0; g < sums.Length; g++)
                rows.Add(new(margin.Name, margin.Groups[g], counts[g], margin.Shares[g] / population, known > 0 ? sums[g] / known : 0));
        }
        return rows;
    }
}
