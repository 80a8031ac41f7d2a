namespace NeedsSurvey.Domain.Needs;

/// <summary>Kendall's rank correlation with ties. Source: Kendall 1945.</summary>
public static class KendallTau
{
    /// <summary>
    /// τ-b = (C − D) / √((n₀ − n₁)(n₀ − n₂)): 1 same order, −1 reversed; null when either side has no order (all tied, or fewer than two).
    /// </summary>
    /// <param name="x">One value an item, e.g. its rank in the first order.</param>
    /// <param name="y">Its value in the second, same length.</param>
    public static double? B(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException("Both orders need one value an item.", nameof(y));
        long balance = 0,
            untiedX = 0,
            untiedY = 0;
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = i + 1; j < x.Length; j++)
            {
                int a = x[i].CompareTo(x[j]),
                    b = y[i].CompareTo(y[j]);
                balance += a * b;
                if (a != 0)
                    untiedX++;
                if (b != 0)
                    untiedY++;
            }
        }
        return untiedX == 0 || untiedY == 0 ? null : balance / Math.Sqrt((double)untiedX * untiedY);
    }
}
