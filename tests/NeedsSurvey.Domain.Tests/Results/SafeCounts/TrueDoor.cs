using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>The door switched off: true counts, either hidden below k table by table as the program did until now, or all of them
/// shown.</summary>
internal sealed class TrueDoor(Attacker attacker, bool hides) : Door(attacker)
{
    private static readonly FormerRule Rule = new();

    public override void Draw(RecordCounter everyone) { }

    // Rows of a breakdown are parts of its question and shown or hidden there; the table needs them all.
    public override bool Base(KnownSet set) => true;

    // A group below k had no results of its own; else its states were shown as they are.
    public override bool Answered(KnownSet whole, KnownSet set)
    {
        States(whole, [set]);
        return true;
    }

    public override void States(KnownSet whole, IReadOnlyList<KnownSet> states)
    {
        if (hides && whole.Set.True < Rule.Threshold)
            return;
        foreach (var state in states)
            Attacker.Look(state.Id, state.Set.True);
    }

    public override void Parts(KnownSet whole, IReadOnlyList<KnownSet> parts, bool exclusive)
    {
        int[] counts = [.. parts.Select(p => p.Set.True)];
        Tell(
            parts,
            !hides ? [.. counts.Select(c => (int?)c)]
                : exclusive ? Suppression.List(counts, Rule).Counts
                : Suppression.Options(counts, whole.Set.True, Rule).Counts
        );
    }

    public override void Table(IReadOnlyList<KnownSet> rows, IReadOnlyList<IReadOnlyList<KnownSet>> cells, bool exclusive)
    {
        if (cells[0].Count == 0)
            return;
        IReadOnlyList<IReadOnlyList<int>> counts = [.. cells.Select(row => (IReadOnlyList<int>)[.. row.Select(c => c.Set.True)])];
        var safe = exclusive
            ? Suppression.Table(counts, Rule)
            : Suppression.OptionsByGroup(counts, [.. rows.Select(r => r.Set.True)], Rule);
        for (var row = 0; row < rows.Count; row++)
            Tell(cells[row], hides ? safe.Cells[row] : [.. counts[row].Select(c => (int?)c)]);
    }

    private void Tell(IReadOnlyList<KnownSet> sets, IReadOnlyList<int?> shown)
    {
        for (var i = 0; i < sets.Count; i++)
        {
            if (shown[i] is { } number)
                Attacker.Look(sets[i].Id, number);
            else if (shown.Any(c => c is not null))
                Attacker.Between(sets[i].Id, 1, int.MaxValue);
        }
    }
}
