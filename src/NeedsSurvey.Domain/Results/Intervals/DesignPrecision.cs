// Why this file exists: whether a figure may carry an interval is a property of how people came to answer, not of the
// figure. The rule and its sentence live here once, so that no page can print a margin of error an opt-in link has not earned.
// It does not compute intervals: see ShownIntervals.
using System.Diagnostics;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>When a figure may carry an interval, and what to print when it may not (AAPOR Code of Professional Ethics, 2021).</summary>
public static class DesignPrecision
{
    /// <summary>True for a probability sample and a census; an opt-in link gets no interval.</summary>
    public static bool AllowsIntervals(this SampleDesign design) =>
        design switch
        {
            SampleDesign.OptIn => false,
            SampleDesign.ProbabilitySample or SampleDesign.Census => true,
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
