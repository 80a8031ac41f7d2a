using System.Globalization;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Components;

/// <summary>A language's name in that language, as its readers look for it: en → English, es → Español.</summary>
internal static class LanguageName
{
    /// <summary>The name; the code itself when no such language is known.</summary>
    internal static string Of(string code)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(code, predefinedOnly: true);
            return culture.TextInfo.ToTitleCase(culture.NativeName);
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>
    /// The language that people call so, in their own language or in English, or the code itself; null when there is none.
    /// </summary>
    internal static string? Find(string name)
    {
        var known = CultureInfo
            .GetCultures(CultureTypes.AllCultures)
            .Where(culture => culture.Name.Length > 0 && !culture.Name.Contains('-', StringComparison.Ordinal))
            .FirstOrDefault(culture =>
                name.Equals(culture.EnglishName, StringComparison.OrdinalIgnoreCase)
                || name.Equals(culture.NativeName, StringComparison.OrdinalIgnoreCase)
            );
        if (known is not null)
            return known.Name;
        // Only two or three letters, with regions and scripts, are codes that anybody would mean: "Klingon" is none.
        return KnownLanguages.Primary(name).Length is 2 or 3 && LanguageCode.IsValid(name) ? name : null;
    }

    /// <summary>The name when it leads back to the code, else the code.</summary>
    internal static string ToEdit(string code) => Find(Of(code)) == code ? Of(code) : code;

    /// <summary>Several on one line, each isolated so that a name from right to left does not carry the rest of the line with it.</summary>
    internal static string Of(IEnumerable<string> codes) => string.Join(", ", codes.Select(code => $"\u2068{Of(code)}\u2069"));
}
