using NeedsSurvey.App;
using NeedsSurvey.App.Exchange;

namespace NeedsSurvey.Web.Exchange;

/// <summary>
/// An export as a download: made whole (<see cref="ExportSpool"/>), then sent as slowly as its reader takes it. A fault while it is made is
/// an answer in words; when sending breaks off, fewer bytes arrive than were announced.
/// </summary>
internal sealed class ExportDownload(ReadyExport export, Func<Problem, IResult> otherwise) : IResult
{
    public static IResult Of(Result<ReadyExport> result, Func<Problem, IResult> otherwise) =>
        result.Succeeded(out var export, out var problem) ? new ExportDownload(export, otherwise) : otherwise(problem);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var spool = httpContext.RequestServices.GetRequiredService<ExportSpool>();
        var held = await spool.Hold(export, httpContext.RequestAborted);
        if (!held.Succeeded(out var file, out var problem))
        {
            await otherwise(problem).ExecuteAsync(httpContext);
            return;
        }
        await using var sending = file;
        var response = httpContext.Response;
        response.ContentType = export.ContentType;
        response.ContentLength = file.Length;
        // The name is made of the survey's slug, which holds nothing that could leave the header.
        response.Headers.ContentDisposition = $"attachment; filename=\"{export.FileName}\"";
        response.Headers.CacheControl = "no-store";
        await file.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
