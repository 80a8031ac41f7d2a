namespace NeedsSurvey.Domain.Results;

/// <summary>A figure with how precise it is.</summary>
/// <param name="Value">The (weighted) mean, share, total or ratio.</param>
/// <param name="StandardError">Linearised standard error, in the unit of the value.</param>
/// <param name="DegreesOfFreedom">Units less strata, among those that hold somebody who counts; 0 or less: no interval.</param>
/// <param name="N">People who count, unweighted.</param>
public readonly record struct Estimate(double Value, double StandardError, int DegreesOfFreedom, int N)
{
    /// <summary>Value ± t · standard error (Student's t): for means, totals and ratios; for shares see <see
    /// cref="ShareIntervals"/>.</summary>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <returns>Null where one unit or none stands behind the figure.</returns>
    public Interval? WithT(double confidence = 0.95)
    {
        if (DegreesOfFreedom < 1)
            return null;
        var half = StandardError * StudentT.Quantile((1 + confidence) / 2, DegreesOfFreedom);
        return new(Value - half, Value + half);
    }
}
