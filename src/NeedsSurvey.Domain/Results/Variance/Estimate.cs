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
    /// <param name="step">
    /// Distance between neighbouring answers, e.g. 1 for the points of a scale; 0 where they are continuous. Means of few such answers
    /// jump by step/n, and half a jump is added on both sides (continuity correction): without it 8 answers on a scale cover 93.5 %
    /// instead of 95.
    /// </param>
    /// <returns>
    /// Null where one unit or none stands behind the figure, or its standard error is 0: everybody was heard, or all answers are alike
    /// (which does not say that all others' are; say so instead of a range of no width).
    /// </returns>
    public Interval? WithT(double confidence = 0.95, double step = 0)
    {
        if (DegreesOfFreedom < 1 || !(StandardError > 0))
            return null;
        var half = StandardError * StudentT.Quantile((1 + confidence) / 2, DegreesOfFreedom) + step / (2 * N);
        return new(Value - half, Value + half);
    }
}
