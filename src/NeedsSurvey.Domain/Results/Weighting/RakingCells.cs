namespace NeedsSurvey.Domain.Results;

/// <summary>Respondents collapsed to the combinations of groups that occur.</summary>
/// <param name="CellOf">Index of each respondent's cell.</param>
/// <param name="Groups">For each margin, each cell's group (−1 unknown).</param>
/// <param name="Base">Sum of base weights in each cell.</param>
/// <param name="People">Respondents in each cell whose base weight is above zero.</param>
internal sealed record RakingCells(int[] CellOf, short[][] Groups, double[] Base, int[] People)
{
    public static RakingCells Of(IReadOnlyList<RakingMargin> margins, int people, ReadOnlySpan<double> baseWeights)
    {
        // Refined margin by margin: a cell so far plus a group of the next margin is a new cell. Numbers stay dense, so the
        // table of new numbers is never larger than cells × groups, however many margins there are.
        var cellOf = new int[people];
        var cells = 1;
        foreach (var margin in margins)
        {
            var width = margin.Groups.Count + 1;
            var number = new Dictionary<long, int>();
            var dense = (long)cells * width <= 1 << 20 ? new int[cells * width] : null;
            var next = 0;
            for (var r = 0; r < people; r++)
            {
                var key = (long)cellOf[r] * width + margin.Membership[r] + 1;
                if (dense is not null)
                {
                    ref var slot = ref dense[key];
                    if (slot == 0)
                        slot = ++next;
                    cellOf[r] = slot - 1;
                }
                else
                {
                    if (!number.TryGetValue(key, out var found))
                        number[key] = found = next++;
                    cellOf[r] = found;
                }
            }
            cells = next;
        }

        var groups = new short[margins.Count][];
        for (var m = 0; m < margins.Count; m++)
        {
            groups[m] = new short[cells];
            for (var r = 0; r < people; r++)
                groups[m][cellOf[r]] = margins[m].Membership[r];
        }
        var sums = new double[cells];
        var counts = new int[cells];
        for (var r = 0; r < people; r++)
        {
            var weight = baseWeights.IsEmpty ? 1 : baseWeights[r];
            sums[cellOf[r]] += weight;
            if (weight > 0)
                counts[cellOf[r]]++;
        }
        return new(cellOf, groups, sums, counts);
    }
}
