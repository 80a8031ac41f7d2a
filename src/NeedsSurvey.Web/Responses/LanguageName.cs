using System.Globalization;

namespace NeedsSurvey.Web.Responses;

/// <summary>A language's name in that language, as its readers look for it.</summary>
internal static class LanguageName
{
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
}
