using Microsoft.Extensions.Primitives;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Web;

/// <summary>
/// Which language a person reads, as far as the request says: asked for in the address, else what the browser prefers. Nothing is
/// remembered.
/// </summary>
internal static class SpokenLanguage
{
    /// <summary>Language codes that the browser accepts, best first; at most ten.</summary>
    internal static IEnumerable<string> Accepted(this HttpRequest request)
    {
        try
        {
            return
            [
                .. request
                    .GetTypedHeaders()
                    .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
                    .Select(language => language.Value.ToString())
                    .Take(10),
            ];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    /// <summary>For a page in the place of one that could not be made: as the form was, else as the address or the browser says.</summary>
    internal static string Spoken(this HttpContext http, IEnumerable<KeyValuePair<string, StringValues>>? form)
    {
        var sent = form?.ToDictionary(field => field.Key, field => field.Value.ToString());
        var said =
            sent is null ? null
            : http.GetEndpoint()?.Metadata.GetMetadata<FormLanguage>() is { } known ? known.Of(sent)
            : sent.GetValueOrDefault("language");
        return http.Request.Spoken(said ?? http.Request.Query["language"]);
    }

    /// <summary>For pages that belong to no survey: the code of the first language that the program has words for.</summary>
    internal static string Spoken(this HttpRequest request, string? wanted) =>
        KnownLanguages.Spoken(request.Accepted().Prepend(wanted)).Code;
}

/// <summary>Where the forms of a route say their language otherwise than in a field "language".</summary>
/// <param name="Of">The code, from the fields; null when they do not say it.</param>
internal sealed record FormLanguage(Func<IReadOnlyDictionary<string, string>, string?> Of);
