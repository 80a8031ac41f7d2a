using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using NeedsSurvey.App;

namespace NeedsSurvey.Web;

/// <summary>How results and problems become HTTP: the one translation for JSON, and the one way to render a page.</summary>
public static class HttpResults
{
    /// <summary>The value as JSON (200), or the problem as RFC 9457 problem details.</summary>
    public static OkOrProblem<T> Ok<T>(this Result<T> result) =>
        new(result.Succeeded(out var value, out var problem) ? TypedResults.Ok(value) : Of(problem));

    /// <summary>201 with the value, or the problem.</summary>
    public static CreatedOrProblem<T> Created<T>(this Result<T> result, Func<T, string> location) =>
        new(result.Succeeded(out var value, out var problem) ? TypedResults.Created(location(value), value) : Of(problem));

    /// <summary>204, or the problem.</summary>
    public static NoContentOrProblem NoContent<T>(this Result<T> result) =>
        new(result.Problem is { } problem ? Of(problem) : TypedResults.NoContent());

    /// <summary>Problem details with a stable <c>code</c>; faults under <c>errors</c> by path.</summary>
    public static IResult Of(Problem problem)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = problem.Code };
        if (problem is Problem.Invalid invalid)
        {
            extensions["errors"] = invalid
                .Faults.GroupBy(fault => fault.Path)
                .ToDictionary(at => at.Key, at => at.Select(fault => new { code = fault.Code, message = fault.Message }).ToArray());
        }
        return TypedResults.Problem(detail: problem.Message, statusCode: StatusOf(problem), extensions: extensions).With(problem);
    }

    /// <summary>The same with the header that says when to come back, for problems that pass.</summary>
    public static IResult With(this IResult answer, Problem problem) =>
        problem switch
        {
            Problem.TooMany many => new RetryAfter(answer, many.RetryAfter),
            Problem.Unavailable unavailable => new RetryAfter(answer, unavailable.RetryAfter),
            _ => answer,
        };

    /// <summary>The status of a problem, the same for JSON and pages.</summary>
    public static int StatusOf(Problem problem) =>
        problem switch
        {
            Problem.NotFound => StatusCodes.Status404NotFound,
            Problem.NotSignedIn => StatusCodes.Status401Unauthorized,
            Problem.Forbidden => StatusCodes.Status403Forbidden,
            Problem.Invalid => StatusCodes.Status400BadRequest,
            Problem.Conflict => StatusCodes.Status409Conflict,
            Problem.Gone => StatusCodes.Status410Gone,
            Problem.GateClosed => StatusCodes.Status409Conflict,
            Problem.TooMany => StatusCodes.Status429TooManyRequests,
            Problem.Unavailable => StatusCodes.Status503ServiceUnavailable,
            Problem.Unread { Fault: RequestFault.Malformed } => StatusCodes.Status400BadRequest,
            Problem.Unread { Fault: RequestFault.MethodNotAllowed } => StatusCodes.Status405MethodNotAllowed,
            Problem.Unread { Fault: RequestFault.TooSlow } => StatusCodes.Status408RequestTimeout,
            Problem.Unread { Fault: RequestFault.TooLarge } => StatusCodes.Status413PayloadTooLarge,
            Problem.Unread { Fault: RequestFault.UnsupportedContent } => StatusCodes.Status415UnsupportedMediaType,
            Problem.Broken => StatusCodes.Status500InternalServerError,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>
    /// A whole page, rendered on the server; <paramref name="parameters"/> is an anonymous object with the component's parameters.
    /// </summary>
    public static IResult Page<TPage>(int status, object parameters)
        where TPage : IComponent => new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };

    /// <inheritdoc cref="Page{TPage}(int, object)"/>
    public static IResult Page<TPage>(object parameters)
        where TPage : IComponent => Page<TPage>(StatusCodes.Status200OK, parameters);

    /// <summary>
    /// After a form was taken: to another page of this program (a relative address), so that reloading sends nothing twice.
    /// </summary>
    public static IResult RedirectTo(string path) => TypedResults.LocalRedirect(path);

    /// <summary>A problem that has no form to go back to, as a page of its own.</summary>
    public static IResult PageOf(Problem problem) =>
        Page<Components.MessagePage>(
                StatusOf(problem),
                new
                {
                    Title = problem switch
                    {
                        Problem.NotFound => "Page not found",
                        Problem.Forbidden => "Not for your role",
                        Problem.Gone => "This is over",
                        Problem.Unavailable => "Please try again in a moment",
                        _ => "That did not work",
                    },
                    Words = problem.Message,
                }
            )
            .With(problem);

    private sealed record RetryAfter(IResult Inner, TimeSpan After) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(After.TotalSeconds)
                .ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Inner.ExecuteAsync(httpContext);
        }
    }
}
