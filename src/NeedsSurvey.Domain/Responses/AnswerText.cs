using System.Text;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>
/// The one form in which words are kept: Unicode NFC and line feeds, otherwise exactly as written (bidi marks, zero-width
/// characters and spaces inside included; at the ends of what a person wrote they are let go, <see cref="TypedText"/>). Blank text is no
/// answer.
/// </summary>
internal static class AnswerText
{
    /// <summary>
    /// False when the text cannot be stored or has no normal form (NUL, half a surrogate pair, U+FFFE); a blank text gives null.
    /// </summary>
    internal static bool TryCanonical(string text, out string? words)
    {
        words = null;
        if (!JsonText.CanBeStored(text) || text.Contains(NormalForm.NoCharacter, StringComparison.Ordinal))
            return false;
        if (TypedText.IsBlank(text))
            return true;
        words = text;
        if (words.Contains('\r', StringComparison.Ordinal))
            words = words.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (!Ascii.IsValid(words) && !words.IsNormalized(NormalizationForm.FormC))
            words = words.Normalize(NormalizationForm.FormC);
        return true;
    }
}
