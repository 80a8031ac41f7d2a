namespace NeedsSurvey.Web.Surveys;

/// <summary>
/// What this room adds to the program: surveys as JSON, and the pages on which they are written, translated and published.
/// </summary>
public static class SurveysSetup
{
    public static void MapSurveys(this IEndpointRouteBuilder app)
    {
        app.MapSurveyApi();
        app.MapSurveyEditor();
        app.MapOutlinePages();
        app.MapQuestionPages();
        app.MapListPages();
        app.MapTranslatePages();
    }
}
