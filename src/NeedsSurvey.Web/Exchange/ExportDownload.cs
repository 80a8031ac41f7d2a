using NeedsSurvey.App;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.Domain.Exchange;

namespace NeedsSurvey.Web.Exchange;

/// <summary>
/// An export as a download: made whole (<see cref="ExportSpool"/>), then sent as slowly as its reader takes it. A fault while it is made is
/// an answer in words; when sending breaks off, fewer bytes arrive than were announced.
/// </summary>
internal sealed class ExportDownload(ReadyExport export, Func<Problem, IResult> otherwise) : IResult
{
    /// <summary>Headers with the codes of the states that this file has.</summary>
    public const string NotAskedHeader = "NeedsSurvey-Not-Asked";

    /// <inheritdoc cref="NotAskedHeader"/>
    public const string DeclinedHeader = "NeedsSurvey-Declined";

    /// <inheritdoc cref="NotAskedHeader"/>
    public const string UnknownHeader = "NeedsSurvey-Unknown";

    public static IResult Of(Result<ReadyExport> result, Func<Problem, IResult> otherwise) =>
        result.Succeeded(out var export, out var problem) ? new ExportDownload(export, otherwise) : otherwise(problem);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var spool = httpContext.RequestServices.GetRequiredService<ExportSpool>();
        StateCodes? codes = null;
        var held = await spool.Hold(export, httpContext.RequestAborted, chosen => codes = chosen);
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
        // responses.csv alone has no manifest that could tell.
        if (codes is not null)
        {
            response.Headers[NotAskedHeader] = codes.NotAsked;
            response.Headers[DeclinedHeader] = codes.Declined;
            response.Headers[UnknownHeader] = codes.Unknown;
        }
        await file.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
