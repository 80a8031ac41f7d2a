// Why this file exists: a person in a small group must not be recognised, by a figure or by the difference of two figures. The
// rule for single needs and quotes of a report is here. Reliability is another test.
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

    /// <summary>Whether a free-text quote may be attributed to a group of this size: at least 2k.</summary>
    public bool AllowsQuote(int group) => group >= 2 * Threshold;
}
