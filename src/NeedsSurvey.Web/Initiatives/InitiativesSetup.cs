namespace NeedsSurvey.Web.Initiatives;

/// <summary>What this room adds to the program: initiatives and their communities, as JSON and as pages.</summary>
public static class InitiativesSetup
{
    public static void MapInitiatives(this IEndpointRouteBuilder app)
    {
        app.MapInitiativeApi();
        app.MapInitiativePages();
        app.MapCommunityPages();
    }
}
