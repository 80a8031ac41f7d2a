using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain;

// People write numbers as they learnt to: 12,5 and 12.5, 1 000, ١٢. All are read when they can mean one thing only; 1,250 and 1.250
// can mean two and are asked for again rather than guessed, unless a whole number is asked for. A mark between digits is passed over only
// where it parts groups of three: "2 3" may be two adults and three children, 5'6 is a height, and neither is 23 or 56.

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
public static partial class TypedNumber
{
    /// <summary>What to say where <see cref="Read(string?)"/> answers null.</summary>
    public const string Ask = "Enter a number, such as 1250 or 12.5. Leave out marks between thousands: 1,250 could mean two numbers.";

    // Longer than any number that can be stored, written with a space after each digit.
    private const int Longest = 60;

    // Marks that Folded leaves for those that part thousands and nothing else, and for the one that begins decimals and nothing else.
    private const char Space = ' ';
    private const char Apostrophe = '\'';
    private const char Thousands = '\u066C';
    private const char DecimalOnly = '\u066B';

    /// <inheritdoc cref="Read(string?, Marks)"/>
    public static decimal? Read(string? typed) => Read(typed, Marks.Either);

    /// <summary>
    /// Reads 12 · −3 · 12,5 · 12.5 · 1 000 · 1,234.5 · 1.234.567 · ١٢٫٥ · ۱۲; null for nothing, and for anything that could mean two
    /// numbers.
    /// </summary>
    internal static decimal? Read(string? typed, Marks marks) =>
        Plain(typed, marks) is { } text && TryParse(text, out var number) ? number : null;

    /// <summary>Whether a number is what was typed to its last digit; a decimal has room for 28.</summary>
    internal static bool IsExactly(string typed, Marks marks, decimal number) => Plain(typed, marks) is { } text && HoldsAll(text, number);

    /// <summary>Whether a number in digits, as JSON writes it, lost none of them on its way into a decimal.</summary>
    internal static bool HoldsAll(string written, decimal number) => Parts(written) == Parts(number.ToString(CultureInfo.InvariantCulture));

    // Digits without zeros at their ends, and the power of ten of the last one.
    private static (string Digits, long Power) Parts(string written)
    {
        var end = written.AsSpan().IndexOfAny('e', 'E');
        var power =
            end < 0 ? 0
            : long.TryParse(written.AsSpan(end + 1), CultureInfo.InvariantCulture, out var ten) ? ten
            : long.MinValue / 2;
        var digits = (end < 0 ? written : written[..end]).TrimStart('-', '+');
        if (digits.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point)
        {
            power -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }
        var last = digits.TrimEnd('0').Length;
        power += digits.Length - last;
        digits = digits[..last].TrimStart('0');
        return digits.Length == 0 ? ("", 0) : (digits, power);
    }

