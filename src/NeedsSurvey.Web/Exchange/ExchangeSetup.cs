// Results live in this room on the web storey only because a namespace NeedsSurvey.Web.Results would hide the framework's own Results from every
// other room; on the storeys below they have their own.

using NeedsSurvey.Web.Exchange.Findings;

namespace NeedsSurvey.Web.Exchange;

/// <summary>What this room adds to the program: results, taking data away, and the demo.</summary>
public static class ExchangeSetup
{
    public static void MapExchange(this IEndpointRouteBuilder app)
    {
        app.MapResultsApi();
        app.MapResultsPages();
        app.MapExportApi();
        app.MapExportPages();
        app.MapDemo();
    }
}
