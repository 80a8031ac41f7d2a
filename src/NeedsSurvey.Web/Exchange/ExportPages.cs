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

        pages.MapGet("", ([AsParameters] AtSurvey at) => at.Show(Permission.Export, (frame, view) => Answers.Page<ExportPage>(new { Frame = frame, Survey = view })))
            .Needs(Permission.Export);

        pages.MapGet("/file", ([AsParameters] AtSurvey at, [AsParameters] ExportQuery query, ExportResponses export) => at.Show(Permission.Export, async (frame, view) =>
            ExportAnswer.Of(await export.Run(at.Actor, view.Slug, query.Command, at.Ct, frame.InitiativeId), Answers.PageOf)))
            .Needs(Permission.Export);
    }
}
