using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain;

/// <summary>
/// Days as people type them: year, month and day in this order, since 3/5/2026 is a day of March to some and of May to others; in any order
/// where the month has its name.
/// </summary>
public static class TypedDate
{
    /// <summary>What to say where <see cref="Read"/> answers null.</summary>
    public const string Ask = "Enter a day that exists, as year-month-day: 2026-05-03.";

    private const int Longest = 40;

    // Months that two languages call by the same name are the same month in all languages of the program; a test holds that.
    private static readonly FrozenDictionary<string, int> Months = KnownLanguages
        .All.SelectMany(NamesOf)
        .DistinctBy(month => month.Name)
        .ToFrozenDictionary(month => month.Name, month => month.Month, StringComparer.Ordinal);

    /// <summary>All names of months that a language has, folded, with their numbers.</summary>
    internal static IEnumerable<(string Name, int Month)> NamesOf(Language language) =>
        language.Culture.DateTimeFormat is var format
            ? new[] { format.MonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthNames, language.OtherMonths }.SelectMany(names =>
                names
                    .Take(12)
                    .SelectMany((name, at) => name.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(one => (Plain(one), at + 1)))
            )
            : [];

    private static readonly FrozenSet<string> Fillers = KnownLanguages.All.SelectMany(language => language.DateFillers).ToFrozenSet();

    /// <summary>Reads 2026-05-03 · 2026/5/3 · 2026.5.3 · ٢٠٢٦-٠٥-٠٣ · 3 May 2026; null for nothing and for anything else.</summary>
    public static DateOnly? Read(string? typed)
    {
        if (typed is null or { Length: > Longest })
            return null;
        var parts = TypedNumber.Folded(typed).Split(['-', '/', '.', ' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return parts.Where(part => !Fillers.Contains(part)).ToArray() switch
        {
            [{ Length: 4 } year, var month, { Length: 1 or 2 } day] => Of(year, month, day),
            [{ Length: 1 or 2 } day, var month, { Length: 4 } year] when Digits(month) is null => Of(year, month, day),
            [var month, { Length: 1 or 2 } day, { Length: 4 } year] when Digits(month) is null => Of(year, month, day),
            _ => null,
        };
    }

    /// <summary>A month from 1: its number in digits of any script (3, 3.), or its name in a language of the program.</summary>
    internal static int? Month(string? typed) =>
        typed is null or { Length: > Longest } ? null
        : TypedNumber.Folded(typed).TrimEnd('.', ' ') is var text && Digits(text) is { } number ? number
        : Months.TryGetValue(Plain(text), out var month) ? month
        : null;

    /// <summary>A day of a month in digits of any script: 3 · 3. · 3º · 3rd; null for anything else.</summary>
    internal static int? Day(string? typed)
    {
        if (typed is null or { Length: > Longest })
            return null;
        var text = TypedNumber.Folded(typed).ToLowerInvariant();
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return text[digits..].Trim() is "" or "." or ".º" or "º" or "°" or "o" or ".o" or "er" or "st" or "nd" or "rd" or "th"
            ? Digits(text[..digits])
            : null;
    }

    private static DateOnly? Of(string year, string month, string day) =>
        Digits(year) is { } y
        && (month.Length <= 2 || Digits(month) is null)
        && Month(month) is { } m
        && Digits(day) is { } d
        && y >= 1
        && m is >= 1 and <= 12
        && d >= 1
        && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;

    // Without what hurried writers leave out: accents, the hamza on an alif, a dot.
    private static string Plain(string name) =>
        string.Concat(
            name.Trim('.', ' ')
                .ToLowerInvariant()
                .InForm(NormalizationForm.FormD)
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        );

    private static int? Digits(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
