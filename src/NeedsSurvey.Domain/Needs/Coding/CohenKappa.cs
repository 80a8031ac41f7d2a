namespace NeedsSurvey.Domain.Needs;

/// <summary>Cohen's kappa: agreement of two coders beyond chance. Source: Cohen 1960.</summary>
public static class CohenKappa
{
    /// <summary>
    /// κ = (pₒ − pₑ)/(1 − pₑ) of a square table of counts (rows: first coder's code, columns: second's). 1 = full agreement, 0 = chance;
    /// null without units, or when both coders used one and the same code throughout (nothing to agree beyond chance).
    /// </summary>
    /// <exception cref="ArgumentException">The table is not square, or a count is negative.</exception>
    public static double? Of(IReadOnlyList<IReadOnlyList<int>> table)
    {
        if (table.Any(row => row.Count != table.Count || row.Any(c => c < 0)))
            throw new ArgumentException("κ needs a square table of counts.", nameof(table));
        double n = table.Sum(row => row.Sum());
        if (n <= 0)
            return null;
        var observed = Enumerable.Range(0, table.Count).Sum(i => table[i][i]) / n;
        var expected = Enumerable.Range(0, table.Count).Sum(i => table[i].Sum() / n * (table.Sum(row => row[i]) / n));
        return 1 - expected <= 1e-12 ? null : (observed - expected) / (1 - expected);
    }
}
