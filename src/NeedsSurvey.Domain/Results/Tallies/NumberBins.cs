using System.Globalization;

namespace NeedsSurvey.Domain.Results;

/// <summary>A bar of a histogram.</summary>
/// <param name="Low">Included; −∞ for a bar that is open below.</param>
/// <param name="High">Included where <paramref name="Whole"/>, else not; ∞ for a bar that is open above.</param>
/// <param name="Whole">The values are whole numbers.</param>
public readonly record struct NumberBin(double Low, double High, bool Whole)
{
    /// <summary>A bar of one value.</summary>
    public static NumberBin At(double value) => new(value, Math.BitIncrement(value), false);

    /// <summary>Whether a value belongs to it.</summary>
    public bool Holds(double value) => value >= Low && (Whole ? value <= High : value < High);

    /// <summary>Whether it holds one value only.</summary>
    public bool IsPoint => Whole ? Low == High : High == Math.BitIncrement(Low);

    /// <summary>For a bar that has its upper end too.</summary>
    public bool IsClosed { get; init; }

    /// <summary>"3", "0–4", "2.5 to under 5", "2.5 to 5"; the ends as decimal text without rounding.</summary>
    public string Label => Said(Text, "–");

    /// <summary>The same for people: "−9 to −7", "100,000–199,999".</summary>
    public string Words => Said(Grouped, Low < 0 ? " to " : "–");

    private string Said(Func<double, string> text, string to)
    {
        if (double.IsInfinity(Low))
            return Whole ? $"{text(High)} or less" : $"under {text(High)}";
        if (double.IsInfinity(High))
            return $"{text(Low)} or more";
        if (IsPoint)
            return text(Low);
        if (Whole)
            return text(Low) + to + text(High);
        return IsClosed ? $"{text(Low)} to {text(Math.BitDecrement(High))}" : $"{text(Low)} to under {text(High)}";
    }

    // Four digits may be a year.
    private static string Grouped(double value) =>
        Math.Abs(value) is >= 10_000 and < 1e15 && value == Math.Floor(value)
            ? value.ToString("#,0", CultureInfo.InvariantCulture).Replace('-', '−')
            : Text(value);

    // The shortest text that reads back as the same number, without an exponent where decimal can hold it.
    private static string Text(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var plain = decimal.TryParse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && (double)exact == value;
        return (plain ? exact.ToString(CultureInfo.InvariantCulture) : shortest).Replace('-', '−');
    }
}

/// <summary>
/// Cuts values into bars of one width, with round ends. Every end is a whole multiple of the width worked out in decimal and only then read
/// as a number, just as answers are: an answer "0.3" is in the bar that begins at 0.3, although 3 × 0.1 in binary is above 0.3.
/// </summary>
public static class NumberBins
{
    // Whole numbers beyond are no longer told apart by a double.
    private const double MostExact = 9_007_199_254_740_992;

    /// <param name="values">Finite values that occur; order and repetition do not matter.</param>
    /// <param name="most">At most so many bars (one more where the first value lies within a bar).</param>
    /// <param name="isWhole">Whether values are whole numbers; null where these values tell.</param>
    public static IReadOnlyList<NumberBin> Of(IEnumerable<double> values, int most, bool? isWhole = null)
    {
        var (low, high, whole, any) = (double.MaxValue, double.MinValue, true, false);
        foreach (var value in values)
        {
            (low, high, any) = (Math.Min(low, value), Math.Max(high, value), true);
            whole &= value == Math.Floor(value) && Math.Abs(value) < MostExact;
        }
        if (!any)
            return [];
        whole = isWhole ?? whole;
        // "-0" is 0.
        (low, high) = (low + 0.0, high + 0.0);
        // A scale of 0 to 10 has eleven points and is shown point by point.
        if (whole && high - low <= most)
            return [.. Enumerable.Range(0, (int)(high - low) + 1).Select(i => new NumberBin(low + i, low + i, true))];
        if (Step.AtLeast((high - low) / most, whole) is not { } step || Math.Max(Math.Abs(low), Math.Abs(high)) / step.Edge(1) >= MostExact)
            return [new(low, whole ? high : Math.BitIncrement(high), whole)];
        var (first, last) = (step.IndexOf(low), step.IndexOf(high));
        // A greatest value that would begin a bar of its own, with room for what nobody can say, belongs to the bar before it.
        var closes = !whole && last > first && step.Edge(last) == high;
        return [.. Enumerable.Range(0, (int)(last - first) + (closes ? 0 : 1)).Select(i => Bar(first + i))];

        NumberBin Bar(long at)
        {
            if (closes && at == last - 1)
                return new(step.Edge(at), Math.BitIncrement(high), whole) { IsClosed = true };
            return new(step.Edge(at), whole ? step.Edge(at + 1) - 1 : step.Edge(at + 1), whole);
        }
    }

    /// <summary>The same bars without an end below the first and above the last.</summary>
    /// <param name="least">The least value that there can be: a first bar that holds it begins there.</param>
    public static IReadOnlyList<NumberBin> Open(IReadOnlyList<NumberBin> bins, double? least = null) =>
        [
            .. bins.Select(
                (bin, i) =>
                    bin with
                    {
                        Low =
                            i > 0 ? bin.Low
                            : least is { } lowest && bin.Holds(lowest) ? lowest
                            : double.NegativeInfinity,
                        High = i == bins.Count - 1 ? double.PositiveInfinity : bin.High,
                    }
            ),
        ];

    /// <summary>A width of 1, 2, 2.5 or 5 times a power of ten, exactly: <paramref name="Digits"/> · 10^<paramref
    /// name="Exponent"/>.</summary>
    private readonly record struct Step(int Digits, int Exponent)
    {
        private static readonly (int Digits, int Shift)[] Sizes = [(1, 0), (2, 0), (25, -1), (5, 0), (1, 1), (2, 1)];

        /// <summary>The next round width; null where there is none (all values alike, or not finite).</summary>
        public static Step? AtLeast(double width, bool whole)
        {
            if (!(width > 0) || !double.IsFinite(width))
                return null;
            var power = (int)Math.Floor(Math.Log10(width));
            // A width that is above a round one by the error of one division only is that round one.
            foreach (var (digits, shift) in Sizes)
            {
                // Whole numbers are not cut at 2.5.
                var step = whole && power + shift < 0 ? new Step(3, 0) : new Step(digits, power + shift);
                if (step.Edge(1) >= width * (1 - 1e-12))
                    return step;
            }
            return null;
        }

        /// <summary>The number nearest to so many widths.</summary>
        public double Edge(long times) =>
            double.Parse(string.Create(CultureInfo.InvariantCulture, $"{times * Digits}E{Exponent}"), CultureInfo.InvariantCulture);

        /// <summary>How many whole widths lie at or below a value.</summary>
        public long IndexOf(double value)
        {
            var index = (long)Math.Floor(value / Edge(1));
            while (Edge(index + 1) <= value)
                index++;
            while (Edge(index) > value)
                index--;
            return index;
        }
    }
}
