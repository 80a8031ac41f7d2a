using System.Security.Cryptography;
using System.Text;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Surveys;

/// <summary>
/// The rows of the translation page: each names its text by a mark of the original and what it had before, since browsers change line ends
/// on the way.
/// </summary>
internal static class TranslationForm
{
    public static string KeyOf(SurveyText text) => KeyOf(text.Original, text.Words);

    private static string KeyOf(string original, string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(original + "\0" + words)))[..20];

    /// <summary>What was typed for a text; null when the form has no row for it.</summary>
    public static string? Typed(PostedForm form, SurveyText text)
    {
        var key = KeyOf(text);
        return Rows(form).Where(row => row.Key == key).Select(row => row.Words).FirstOrDefault();
    }

    /// <summary>The posted rows as translations of the survey's texts, and the words that translate nothing it says.</summary>
    public static (IReadOnlyList<Translation> Translations, IReadOnlyList<string> Lost) Read(
        PostedForm form,
        IReadOnlyList<SurveyText> texts
    )
    {
        var known = texts.ToDictionary(KeyOf);
        var rows = Rows(form).ToList();
        return (
            [
                .. rows.Where(row => known.ContainsKey(row.Key))
                    .Select(row => new Translation(known[row.Key].Original, known[row.Key].Words, row.Words)),
            ],
            [.. rows.Where(row => row.Words.Length > 0 && !known.ContainsKey(row.Key) && !IsAsItWas(row)).Select(row => row.Words)]
        );

        // Somebody else translated it meanwhile, and here nobody touched it.
        bool IsAsItWas((string Key, string Words) row) => texts.Any(text => KeyOf(text.Original, row.Words) == row.Key);
    }

    private static IEnumerable<(string Key, string Words)> Rows(PostedForm form) =>
        form
            .Names.Where(name => name.StartsWith("t.", StringComparison.Ordinal) && name.EndsWith(".key", StringComparison.Ordinal))
            .Select(name => (form[name], Forms.Lines(form[name[..^4] + ".words"]).Trim()));
}
