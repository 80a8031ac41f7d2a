using System.Diagnostics;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Whether people can answer: being written, open to answers, closed.</summary>
public enum SurveyState
{
    Draft,
    Open,
    Closed,
}

/// <summary>The stable words of a survey's states.</summary>
public static class SurveyStates
{
    /// <summary>The word in JSON and the database.</summary>
    public static string Code(this SurveyState state) =>
        state switch
        {
            SurveyState.Draft => "draft",
            SurveyState.Open => "open",
            SurveyState.Closed => "closed",
            _ => throw new UnreachableException(),
        };
}
