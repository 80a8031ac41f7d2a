using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>
/// A reader who wants the hidden counts. Knows only what is published: shown cells, shown totals, that hidden counts are whole numbers
/// of at least <paramref name="least"/>. Searches completions of the table by feasible circulation (maximum flow with lower bounds),
/// built from the published table alone.
/// </summary>
internal sealed class TotalsAttacker(int least)
{
    private const int Plenty = 1_000_000;

    private readonly List<(int From, int To, int? Shown)> cells = [];
    private int nodes;

    public static TotalsAttacker On(SafeTable table, int least)
    {
        var attacker = new TotalsAttacker(least);
        int rows = table.Cells.Count,
            columns = table.Cells[0].Count;
        int bottom = rows,
            last = rows + 1 + columns;
        attacker.nodes = rows + columns + 2;
        for (var r = 0; r < rows; r++)
        for (var c = 0; c < columns; c++)
            attacker.cells.Add((r, rows + 1 + c, table.Cells[r][c]));
        for (var r = 0; r < rows; r++)
            attacker.cells.Add((last, r, table.RowTotals[r]));
        for (var c = 0; c < columns; c++)
            attacker.cells.Add((rows + 1 + c, bottom, table.ColumnTotals[c]));
        attacker.cells.Add((bottom, last, table.Total));
        return attacker;
    }

    public static TotalsAttacker On(SafeList list, int least)
    {
        var attacker = new TotalsAttacker(least) { nodes = 2 };
        foreach (var count in list.Counts)
            attacker.cells.Add((0, 1, count));
        attacker.cells.Add((1, 0, list.Total));
        return attacker;
    }

    /// <summary>Indexes of hidden cells that have only one possible value.</summary>
    public IReadOnlyList<int> Derivable()
    {
        var any = Complete(-1, 0, Plenty) ?? throw new InvalidOperationException("The published table contradicts itself.");
        return
        [
            .. Enumerable
                .Range(0, cells.Count)
                .Where(e =>
                    cells[e].Shown is null && Complete(e, any[e] + 1, Plenty) is null && (any[e] == 0 || Complete(e, 0, any[e] - 1) is null)
                ),
        ];
    }

    // A completion in which cell `chosen` lies in [low, high], or null.
    private int[]? Complete(int chosen, int low, int high)
    {
        var source = this.nodes;
        var sink = this.nodes + 1;
        var capacity = new int[this.nodes + 2, this.nodes + 2, cells.Count + 1];
        var bounds = new (int Low, int High)[cells.Count];
        var need = 0;
        var demand = new int[this.nodes];
        for (var e = 0; e < cells.Count; e++)
        {
            var (from, to, shown) = cells[e];
            var bound = shown is { } v ? (v, v) : (least, Plenty);
            if (e == chosen)
                bound = (Math.Max(bound.Item1, low), Math.Min(bound.Item2, high));
            if (bound.Item1 > bound.Item2)
                return null;
            bounds[e] = bound;
            capacity[from, to, e] = bound.Item2 - bound.Item1;
            demand[to] += bound.Item1;
            demand[from] -= bound.Item1;
        }
        for (var n = 0; n < this.nodes; n++)
        {
            if (demand[n] > 0)
            {
                capacity[source, n, cells.Count] = demand[n];
                need += demand[n];
            }
            else
                capacity[n, sink, cells.Count] = -demand[n];
        }
        for (int pushed; (pushed = Push(capacity, source, sink)) > 0; )
            need -= pushed;
        if (need > 0)
            return null;
        return [.. cells.Select((cell, e) => bounds[e].High - capacity[cell.From, cell.To, e])];
    }

    private static int Push(int[,,] capacity, int source, int sink)
    {
        int nodes = capacity.GetLength(0),
            kinds = capacity.GetLength(2);
        var via = new (int Node, int Kind)[nodes];
        Array.Fill(via, (-1, -1));
        var queue = new Queue<int>([source]);
        via[source] = (source, -1);
        while (queue.Count > 0 && via[sink].Node < 0)
        {
            var node = queue.Dequeue();
            for (var next = 0; next < nodes; next++)
            {
                for (var kind = 0; kind < kinds && via[next].Node < 0; kind++)
                {
                    if (capacity[node, next, kind] <= 0)
                        continue;
                    via[next] = (node, kind);
                    queue.Enqueue(next);
                }
            }
        }
        if (via[sink].Node < 0)
            return 0;
        var amount = int.MaxValue;
        for (var n = sink; n != source; n = via[n].Node)
            amount = Math.Min(amount, capacity[via[n].Node, n, via[n].Kind]);
        for (var n = sink; n != source; n = via[n].Node)
        {
            capacity[via[n].Node, n, via[n].Kind] -= amount;
            capacity[n, via[n].Node, via[n].Kind] += amount;
        }
        return amount;
    }
}
