using System.Globalization;
using System.Text;
using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

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

/// <summary>Numbers as people type them.</summary>
internal static class FormNumber
{
    /// <summary>Writes a JSON number, or the text itself when it is not one, or null for nothing.</summary>
    internal static void Write(Utf8JsonWriter writer, string? typed, Marks marks = Marks.Either)
    {
        if (typed is null) writer.WriteNullValue();
        else if (TryRead(typed, marks, out var number)) writer.WriteNumberValue(number);
        else if (typed.Length <= 400 && typed.Trim().TrimStart('-').All(char.IsAsciiDigit)) writer.WriteRawValue("1e400"); // a number, but too large
        else writer.WriteStringValue(Storable(typed));
    }

    /// <summary>A whole number of at most nine digits.</summary>
    internal static bool TryWhole(string? typed, out int number)
    {
        number = 0;
        return typed is not null && int.TryParse(Ascii(typed), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Reads 12 · −3 · 12,5 · 12.5 · 1 000 · 1,234.5 · 1.234.567 · ١٢٫٥; false for anything that could mean two numbers.</summary>
    internal static bool TryRead(string typed, Marks marks, out decimal number)
    {
        number = 0;
        if (typed.Length > 60) return false;
        var text = Ascii(typed);
        var dots = text.Count(c => c == '.');
        var commas = text.Count(c => c == ',');
        char? group = null;
        if (dots > 0 && commas > 0) group = text.LastIndexOf('.') > text.LastIndexOf(',') ? ',' : '.';
        else if (dots > 1 || commas > 1) group = dots > 1 ? '.' : ',';
        else if (marks != Marks.Decimal && dots + commas == 1 && LooksLikeThousands(text))
        {
            if (marks == Marks.Either) return false;
            group = dots == 1 ? '.' : ',';
        }

        if (group is { } mark)
        {
            if (!GroupsOfThree(text, mark)) return false;
            text = text.Replace(mark.ToString(), "", StringComparison.Ordinal);
        }
        text = text.Replace(',', '.');
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Text that a JSON writer takes: half a surrogate pair becomes NUL, which the reader refuses as text that cannot be kept.</summary>
    internal static string Storable(string text) => JsonText.CanBeStored(text) ? text : "\0";

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
        if (parts.Length > 2 || parts.Length == 2 && parts[1].Contains(mark, StringComparison.Ordinal)) return false;
        var groups = parts[0].Split(mark);
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
    }

    /// <summary>Arabic-Indic digits, the Arabic decimal mark and the minus sign as ASCII; spaces between digits left out.</summary>
    private static string Ascii(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var c in typed.Trim())
        {
            if (c is '\u2212' or '\u2013') text.Append('-');
            else if (c == '\u066B') text.Append('.');
            else if (c == '\u060C') text.Append(','); // the comma of Arabic keyboards
            else if (c is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '\u2019' or '\u066C') continue;
            else if (char.IsDigit(c)) text.Append((char)('0' + (int)char.GetNumericValue(c)));
            else text.Append(c);
        }
        return text.ToString();
    }
}
