using System.Globalization;
using System.Text;

namespace NeedsSurvey.Domain.Exchange;

/// <summary>
/// Looks at cells while they are written, whether one reads like a code: to a reader who drops blanks around a cell, and takes -99.0 for
/// -99, as in <see cref="StateCodeSearch"/>. Immutable.
/// </summary>
public sealed class StateCodeWatch
{
    private readonly (byte[] Word, long? Number) notAsked;
    private readonly (byte[] Word, long? Number) declined;

    public StateCodeWatch(StateCodes codes)
    {
        (notAsked, declined) = (Of(codes.NotAsked), Of(codes.Declined));
        LooksAtNumbers = notAsked.Number is not null || declined.Number is not null;
    }

    /// <summary>A number can read like a code; else only text can.</summary>
    public bool LooksAtNumbers { get; }

    /// <summary>Whether a cell reads like one of the codes.</summary>
    /// <param name="cell">Its text in UTF-8.</param>
    public bool Sees(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty || cell[0] > (byte)' ' && cell[0] != notAsked.Word[0] && cell[0] != declined.Word[0] && !LooksAtNumbers)
            return false;
        cell = cell.Trim(Blanks);
        return Is(cell, notAsked) || Is(cell, declined);
    }

    private static ReadOnlySpan<byte> Blanks => " \t\n\v\f\r"u8;

    private static (byte[], long?) Of(string code) => (Encoding.UTF8.GetBytes(code), StateCodes.Number(code));

    private static bool Is(ReadOnlySpan<byte> cell, (byte[] Word, long? Number) code) =>
        code.Number is { } number
            ? decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && read == number
            : cell.SequenceEqual(code.Word);
}
