// "equal values share a rank" is promised for every method and every resample, so it is written once.
namespace NeedsSurvey.Domain.Needs;

/// <summary>Ranks with shared places.</summary>
public static class Ranks
{
    /// <summary>Scores closer than this, relative to their size, are equal: they differ only by the order of additions.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>
    /// Competition ranks (1, 2, 2, 4) of <paramref name="scores"/>; NaN (no score) gets the rank after all others.
    /// </summary>
    /// <param name="scores">One score an item.</param>
    /// <param name="higherFirst">Whether the highest score gets rank 1.</param>
    /// <param name="ranks">Receives one rank an item; same length as the scores.</param>
    public static void Competition(ReadOnlySpan<double> scores, bool higherFirst, Span<int> ranks)
    {
        Span<int> order = scores.Length <= 128 ? stackalloc int[scores.Length] : new int[scores.Length];
        Order(scores, higherFirst, order);
        for (var place = 0; place < order.Length; place++)
        {
            var shares = place > 0 && Same(scores[order[place - 1]], scores[order[place]]);
            ranks[order[place]] = shares ? ranks[order[place - 1]] : place + 1;
        }
    }

    /// <summary>Item indexes from greatest need to least; ties keep their original order, NaN goes last.</summary>
    public static void Order(ReadOnlySpan<double> scores, bool higherFirst, Span<int> order)
    {
        // Insertion sort: stable, free of allocation, and needs are few.
        for (var i = 0; i < scores.Length; i++)
        {
            var hole = i;
            for (; hole > 0 && Before(scores[i], scores[order[hole - 1]], higherFirst); hole--)
                order[hole] = order[hole - 1];
            order[hole] = i;
        }
    }

    /// <summary>Whether two scores share a rank.</summary>
    public static bool Same(double a, double b) =>
        double.IsNaN(a) || double.IsNaN(b)
            ? double.IsNaN(a) && double.IsNaN(b)
            : a == b || Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));

    /// <summary>
    /// Whether a mean is at or above a cut: where all needs have the same mean, theirs is the cut, up to the order of additions.
    /// </summary>
    public static bool AtLeast(double mean, double cut) => mean >= cut || Same(mean, cut);

    /// <summary>Whether <paramref name="a"/> is a strictly greater need than <paramref name="b"/>.</summary>
    public static bool Before(double a, double b, bool higherFirst) =>
        !Same(a, b) && (double.IsNaN(b) || (!double.IsNaN(a) && (higherFirst ? a > b : a < b)));
}
