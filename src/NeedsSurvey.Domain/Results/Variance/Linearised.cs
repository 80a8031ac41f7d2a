// Standard errors that hold with strata, clusters, weights and raking. Each figure is a smooth function of sums; the
// variance of a sum is known for every such draw, and to first order a figure varies as the sum of each person's influence on it.
namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Means, shares, totals and ratios with standard errors by Taylor linearisation, as R's package survey computes them (svymean, svytotal,
/// svyratio; one stage, ultimate clusters). NaN marks people outside: not asked, no answer, or outside the group (subpopulation) looked at.
/// They stay part of the draw, so that a group's figure has the standard error of a group whose size is itself an outcome.
/// Sources: Woodruff 1971; Wolter 2007, "Introduction to Variance Estimation"; Lumley 2010, "Complex Surveys".
/// </summary>
public static class Linearised
{
    /// <summary>Σwy/Σw over people with a value. Influence: (y − mean)/Σw.</summary>
    /// <param name="plan">How people were drawn.</param>
    /// <param name="values">One a respondent, NaN outside.</param>
    /// <returns>Null where nobody has a value.</returns>
    /// <exception cref="ArgumentException">Not one value a respondent, or an infinite one.</exception>
    public static Estimate? Mean(SamplePlan plan, ReadOnlySpan<double> values)
    {
        var ones = new double[values.Length];
        Array.Fill(ones, 1);
        return Ratio(plan, values, ones);
    }

    /// <summary>Σw over people who say yes / Σw over those who say yes or no: the mean of ones and zeros.</summary>
    /// <inheritdoc cref="Mean" path="/returns"/>
    /// <exception cref="ArgumentException">Not one value a respondent, or one that is not 1, 0 or NaN.</exception>
    public static Estimate? Share(SamplePlan plan, ReadOnlySpan<double> yes)
    {
        foreach (var value in yes)
            if (value is not (0 or 1) && !double.IsNaN(value))
                throw new ArgumentException("A share is over ones, zeros and NaN.", nameof(yes));
        return Mean(plan, yes);
    }

    /// <summary>Σwy: needs weights that say how many people each stands for. Influence: y, and 0 outside.</summary>
    /// <inheritdoc cref="Mean" path="/returns|/exception"/>
    public static Estimate? Total(SamplePlan plan, ReadOnlySpan<double> values)
    {
        Check(plan, values);
        var influence = new double[values.Length];
        var (total, n) = (0.0, 0);
        for (var r = 0; r < values.Length; r++)
        {
            if (double.IsNaN(values[r]))
                continue;
            n++;
            influence[r] = values[r];
            total += plan.Weights[r] * values[r];
        }
        return n == 0 ? null : new(total, Math.Sqrt(Variance(plan, influence)), DegreesOfFreedom(plan, values), n);
    }

    /// <summary>Σwy/Σwx over people with both. Influence: (y − ratio·x)/Σwx.</summary>
    /// <returns>Null where nobody has both, or Σwx is 0.</returns>
    /// <inheritdoc cref="Mean" path="/exception"/>
    public static Estimate? Ratio(SamplePlan plan, ReadOnlySpan<double> above, ReadOnlySpan<double> below)
    {
        Check(plan, above);
        Check(plan, below);
        var both = new double[above.Length];
        var (sum, weight, n) = (0.0, 0.0, 0);
        for (var r = 0; r < above.Length; r++)
        {
            both[r] = above[r] + below[r];
            if (double.IsNaN(both[r]))
                continue;
            n++;
            sum += plan.Weights[r] * above[r];
            weight += plan.Weights[r] * below[r];
        }
        if (n == 0 || weight == 0)
            return null;
        var ratio = sum / weight;
        var influence = new double[above.Length];
        for (var r = 0; r < above.Length; r++)
            if (!double.IsNaN(both[r]))
                influence[r] = (above[r] - ratio * below[r]) / weight;
        return new(ratio, Math.Sqrt(Variance(plan, influence)), DegreesOfFreedom(plan, both), n);
    }

    /// <summary>
    /// Variance of Σw·u: Σ over strata of (1 − drawn)·n/(n−1)·Σ(z − mean z)², z a unit's sum of w·u (of its residual where weights are
    /// raked).
    /// </summary>
    /// <param name="plan">How people were drawn.</param>
    /// <param name="influence">u, one a respondent; 0 outside.</param>
    public static double Variance(SamplePlan plan, ReadOnlySpan<double> influence)
    {
        return OfTotals(plan, UnitTotals(plan, influence));
    }

    /// <summary>The same from each unit's sum.</summary>
    internal static double OfTotals(SamplePlan plan, double[] totals)
    {
        var means = new double[plan.Strata];
        for (var unit = 0; unit < totals.Length; unit++)
            means[plan.StratumOf[unit]] += totals[unit] / plan.UnitsIn[plan.StratumOf[unit]];
        var variance = 0.0;
        for (var unit = 0; unit < totals.Length; unit++)
        {
            var stratum = plan.StratumOf[unit];
            var n = plan.UnitsIn[stratum];
            // A stratum heard in full leaves nothing to estimate, also where it holds a single unit.
            if (plan.Drawn[stratum] >= 1)
                continue;
            variance += (1 - plan.Drawn[stratum]) * n / (n - 1) * (totals[unit] - means[stratum]) * (totals[unit] - means[stratum]);
        }
        return variance;
    }

    /// <summary>Each unit's sum of w·u, u its people's influence (their residuals where weights are raked).</summary>
    internal static double[] UnitTotals(SamplePlan plan, ReadOnlySpan<double> influence)
    {
        var own = plan.Residuals is { } raked ? raked.Of(influence) : influence;
        var totals = new double[plan.Units];
        for (var r = 0; r < own.Length; r++)
            totals[plan.UnitOf[r]] += plan.Weights[r] * own[r];
        return totals;
    }

    // Units and strata that hold somebody inside.
    private static int DegreesOfFreedom(SamplePlan plan, ReadOnlySpan<double> values)
    {
        var units = new bool[plan.Units];
        var strata = new bool[plan.Strata];
        for (var r = 0; r < values.Length; r++)
        {
            if (double.IsNaN(values[r]))
                continue;
            units[plan.UnitOf[r]] = true;
            strata[plan.StratumOf[plan.UnitOf[r]]] = true;
        }
        return units.Count(inside => inside) - strata.Count(inside => inside);
    }

    private static void Check(SamplePlan plan, ReadOnlySpan<double> values)
    {
        if (values.Length != plan.People)
            throw new ArgumentException("One value a respondent of the plan.", nameof(values));
        foreach (var value in values)
            if (double.IsInfinity(value))
                throw new ArgumentException("A value is a number, or NaN outside.", nameof(values));
    }
}
