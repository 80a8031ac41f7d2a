namespace NeedsSurvey.Domain.Results;

/// <summary>Weights after capping.</summary>
/// <param name="Weights">One a respondent; the total is that of the input.</param>
/// <param name="Cap">Greatest weight allowed, in the weights' unit.</param>
/// <param name="Trimmed">Respondents whose weight was cut to the cap.</param>
/// <param name="Effect">Design effect afterwards.</param>
/// <param name="Margins">What trimming did to the margins: target and achieved shares, to be printed with the results.</param>
public sealed record TrimmedWeights(double[] Weights, double Cap, int Trimmed, DesignEffect Effect, IReadOnlyList<MarginRow> Margins);

/// <summary>
/// Caps weights so that no single person speaks for too many. Source: methods.md §2; Potter 1990 on trimming with redistribution.
/// </summary>
public static class Trimming
{
    /// <summary>Default cap: five times the mean weight.</summary>
    public const double DefaultCap = 5;

    /// <summary>
    /// Cuts weights above cap × mean to that value and spreads the excess over the others in proportion to their weights, until no
    /// weight is above it. The total stays; margins move a little and are reported again.
    /// </summary>
    /// <param name="weights">Not negative, not all zero.</param>
    /// <param name="margins">The margins raked to, reported under the new weights; may be empty.</param>
    /// <param name="cap">In multiples of the mean weight, greater than 1.</param>
    public static TrimmedWeights Trim(ReadOnlySpan<double> weights, IReadOnlyList<RakingMargin> margins, double cap = DefaultCap)
    {
        if (!(cap > 1))
            throw new ArgumentOutOfRangeException(nameof(cap), cap, "A cap is greater than the mean weight.");
        var result = weights.ToArray();
        var total = 0.0;
        foreach (var w in result)
            total += w;
        if (!(total > 0))
            throw new ArgumentException("Trimming needs at least one weight above zero.", nameof(weights));
        var most = cap * total / result.Length;
        var capped = new bool[result.Length];
        var count = 0;
        while (true)
        {
            double excess = 0,
                free = 0;
            for (var r = 0; r < result.Length; r++)
            {
                if (!capped[r] && result[r] > most * (1 + 1e-12))
                {
                    capped[r] = true;
                    count++;
                    excess += result[r] - most;
                    result[r] = most;
                }
                if (!capped[r])
                    free += result[r];
            }
            if (excess <= 0)
                break;
            // With almost everybody at weight zero there is nobody in proportion to whom the excess could go; then all share it.
            for (var r = 0; r < result.Length; r++)
                if (!capped[r])
                    result[r] = free > 0 ? result[r] * (1 + excess / free) : excess / (result.Length - count);
        }
        return new(result, most, count, DesignEffect.Of(result), Results.Margins.Report(margins, result));
    }
}
