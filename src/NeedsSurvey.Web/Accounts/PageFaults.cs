using NeedsSurvey.App;

namespace NeedsSurvey.Web.Accounts;

/// <summary>What a page's error summary lists for a problem: the faults by field, or the problem's one sentence.</summary>
public static class PageFaults
{
    public static IReadOnlyList<Fault> Of(Problem? problem) =>
        problem switch
        {
            null => [],
            Problem.Invalid invalid => invalid.Faults,
            _ => [new Fault("", problem.Code, problem.Message)],
        };

    /// <summary>
    /// Whether the problem leaves the person on the page they were on; the others (gone, not found, not allowed) are pages of their own.
    /// </summary>
    public static bool StaysOnPage(Problem problem) =>
        problem is Problem.Invalid or Problem.Conflict or Problem.GateClosed or Problem.TooMany;
}
