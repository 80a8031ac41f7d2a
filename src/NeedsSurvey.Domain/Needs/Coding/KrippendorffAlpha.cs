// Agreement of any number of coders with missing codes. The coincidence matrix is built once; the three
// levels of measurement differ only in their distance between values.
using System.Diagnostics;

namespace NeedsSurvey.Domain.Needs;

/// <summary>What the codes are.</summary>
public enum MeasurementLevel
{
    Nominal,
    Ordinal,
    Interval,
}

/// <summary>Agreement and the data behind it.</summary>
/// <param name="Alpha">α; null when nothing can be compared (fewer than two units with two codes, or no variation at all).</param>
/// <param name="Units">Units with at least two codes; the others drop out.</param>
/// <param name="Codes">Codes in those units.</param>
public sealed record AlphaResult(double? Alpha, int Units, int Codes);

/// <summary>
/// Krippendorff's alpha. Source: Krippendorff 2004, Content Analysis, ch. 11; 2011, "Computing Krippendorff's alpha-reliability".
/// </summary>
public static class KrippendorffAlpha
{
    /// <summary>α = 1 − Dₒ/Dₑ: 1 = full agreement, 0 = chance, below 0 = systematic disagreement.</summary>
    /// <param name="units">For each unit the codes given to it, null where a coder gave none. The order of coders is of no
    /// consequence.</param>
    /// <param name="level">Nominal, ordinal or interval.</param>
    public static AlphaResult Of(IEnumerable<IEnumerable<double?>> units, MeasurementLevel level)
    {
        double[][] pairable = [.. units.Select(u => u.OfType<double>().ToArray()).Where(codes => codes.Length >= 2)];
        var total = pairable.Sum(codes => codes.Length);
        double[] values = [.. pairable.SelectMany(codes => codes).Distinct().Order()];
        if (values.Length < 2)
            return new(null, pairable.Length, total);

        var size = values.Length;
        var coincidence = new double[size * size];
        foreach (var codes in pairable)
        {
            var counts = new int[size];
            foreach (var code in codes)
                counts[Array.BinarySearch(values, code)]++;
            for (var c = 0; c < size; c++)
            {
                if (counts[c] == 0)
                    continue;
                for (var k = 0; k < size; k++)
                    coincidence[c * size + k] += (double)counts[c] * (counts[k] - (c == k ? 1 : 0)) / (codes.Length - 1);
            }
        }
        double[] marginal = [.. Enumerable.Range(0, size).Select(c => coincidence.AsSpan(c * size, size).ToArray().Sum())];
        double observed = 0,
            expected = 0;
        for (var c = 0; c < size; c++)
        {
            for (var k = c + 1; k < size; k++)
            {
                var distance = Distance(level, values, marginal, c, k);
                observed += coincidence[c * size + k] * distance;
                expected += marginal[c] * marginal[k] * distance;
            }
        }
        return new(1 - (total - 1) * observed / expected, pairable.Length, total);
    }

    // Squared distances δ² of Krippendorff 2011.
    private static double Distance(MeasurementLevel level, double[] values, double[] marginal, int c, int k)
    {
        switch (level)
        {
            case MeasurementLevel.Nominal:
                return 1;
            case MeasurementLevel.Ordinal:
                var between = -(marginal[c] + marginal[k]) / 2;
                for (var g = c; g <= k; g++)
                    between += marginal[g];
                return between * between;
            case MeasurementLevel.Interval:
                return (values[c] - values[k]) * (values[c] - values[k]);
            default:
                throw new UnreachableException();
        }
    }
}
