namespace NeedsSurvey.Domain.Surveys;

/// <summary>Whether people can answer: being written, open to answers, closed.</summary>
public enum SurveyState
{
    Draft,
    Open,
    Closed,
}
