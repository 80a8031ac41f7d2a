using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain.Reports;

/// <summary>What became of a sentence from one version of a summary to a later one.</summary>
public enum SentenceChange
{
    Kept,

    /// <summary>In the earlier version only.</summary>
    Removed,

    /// <summary>In the later version only.</summary>
    Added,
}

/// <summary>A sentence of either version.</summary>
public sealed record SummarySentence(string Words, SentenceChange Change);

/// <summary>
/// Before and after, sentence by sentence, in one reading order: what people's corrections changed is what they look for. Sentences that
/// stand in both in the same order are kept, as many as can be (longest common subsequence); a replaced one stands before what replaces it.
/// </summary>
public static partial class SummaryChanges
{
    public static IReadOnlyList<SummarySentence> Between(string before, string after)
    {
        var (old, now) = (Sentences(before), Sentences(after));
        // Length of the longest common subsequence of what begins at i and at j.
        var longest = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        for (var j = now.Count - 1; j >= 0; j--)
            longest[i, j] = old[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);

        List<SummarySentence> told = [];
        var (from, to) = (0, 0);
        while (from < old.Count || to < now.Count)
        {
            if (from < old.Count && to < now.Count && old[from] == now[to])
            {
                told.Add(new(now[to++], SentenceChange.Kept));
                from++;
            }
            else if (from < old.Count && (to == now.Count || longest[from + 1, to] >= longest[from, to + 1]))
                told.Add(new(old[from++], SentenceChange.Removed));
            else
                told.Add(new(now[to++], SentenceChange.Added));
        }
        return told;
    }

    /// <summary>
    /// The sentences of a text: up to a full stop, a question mark or an exclamation mark before a space, or the end of a line.
    /// </summary>
    public static IReadOnlyList<string> Sentences(string text) =>
        [.. End().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    [GeneratedRegex(@"(?<=[.!?؟۔。…][»”""’)]?)\s+|[\r\n]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End();
}
