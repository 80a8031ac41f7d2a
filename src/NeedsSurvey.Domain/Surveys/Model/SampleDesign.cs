using System.Diagnostics;

namespace NeedsSurvey.Domain.Surveys;

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

/// <summary>The stable words of sample designs.</summary>
public static class SampleDesigns
{
    /// <summary>The word in JSON, CSV and the database.</summary>
    public static string Code(this SampleDesign design) =>
        design switch
        {
            SampleDesign.OptIn => "opt_in",
            SampleDesign.ProbabilitySample => "probability_sample",
            SampleDesign.Census => "census",
            _ => throw new UnreachableException(),
        };

    /// <summary>The design whose stored word this is.</summary>
    public static SampleDesign Stored(string code) =>
        code switch
        {
            "opt_in" => SampleDesign.OptIn,
            "probability_sample" => SampleDesign.ProbabilitySample,
            "census" => SampleDesign.Census,
            _ => throw new UnreachableException(),
        };
}
