using NeedsSurvey.App;
using NeedsSurvey.App.Exchange;

namespace NeedsSurvey.Web.Exchange;

/// <summary>
/// An export as a download: sent while it is read. When it breaks off, so does the connection, and the file cannot be taken for whole.
/// </summary>
internal sealed class ExportDownload(ReadyExport export) : IResult
{
    /// <summary>Headers with the codes of the states that this file has.</summary>
    public const string NotAskedHeader = "NeedsSurvey-Not-Asked";

    /// <inheritdoc cref="NotAskedHeader"/>
    public const string DeclinedHeader = "NeedsSurvey-Declined";

    public static IResult Of(Result<ReadyExport> result, Func<Problem, IResult> otherwise) =>
        result.Succeeded(out var export, out var problem) ? new ExportDownload(export) : otherwise(problem);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = export.ContentType;
        // The name is made of the survey's slug, which holds nothing that could leave the header.
        response.Headers.ContentDisposition = $"attachment; filename=\"{export.FileName}\"";
        response.Headers.CacheControl = "no-store";
        // responses.csv alone has no manifest that could tell.
        await export.WriteTo(response.Body, httpContext.RequestAborted, codes =>
        {
            response.Headers[NotAskedHeader] = codes.NotAsked;
            response.Headers[DeclinedHeader] = codes.Declined;
        });
    }
}
