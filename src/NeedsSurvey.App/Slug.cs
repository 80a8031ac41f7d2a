using System.Globalization;
using System.Text;

namespace NeedsSurvey.App;

/// <summary>
/// The readable part of an address, made of a name: "Café Müller, 2026" → "cafe-muller-2026". Names that leave nothing (other scripts)
/// take the fallback.
/// </summary>
public static class Slug
{
    private const int MaxLength = 48;

    /// <summary>Lower-case ASCII letters, digits and single dashes; 1 to 48 characters.</summary>
    public static string From(string name, string fallback)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (
                CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                && c is not ('\'' or '’')
                && slug is not [.., '-']
            )
            {
                slug.Append('-');
            }

            if (slug.Length == MaxLength)
                break;
        }

        return slug.ToString().Trim('-') is { Length: > 0 } readable ? readable : fallback;
    }

    /// <summary>The same with a number behind: "open-doors", "open-doors-2", … for when the first is taken.</summary>
    public static string Numbered(string slug, int number) => number == 1 ? slug : $"{slug}-{number}";
}
