using NeedsSurvey.App.Needs;

namespace NeedsSurvey.Web.Pages;

/// <summary>The same need keeps the same colour everywhere: its place in the codebook chooses one of the eight.</summary>
public static class NeedColour
{
    public static string Of(IReadOnlyList<NeedEntry> codebook, string need)
    {
        for (var i = 0; i < codebook.Count; i++)
            if (codebook[i].Name == need) return $"c{i % 8 + 1}";
        return "fill-primary";
    }
}