    private static bool TryParse(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>The number with a decimal point and without marks of thousands; null as for <see cref="Read(string?, Marks)"/>.</summary>
    private static string? Plain(string? typed, Marks marks)
    {
        if (typed is null or { Length: > Longest })
            return null;
        var text = Folded(typed);
        var sign = text is ['-' or '+', ..] ? text[..1] : "";
        text = text[sign.Length..].TrimStart(Space);
        var parted = text.IndexOfAny([Space, Apostrophe, Thousands]);
        if (parted >= 0)
        {
            var part = text[parted];
            if (!GroupsOfThree(text, part))
                return null;
            text = text.Replace(part.ToString(), "", StringComparison.Ordinal);
        }
        var dots = text.Count(c => c == '.');
        var commas = text.Count(c => c == ',');
        char? group = null;
        if (dots > 0 && commas > 0)
            group = text.LastIndexOf('.') > text.LastIndexOf(',') ? ',' : '.';
        else if (dots > 1 || commas > 1)
            group = dots > 1 ? '.' : ',';
        else if (dots + commas == 1 && text.Contains(DecimalOnly, StringComparison.Ordinal))
            group = dots == 1 ? '.' : ',';
        else if (marks != Marks.Decimal && dots + commas == 1 && LooksLikeThousands(text) && parted < 0)
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
        return sign + text.Replace(',', '.').Replace(DecimalOnly, '.');
    }

    /// <summary>
    /// A whole number, where 1,250 and 1.250 can only be 1250; null for anything else, also for one that does not fit 32 bits.
    /// </summary>
    public static int? Whole(string? typed) =>
        Read(typed, Marks.Thousands) is { } number && number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    /// <summary>Digits of any script with one sign at most: a number, however large.</summary>
    internal static bool IsWhole(string typed) =>
        Folded(typed) is var text
        && (text is ['-' or '+', ..] ? text[1..] : text) is { Length: > 0 } digits
        && digits.All(char.IsAsciiDigit);

    /// <summary>
    /// The numbers that are seen in what <see cref="Read(string?)"/> does not read, to show what was understood: 2 and 3 in "2 3"; 1250
    /// and 1.25 in 1.250, where <paramref name="isOne"/> says that it is one number with two meanings. Empty where none or a single one
    /// is seen, as in "about 5".
    /// </summary>
    internal static IReadOnlyList<decimal> Seen(string typed, out bool isOne)
    {
        isOne = false;
        if (typed.Length > Longest)
            return [];
        if (Read(typed) is null && Read(typed, Marks.Thousands) is { } thousands && Read(typed, Marks.Decimal) is { } decimals)
        {
            isOne = true;
            return [thousands, decimals];
        }
        var numbers = new List<decimal>();
        foreach (var run in NotOfNumbers().Split(Folded(typed)))
        {
            if (run.Trim(',', '.') is not { Length: > 0 } alone)
                continue;
            if (Read(alone) is not { } number)
                return [];
            numbers.Add(number);
        }
        return numbers.Count > 1 ? numbers : [];
    }

    [GeneratedRegex("[^0-9.,\u066B]+", RegexOptions.CultureInvariant, 100)]
    private static partial Regex NotOfNumbers();

    /// <summary>
    /// Digits of every script, decimal marks, minus signs and marks of thousands of all kinds as one of each kind; white space and
    /// invisible marks at the ends, and invisible marks inside, left out.
    /// </summary>
    internal static string Folded(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            if (c is '\u2212' or >= '\u2010' and <= '\u2015' or '\uFE63' or '\uFF0D')
                text.Append('-');
            else if (c is '\uFF0E')
                text.Append('.');
            else if (c is '\u060C' or '\uFF0C')
                text.Append(','); // the comma of Arabic and of East Asian keyboards
            else if (c is '\'' or '\u2019')
                text.Append(Apostrophe);
            else if (c is '\t' or '\n' or '\r' or '\v' or '\f' or '\u2028' or '\u2029')
                text.Append('\n'); // two cells or lines, not one number
            else if (char.IsWhiteSpace(c))
                text.Append(Space);
            else if (char.GetUnicodeCategory(c) == UnicodeCategory.Format)
                continue;
            else if (char.IsDigit(c))
                text.Append((char)('0' + (int)char.GetNumericValue(c)));
            else
                text.Append(c);
        }
        return text.ToString().Trim();
    }

    /// <summary>1 to 3 digits (not a leading 0), a mark, exactly 3 digits.</summary>
    private static bool LooksLikeThousands(string text)
    {
        var mark = text.IndexOfAny(['.', ',']);
        return mark is >= 1 and <= 3 && text[0] != '0' && text.Length - mark == 4;
    }

    /// <summary>
    /// 1,234,567 or 1,234.5: groups of three digits, the first of one to three and without a leading 0, before the other mark; none after
    /// it.
    /// </summary>
    private static bool GroupsOfThree(string text, char mark)
    {
        var end = text.AsSpan().LastIndexOfAny(['.', ',', DecimalOnly]);
        if (end >= 0 && text[end] == mark)
            end = -1;
        var (whole, rest) = end < 0 ? (text, "") : (text[..end], text[(end + 1)..]);
        var groups = whole.Split(mark);
        return groups[0].Length is >= 1 and <= 3
            && groups[0][0] != '0'
            && groups.Skip(1).All(group => group.Length == 3)
            && groups.All(group => group.All(char.IsAsciiDigit))
            && rest.All(char.IsAsciiDigit);
    }
}
