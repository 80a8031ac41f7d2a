using NeedsSurvey.App;
using NeedsSurvey.App.Exchange;

namespace NeedsSurvey.Web.Exchange;

/// <summary>
/// An export as a download: sent while it is read. When it breaks off, so does the connection, and the file cannot be taken for whole.
/// </summary>
internal sealed class ExportDownload(ReadyExport export) : IResult
{
    public static IResult Of(Result<ReadyExport> result, Func<Problem, IResult> otherwise) =>
        result.Succeeded(out var export, out var problem) ? new ExportDownload(export) : otherwise(problem);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = export.ContentType;
        // The name is made of the survey's slug, which holds nothing that could leave the header.
        response.Headers.ContentDisposition = $"attachment; filename=\"{export.FileName}\"";
        response.Headers.CacheControl = "no-store";
        await export.WriteTo(response.Body, httpContext.RequestAborted);
    }
}
