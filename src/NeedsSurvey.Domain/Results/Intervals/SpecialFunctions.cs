// Clopper–Pearson needs beta quantiles, and the base class library has none. Three short functions are
// cheaper to read and audit than a numerics package. Nothing else belongs here.
namespace NeedsSurvey.Domain.Results;

/// <summary>Log-gamma, the regularised incomplete beta function and its inverse, each good to about 1e-13.</summary>
public static class SpecialFunctions
{
    // Stirling's series for ln Γ, applied from 15 upwards: B(2k)/(2k(2k−1)), k = 1…7.
    private static readonly double[] Stirling = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156];

    /// <summary>ln Γ(x) for x &gt; 0: the recurrence up to 15, then Stirling's series (Abramowitz &amp; Stegun 6.1.41).</summary>
    public static double LogGamma(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        var shift = 0.0;
        for (; x < 15; x++)
            shift += Math.Log(x);
        var series = 0.0;
        var power = 1 / x;
        foreach (var coefficient in Stirling)
        {
            series += coefficient * power;
            power /= x * x;
        }
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + series - shift;
    }

    /// <summary>
    /// Regularised incomplete beta I_x(a, b): P(Beta(a, b) ≤ x), by its continued fraction (Abramowitz &amp; Stegun 26.5.8).
    /// </summary>
    public static double RegularizedBeta(double x, double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        // The fraction converges fast only below the mean; above it, use the symmetry I_x(a,b) = 1 − I_{1−x}(b,a).
        if (x > (a + 1) / (a + b + 2))
            return 1 - RegularizedBeta(1 - x, b, a);
        var logFront = LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * Math.Log(1 - x);
        return Math.Exp(logFront) * Fraction(x, a, b) / a;
    }

    /// <summary>The x with P(Beta(a, b) ≤ x) = <paramref name="p"/>, by bisection: slow, certain, and good to the last bits.</summary>
    public static double BetaQuantile(double p, double a, double b)
    {
        if (p is < 0 or > 1)
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
        double low = 0,
            high = 1;
        for (var step = 0; step < 200 && high - low > 1e-15; step++)
        {
            var middle = (low + high) / 2;
            if (RegularizedBeta(middle, a, b) < p)
                low = middle;
            else
                high = middle;
        }
        return (low + high) / 2;
    }

    // Modified Lentz evaluation: keeps numerator and denominator ratios away from zero.
    private static double Fraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        double Safe(double value) => Math.Abs(value) < tiny ? tiny : value;

        var c = 1.0;
        var d = 1 / Safe(1 - (a + b) * x / (a + 1));
        var result = d;
        for (var m = 1; m <= 10_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / Safe(1 + even * d);
            c = Safe(1 + even / c);
            result *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / Safe(1 + odd * d);
            c = Safe(1 + odd / c);
            var delta = d * c;
            result *= delta;
            if (Math.Abs(delta - 1) < 1e-15)
                break;
        }
        return result;
    }
}
