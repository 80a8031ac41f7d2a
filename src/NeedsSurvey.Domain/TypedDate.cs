using System.Globalization;

namespace NeedsSurvey.Domain;

/// <summary>
/// Days as people type them: year, month and day in this order, since 3/5/2026 is a day of March to some and of May to others.
/// </summary>
public static class TypedDate
{
    /// <summary>What to say where <see cref="Read"/> answers null.</summary>
    public const string Ask = "Enter a day that exists, as year-month-day: 2026-05-03.";

    /// <summary>Reads 2026-05-03 · 2026/5/3 · 2026.5.3 · ٢٠٢٦-٠٥-٠٣; null for nothing and for anything else.</summary>
    public static DateOnly? Read(string? typed) =>
        typed is { Length: <= 30 }
        && TypedNumber.Folded(typed).Split('-', '/', '.') is [{ Length: 4 } year, { Length: 1 or 2 } month, { Length: 1 or 2 } day]
        && Digits(year) is { } y
        && Digits(month) is { } m
        && Digits(day) is { } d
        && y >= 1
        && m is >= 1 and <= 12
        && d >= 1
        && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;

    private static int? Digits(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
