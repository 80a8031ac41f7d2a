namespace NeedsSurvey.Web.Reports;

/// <summary>What this room adds to the program: hearing check and report, as JSON and as pages.</summary>
public static class ReportsSetup
{
    public static void AddReports(this IServiceCollection services) => services.AddSingleton<ReportsView>();

    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapReportsApi();
        app.MapReportsPages();
        app.MapPublicReportsPages();
    }
}
