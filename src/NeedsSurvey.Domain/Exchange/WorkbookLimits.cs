using System.Globalization;
using System.Text;

namespace NeedsSurvey.Domain.Exchange;

/// <summary>What a workbook (Office Open XML, .xlsx) holds. What does not fit is told in words and never cut.</summary>
public static class WorkbookLimits
{
    /// <summary>Rows of a sheet, its header among them.</summary>
    public const int Rows = 1_048_576;

    /// <summary>Columns of a sheet.</summary>
    public const int Columns = 16_384;

    /// <summary>UTF-16 units of a cell.</summary>
    public const int CellCharacters = 32_767;

    /// <summary>Columns that may stand before the answers.</summary>
    private const int Leading = 10;

    private const string Instead = "Take the CSV file or the package.";

    /// <summary>Characters of a sheet's name.</summary>
    private const int NameCharacters = 31;

    /// <summary>A day before it has no number that every program reads alike: Lotus's leap year of 1900.</summary>
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    /// <summary>Why a table does not fit a sheet; null when it does.</summary>
    public static string? Refusal(long rows, int columns) =>
        rows >= Rows ? Invariant($"A sheet of a workbook holds {Rows - 1:#,0} rows, and there are {rows:#,0}. {Instead}")
        : columns > Columns - Leading
            ? Invariant($"A sheet of a workbook holds {Columns - Leading:#,0} columns of answers, and there are {columns:#,0}. {Instead}")
        : null;

    /// <summary>A text that fits a cell: itself, or what is said instead of one that is too long.</summary>
    public static string Fitting(string text) =>
        text.Length <= CellCharacters
            ? text
            : Invariant($"[{text.Length:#,0} characters, more than a cell of a workbook holds. The package of CSV files has them all.]");

    /// <summary>Whether a day can stand in a cell as one.</summary>
    public static bool IsDay(DateOnly day) => day >= FirstDay;

    /// <summary>Whether a number can stand in a cell as one: programs keep fifteen digits of it.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> digits, out double number)
    {
        number = 0;
        var significant = 0;
        foreach (var digit in digits)
        {
            if (digit is (byte)'e' or (byte)'E')
                break;
            if (digit is >= (byte)'1' and <= (byte)'9' || digit == (byte)'0' && significant > 0)
                significant++;
        }
        return significant <= 15
            && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    /// <summary>
    /// A text as a cell stores it: what XML cannot hold is written <c>_x000B_</c>, and what reads like that has its first character written
    /// so (ECMA-376, 22.9.2.19).
    /// </summary>
    public static string Escaped(string text)
    {
        if (
            text.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0
            && !text.Contains("_x", StringComparison.Ordinal)
            && text.AsSpan().IndexOfAny('\ufffe', '\uffff') < 0
        )
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
            if (text[i] is < ' ' and not ('\t' or '\n') or '\ufffe' or '\uffff' || IsEscape(text.AsSpan(i)))
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
            else
                escaped.Append(text[i]);
        return escaped.ToString();
    }

    /// <summary>Names for sheets, no two alike, none of them one that spreadsheets keep for themselves.</summary>
    public static IReadOnlyList<string> SheetNames(IEnumerable<string> wished)
    {
        // Excel keeps "History" for itself.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "History" };
        var names = new List<string>();
        foreach (var wish in wished)
        {
            var name = wish.Length <= NameCharacters ? wish : wish[..NameCharacters];
            for (var number = 2; !taken.Add(name); number++)
            {
                var tail = string.Create(CultureInfo.InvariantCulture, $"_{number}");
                name = wish[..Math.Min(wish.Length, NameCharacters - tail.Length)] + tail;
            }
            names.Add(name);
        }
        return names;
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7
        && text[0] == '_'
        && text[1] == 'x'
        && text[6] == '_'
        && Ascii.IsValid(text[2..6])
        && Convert.FromHexString(text[2..6], stackalloc byte[2], out _, out _) == System.Buffers.OperationStatus.Done;

    private static string Invariant(FormattableString words) => FormattableString.Invariant(words);
}
