// When raking cannot meet its margins, people need to know which groups to merge, not that "it did not
// converge". Obvious faults are found before raking; pairs of margins that contradict each other are found exactly, by a
// maximum flow whose minimum cut names the groups; what is left is reported with the groups that are farthest off.
using System.Globalization;

namespace NeedsSurvey.Domain.Results;

internal static class RakingDiagnosis
{
    public static IReadOnlyList<RakingFault> BeforeRaking(IReadOnlyList<RakingMargin> margins, RakingCells cells)
    {
        var faults = new List<RakingFault>();
        for (var m = 0; m < margins.Count; m++)
        {
            var margin = margins[m];
            var heard = Raking.GroupSums(cells.Base, cells.Groups[m], margin.Groups.Count, out _);
            var total = margin.Shares.Sum();
            for (var g = 0; g < heard.Length; g++)
            {
                if (margin.Shares[g] > 0 && heard[g] <= 0)
                    faults.Add(
                        Fault(
                            RakingFaultKind.EmptyGroup,
                            margin,
                            [g],
                            heard,
                            $"Nobody answered from “{margin.Groups[g]}” ({margin.Name}), which is {Percent(margin.Shares[g] / total)} "
                                + "of the community."
                        )
                    );
                else if (margin.Shares[g] <= 0 && heard[g] > 0)
                    faults.Add(
                        Fault(
                            RakingFaultKind.GroupOutsidePopulation,
                            margin,
                            [g],
                            heard,
                            $"People answered from “{margin.Groups[g]}” ({margin.Name}), but its share of the community is set to 0. "
                                + "Set its share, or merge it."
                        )
                    );
            }
        }
        return faults;
    }

    public static IReadOnlyList<RakingFault> AfterRaking(
        IReadOnlyList<RakingMargin> margins,
        RakingCells cells,
        double[][] targets,
        double[] weights
    )
    {
        var faults = new List<RakingFault>();
        for (var a = 0; a < margins.Count; a++)
        for (var b = a + 1; b < margins.Count; b++)
            Contradiction(a, b);
        if (faults.Count > 0)
            return faults;

        // No two margins contradict each other outright: name, in each margin, the groups whose people are pushed hardest.
        for (var m = 0; m < margins.Count; m++)
        {
            var heard = Raking.GroupSums(cells.Base, cells.Groups[m], targets[m].Length, out var known);
            var reached = Raking.GroupSums(weights, cells.Groups[m], targets[m].Length, out var reachedKnown);
            var off = Enumerable
                .Range(0, targets[m].Length)
                .Where(g => Math.Abs(reached[g] / reachedKnown - targets[m][g]) > Raking.Tolerance)
                .ToArray();
            var squeezed = Squeezed(cells, m, weights);
            int[] concerned = [.. off.Union(squeezed).Order()];
            if (concerned.Length == 0)
                continue;
            var smallest = concerned.MinBy(g => heard[g] / known);
            faults.Add(
                Fault(
                    RakingFaultKind.NotConverged,
                    margins[m],
                    [smallest],
                    heard,
                    $"The weights for {margins[m].Name} do not settle: too few people in “{margins[m].Groups[smallest]}” belong to the "
                        + "groups that the other margins ask for."
                )
            );
        }
        return faults;

        void Contradiction(int a, int b)
        {
            int rows = targets[a].Length,
                columns = targets[b].Length;
            var meets = new bool[rows, columns];
            for (var c = 0; c < cells.Base.Length; c++)
            {
                // Where somebody did not say, each margin applies to other people, so the two need not contradict each other.
                if (cells.Base[c] <= 0)
                    continue;
                if (cells.Groups[a][c] < 0 || cells.Groups[b][c] < 0)
                    return;
                meets[cells.Groups[a][c], cells.Groups[b][c]] = true;
            }
            if (TransportCut.Find(targets[a], targets[b], meets) is not { } cut)
                return;
            var (first, second) = (margins[a], margins[b]);
            var heardFirst = Raking.GroupSums(cells.Base, cells.Groups[a], rows, out _);
            var heardSecond = Raking.GroupSums(cells.Base, cells.Groups[b], columns, out _);
            var sentence =
                $"Everybody who answered from {Names(first, cut.Rows)} ({first.Name}) is in {Names(second, cut.Columns)} "
                + $"({second.Name}), but these are "
                + $"{Percent(cut.Rows.Sum(r => targets[a][r]))} and {Percent(cut.Columns.Sum(c => targets[b][c]))} of the community, "
                + "so no weights can meet both.";
            faults.Add(Fault(RakingFaultKind.IncompatibleZeros, first, cut.Rows, heardFirst, sentence));
            faults.Add(Fault(RakingFaultKind.IncompatibleZeros, second, cut.Columns, heardSecond, sentence));
        }
    }

    private static IEnumerable<int> Squeezed(RakingCells cells, int margin, double[] weights)
    {
        var average = weights.Sum() / cells.Base.Sum();
        for (var c = 0; c < weights.Length; c++)
            if (cells.Base[c] > 0 && cells.Groups[margin][c] >= 0 && weights[c] / cells.Base[c] < Raking.Vanishing * average)
                yield return cells.Groups[margin][c];
    }

    // The proposal: the groups concerned plus the nearest group (in natural order) outside them from which somebody answered.
    private static RakingFault Fault(RakingFaultKind kind, RakingMargin margin, int[] groups, double[] heard, string what)
    {
        var partner = Enumerable
            .Range(0, heard.Length)
            .Where(g => !groups.Contains(g) && heard[g] > 0)
            .OrderBy(g => groups.Min(own => Math.Abs(own - g)))
            .Select(g => (int?)g)
            .FirstOrDefault();
        int[] merge = [.. groups.Concat(partner is { } p ? [p] : []).Order()];
        var advice =
            merge.Length > 1 ? $" Merge {Names(margin, merge)} into one group, or leave out this margin." : " Leave out this margin.";
        return new(kind, margin.Name, [.. groups.Select(g => margin.Groups[g])], [.. merge.Select(g => margin.Groups[g])], what + advice);
    }

    private static string Names(RakingMargin margin, IReadOnlyList<int> groups)
    {
        string[] names = [.. groups.Select(g => $"“{margin.Groups[g]}”")];
        return names.Length == 1 ? names[0] : string.Join(", ", names[..^1]) + " and " + names[^1];
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");
}
