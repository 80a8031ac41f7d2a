using System.Diagnostics;

namespace NeedsSurvey.App.Reports;

/// <summary>What the organisation decided about a correction from the community.</summary>
public enum CorrectionDecision
{
    /// <summary>It is right and belongs in the summary: the next version of it says so.</summary>
    Accepted,

    /// <summary>It asks for something else than other words: it has an answer, and the summary stays.</summary>
    Answered,

    /// <summary>We see it otherwise; the report prints it as dissent, with the reason.</summary>
    NotAccepted,
}

/// <summary>The stable words of decisions about corrections.</summary>
internal static class CorrectionDecisions
{
    /// <summary>The word in JSON and the database.</summary>
    public static string Code(this CorrectionDecision decision) =>
        decision switch
        {
            CorrectionDecision.Accepted => "accepted",
            CorrectionDecision.Answered => "answered",
            CorrectionDecision.NotAccepted => "not_accepted",
            _ => throw new UnreachableException(),
        };

    /// <summary>The decision whose stored word this is; null while there is none.</summary>
    public static CorrectionDecision? Stored(string? code) =>
        code switch
        {
            null => null,
            "accepted" => CorrectionDecision.Accepted,
            "answered" => CorrectionDecision.Answered,
            "not_accepted" => CorrectionDecision.NotAccepted,
            _ => throw new UnreachableException(),
        };
}
