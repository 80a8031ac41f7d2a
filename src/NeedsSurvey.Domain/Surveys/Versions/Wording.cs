namespace NeedsSurvey.Domain.Surveys;

/// <summary>Words that say something else than before.</summary>
/// <param name="Language">The first language in which they do.</param>
internal sealed record Wording(string Language, string Was, string Now)
{
    private const int Shown = 120;

    /// <summary>What becomes of the answers.</summary>
    internal const string OneColumn =
        "Answers to both wordings stand in one column, and the column 'version' tells them apart. If it means something else now, give it "
        + "another name instead.";

    /// <summary>Null when they differ in spelling only.</summary>
    internal static Wording? Of(LocalText? was, string first, LocalText? now, string newFirst) =>
        Rewording.Of(was, first, now, newFirst) is var (language, before, after) ? new(language, before, after) : null;

    /// <summary><c>asks “How many cars?” (en) instead of “How many children?”.</c> Empty marks where nothing is said any more.</summary>
    internal string Does(string says) =>
        $"{says} “{Short(Now)}” ({Language}) " + (Was.Length == 0 ? "where it said nothing." : $"instead of “{Short(Was)}”.");

    private static string Short(string words)
    {
        var line = words.ReplaceLineEndings(" ").Trim();
        return line.Length <= Shown ? line : line[..(char.IsHighSurrogate(line[Shown - 1]) ? Shown - 1 : Shown)] + "…";
    }
}
