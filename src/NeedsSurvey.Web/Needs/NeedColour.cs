using NeedsSurvey.App.Needs;

namespace NeedsSurvey.Web.Needs;

/// <summary>
/// The same need keeps the same colour everywhere: its place in the codebook chooses one of the eight, and stripes for those after them.
/// Needs that nobody was asked about come behind all others: a catalogue of forty would else leave stripes to the few that are shown.
/// </summary>
public static class NeedColour
{
    public static string Of(NeedFigures figures, string need) =>
        Of([.. figures.Needs.OrderBy(entry => figures.Asked?.Contains(entry.Name) == false).Select(entry => entry.Name)], need);

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
