namespace NeedsSurvey.Web.Surveys;

/// <summary>
/// What this room adds to the program: surveys as JSON, and the pages on which they are written, translated and published.
/// </summary>
public static class SurveysSetup
{
    /// <summary>Behind <c>AddApi</c>, whose rules for JSON it adds to.</summary>
    public static void AddSurveys(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(http => http.SerializerOptions.Converters.Add(new DefinitionConverter()));

    public static void MapSurveys(this IEndpointRouteBuilder app)
    {
        app.MapSurveyApi();
        app.MapDraftEditApi();
        app.MapSurveyEditor();
        app.MapOutlinePages();
        app.MapQuestionEditorPages();
        app.MapListPages();
        app.MapTranslatePages();
    }
}
