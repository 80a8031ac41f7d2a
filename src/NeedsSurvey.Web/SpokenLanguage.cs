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

    /// <summary>For pages that belong to no survey: the code of the first language that the program has words for.</summary>
    internal static string Spoken(this HttpRequest request, string? wanted) =>
        KnownLanguages.Spoken(request.Accepted().Prepend(wanted)).Code;
}
