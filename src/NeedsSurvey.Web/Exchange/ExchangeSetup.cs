namespace NeedsSurvey.Web.Exchange;

/// <summary>What this room adds to the program: taking data away.</summary>
public static class ExchangeSetup
{
    public static void MapExchange(this IEndpointRouteBuilder app)
    {
        app.MapExportApi();
        app.MapExportPages();
    }
}
