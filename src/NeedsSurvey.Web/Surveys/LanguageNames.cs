using System.Globalization;

namespace NeedsSurvey.Web.Surveys;

/// <summary>Languages by the name their speakers use: en → English, es → español.</summary>
internal static class LanguageNames
{
    public static string Of(string code)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(code);
            return culture.ThreeLetterISOLanguageName.Length == 0 || culture.EnglishName.StartsWith("Unknown", StringComparison.Ordinal) ? code
                : culture.TextInfo.ToTitleCase(culture.NativeName);
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    // Each is isolated, so that a name from right to left does not carry the rest of the line with it.
    public static string Of(IEnumerable<string> codes) => string.Join(", ", codes.Select(code => $"\u2068{Of(code)}\u2069"));
}
