using Microsoft.AspNetCore.Mvc;
using NeedsSurvey.App;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Exchange;

/// <summary>Exports by API key.</summary>
internal static class ExportApi
{
    public static void MapExportApi(this IEndpointRouteBuilder app) =>
        app.Api()
            .WithTags("Export")
            .MapGet(
                "/surveys/{survey}/export",
                async (
                    string survey,
                    [AsParameters] ExportQuery query,
                    Actor actor,
                    ExportResponses export,
                    CancellationToken cancellation
                ) => ExportDownload.Of(await export.Run(actor, survey, query.Command, cancellation), HttpResults.Of)
            )
            .Requires(Permission.Export)
            .AnswersFile("application/zip", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .WithName("exportResponses")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Every response, as a package of CSV files (zip), as responses.csv alone, or as a workbook (xlsx).")
            .WithDescription(
                "From one moment of the database, and byte for byte the same while the answers are the same (a workbook: sheet for sheet). "
                    + "format: zip (default), csv or xlsx (a sheet a table). preset: analysis (codes; default but "
                    + "for xlsx) or spreadsheet (words in “language”). not_asked, "
                    + "declined and unknown: codes for these three states; where an answer equals one, the next free one stands instead "
                    + "(NA_2; -100 after -99), and the headers NeedsSurvey-Not-Asked, NeedsSurvey-Declined and "
                    + "NeedsSurvey-Unknown say which."
            );
}

/// <summary>What the address may say about an export.</summary>
internal sealed record ExportQuery(
    [property: FromQuery(Name = "format")] string? Format,
    [property: FromQuery(Name = "preset")] string? Preset,
    [property: FromQuery(Name = "language")] string? Language,
    [property: FromQuery(Name = "not_asked")] string? NotAsked,
    [property: FromQuery(Name = "declined")] string? Declined,
    [property: FromQuery(Name = "unknown")] string? Unknown
)
{
    public ExportResponses.Command Command =>
        new()
        {
            Format = Format,
            Preset = Preset,
            Language = Language,
            NotAsked = NotAsked,
            Declined = Declined,
            Unknown = Unknown,
        };
}
