using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Components;

/// <summary>The words and colours that pages use for states and stances.</summary>
internal static class SurveyWords
{
    public static string Of(SurveyState state) =>
        state switch
        {
            SurveyState.Draft => "draft",
            SurveyState.Open => "open to answers",
            _ => "closed",
        };

    public static string TagOf(SurveyState state) =>
        state switch
        {
            SurveyState.Draft => "tag warn",
            SurveyState.Open => "tag good",
            _ => "tag",
        };

    public static string Of(Stance stance) => stance == Stance.Solidarity ? "Solidarity" : "Allyship";
}
