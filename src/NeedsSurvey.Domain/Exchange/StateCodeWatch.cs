using System.Globalization;
using System.Text;

namespace NeedsSurvey.Domain.Exchange;

/// <summary>
/// Looks at cells while they are written, whether one reads like a code: to a reader who drops blanks around a cell, and takes -99.0 for
/// -99, as in <see cref="StateCodeSearch"/>. Immutable.
/// </summary>
public sealed class StateCodeWatch
{
    private readonly (byte[] Word, long? Number)[] codes;

    public StateCodeWatch(StateCodes codes)
    {
        this.codes = [.. codes.All().Select(Of)];
        LooksAtNumbers = Array.Exists(this.codes, code => code.Number is not null);
    }

    /// <summary>A number can read like a code; else only text can.</summary>
    public bool LooksAtNumbers { get; }

    /// <summary>Whether a cell reads like one of the codes.</summary>
    /// <param name="cell">Its text in UTF-8.</param>
    public bool Sees(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty || cell[0] > (byte)' ' && !LooksAtNumbers && !Begins(cell[0]))
            return false;
        cell = cell.Trim(Blanks);
        foreach (var code in codes)
            if (Is(cell, code))
                return true;
        return false;
    }

    private bool Begins(byte first)
    {
        foreach (var (word, _) in codes)
            if (word[0] == first)
                return true;
        return false;
    }

    private static ReadOnlySpan<byte> Blanks => " \t\n\v\f\r"u8;

    private static (byte[], long?) Of(string code) => (Encoding.UTF8.GetBytes(code), StateCodes.Number(code));

    private static bool Is(ReadOnlySpan<byte> cell, (byte[] Word, long? Number) code) =>
        code.Number is { } number
            ? decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && read == number
            : cell.SequenceEqual(code.Word);
}
