// Whether a figure may carry an interval is a property of how people came to answer, not of the
// figure. The rule and its sentence live here once, so that no page can print a margin of error an opt-in link has not earned.
// It does not compute intervals: see ShownIntervals.
using System.Diagnostics;
using NeedsSurvey.Domain.Languages;
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
    /// <param name="design">How people came to answer.</param>
    /// <param name="spoken">The reader's language; null for English, the organisers' own.</param>
    public static string PrecisionSentence(this SampleDesign design, Language? spoken = null)
    {
        var words = (spoken ?? KnownLanguages.English).Precision;
        return design switch
        {
            SampleDesign.OptIn => words.OptIn,
            SampleDesign.ProbabilitySample => words.Sample,
            SampleDesign.Census => words.Census,
            _ => throw new UnreachableException(),
        };
    }
}
