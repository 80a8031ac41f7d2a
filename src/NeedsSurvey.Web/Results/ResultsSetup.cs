namespace NeedsSurvey.Web.Results;

/// <summary>What this room adds to the program: tallies, cross-tabulations and the words people wrote.</summary>
public static class ResultsSetup
{
    public static void MapResults(this IEndpointRouteBuilder app)
    {
        app.MapResultsApi();
        app.MapResultsPages();
        app.MapDesignApi();
        app.MapDesignPages();
    }
}
