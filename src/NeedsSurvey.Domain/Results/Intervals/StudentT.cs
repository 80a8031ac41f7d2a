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
        // t² / (ν + t²) is a beta variable; solved for the smaller of it and its complement, whose digits bisection keeps.
        var inside = 2 * p - 1;
        var share = SpecialFunctions.BetaQuantile(inside, .5, degreesOfFreedom / 2);
        if (share < .5)
            return Math.Sqrt(degreesOfFreedom * share / (1 - share));
        var rest = SpecialFunctions.BetaQuantile(1 - inside, degreesOfFreedom / 2, .5);
        return Math.Sqrt(degreesOfFreedom * (1 - rest) / rest);
    }

    /// <summary>P(|T| &gt; |<paramref name="t"/>|): the chance of a value farther from zero, on either side.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No degrees of freedom.</exception>
    public static double TwoTails(double t, double degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        return SpecialFunctions.RegularizedBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, .5);
    }
}
