using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Accounts;

/// <summary>What stands on one line of the history: one entry, or several alike that follow one another.</summary>
/// <param name="Entry">The newest of them.</param>
/// <param name="Count">How many there are.</param>
public sealed record HistoryLine(ReadAudit.AuditEntry Entry, int Count)
{
    // Whoever reads stories does this a hundred times; once is enough to know.
    private const string Repeated = "answer.code";

    /// <summary>The entries of a page as lines, in the same order.</summary>
    public static IReadOnlyList<HistoryLine> Of(IEnumerable<ReadAudit.AuditEntry> entries)
    {
        var lines = new List<HistoryLine>();
        foreach (var entry in entries)
        {
            if (lines is [.., { Entry: { Action: Repeated } last } line] && entry.Action == Repeated && Same(last, entry))
                lines[^1] = line with { Count = line.Count + 1 };
            else
                lines.Add(new(entry, 1));
        }
        return lines;
    }

    /// <summary>In plain words.</summary>
    public string What => Count == 1 ? AuditWords.What(Entry) : $"coded {Count} open answers to needs";

    private static bool Same(ReadAudit.AuditEntry one, ReadAudit.AuditEntry other) =>
        one.ActorKind == other.ActorKind && one.ActorName == other.ActorName;
}
