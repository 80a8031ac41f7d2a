using NeedsSurvey.App.Database;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Exchange;

/// <summary>What this room adds to the program: taking data away.</summary>
public static class ExchangeSetup
{
    /// <summary>
    /// Exports wait for their readers in the data directory where there is one (own server, or named), else among the system's temporary
    /// files.
    /// </summary>
    public static void AddExchange(this IServiceCollection services, Settings settings) =>
        services.AddSingleton(_ =>
        {
            var spool = new ExportSpool(
                settings.DataDirectory is null && settings.ConnectionString is not null
                    ? null
                    : Path.Combine(DataDirectory.PathOf(settings.DataDirectory), "exports"),
                settings.ExportSpool
            );
            spool.Clean();
            return spool;
        });

    public static void MapExchange(this IEndpointRouteBuilder app)
    {
        // Now and not with the first export: what a killed process left is removed at start.
        app.ServiceProvider.GetRequiredService<ExportSpool>();
        app.MapExportApi();
        app.MapExportPages();
    }
}
