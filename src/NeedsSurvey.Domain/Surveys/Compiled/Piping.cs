using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>A stretch of a label: the author's words, or what a person answered, which pages encode and isolate (<c>bdi</c>).</summary>
public readonly record struct LabelPart(string Text, bool IsAnswer);

/// <summary>
/// <c>${name}</c> inside labels and hints stands for the answer to an earlier question, in words. The parts are plain text:
/// whoever shows them encodes them for the page.
/// </summary>
public static partial class Piping
{
    /// <summary>Names used in a text, each once.</summary>
    public static IEnumerable<string> NamesIn(string words) =>
        words.Contains("${", StringComparison.Ordinal) ? Places().Matches(words).Select(place => place.Groups[1].Value).Distinct() : [];

    /// <summary>
    /// The text in parts, names replaced by what <paramref name="answer"/> says; a name it does not know (null) stays as written.
    /// </summary>
    public static IReadOnlyList<LabelPart> Fill(string words, Func<string, string?> answer)
    {
        if (!words.Contains("${", StringComparison.Ordinal))
            return [new(words, false)];
        var parts = new List<LabelPart>();
        var from = 0;
        foreach (Match place in Places().Matches(words))
        {
            if (answer(place.Groups[1].Value) is not { } said)
                continue;
            if (place.Index > from)
                parts.Add(new(words[from..place.Index], false));
            if (said.Length > 0)
                parts.Add(new(said, true));
            from = place.Index + place.Length;
        }
        if (from < words.Length || parts.Count == 0)
            parts.Add(new(words[from..], false));
        return parts;
    }

    [GeneratedRegex(@"\$\{\s*([A-Za-z_][A-Za-z0-9_.-]*)\s*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Places();
}
