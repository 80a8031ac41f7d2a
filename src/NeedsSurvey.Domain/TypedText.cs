using System.Diagnostics.CodeAnalysis;

namespace NeedsSurvey.Domain;

// A keyboard's suggestion adds a space, a copied telephone number brings a direction mark along, and nobody sees either. What nobody sees
// at the ends of a text decides nothing; inside it is kept, where it parts words and joins letters.

/// <summary>Words as people type them, without what is not seen at their ends.</summary>
public static class TypedText
{
    /// <summary>The text without white space of any kind, direction marks and characters of no width at both ends.</summary>
    public static string Trimmed(string text)
    {
        var (from, to) = (0, text.Length);
        while (from < to && IsUnseen(text[from]))
            from++;
        while (to > from && IsUnseen(text[to - 1]))
            to--;
        return text[from..to];
    }

    /// <summary>Whether nothing is seen of it.</summary>
    public static bool IsBlank([NotNullWhen(false)] string? text)
    {
        foreach (var c in text ?? "")
            if (!IsUnseen(c))
                return false;
        return true;
    }

    // Not the whole category of format characters: the Arabic number signs in it are seen.
    private static bool IsUnseen(char c) =>
        char.IsWhiteSpace(c)
        || c
            is '\u00AD'
                or '\u061C'
                or '\u180E'
                or >= '\u200B'
                and <= '\u200F'
                or >= '\u202A'
                and <= '\u202E'
                or >= '\u2060'
                and <= '\u2064'
                or >= '\u2066'
                and <= '\u206F'
                or '\uFEFF';
}
