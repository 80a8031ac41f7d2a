using System.Diagnostics;

namespace NeedsSurvey.Domain.Reports;

/// <summary>What somebody replied to "Is this what you would want from us?" about one goal.</summary>
public enum GoalVerdict
{
    Yes,

    /// <summary>Something like it, otherwise.</summary>
    Change,

    /// <summary>Please do not.</summary>
    DoNot,
}

/// <summary>The stable words of verdicts about goals.</summary>
public static class GoalVerdicts
{
    /// <summary>The word in JSON and the database.</summary>
    public static string Code(this GoalVerdict verdict) =>
        verdict switch
        {
            GoalVerdict.Yes => "yes",
            GoalVerdict.Change => "change",
            GoalVerdict.DoNot => "do_not",
            _ => throw new UnreachableException(),
        };
}
