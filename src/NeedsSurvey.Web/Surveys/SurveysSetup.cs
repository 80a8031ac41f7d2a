using NeedsSurvey.Web.Surveys.Editor;
using NeedsSurvey.Web.Surveys.Initiatives;

namespace NeedsSurvey.Web.Surveys;

/// <summary>What this room adds to the program: initiatives and surveys, as JSON and as pages.</summary>
public static class SurveysSetup
{
    public static void MapSurveys(this IEndpointRouteBuilder app)
    {
        app.MapInitiativeApi();
        app.MapSurveyApi();
        app.MapInitiativePages();
        app.MapCommunityPages();
        app.MapSurveyPages();
        app.MapQuestionPages();
        app.MapTranslatePages();
    }
}
