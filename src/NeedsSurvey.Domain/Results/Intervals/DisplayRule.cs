using System.Diagnostics;

namespace NeedsSurvey.Domain.Results;

/// <summary>Whether a share is steady enough to print, and the rule that decided.</summary>
public enum Reliability
{
    /// <summary>Show it: the interval is narrow (at most .05).</summary>
    ShowNarrow,

    /// <summary>Show it: the interval is neither too wide nor wide for its share.</summary>
    Show,

    /// <summary>Suppress: effective n below 30.</summary>
    TooFew,

    /// <summary>Suppress: the interval is .30 wide or wider.</summary>
    TooWide,

    /// <summary>Suppress: the interval is wider than 1.30 times the share.</summary>
    TooWideForItsShare,
}

/// <summary>
/// The NCHS presentation standard for proportions, its rules in order. Source: Parker et al. 2017, NCHS Series 2 no. 175.
/// A separate test from small cells (privacy): both must pass.
/// </summary>
public static class DisplayRule
{
    /// <summary>The verdict for x of n (both effective under weights), by the Clopper–Pearson interval.</summary>
    public static Reliability Of(double successes, double effectiveN)
    {
        if (!(effectiveN >= 30))
            return Reliability.TooFew;
        var width = ProportionIntervals.ClopperPearson(successes, effectiveN).Width;
        if (width <= .05)
            return Reliability.ShowNarrow;
        if (width >= .30)
            return Reliability.TooWide;
        return width / (successes / effectiveN) > 1.30 ? Reliability.TooWideForItsShare : Reliability.Show;
    }

    /// <summary>Whether the share may be printed.</summary>
    public static bool IsShown(this Reliability reliability) => reliability is Reliability.Show or Reliability.ShowNarrow;

    /// <summary>Why a share is not printed, in plain words; empty when it is.</summary>
    public static string Reason(this Reliability reliability) =>
        reliability switch
        {
            Reliability.Show or Reliability.ShowNarrow => "",
            Reliability.TooFew => "Too few answers (fewer than 30 after weighting) to print a share.",
            Reliability.TooWide => "Too uncertain to print: the range is 30 points wide or wider.",
            Reliability.TooWideForItsShare => "Too uncertain to print: the range is wide compared with the share itself.",
            _ => throw new UnreachableException(),
        };
}
