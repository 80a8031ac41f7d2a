namespace NeedsSurvey.Domain.Results;

/// <summary>
/// A response's part in the noise of every count it is in: 64 random bits, given once when the response is stored and never shown or
/// exported, because whoever knows them can take the noise away.
/// </summary>
/// <param name="Value">Uniform over all 64-bit numbers.</param>
public readonly record struct RecordKey(ulong Value);

/// <summary>
/// Turns the sum of the members' keys into bits that choose the noise. The sum alone will not do: sums of overlapping cells are related
/// (key of A + key of B = key of A∪B for disjoint cells), so noise read off them would be related too: where the noise of two of the three
/// cells is known, so is that of the third, and a person who joins two cells would shift both alike. After mixing, cells that differ by a
/// single member have unrelated noise. Finaliser of SplitMix64 (Steele, Lea &amp; Flood 2014), applied after the drawing is added.
/// </summary>
internal static class CellKey
{
    /// <summary>Mixed bits.</summary>
    /// <param name="sum">Sum of the members' keys modulo 2⁶⁴.</param>
    /// <param name="drawing">Which drawing of figures; see <see cref="Drawing"/>.</param>
    public static ulong Mix(ulong sum, ulong drawing) => Mix(Mix(sum + 0x9E3779B97F4A7C15) ^ drawing);

    /// <summary>The finaliser by itself: one to one, and every bit depends on every bit.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
