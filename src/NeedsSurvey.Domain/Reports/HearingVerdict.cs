using System.Diagnostics;

namespace NeedsSurvey.Domain.Reports;

/// <summary>What somebody replied to "Did we hear you right?".</summary>
public enum HearingVerdict
{
    Yes,
    Partly,
    No,
}

/// <summary>The stable words of verdicts.</summary>
public static class HearingVerdicts
{
    /// <summary>The word in JSON and the database.</summary>
    public static string Code(this HearingVerdict verdict) =>
        verdict switch
        {
            HearingVerdict.Yes => "yes",
            HearingVerdict.Partly => "partly",
            HearingVerdict.No => "no",
            _ => throw new UnreachableException(),
        };
}
