using System.Text;

namespace NeedsSurvey.Domain;

/// <summary>
/// Unicode's normal forms of whatever people send. .NET throws where there is none: of half a surrogate pair, and of U+FFFE, which JSON
/// carries and PostgreSQL keeps.
/// </summary>
public static class NormalForm
{
    /// <summary>A code that no character has; .NET takes it for one that was read in the wrong order of bytes.</summary>
    internal const char NoCharacter = '\uFFFE';

    /// <summary>The text in a normal form; what has none becomes the replacement character before.</summary>
    public static string InForm(this string text, NormalizationForm form) =>
        Ascii.IsValid(text) ? text : string.Concat(text.EnumerateRunes()).Replace(NoCharacter, '\uFFFD').Normalize(form);
}
