using NeedsSurvey.App.Needs;

namespace NeedsSurvey.Web.Needs;

/// <summary>
/// The same need keeps the same colour everywhere: its place in the codebook chooses one of the eight, and stripes for those after them.
/// Needs that nobody was asked about come behind all others: a catalogue of forty would else leave stripes to the few that are shown.
/// </summary>
public static class NeedColour
{
    /// <param name="codebook">In its order.</param>
    /// <param name="asked">Names of the needs that a question asks about; null where that is not known.</param>
    /// <param name="need">One of them.</param>
    public static string Of(IReadOnlyList<NeedEntry> codebook, IReadOnlyList<string>? asked, string need) =>
        Of([.. codebook.OrderBy(entry => asked?.Contains(entry.Name) == false).Select(entry => entry.Name)], need);

    /// <param name="codebook">Names of the needs, those that were asked about first, in its order.</param>
    /// <param name="need">One of them.</param>
    public static string Of(IReadOnlyList<string> codebook, string need)
    {
        for (var i = 0; i < codebook.Count; i++)
            if (codebook[i] == need)
                return i < 8 ? $"c{i + 1}" : $"c{i % 8 + 1} p{Math.Min(i / 8, 3)}";
        return "fill-primary";
    }
}
