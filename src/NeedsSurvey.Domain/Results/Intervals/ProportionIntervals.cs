// The textbook intervals for a share. Which one a page prints is ShareIntervals' business; whether one may be printed
// at all is DesignPrecision's.
namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Confidence intervals for a proportion. Counts may be fractional (effective counts under weights). All results are shares in
/// [0, 1]. Sources: Wilson 1927; Agresti &amp; Coull 1998; Clopper &amp; Pearson 1934; compared in Newcombe 1998.
/// </summary>
public static class ProportionIntervals
{
    /// <summary>The 0.975 quantile of the standard normal distribution: two-sided 95 %.</summary>
    public const double Z95 = 1.959963984540054;

    /// <summary>Wilson score interval: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not positive or successes lie outside 0…n.</exception>
    public static Interval Wilson(double successes, double n, double z = Z95)
    {
        Check(successes, n);
        var p = successes / n;
        var z2 = z * z;
        var centre = p + z2 / (2 * n);
        var half = z * Math.Sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        var scale = 1 + z2 / n;
        return new(Math.Max(0, (centre - half) / scale), Math.Min(1, (centre + half) / scale));
    }

    /// <summary>Agresti–Coull interval around p̃ = (x + z²/2)/(n + z²), clamped to [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not positive or successes lie outside 0…n.</exception>
    public static Interval AgrestiCoull(double successes, double n, double z = Z95)
    {
        Check(successes, n);
        var total = n + z * z;
        var p = (successes + z * z / 2) / total;
        var half = z * Math.Sqrt(p * (1 - p) / total);
        return new(Math.Max(0, p - half), Math.Min(1, p + half));
    }

    /// <summary>Clopper–Pearson ("exact") interval by beta quantiles; x and n may be effective, hence fractional.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not positive or successes lie outside 0…n.</exception>
    public static Interval ClopperPearson(double successes, double n, double confidence = 0.95)
    {
        Check(successes, n);
        var tail = (1 - confidence) / 2;
        var low = successes <= 0 ? 0 : SpecialFunctions.BetaQuantile(tail, successes, n - successes + 1);
        var high = successes >= n ? 1 : SpecialFunctions.BetaQuantile(1 - tail, successes + 1, n - successes);
        return new(low, high);
    }

    /// <summary>Half-width of the simple (Wald) interval, the "margin of error" of a poll: z√(p(1−p)/n).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not positive or p lies outside [0, 1].</exception>
    public static double MarginOfError(double p, double n, double z = Z95)
    {
        Check(p * n, n);
        return z * Math.Sqrt(p * (1 - p) / n);
    }

    /// <summary>
    /// The factor √((N − n)/(N − 1)) that narrows a margin of error when a large part of a finite community answered.
    /// 1 for a population of one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More answered than the population holds, or n is negative.</exception>
    public static double FinitePopulationFactor(double n, double population)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfLessThan(population, n);
        return population <= 1 ? 1 : Math.Sqrt((population - n) / (population - 1));
    }

    private static void Check(double successes, double n)
    {
        if (!(n > 0) || !double.IsFinite(n))
            throw new ArgumentOutOfRangeException(nameof(n), n, "A share needs at least one answer.");
        if (!(successes >= 0 && successes <= n))
            throw new ArgumentOutOfRangeException(nameof(successes), successes, "Must lie between 0 and n.");
    }
}
