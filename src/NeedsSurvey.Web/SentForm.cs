using Microsoft.Extensions.Primitives;

namespace NeedsSurvey.Web;

/// <summary>A form that was sent and could not be taken, to be shown again: nobody types anything twice.</summary>
internal static class SentForm
{
    /// <summary>
    /// The form's fields; null when there is none, or a file or a password in it, which belong on no page, or when another site sent it:
    /// whom that site brings here must not find its words behind a button of ours.
    /// </summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, StringValues>>?> Of(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsOurOwn(request))
            return null;
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.Files.Count > 0 || form.Keys.Any(name => name.Contains("password", StringComparison.OrdinalIgnoreCase))
                ? null
                : [.. form];
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            // What did not arrive cannot be given back.
            return null;
        }
    }

    /// <summary>
    /// The page that gives it back, with a token of now; <paramref name="otherwise"/> where there is nothing to give back.
    /// </summary>
    /// <param name="signIn">Whether somebody has to sign in first, in another tab.</param>
    public static async Task<IResult> Page(HttpContext http, bool signIn, Func<IResult> otherwise) =>
        await Of(http.Request) is { Count: > 0 } form
            ? HttpResults.Page<Hosting.SendAgainPage>(
                signIn ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest,
                new
                {
                    Action = (http.Request.Path + http.Request.QueryString).ToString(),
                    Fields = form,
                    SignIn = signIn,
                }
            )
            : otherwise();

    /// <summary>Whether a browser says that a page of ours sent it.</summary>
    public static bool IsOfOurPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() == "same-origin";

    // Browsers say which site a form came from, since 2023 all of them in the first header; the second is "null" from every page of ours,
    // which tell nobody where a link was followed. Whoever says nothing is no browser, and carries nobody's cookies.
    private static bool IsOurOwn(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString().Length > 0
            ? IsOfOurPage(request)
            : request.Headers.Origin.ToString() is not { Length: > 0 } origin
                || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
}
