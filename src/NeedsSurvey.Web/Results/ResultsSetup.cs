using System.Text.Json.Serialization.Metadata;

namespace NeedsSurvey.Web.Results;

/// <summary>What this room adds to the program: tallies, cross-tabulations and the words people wrote.</summary>
public static class ResultsSetup
{
    /// <summary>Behind <c>AddApi</c>, whose rules for JSON it adds to.</summary>
    public static void AddResults(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(http =>
            http.SerializerOptions.TypeInfoResolver = http.SerializerOptions.TypeInfoResolver!.WithAddedModifier(FigureContract.Apply)
        );

    public static void MapResults(this IEndpointRouteBuilder app)
    {
        app.MapResultsApi();
        app.MapResultsPages();
        app.MapDesignApi();
        app.MapDesignPages();
    }
}
