// Turns needs, goals, pillars and their reasoned links into one Alignment (methods.md §5). Progress on
// goals is deliberately absent: coverage is a promise, and delivery is shown apart from it.
namespace NeedsSurvey.Domain.Goals;

/// <summary>Computes the alignment of goals with needs and mission.</summary>
public static class Alignments
{
    /// <summary>The analysis. Total on valid input; needs whose weights are all zero count the same.</summary>
    /// <exception cref="ArgumentException">An id is listed twice, a link names something not listed, a strength is not 0/1/3/9, or a
    /// weight or effort is negative.</exception>
    public static Alignment Of(AlignmentInput input)
    {
        AlignmentCheck.Throw(input);
        var needLinks = Counted(input.NeedLinks, l => (l.Goal, l.Need), l => l.Strength, l => l.Reason);
        var pillarLinks = Counted(input.PillarLinks, l => (l.Goal, l.Pillar), l => l.Strength, l => l.Reason);
        var weights = ShareOrEqual([.. input.Needs.Select(n => n.Weight)]);
        var effortKnown = input.Goals.Any(g => g.Effort > 0);
        var efforts = ShareOrEqual([.. input.Goals.Select(g => g.Effort ?? 0)]);

        int[][] matrix =
        [
            .. input.Needs.Select(n =>
                input.Goals.Select(g => needLinks.TryGetValue((g.Id, n.Id), out var link) ? link.Strength : 0).ToArray()
            ),
        ];
        int[] strongest = [.. matrix.Select(row => row.Length == 0 ? 0 : row.Max())];
        int[] pillars =
        [
            .. input.Goals.Select(g =>
                input.Pillars.Max(p => (int?)(pillarLinks.TryGetValue((g.Id, p.Id), out var link) ? link.Strength : 0)) ?? 0
            ),
        ];
        var totals = Qfd.GoalWeights(weights, matrix);
        if (totals.Length == 0)
            totals = new double[input.Goals.Count];
        var shares = Qfd.Shares(totals);

        var needs = input
            .Needs.Select(
                (n, i) =>
                {
                    var why = WhyUnheard(n, strongest[i]);
                    return new NeedAlignment(
                        n.Id,
                        n.Name,
                        n.Rank,
                        weights[i],
                        n.Disposition,
                        strongest[i],
                        [.. needLinks.Values.Where(l => l.Need == n.Id).OrderByDescending(l => l.Strength)],
                        why is not null,
                        why
                    );
                }
            )
            .OrderByDescending(n => n.Weight)
            .ToArray();

        var goals = input
            .Goals.Select(
                (g, j) =>
                {
                    var own = needLinks.Values.Where(l => l.Goal == g.Id).OrderByDescending(l => l.Strength).ToArray();
                    // "Column sum 0": a goal is grounded by its links, even to a need that weighs nothing today.
                    var ungrounded = own.Length == 0;
                    return new GoalAlignment(
                        g.Id,
                        g.Title,
                        totals[j],
                        shares[j],
                        efforts[j],
                        pillars[j],
                        own,
                        [.. pillarLinks.Values.Where(l => l.Goal == g.Id).OrderByDescending(l => l.Strength)],
                        ungrounded,
                        !ungrounded && input.Pillars.Count > 0 && pillars[j] < LinkStrength.Covers
                    );
                }
            )
            .OrderByDescending(g => g.QfdWeight)
            .ToArray();

        return new()
        {
            Needs = needs,
            Goals = goals,
            Coverage = Qfd.Coverage(weights, strongest),
            StrengthCoverage = Qfd.StrengthCoverage(weights, strongest),
            MissionAlignment = Mission(input, efforts, pillars, LinkStrength.Strong),
            EffortKnown = effortKnown,
            DispositionShare = needs.Length == 0 ? null : (double)needs.Count(n => n.Disposition is { HasReason: true }) / needs.Length,
            UnheardNeeds = [.. needs.Where(n => n.Unheard).Select(n => n.Id)],
            UngroundedGoals = [.. goals.Where(g => g.Ungrounded).Select(g => g.Id)],
            MissionDrift = [.. goals.Where(g => g.Drift).Select(g => g.Id)],
            WithoutReason = AlignmentCheck.WithoutReason(input),
            Sensitivity = Sensitivities.Of(input, weights, matrix, strongest, efforts, pillars, shares),
        };
    }

    /// <summary>Σ effort share × max pillar link / top; null when there is nothing to compare.</summary>
    internal static double? Mission(AlignmentInput input, double[] efforts, IReadOnlyList<int> pillars, int top) =>
        input.Goals.Count == 0 || input.Pillars.Count == 0 ? null : Math.Clamp(efforts.Zip(pillars, (e, r) => e * r / top).Sum(), 0, 1);

    private static string? WhyUnheard(AlignmentNeed need, int strongest) =>
        need.Disposition switch
        {
            null => "Nothing has been decided about it.",
            { HasReason: false } => "The decision about it has no written reason.",
            { Kind: DispositionKind.Act } when strongest < LinkStrength.Covers =>
                "The decision is to act, but no goal serves it at least moderately.",
            _ => null,
        };

    // A later link between the same two replaces an earlier one; strength 0 says "none", which is no link.
    private static Dictionary<(string, string), T> Counted<T>(
        IEnumerable<T> links,
        Func<T, (string, string)> key,
        Func<T, int> strength,
        Func<T, string?> reason
    )
    {
        var counted = new Dictionary<(string, string), T>();
        foreach (var link in links)
        {
            if (strength(link) > 0 && !string.IsNullOrWhiteSpace(reason(link)))
                counted[key(link)] = link;
            else
                counted.Remove(key(link));
        }
        return counted;
    }

    private static double[] ShareOrEqual(double[] values)
    {
        var total = values.Sum();
        return [.. values.Select(v => total > 0 ? v / total : 1.0 / values.Length)];
    }
}
