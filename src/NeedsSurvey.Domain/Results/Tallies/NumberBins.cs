using System.Globalization;

namespace NeedsSurvey.Domain.Results;

/// <summary>A bar of a histogram.</summary>
/// <param name="Low">Included.</param>
/// <param name="High">Included where <paramref name="Whole"/>, else not.</param>
/// <param name="Whole">The values are whole numbers.</param>
public readonly record struct NumberBin(double Low, double High, bool Whole)
{
    /// <summary>Whether a value belongs to it.</summary>
    public bool Holds(double value) => value >= Low && (Whole ? value <= High : value < High);

    /// <summary>"3", "0–4", "2.5 to under 5".</summary>
    public string Label => Whole && Low == High ? Text(Low) : Whole ? $"{Text(Low)}–{Text(High)}" : $"{Text(Low)} to under {Text(High)}";

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture).Replace('-', '−');
}

/// <summary>Cuts values into bars of one width, with round ends.</summary>
public static class NumberBins
{
    /// <param name="values">Values that occur; order and repetition do not matter.</param>
    /// <param name="most">At most so many bars (one more where the last value starts a bar).</param>
    public static IReadOnlyList<NumberBin> Of(IEnumerable<double> values, int most)
    {
        var (low, high, whole, any) = (double.MaxValue, double.MinValue, true, false);
        foreach (var value in values)
        {
            (low, high, any) = (Math.Min(low, value), Math.Max(high, value), true);
            whole &= value == Math.Floor(value);
        }
        if (!any) return [];
        // A scale of 0 to 10 has eleven points and is shown point by point.
        if (whole && high - low <= most) return [.. Enumerable.Range(0, (int)(high - low) + 1).Select(i => new NumberBin(low + i, low + i, true))];
        var width = Round((high - low) / most);
        if (whole) width = Math.Max(1, Math.Ceiling(width));
        if (!(width > 0) || !double.IsFinite(width)) return [new(low, whole ? high : Math.BitIncrement(high), whole)];
        var start = Math.Floor(low / width);
        var bars = (int)Math.Min(most + 2, Math.Floor(high / width) - start + 1);
        return [.. Enumerable.Range(0, bars).Select(i => new NumberBin((start + i) * width, whole ? (start + i + 1) * width - 1 : (start + i + 1) * width, whole))];
    }

    // The next of 1, 2, 2.5, 5, 10 times a power of ten.
    private static double Round(double width)
    {
        if (!(width > 0)) return 0;
        var power = Math.Pow(10, Math.Floor(Math.Log10(width)));
        foreach (var step in new[] { 1, 2, 2.5, 5, 10 })
            if (step * power >= width) return step * power;
        return 10 * power;
    }
}
