namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Quartiles beside bins of which some are hidden. A quartile is a statement about how many people stand below it; it is shown only where
/// that follows from the shown bins alone, whatever the hidden ones hold.
/// </summary>
/// <param name="bins">In order, without gaps that hold a value.</param>
/// <param name="shown">One count a bin; null is hidden.</param>
/// <param name="n">Everybody in the bins.</param>
/// <param name="rule">The survey's rule.</param>
internal sealed class ShownPlaces(IReadOnlyList<NumberBin> bins, IReadOnlyList<int?> shown, int n, SmallCells rule)
{
    /// <summary>
    /// The mean of the two neighbouring values where the quantile falls between them (Hyndman &amp; Fan 1996, type 2); null where it would
    /// tell something of a hidden bin.
    /// </summary>
    /// <param name="values">Ascending, each with its number of people.</param>
    /// <param name="share">¼, ½ or ¾.</param>
    public double? Quantile(SortedDictionary<double, int> values, double share)
    {
        var place = n * share;
        var (low, high) = place == Math.Floor(place) ? ((int)place, (int)place + 1) : ((int)Math.Ceiling(place), (int)Math.Ceiling(place));
        return At(values, low) is { } below && At(values, high) is { } above ? (below + above) / 2 : null;
    }

    // The value of the person at a place, counted from 1, if it is certain in which bin they stand.
    private double? At(SortedDictionary<double, int> values, int place)
    {
        var seen = 0;
        foreach (var (value, count) in values)
        {
            if ((seen += count) < place)
                continue;
            var bin = bins.ToList().FindIndex(one => one.Holds(value));
            return shown[bin] is not null && Most(bin) < place && place <= Least(bin + 1) ? value : null;
        }
        return null;
    }

    // Fewest and most people that may stand in the bins before one, for a reader who knows the shown counts and that a hidden one is not
    // zero.
    private int Least(int before)
    {
        var (known, hiddenBefore, hiddenAfter, hidden) = Before(before);
        return known + Math.Max(hiddenBefore * Fewest, hiddenAfter > 0 ? 0 : hidden);
    }

    private int Most(int before)
    {
        var (known, hiddenBefore, hiddenAfter, hidden) = Before(before);
        return known + (hiddenBefore > 0 ? hidden - hiddenAfter * Fewest : 0);
    }

    private int Fewest => rule.ShowZero ? 1 : 0;

    private (int Known, int HiddenBefore, int HiddenAfter, int Hidden) Before(int bin) =>
        (
            shown.Take(bin).Sum(count => count ?? 0),
            shown.Take(bin).Count(count => count is null),
            shown.Skip(bin).Count(count => count is null),
            n - shown.Sum(count => count ?? 0)
        );
}
