using System.Diagnostics;

namespace NeedsSurvey.Domain.Goals;

/// <summary>What a goal does about the needs it serves.</summary>
public enum GoalEffect
{
    /// <summary>Makes it easier to live with now.</summary>
    Eases,

    /// <summary>Changes what causes it.</summary>
    Changes,

    Both,
}

/// <summary>The stable words of effects.</summary>
public static class GoalEffects
{
    /// <summary>The word in JSON, CSV and the database.</summary>
    public static string Code(this GoalEffect effect) =>
        effect switch
        {
            GoalEffect.Eases => "eases",
            GoalEffect.Changes => "changes",
            GoalEffect.Both => "both",
            _ => throw new UnreachableException(),
        };
}
