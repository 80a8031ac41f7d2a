using System.Globalization;

namespace NeedsSurvey.Web.Pages;

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

    /// <summary>Several on one line, each isolated so that a name from right to left does not carry the rest of the line with it.</summary>
    internal static string Of(IEnumerable<string> codes) => string.Join(", ", codes.Select(code => $"\u2068{Of(code)}\u2069"));
}
