using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain;

// People write the same time as 9:30, 9.30, 9h30, 0930, 9:30 PM, ٠٩:٣٠. All of it is read where it can be one time only. A number alone
// ("9"), two numbers that may be a span ("9-10", "9 10"), a half hour as a decimal ("9.5") and 24:00, which is the beginning of a day to
// some and the end of one to others, are asked for again. Words beside the time are read in all languages of the program: none of them
// means another thing in another one.

/// <summary>Times of day as people type them: the one reader.</summary>
public static partial class TypedTime
{
    private const int Longest = 60;

    private static readonly FrozenSet<string> Hour = Of(words => words.Hour);
    private static readonly FrozenSet<string> BeforeNoon = Of(words => words.BeforeNoon);
    private static readonly FrozenSet<string> AfterNoon = Of(words => words.AfterNoon);
    private static readonly FrozenSet<string> Morning = Of(words => words.Morning);
    private static readonly FrozenSet<string> Evening = Of(words => words.Evening);

    /// <summary>Reads a time to the minute; seconds are passed over. Null for nothing and for what may be another time.</summary>
    public static TimeOnly? Read(string? typed)
    {
        if (typed is null or { Length: > Longest })
            return null;
        var match = Clock().Match(Folded(typed));
        if (!match.Success || !Words(match.Groups["before"].Value, match.Groups["after"].Value, out var isTime, out var half))
            return null;
        var digits = match.Groups["compact"] is { Success: true } compact ? compact.Value : null;
        var hours = Number(digits is null ? match.Groups["h"].Value : digits[..^2]);
        var minutes = match.Groups["m"] is { Success: true, Value: var given } ? Number(given) : 0;
        if (digits is not null)
            minutes = Number(digits[^2..]);
        else if (!match.Groups["m"].Success && !isTime && half is null)
            return null;
        if (hours > 23 || minutes > 59 || match.Groups["gap"].Success && minutes is > 9 and < 24)
            return null;
        return half is { } part
            ? part.On(hours) is { } hour
                ? new TimeOnly(hour, minutes)
                : null
            : new TimeOnly(hours, minutes);
    }

    /// <summary>Half of a day; <see cref="IsClock"/> where it belongs to a clock of twelve hours, on which 12 comes first.</summary>
    private readonly record struct Half(bool IsSecond, bool IsClock)
    {
        internal int? On(int hours) =>
            hours switch
            {
                12 when !IsClock => null,
                12 => IsSecond ? 12 : 0,
                < 12 when IsSecond => hours == 0 ? null : hours + 12,
                > 12 when !IsSecond => null,
                _ => hours,
            };
    }

    /// <summary>What the words around the digits say; false where one of them is none of a time's.</summary>
    private static bool Words(string before, string after, out bool isTime, out Half? half)
    {
        (isTime, half) = (false, null);
        foreach (var word in new[] { before, after })
        {
            var left = word.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
            if (Hour.FirstOrDefault(hour => left.StartsWith(hour, StringComparison.Ordinal) && Known(left[hour.Length..])) is { } said)
            {
                isTime = true;
                left = left[said.Length..];
            }
            if (left.Length == 0)
                continue;
            if (HalfOf(left) is not { } found || half is not null)
                return false;
            half = found;
        }
        return true;
    }

    private static bool Known(string word) => word.Length == 0 || HalfOf(word) is not null;

    private static Half? HalfOf(string word) =>
        BeforeNoon.Contains(word) ? new(false, true)
        : AfterNoon.Contains(word) ? new(true, true)
        : Morning.Contains(word) ? new(false, false)
        : Evening.Contains(word) ? new(true, false)
        : null;

    /// <summary>Small letters, digits and colons of every kind as ASCII, white space as single spaces, invisible marks left out.</summary>
    private static string Folded(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var c in typed.InForm(NormalizationForm.FormC))
        {
            if (c is '\uFF1A' or '\u2236' or '\uFE55' or '\uA789')
                text.Append(':');
            else if (c is '\uFF0E' or '\u066B' or '\u3002')
                text.Append('.');
            else if (char.IsWhiteSpace(c))
                text.Append(text is [.., ' '] ? "" : " ");
            else if (char.GetUnicodeCategory(c) == UnicodeCategory.Format)
                continue;
            else if (char.IsDigit(c))
                text.Append((char)('0' + (int)char.GetNumericValue(c)));
            else
                text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString().Trim();
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static FrozenSet<string> Of(Func<TimeWords, string> which) =>
        KnownLanguages.All.SelectMany(language => which(language.Times).Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(
        """
            ^(?<before>[^0-9:]*?)\ ?
            (
              (?<h>[0-9]{1,2}) (\ ?:\ ?|\.|\ ?(h|uhr)\ ?|(?<gap>\ )) (?<m>[0-9]{2})
              (\ ?(:|\.|m|min)\ ?(?<s>[0-5][0-9])([.,][0-9]{1,7})?\ ?s?|\ ?(m|min))?
            | (?<compact>[0-9]{3,4})
            | (?<h>[0-9]{1,2})
            )
            \ ?(?<after>[^0-9:]*)$
            """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        250
    )]
    private static partial Regex Clock();
}
