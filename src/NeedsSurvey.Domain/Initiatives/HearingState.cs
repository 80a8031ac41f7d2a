using System.Diagnostics;

namespace NeedsSurvey.Domain.Initiatives;

/// <summary>Whether people can reply to a hearing check: being written, open to replies, closed.</summary>
public enum HearingState
{
    /// <summary>For the public it does not exist.</summary>
    Draft,
    Open,
    Closed,
}

/// <summary>The stable words of hearing checks' states.</summary>
public static class HearingStates
{
    /// <summary>The word in JSON and the database.</summary>
    public static string Code(this HearingState state) =>
        state switch
        {
            HearingState.Draft => "draft",
            HearingState.Open => "open",
            HearingState.Closed => "closed",
            _ => throw new UnreachableException(),
        };
}
