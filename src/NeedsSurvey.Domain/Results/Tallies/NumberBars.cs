using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>Which bars numbers are shown in, and which mean and quartiles go with them.</summary>
internal static class NumberBars
{
    private const int Most = 10;

    /// <summary>
    /// The bars. Those of true figures reach from the smallest to the largest value. Those of safe figures must not tell either, so they
    /// are cut from the question's own range, or else between the values that the k lowest and the k highest people reach, and are open
    /// below and above, but for the least value that the question allows; none where that leaves no middle.
    /// </summary>
    /// <param name="compiled">The question.</param>
    /// <param name="points">Every number that there can be, rising, where its versions list them; else empty.</param>
    /// <param name="values">Ascending.</param>
    public static IReadOnlyList<NumberBin> Of(
        CompiledItem compiled,
        IReadOnlyList<double> points,
        IReadOnlyList<KeyValuePair<double, RecordCounter>> values,
        SafeRule rule
    )
    {
        var item = compiled.Item;
        // Tenths of a scale from 0 to 1 are points like those of 0 to 10.
        if (points.Count is > 0 and <= Most + 1 && points.Any(point => point % 1 != 0) && values.All(value => points.Contains(value.Key)))
            return [.. points.Select(NumberBin.At)];
        if (rule.IsOff)
            return NumberBins.Of(values.Select(value => value.Key), Most);
        if (points.Count > 0 && values.All(value => value.Key >= points[0] && value.Key <= points[^1]))
            return NumberBins.Of(points, Most);
        var people = values.Sum(value => value.Value.True);
        if (people < 3 * rule.Threshold)
            return [];
        var (low, high) = (At(values, rule.Threshold), At(values, people - rule.Threshold + 1));
        var least = compiled.Limits.Least is { } lowest && values.All(value => value.Key >= lowest) ? lowest : default(double?);
        var bins = NumberBins.Of([low, high], Most, isWhole: item is Question { IsWhole: true });
        // A single bar that is open at both ends holds everybody, whatever they said.
        return bins.Count < 2 ? [] : NumberBins.Open(bins, least);
    }

    /// <summary>Mean and quartiles of true figures.</summary>
    /// <param name="values">Ascending; at least one person.</param>
    public static NumberSummary True(IReadOnlyList<KeyValuePair<double, RecordCounter>> values)
    {
        var n = values.Sum(value => value.Value.True);
        if (n == 0)
            return new(null, null, null, null, null, []);
        return new(values.Sum(value => value.Key * value.Value.True) / n, Quantile(.25), Quantile(.5), Quantile(.75), null, []);

        // The mean of the two neighbouring values where the quantile falls between them (Hyndman & Fan 1996, type 2).
        double Quantile(double share)
        {
            var place = n * share;
            return place == Math.Floor(place)
                ? (At(values, (int)place) + At(values, (int)place + 1)) / 2
                : At(values, (int)Math.Ceiling(place));
        }
    }

    /// <summary>Mean and quartiles that follow from the bars as they are shown.</summary>
    public static NumberSummary Shown(IReadOnlyList<NumberBin> bins, IReadOnlyList<ShownCount> counts, CountBase of)
    {
        var points = bins.Count > 0 && bins.All(bin => bin.IsPoint);
        var middle = Holder(counts, .5, of);
        return new(
            points ? ShownFigures.Mean(counts, [.. bins.Select(bin => bin.Low)], of)?.Value : null,
            Value(Holder(counts, .25, of)),
            Value(middle),
            Value(Holder(counts, .75, of)),
            middle is { } bar ? bins[bar].Label : null,
            []
        );

        double? Value(int? bar) => bar is { } at && bins[at].IsPoint ? bins[at].Low : null;
    }

    /// <summary>The bar that holds a quantile, whether the counts told in words are as small or as large as they may be.</summary>
    private static int? Holder(IReadOnlyList<ShownCount> counts, double share, CountBase of)
    {
        var few = of.Rule.Threshold - 1;
        int Least(ShownCount count) =>
            count.Kind switch
            {
                ShownCountKind.Few => 0,
                ShownCountKind.NearlyAll => Math.Max(0, of.N - few),
                _ => count.Shown!.Value,
            };
        int Greatest(ShownCount count) =>
            count.Kind switch
            {
                ShownCountKind.Few => few,
                ShownCountKind.NearlyAll => of.N,
                _ => count.Shown!.Value,
            };
        for (var bar = 0; bar < counts.Count; bar++)
        {
            var (before, behind, own) = (counts.Take(bar), counts.Skip(bar + 1), Least(counts[bar]));
            int mostBefore = before.Sum(Greatest),
                mostBehind = behind.Sum(Greatest);
            if (
                mostBefore < share * (mostBefore + own + behind.Sum(Least))
                && mostBehind < (1 - share) * (mostBehind + own + before.Sum(Least))
            )
                return bar;
        }
        return null;
    }

    // The value of the person at a place, counted from 1.
    private static double At(IReadOnlyList<KeyValuePair<double, RecordCounter>> values, int place)
    {
        var seen = 0;
        foreach (var (value, people) in values)
            if ((seen += people.True) >= place)
                return value;
        throw new ArgumentOutOfRangeException(nameof(place), "There are fewer people.");
    }
}
