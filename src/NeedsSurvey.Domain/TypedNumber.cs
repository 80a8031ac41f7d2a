using System.Globalization;
using System.Text;

namespace NeedsSurvey.Domain;

// People write numbers as they learnt to: 12,5 and 12.5, 1 000, ١٢. All are read when they can mean one thing only; 1,250 and 1.250
// can mean two and are asked for again rather than guessed, unless a whole number is asked for.

/// <summary>What one mark before three digits may stand for, as in 1.250.</summary>
internal enum Marks
{
    /// <summary>Thousands or decimals: it cannot be known.</summary>
    Either,

    /// <summary>Thousands: the answer has no decimals.</summary>
    Thousands,

    /// <summary>Decimals: the answer has no thousands.</summary>
    Decimal,
}

/// <summary>Numbers as people type them: the one reader for respondents' answers and organisers' forms.</summary>
public static class TypedNumber
{
    /// <summary>What to say where <see cref="Read(string?)"/> answers null.</summary>
    public const string Ask = "Enter a number, such as 1250 or 12.5. Leave out marks between thousands: 1,250 could mean two numbers.";

    // Longer than any number that can be stored, written with a space after each digit.
    private const int Longest = 60;

    /// <inheritdoc cref="Read(string?, Marks)"/>
    public static decimal? Read(string? typed) => Read(typed, Marks.Either);

    /// <summary>
    /// Reads 12 · −3 · 12,5 · 12.5 · 1 000 · 1,234.5 · 1.234.567 · ١٢٫٥ · ۱۲; null for nothing, and for anything that could mean two
    /// numbers.
    /// </summary>
    internal static decimal? Read(string? typed, Marks marks)
    {
        if (typed is null or { Length: > Longest })
            return null;
        var text = Folded(typed);
        var dots = text.Count(c => c == '.');
        var commas = text.Count(c => c == ',');
        char? group = null;
        if (dots > 0 && commas > 0)
            group = text.LastIndexOf('.') > text.LastIndexOf(',') ? ',' : '.';
        else if (dots > 1 || commas > 1)
            group = dots > 1 ? '.' : ',';
        else if (marks != Marks.Decimal && dots + commas == 1 && LooksLikeThousands(text))
        {
            if (marks == Marks.Either)
                return null;
            group = dots == 1 ? '.' : ',';
        }

        if (group is { } mark)
        {
            if (!GroupsOfThree(text, mark))
                return null;
            text = text.Replace(mark.ToString(), "", StringComparison.Ordinal);
        }
        text = text.Replace(',', '.');
        return decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

    /// <summary>
    /// A whole number, where 1,250 and 1.250 can only be 1250; null for anything else, also for one that does not fit 32 bits.
    /// </summary>
    public static int? Whole(string? typed) =>
        Read(typed, Marks.Thousands) is { } number && number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    /// <summary>
    /// Digits of every script, decimal marks and minus signs of all kinds as ASCII; spaces, and what marks thousands only, left out.
    /// </summary>
    internal static string Folded(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            if (c is '\u2212' or >= '\u2010' and <= '\u2015' or '\uFE63' or '\uFF0D')
                text.Append('-');
            else if (c is '\u066B' or '\uFF0E')
                text.Append('.');
            else if (c is '\u060C' or '\uFF0C')
                text.Append(','); // the comma of Arabic and of East Asian keyboards
            else if (c is '\'' or '\u2019' or '\u066C' || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
                continue;
            else if (char.IsDigit(c))
                text.Append((char)('0' + (int)char.GetNumericValue(c)));
            else
                text.Append(c);
        }
        return text.ToString();
    }

    /// <summary>1 to 3 digits (not a leading 0), a mark, exactly 3 digits.</summary>
    private static bool LooksLikeThousands(string text)
    {
        var unsigned = text.TrimStart('-', '+');
        var mark = unsigned.IndexOfAny(['.', ',']);
        return mark is >= 1 and <= 3 && unsigned[0] != '0' && unsigned.Length - mark == 4;
    }

    /// <summary>1,234,567 or 1,234.5: groups of three before the other mark, none after it.</summary>
    private static bool GroupsOfThree(string text, char mark)
    {
        var parts = text.TrimStart('-', '+').Split(mark == ',' ? '.' : ',');
        if (parts.Length > 2 || parts.Length == 2 && parts[1].Contains(mark, StringComparison.Ordinal))
            return false;
        var groups = parts[0].Split(mark);
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
    }
}
