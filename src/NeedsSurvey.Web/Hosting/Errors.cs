// The one place where exceptions and empty error statuses become answers: a page for a browser, problem details for everything else.
// No stack, no schema, no request is shown or logged; a bug is logged with an id that the person sees too.

using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Web.Hosting;

/// <summary>The exception boundary.</summary>
public static partial class Errors
{
    /// <summary>Catches what the endpoints throw, and gives words to a status that came without any (404, 405, 415…).</summary>
    public static void UseExceptionBoundary(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("NeedsSurvey.Errors");
        app.Use(
            async (http, next) =>
            {
                try
                {
                    await next(http);
                    if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 })
                        await Write(http, OfStatus(http.Response.StatusCode));
                }
                catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
                {
                    // The other side has gone; nobody reads an answer.
                }
                catch (Exception e) when (!http.Response.HasStarted)
                {
                    var problem = Explain(e);
                    if (problem is Problem.Unavailable)
                        LogOutage(log, e.GetType().Name, (e as System.Data.Common.DbException)?.SqlState ?? "none");
                    else if (problem is Problem.Broken)
                        LogBug(log, e, http.TraceIdentifier);
                    http.Response.Clear();
                    SecurityHeaders.Apply(http);
                    await Write(http, problem);
                }
            }
        );
    }

    /// <summary>
    /// Answers with a problem, as a page where the request asks for one. What was sent in a form that could not be taken comes back with
    /// it, and the public reads the page in its own language.
    /// </summary>
    public static async Task Write(HttpContext http, Problem problem)
    {
        var passes = problem is Problem.Unavailable or Problem.Broken;
        var form = passes && WantsPage(http.Request) ? await SentForm.Of(http.Request) : null;
        var isPublic = IsOfThePublic(http);
        var answer =
            !WantsPage(http.Request) ? HttpResults.Of(problem)
            : form is null && !(isPublic && (passes || problem is Problem.Unread)) ? HttpResults.PageOf(problem)
            : HttpResults
                .Page<TryAgainPage>(
                    HttpResults.StatusOf(problem),
                    new
                    {
                        Spoken = KnownLanguages.For(http.Spoken(form)),
                        Problem = problem,
                        Action = http.Request.Path + http.Request.QueryString,
                        Fields = form,
                        IsPublic = isPublic,
                    }
                )
                .With(problem);
        await answer.ExecuteAsync(http);
    }

    private static bool IsOfThePublic(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<Routes.RouteKind>() is { Kind: Routes.Kind.Public };

    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Problem Explain(Exception exception) =>
        exception switch
        {
            BadHttpRequestException { InnerException: UnknownWordException word } => new Problem.Invalid(
                word.Path ?? "$",
                "unknown_word",
                word.Message
            ),
            BadHttpRequestException { InnerException: JsonException json } => Malformed(json),
            JsonException json => Malformed(json),
            BadHttpRequestException bad => OfStatus(bad.StatusCode),
            InvalidDataException => OfStatus(StatusCodes.Status400BadRequest),
            _ => Unstorable.Of(exception) ?? Outage.Of(exception) ?? (Problem)new Problem.Broken(),
        };

    private static Problem.Invalid Malformed(JsonException json) =>
        new(
            json.Path ?? "$",
            "invalid_json",
            "The JSON does not fit here: a mistake in its form, an unknown or repeated key, or a value of the wrong type"
                + (json.LineNumber is { } line ? $" (line {line + 1})." : ".")
        );

    private static Problem OfStatus(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => new Problem.NotSignedIn(),
            StatusCodes.Status404NotFound => new Problem.NotFound("page"),
            StatusCodes.Status405MethodNotAllowed => new Problem.Unread(
                RequestFault.MethodNotAllowed,
                "method_not_allowed",
                "This address does not take requests of this kind."
            ),
            StatusCodes.Status408RequestTimeout => new Problem.Unread(
                RequestFault.TooSlow,
                "too_slow",
                "The request took too long to arrive. Please send it again."
            ),
            StatusCodes.Status413PayloadTooLarge or StatusCodes.Status414UriTooLong or StatusCodes.Status431RequestHeaderFieldsTooLarge =>
                new Problem.Unread(RequestFault.TooLarge, "too_large", "This is more than the server takes at once. Please send less."),
            StatusCodes.Status415UnsupportedMediaType => new Problem.Unread(
                RequestFault.UnsupportedContent,
                "unsupported_media_type",
                "The server cannot read this kind of content here. Programs send JSON, with the header Content-Type: application/json."
            ),
            >= 500 => new Problem.Broken(),
            _ => new Problem.Unread(RequestFault.Malformed, "bad_request", "The server could not read the request."),
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "Unhandled exception in request {RequestId}")]
    private static partial void LogBug(ILogger logger, Exception exception, string requestId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Database outage: {Kind}, SQLSTATE {SqlState}")]
    private static partial void LogOutage(ILogger logger, string kind, string sqlState);
}
