// Why this file exists: a person in a small group must not be recognised, by a figure or by the difference of two figures. The
// rule for single groups, filters, snapshots and quotes is here; whole tables are Suppression's. Reliability is another test.
namespace NeedsSurvey.Domain.Results;

/// <summary>The small-cell rule of one survey (methods.md §3).</summary>
public sealed record SmallCells
{
    /// <summary>Threshold when none is chosen.</summary>
    public const int DefaultThreshold = 10;

    /// <summary>No survey may choose less.</summary>
    public const int Floor = 5;

    /// <summary>k = 10, zeros shown.</summary>
    public static SmallCells Default { get; } = new(DefaultThreshold);

    /// <param name="threshold">k: counts 1…k−1 are hidden.</param>
    /// <param name="showZero">Whether a zero may be shown.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is below the floor of 5.</exception>
    public SmallCells(int threshold, bool showZero = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, Floor);
        (Threshold, ShowZero) = (threshold, showZero);
    }

    /// <summary>k.</summary>
    public int Threshold { get; }

    /// <summary>Whether a zero may be shown.</summary>
    public bool ShowZero { get; }

    /// <summary>Whether a count must be hidden on its own account (primary suppression).</summary>
    public bool Hides(int count) => count == 0 ? !ShowZero : count < Threshold;

    /// <summary>
    /// Whether a filter may give a result: the group it leaves, and the group it leaves out, each hold at least k people (or, left out,
    /// nobody). The second half stops "everyone" minus "everyone but two".
    /// </summary>
    public bool AllowsFilter(int group, int everyone) => group >= Threshold && (everyone == group || everyone - group >= Threshold);

    /// <summary>Whether a published live figure may advance: at least k responses came or went since it was last published.</summary>
    public bool MayAdvance(int added, int removed) => added + removed >= Threshold;

    /// <summary>The number of responses a published live figure may count: the largest multiple of k not above n, 0 below k.</summary>
    public int PublishableCount(int n) => n - n % Threshold;

    /// <summary>Whether a free-text quote may be attributed to a group of this size: at least 2k.</summary>
    public bool AllowsQuote(int group) => group >= 2 * Threshold;
}
