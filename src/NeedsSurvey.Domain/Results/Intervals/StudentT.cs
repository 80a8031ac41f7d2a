namespace NeedsSurvey.Domain.Results;

/// <summary>Student's t distribution by the incomplete beta function (Abramowitz &amp; Stegun 26.7.1); good to about ten digits.</summary>
public static class StudentT
{
    /// <summary>The t with P(T ≤ t) = <paramref name="p"/>; .975 with 10 degrees of freedom → 2.228.</summary>
    /// <param name="p">A probability strictly between 0 and 1.</param>
    /// <param name="degreesOfFreedom">Above 0; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">Either lies outside.</exception>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        if (!(p > 0 && p < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability strictly between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        if (p < .5)
            return -Quantile(1 - p, degreesOfFreedom);
        // Above 0 the distribution function is concave, so that Newton's steps come near the quantile from below and never pass it.
        var (t, peak) = (0.0, LogPeak(degreesOfFreedom));
        for (var step = 0; step < 500; step++)
        {
            var density = Math.Exp(peak - (degreesOfFreedom + 1) / 2 * Math.Log(1 + t * t / degreesOfFreedom));
            var rest = (TwoTails(t, degreesOfFreedom) / 2 - (1 - p)) / density;
            t += rest;
            if (!(rest > 1e-14 * t))
                break;
        }
        return t;
    }

    /// <summary>P(|T| &gt; |<paramref name="t"/>|): the chance of a value farther from zero, on either side.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No degrees of freedom.</exception>
    public static double TwoTails(double t, double degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        return SpecialFunctions.RegularizedBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, .5);
    }

    // The logarithm of the density at 0.
    private static double LogPeak(double degreesOfFreedom) =>
        SpecialFunctions.LogGamma((degreesOfFreedom + 1) / 2)
        - SpecialFunctions.LogGamma(degreesOfFreedom / 2)
        - Math.Log(degreesOfFreedom * Math.PI) / 2;
}
