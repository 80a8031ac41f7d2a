// 9 for "strong" is a convention. Recomputing with 5 shows which conclusions hang on it, in sentences.
using System.Globalization;

namespace NeedsSurvey.Domain.Goals;

/// <summary>Recomputes an alignment with strengths 1-3-5 and says what changes.</summary>
internal static class Sensitivities
{
    private const int Top = 5;

    public static Sensitivity Of(
        AlignmentInput input,
        double[] weights,
        int[][] matrix,
        int[] strongest,
        double[] efforts,
        int[] pillars,
        double[] shares
    )
    {
        int[][] softer = [.. matrix.Select(row => row.Select(LinkStrength.OneThreeFive).ToArray())];
        var totals = Qfd.GoalWeights(weights, softer);
        var softerShares = totals.Length == 0 ? new double[input.Goals.Count] : Qfd.Shares(totals);
        return new(
            [.. input.Goals.Select((g, j) => new GoalShare(g.Id, softerShares[j])).OrderByDescending(g => g.Share)],
            Qfd.StrengthCoverage(weights, [.. strongest.Select(LinkStrength.OneThreeFive)], Top),
            Alignments.Mission(input, efforts, [.. pillars.Select(LinkStrength.OneThreeFive)], Top),
            [.. Changes(input.Goals, shares, softerShares)]
        );
    }

    private static IEnumerable<string> Changes(IReadOnlyList<AlignmentGoal> goals, double[] before, double[] after)
    {
        for (var a = 0; a < goals.Count; a++)
        {
            for (var b = 0; b < goals.Count; b++)
            {
                if (before[a] > before[b] + 1e-12 && after[a] < after[b] - 1e-12)
                    yield return $"“{goals[b].Title}” would come before “{goals[a].Title}”.";
            }
        }
        for (var g = 0; g < goals.Count; g++)
        {
            if (Math.Abs(before[g] - after[g]) >= 0.05)
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"The share of “{goals[g].Title}” would be {100 * after[g]:0} % instead of {100 * before[g]:0} %."
                );
        }
    }
}
