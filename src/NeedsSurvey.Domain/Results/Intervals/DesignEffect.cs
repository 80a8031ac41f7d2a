namespace NeedsSurvey.Domain.Results;

/// <summary>What unequal weights cost in precision. Source: Kish 1965, Survey Sampling.</summary>
/// <param name="N">Number of respondents.</param>
/// <param name="Deff">n·Σw² / (Σw)²: 1 with equal weights, larger otherwise.</param>
public readonly record struct DesignEffect(int N, double Deff)
{
    /// <summary>n / deff: the number of equally weighted respondents that would be as precise.</summary>
    public double EffectiveN => N / Deff;

    /// <summary>Design effect of a set of weights in any unit.</summary>
    /// <exception cref="ArgumentException">No weights, or none above zero.</exception>
    public static DesignEffect Of(ReadOnlySpan<double> weights)
    {
        double sum = 0,
            squares = 0;
        foreach (var w in weights)
        {
            sum += w;
            squares += w * w;
        }
        if (!(sum > 0))
            throw new ArgumentException("A design effect needs at least one weight above zero.", nameof(weights));
        return new(weights.Length, weights.Length * squares / (sum * sum));
    }
}
