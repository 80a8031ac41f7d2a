using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Components;

/// <summary>Words that somebody wrote, as they are printed on a page of another language or of the same.</summary>
/// <param name="Words">The words.</param>
/// <param name="Language">Their language where it is not the page's; null where it is, or is not known.</param>
public readonly record struct Said(string Words, string? Language = null)
{
    /// <summary>A text in a reader's language; where it has none, in the one it was written in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reader">The reader's language.</param>
    /// <param name="written">The language it was written in.</param>
    public static Said Of(LocalText text, string reader, string written)
    {
        if (text.Plain is { } plain)
            return new(plain, reader == written ? null : written);
        foreach (var language in (string[])[reader, written])
            if (text.ByLanguage.TryGetValue(language, out var words) && words.Length > 0)
                return new(words, language == reader ? null : language);
        var (known, first) = text.ByLanguage.FirstOrDefault(one => one.Value.Length > 0);
        return new(first ?? "", known);
    }
}
