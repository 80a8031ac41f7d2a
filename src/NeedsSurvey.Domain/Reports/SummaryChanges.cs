using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain.Reports;

/// <summary>What became of words from one version of a summary to a later one.</summary>
public enum SummaryChange
{
    Kept,

    /// <summary>In the earlier version only.</summary>
    Removed,

    /// <summary>In the later version only.</summary>
    Added,
}

/// <summary>Words of either version: a sentence, or some words of one.</summary>
public sealed record SummaryPart(string Words, SummaryChange Change);

/// <summary>
/// Before and after in one reading order: what people's corrections changed is what they look for. Sentences that stand in both in the same
/// order are kept, as many as can be (longest common subsequence). Where a sentence took the place of another and shares half its words
/// with it, the shared words are kept too, three in a row at least, so that half a sentence more does not cross out the other half;
/// otherwise what was replaced stands before what replaces it.
/// </summary>
public static partial class SummaryChanges
{
    private const int FewestInARow = 3;

    // So many pairs of characters are compared by words at most; longer texts are told by sentences.
    private const int MostPairs = 30_000_000;

    public static IReadOnlyList<SummaryPart> Between(string before, string after)
    {
        List<SummaryPart> told = [];
        foreach (var (gone, came, kept) in Runs(Sentences(before), Sentences(after), sentence => sentence))
        {
            told.AddRange(Replaced(gone, came));
            told.AddRange(kept.Select(sentence => new SummaryPart(sentence, SummaryChange.Kept)));
        }
        return told;
    }

    // Sentences in the place of others, each beside the one that it grew from: those pairs, in order, that keep the most words.
    private static IEnumerable<SummaryPart> Replaced(IReadOnlyList<string> gone, IReadOnlyList<string> came)
    {
        if ((long)gone.Sum(sentence => sentence.Length) * came.Sum(sentence => sentence.Length) > MostPairs)
            return Told(gone, SummaryChange.Removed).Concat(Told(came, SummaryChange.Added));
        var changes = new List<Run>?[gone.Count, came.Count];
        var kept = new int[gone.Count + 1, came.Count + 1];
        for (var i = gone.Count - 1; i >= 0; i--)
        for (var j = came.Count - 1; j >= 0; j--)
        {
            changes[i, j] = Grown(gone[i], came[j]);
            var paired = changes[i, j] is { } runs ? kept[i + 1, j + 1] + runs.Sum(run => run.Kept.Count) : 0;
            kept[i, j] = Math.Max(paired, Math.Max(kept[i + 1, j], kept[i, j + 1]));
        }

        List<SummaryPart> told = [];
        var (from, to) = (0, 0);
        while (from < gone.Count || to < came.Count)
        {
            List<string> removed = [],
                added = [];
            while (from < gone.Count && kept[from, to] == kept[from + 1, to])
                removed.Add(gone[from++]);
            while (to < came.Count && kept[from, to] == kept[from, to + 1])
                added.Add(came[to++]);
            told.AddRange([.. Told(removed, SummaryChange.Removed), .. Told(added, SummaryChange.Added)]);
            if (from < gone.Count && to < came.Count)
                told.AddRange(
                    changes[from++, to++]!.SelectMany(run =>
                        Joined(run.Gone, SummaryChange.Removed)
                            .Concat(Joined(run.Came, SummaryChange.Added))
                            .Concat(Joined(run.Kept, SummaryChange.Kept))
                    )
                );
        }
        return told;

        static IEnumerable<SummaryPart> Told(IReadOnlyList<string> sentences, SummaryChange change) =>
            sentences.Select(sentence => new SummaryPart(sentence, change));
        static SummaryPart[] Joined(IReadOnlyList<string> words, SummaryChange change) =>
            words.Count == 0 ? [] : [new(string.Join(' ', words), change)];
    }

    // How a sentence became another, if half of the shorter one stands in both; else null.
    private static List<Run>? Grown(string before, string after)
    {
        string[] old = Words(before),
            now = Words(after);
        var runs = Joined(Runs(old, now, Bare));
        var kept = runs.Sum(run => run.Kept.Count);
        return kept > 0 && 2 * kept >= Math.Min(old.Length, now.Length) ? runs : null;

        // A full stop that became a comma is no other word.
        static string Bare(string word) => word.TrimEnd('.', ',', ';', ':', '،', '؛', '!', '?', '؟');
        static string[] Words(string sentence) => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // One or two words that happen to stand in both are no reason to chop what changed around them.
    private static List<Run> Joined(IReadOnlyList<Run> runs)
    {
        List<Run> joined = [];
        foreach (var run in runs.Append(new([], [], [])))
            if (joined is [.., { Kept.Count: < FewestInARow } last])
                joined[^1] = new([.. last.Gone, .. last.Kept, .. run.Gone], [.. last.Came, .. last.Kept, .. run.Came], run.Kept);
            else
                joined.Add(run);
        return joined;
    }

    // What is gone, what came in its place, and what stays after that.
    private sealed record Run(IReadOnlyList<string> Gone, IReadOnlyList<string> Came, IReadOnlyList<string> Kept);

    private static List<Run> Runs(IReadOnlyList<string> old, IReadOnlyList<string> now, Func<string, string> compared)
    {
        // Length of the longest common subsequence of what begins at i and at j.
        var longest = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        for (var j = now.Count - 1; j >= 0; j--)
            longest[i, j] = Alike(i, j) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);

        List<Run> runs = [];
        var (from, to) = (0, 0);
        while (from < old.Count || to < now.Count)
        {
            List<string> gone = [],
                came = [],
                kept = [];
            while ((from < old.Count || to < now.Count) && !Same())
                if (from < old.Count && (to == now.Count || longest[from + 1, to] >= longest[from, to + 1]))
                    gone.Add(old[from++]);
                else
                    came.Add(now[to++]);
            while (Same())
            {
                kept.Add(now[to++]);
                from++;
            }
            runs.Add(new(gone, came, kept));
        }
        return runs;

        bool Same() => from < old.Count && to < now.Count && Alike(from, to);
        bool Alike(int i, int j) => compared(old[i]) == compared(now[j]);
    }

    /// <summary>
    /// The sentences of a text: up to a full stop, a question mark or an exclamation mark before a space, or the end of a line.
    /// </summary>
    public static IReadOnlyList<string> Sentences(string text) =>
        [.. End().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    [GeneratedRegex(@"(?<=[.!?؟۔。…][»”""’)]?)\s+|[\r\n]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End();
}
