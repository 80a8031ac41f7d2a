// In a small community the usual intervals miss (91–93 % where 95 is said) although the exact answer is known. People
// drawn without replacement follow the hypergeometric law, and the number in the community is bounded by inverting its two tails.
namespace NeedsSurvey.Domain.Results;

/// <summary>A closed interval for a number of people in the community.</summary>
/// <param name="Low">Fewest people the answers allow.</param>
/// <param name="High">Most people the answers allow.</param>
public readonly record struct CountInterval(int Low, int High);

/// <summary>
/// Exact confidence intervals for how many of N people would say yes, when x of n drawn without replacement did. Covers at least the stated
/// share of samples whatever the truth. Sources: Wright 1991, "Exact confidence bounds when sampling from small finite universes"; each
/// tail at α/2 as Clopper &amp; Pearson 1934.
/// </summary>
public static class FiniteIntervals
{
    // Tails that differ from α/2 by less than the error of log-gamma count as equal, so that the result is the same on every machine.
    private const double Slack = 1e-9;

    /// <summary>
    /// The numbers K from which x or more (or x or fewer) of n are not too rare: P(X ≥ x | K) &gt; α/2 and P(X ≤ x | K) &gt; α/2.
    /// N = 100, n = 50, x = 5 gives 5–18. About 40 tails, each a short sum: microseconds up to N = 1,000,000.
    /// </summary>
    /// <param name="population">N, people in the community, 1 or more.</param>
    /// <param name="answered">n, people who answered, 1…N, drawn at random without replacement (or everybody asked and some silent by
    /// chance).</param>
    /// <param name="yes">x, those of them counted, 0…n.</param>
    /// <param name="confidence">Between 0 and 1; .95 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside these bounds; its name is the parameter's.</exception>
    public static CountInterval People(int population, int answered, int yes, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(population);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(answered);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(answered, population);
        ArgumentOutOfRangeException.ThrowIfNegative(yes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(yes, answered);
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");
        var tail = (1 - confidence) / 2 * (1 + Slack);
        // Those who say yes and those who say no bound each other: the fewest yes are N less the most no.
        return new(population - Most(population, answered, answered - yes, tail), Most(population, answered, yes, tail));
    }

    /// <summary>The same as shares of the community, in [0, 1].</summary>
    /// <inheritdoc cref="People" path="/param|/exception"/>
    public static Interval Share(int population, int answered, int yes, double confidence = 0.95)
    {
        var people = People(population, answered, yes, confidence);
        return new((double)people.Low / population, (double)people.High / population);
    }

    // The greatest K with P(X ≤ x | K) > tail; the tail falls as K grows.
    private static int Most(int population, int answered, int yes, double tail)
    {
        var (possible, tooMany) = (yes, population - answered + yes + 1);
        while (tooMany - possible > 1)
        {
            var middle = possible + (tooMany - possible) / 2;
            if (AtMost(population, answered, middle, yes) > tail)
                possible = middle;
            else
                tooMany = middle;
        }
        return possible;
    }

    /// <summary>P(X ≤ x) for the number X of marked people among n drawn of N without replacement, K of them marked.</summary>
    internal static double AtMost(int population, int answered, int marked, int yes)
    {
        var least = Math.Max(0, answered - (population - marked));
        var most = Math.Min(answered, marked);
        if (yes < least)
            return 0;
        if (yes >= most)
            return 1;
        // Terms fall away from the mode; the tail that does not hold it is summed from its greatest term outward.
        var mean = (double)answered * marked / population;
        return yes < mean ? Tail(yes, -1, least) : 1 - Tail(yes + 1, +1, most);

        double Tail(int from, int direction, int last)
        {
            var term = Math.Exp(LogProbability(population, answered, marked, from));
            var sum = 0.0;
            for (var x = from; ; x += direction)
            {
                sum += term;
                if (x == last || term < sum * 1e-17)
                    return sum;
                // Ratio of neighbouring hypergeometric probabilities.
                term *=
                    direction < 0
                        ? x * ((double)population - marked - answered + x) / (((double)marked - x + 1) * ((double)answered - x + 1))
                        : ((double)marked - x) * ((double)answered - x) / ((x + 1.0) * ((double)population - marked - answered + x + 1));
            }
        }
    }

    private static double LogProbability(int population, int answered, int marked, int x) =>
        LogChoose(marked, x) + LogChoose(population - marked, answered - x) - LogChoose(population, answered);

    private static double LogChoose(double n, double k) =>
        SpecialFunctions.LogGamma(n + 1) - SpecialFunctions.LogGamma(k + 1) - SpecialFunctions.LogGamma(n - k + 1);
}
