// How much noise a count gets. The table is worked out once, at start, from three wishes (bound, variance, no bias)
// and has no other choice in it: of all laws that fulfil them, maximum entropy is the one that says least about the true count.

using System.Globalization;
using System.Text;

namespace NeedsSurvey.Domain.Results;

/// <summary>
/// p(noise | count): whole numbers from −bound to bound, mean exactly 0, variance as given, never below zero in total; zero has no noise.
/// For each count 1…bound its own row, above the last one. Rows are parts per million, so that the mean is exactly 0 and everybody can
/// check the table. Sources: Fraser &amp; Wooton 2005; Marley &amp; Leaver 2011; Giessing 2016 (maximum entropy).
/// </summary>
public sealed class NoiseLaw
{
    /// <summary>The parts of a row.</summary>
    public const int Parts = 1_000_000;

    private readonly int[][] rows;
    private readonly int[][] cumulative;

    /// <param name="bound">The largest noise, 1…20.</param>
    /// <param name="variance">Above 0; at most what the row of count 1 can carry (its noise lies between −1 and the bound): the bound
    /// itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">No law has this bound and variance.</exception>
    public NoiseLaw(int bound = 5, double variance = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bound, 20);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(variance, bound);
        (Bound, Variance) = (bound, variance);
        rows = [.. Enumerable.Range(0, bound + 1).Select(Row)];
        cumulative = [.. rows.Select(row => row.Select((_, i) => row.Take(i + 1).Sum()).ToArray())];
    }

    /// <summary>Bound 5, variance 2.</summary>
    public static NoiseLaw Default { get; } = new();

    /// <summary>The largest noise.</summary>
    public int Bound { get; }

    /// <summary>The variance wished for; rounding to parts per million moves it by less than 10⁻⁴.</summary>
    public double Variance { get; }

    /// <summary>p(noise | count).</summary>
    public double Probability(int noise, int count) =>
        Math.Abs(noise) > Bound ? 0 : rows[Math.Min(count, Bound)][noise + Bound] / (double)Parts;

    /// <summary>The same in parts per million, whole.</summary>
    public int PerMillion(int noise, int count) => Math.Abs(noise) > Bound ? 0 : rows[Math.Min(count, Bound)][noise + Bound];

    /// <summary>The noise that mixed bits choose for a count.</summary>
    /// <param name="count">The true count.</param>
    /// <param name="bits">From the cell's key, mixed.</param>
    public int Noise(int count, ulong bits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
            return 0;
        var at = (int)Math.BigMul(bits, Parts, out _);
        var row = cumulative[Math.Min(count, Bound)];
        var noise = 0;
        while (row[noise] <= at)
            noise++;
        return noise - Bound;
    }

    /// <summary>The table as Markdown: a row a count, probabilities in parts per million.</summary>
    public string Table()
    {
        var text = new StringBuilder("| count |");
        for (var d = -Bound; d <= Bound; d++)
            text.Append(CultureInfo.InvariantCulture, $" {(d < 0 ? "−" : d > 0 ? "+" : "")}{Math.Abs(d)} |");
        text.Append("\n|---|").Insert(text.Length, "---|", (2 * Bound) + 1).Append('\n');
        for (var count = 1; count <= Bound; count++)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {(count == Bound ? $"{count} and more" : count)} |");
            foreach (var part in rows[count])
                text.Append(CultureInfo.InvariantCulture, $" {part} |");
            text.Append('\n');
        }
        return text.ToString();
    }

    private int[] Row(int count)
    {
        var row = new int[(2 * Bound) + 1];
        if (count == 0)
        {
            row[Bound] = Parts;
            return row;
        }
        var exact = MaximumEntropy(-Math.Min(count, Bound), Bound, Variance);
        var low = -Math.Min(count, Bound);
        for (var i = 0; i < exact.Length; i++)
            row[i + low + Bound] = (int)Math.Round(exact[i] * Parts);
        // Whole parts: the mean is set to exactly 0 by the neighbours of 0, the total by 0 itself.
        var lean = 0;
        for (var d = -Bound; d <= Bound; d++)
            lean += d * row[d + Bound];
        row[Bound - Math.Sign(lean)] += Math.Abs(lean);
        row[Bound] += Parts - row.Sum();
        return row;
    }

    // Maximum entropy with two moments given is p(d) ∝ exp(αd + βd²); α and β by Newton's method on the convex dual, with halved steps.
    private static double[] MaximumEntropy(int low, int high, double variance)
    {
        double alpha = 0,
            beta = -1 / (2 * variance);
        for (var round = 0; round < 500; round++)
        {
            var p = Exponential(low, high, alpha, beta);
            double m1 = 0,
                m2 = 0,
                m3 = 0,
                m4 = 0;
            for (var i = 0; i < p.Length; i++)
            {
                double d = low + i;
                m1 += p[i] * d;
                m2 += p[i] * d * d;
                m3 += p[i] * d * d * d;
                m4 += p[i] * d * d * d * d;
            }
            double g1 = m1,
                g2 = m2 - variance;
            if (Math.Abs(g1) + Math.Abs(g2) < 1e-13)
                return p;
            double h11 = m2 - (m1 * m1),
                h12 = m3 - (m1 * m2),
                h22 = m4 - (m2 * m2),
                det = (h11 * h22) - (h12 * h12);
            double da = ((h22 * g1) - (h12 * g2)) / det,
                db = ((h11 * g2) - (h12 * g1)) / det;
            var step = 1.0;
            while (step > 1e-9 && Dual(alpha - (step * da), beta - (step * db)) > Dual(alpha, beta))
                step /= 2;
            (alpha, beta) = (alpha - (step * da), beta - (step * db));
        }
        return Exponential(low, high, alpha, beta);

        double Dual(double a, double b)
        {
            double sum = 0;
            for (var d = low; d <= high; d++)
                sum += Math.Exp((a * d) + (b * d * d));
            return Math.Log(sum) - (b * variance);
        }
    }

    private static double[] Exponential(int low, int high, double alpha, double beta)
    {
        double[] p = [.. Enumerable.Range(low, high - low + 1).Select(d => Math.Exp((alpha * d) + (beta * d * d)))];
        var sum = p.Sum();
        return [.. p.Select(x => x / sum)];
    }
}
