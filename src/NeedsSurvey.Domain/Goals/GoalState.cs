using System.Diagnostics;

namespace NeedsSurvey.Domain.Goals;

/// <summary>How far a goal is. Drafts are the organiser's own; everything from <see cref="Adopted"/> on is public.</summary>
public enum GoalState
{
    /// <summary>Being written; may be deleted.</summary>
    Draft,

    /// <summary>Promised: people can read it and hold the organisation to it.</summary>
    Adopted,

    /// <summary>The promise was kept.</summary>
    Done,

    /// <summary>Given up; it stays in the report with what was promised.</summary>
    Dropped,
}

/// <summary>What follows from a goal's state, and its stable words.</summary>
public static class GoalStates
{
    /// <summary>The word in JSON and the database.</summary>
    public static string Code(this GoalState state) =>
        state switch
        {
            GoalState.Draft => "draft",
            GoalState.Adopted => "adopted",
            GoalState.Done => "done",
            GoalState.Dropped => "dropped",
            _ => throw new UnreachableException(),
        };

    /// <summary>Whether the goal stands: adopted or already done, neither drafted nor dropped.</summary>
    public static bool Stands(this GoalState state) =>
        state switch
        {
            GoalState.Adopted or GoalState.Done => true,
            GoalState.Draft or GoalState.Dropped => false,
            _ => throw new UnreachableException(),
        };
}
