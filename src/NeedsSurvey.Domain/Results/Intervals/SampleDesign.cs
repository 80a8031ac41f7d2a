// Why this file exists: whether a figure may carry an interval is a property of how people came to answer, not of the
// figure. The rule and its sentence live here once, so that no page can print a margin of error an opt-in link has not earned.
// It does not compute intervals: see ProportionIntervals.
using System.Diagnostics;

namespace NeedsSurvey.Domain.Results;

/// <summary>How the people who answered came to be asked.</summary>
public enum SampleDesign
{
    /// <summary>Anyone with the link could answer: no known chance of selection. The default.</summary>
    OptIn,

    /// <summary>Each person was drawn with a known chance greater than zero.</summary>
    ProbabilitySample,

    /// <summary>Everybody in the community was asked.</summary>
    Census,
}

/// <summary>When a figure may carry an interval, and what to print when it may not (AAPOR Code of Professional Ethics, 2021).</summary>
public static class SampleDesigns
{
    /// <summary>True for a probability sample and a census; an opt-in link gets no interval.</summary>
    public static bool AllowsIntervals(this SampleDesign design) =>
        design switch
        {
            SampleDesign.OptIn => false,
            SampleDesign.ProbabilitySample or SampleDesign.Census => true,
            _ => throw new UnreachableException(),
        };

    /// <summary>The stable word used in JSON, CSV and settings.</summary>
    public static string Code(this SampleDesign design) =>
        design switch
        {
            SampleDesign.OptIn => "opt_in",
            SampleDesign.ProbabilitySample => "probability_sample",
            SampleDesign.Census => "census",
            _ => throw new UnreachableException(),
        };

    /// <summary>The sentence about precision that stands beside every figure of a survey with this design.</summary>
    public static string PrecisionSentence(this SampleDesign design) =>
        design switch
        {
            SampleDesign.OptIn =>
                "People chose to take part through an open link, so no margin of error applies: these figures describe the people who "
                    + "answered.",
            SampleDesign.ProbabilitySample =>
                "People were chosen at random, so each share is shown with the range that holds the community's true share 95 times in "
                    + "100.",
            SampleDesign.Census =>
                "Everybody was asked; the ranges show how far the people who did not answer could move each share if they resemble "
                    + "those who did.",
            _ => throw new UnreachableException(),
        };
}
