namespace NeedsSurvey.Web.Needs;

/// <summary>What this room adds to the program: the Needs stage, as JSON and as pages.</summary>
public static class NeedsSetup
{
    public static void AddNeeds(this IServiceCollection services) => services.AddSingleton<CodingView>();

    public static void MapNeeds(this IEndpointRouteBuilder app)
    {
        app.MapPublishing();
        app.MapNeedsApi();
        app.MapNeedsPages();
        app.MapCodingPages();
    }
}
