using System.Globalization;

namespace NeedsSurvey.Web.Components;

/// <summary>Numbers and dates as organisers and readers of reports see them, always the same way.</summary>
public static class Figures
{
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>1,204</summary>
    public static string Count(long n) => n.ToString("N0", English);

    /// <summary>71 %, on one line.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "–" : (share * 100).ToString("0", English) + "\u00A0%";

    /// <summary>A score with as many digits as its size asks for: 6.2, 0.197, −60.</summary>
    public static string Score(double? score) =>
        score is not { } value || double.IsNaN(value)
            ? "–"
            : value
                .ToString(
                    Math.Abs(value) switch
                    {
                        >= 20 => "0",
                        >= 1 => "0.0",
                        _ => "0.00",
                    },
                    English
                )
                .Replace('-', '−');

    /// <summary>"1 person", "62 people".</summary>
    public static string People(long n) => n == 1 ? "1 person" : Count(n) + " people";

    /// <summary>"1 need", "4 needs".</summary>
    public static string Of(long n, string one, string? many = null) => $"{Count(n)} {(n == 1 ? one : many ?? one + "s")}";

    /// <summary>3 May 2026</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>The day of a moment on the clock in which it is told.</summary>
    public static string Day(DateTimeOffset moment) => Day(DateOnly.FromDateTime(moment.DateTime));

    /// <summary>With a capital letter, at the beginning of a sentence.</summary>
    public static string SentenceCase(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>"a, b and c".</summary>
    public static string And(IReadOnlyList<string> words) =>
        words.Count switch
        {
            0 => "",
            1 => words[0],
            _ => string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1],
        };
}
