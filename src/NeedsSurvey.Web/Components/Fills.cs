namespace NeedsSurvey.Web.Components;

/// <summary>The stylesheet's fills on white paper, for printers that read no custom properties inside a picture.</summary>
internal static class Fills
{
    /// <param name="fill">A fill's class, with or without that of its stripes: <c>c1</c>, <c>c3 p1</c>, <c>fill-good</c>.</param>
    internal static string OnPaper(string fill) =>
        fill.Split(' ')[0] switch
        {
            "c2" => "#a8481f",
            "c3" => "#4b5d9e",
            "c4" => "#8a5a00",
            "c5" => "#7a3b69",
            "c6" => "#3d7a3a",
            "c7" => "#5b6770",
            "c8" => "#1f7a9c",
            "fill-good" => "#1e6b3a",
            "fill-warn" => "#7d5200",
            "fill-bad" => "#a3211b",
            "fill-sunk" => "#d9d6cf",
            _ => "#0b5d5e",
        };
}
