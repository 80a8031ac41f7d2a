using System.Globalization;
using NeedsSurvey.App;

namespace NeedsSurvey.Web;

/// <summary>
/// What a change that comes through the API began from: the ETag that its reader was given, in the header <c>If-Match</c>. Without it the
/// change is written over whatever is stored.
/// </summary>
/// <param name="Revision">Null where the header was not sent, or says that anything will do.</param>
internal sealed record BegunFrom(string? Revision)
{
    public static ValueTask<BegunFrom> BindAsync(HttpContext http)
    {
        var sent = http.Request.Headers.IfMatch.ToString().Trim();
        // A proxy that packs an answer makes its tag a weak one.
        var tag = sent.StartsWith("W/", StringComparison.Ordinal) ? sent[2..] : sent;
        return ValueTask.FromResult(new BegunFrom(tag is "" or "*" ? null : tag.Trim('"')));
    }

    /// <summary>As the version that something counts; 0, which nothing has, for what is none.</summary>
    public int? Version =>
        Revision is null ? null
        : int.TryParse(Revision, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
        : 0;

    /// <summary>One of several revisions in a tag; all of it where it has none of this place.</summary>
    public string? Part(int place) => Revision?.Split('-') is { } parts && place < parts.Length ? parts[place] : Revision;
}

/// <summary>Tags what is read with the revision that a change of it begins from.</summary>
internal static class Tagged
{
    public static Result<T> With<T>(this Result<T> read, HttpResponse response, Func<T, string> revision)
    {
        if (read.Succeeded(out var value, out _))
            response.Headers.ETag = $"\"{revision(value)}\"";
        return read;
    }
}
