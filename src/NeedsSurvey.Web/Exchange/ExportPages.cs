using NeedsSurvey.App;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.Web.Surveys;

namespace NeedsSurvey.Web.Exchange;

/// <summary>Exports from an organiser's browser.</summary>
internal static class ExportPages
{
    public static void MapExportPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/o/{org}/{initiative}/surveys/{survey}/export");

        pages
            .MapGet("", ([AsParameters] SurveyRequest request) =>
                request.Page(Permission.Export, (frame, view) => HttpResults.Page<ExportPage>(new { Frame = frame, Survey = view }))
            )
            .Requires(Permission.Export);

        pages
            .MapGet("/file", ([AsParameters] SurveyRequest request, [AsParameters] ExportQuery query, ExportResponses export) =>
                request.Page(Permission.Export, async (frame, view) =>
                    ExportDownload.Of(
                        await export.Run(request.Actor, view.Slug, query.Command, request.Cancellation, frame.InitiativeId),
                        HttpResults.PageOf
                    )
                )
            )
            .Requires(Permission.Export);
    }
}
