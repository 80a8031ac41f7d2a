// Decides which further cells to hide. Cells are edges of a circulation whose balances are the totals.
// A hidden value can be something else exactly when its edge lies on a cycle along which one unit can be pushed through hidden
// edges (up without limit, down to the smallest possible count). So each small cell gets the cheapest such cycle, found as a
// shortest path where showing costs what hiding it loses. Every cell hidden on the way lies on that cycle and is safe by it too.
namespace NeedsSurvey.Domain.Tests.Results;

internal sealed class SuppressionNetwork(int nodes, FormerRule rule)
{
    private const long Never = long.MaxValue / 4;

    private readonly List<Edge> edges = [];
    private readonly List<int>[] at = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];

    private int Least => rule.ShowZero ? 1 : 0;

    /// <summary>Adds a cell as an edge; its index is the order of adding. Hidden if small, and may be hidden to protect another.</summary>
    public void AddCell(int from, int to, int value) => Add(new(from, to, value, mayHide: true) { Hidden = rule.Hides(value) });

    /// <summary>Adds a total, whose showing or hiding was decided elsewhere and stays.</summary>
    public void AddTotal(int from, int to, int value, bool hidden) => Add(new(from, to, value, mayHide: false) { Hidden = hidden });

    /// <summary>The value to publish, or null when hidden.</summary>
    public int? Shown(int edge) => edges[edge].Hidden ? null : edges[edge].Value;

    /// <summary>Hides what protects the cells that are hidden; false when one of them cannot be protected.</summary>
    public bool Protect()
    {
        int[] hidden = [.. Enumerable.Range(0, edges.Count).Where(e => edges[e].Hidden)];
        foreach (var e in hidden)
        {
            var (upCost, up) = Cheapest(edges[e].To, edges[e].From, e);
            var (downCost, down) = edges[e].Value > Least ? Cheapest(edges[e].From, edges[e].To, e) : (Never, []);
            if (Math.Min(upCost, downCost) >= Never)
                return false;
            foreach (var other in upCost <= downCost ? up : down)
                edges[other].Hidden = true;
        }
        return true;
    }

    private void Add(Edge edge)
    {
        at[edge.From].Add(edges.Count);
        at[edge.To].Add(edges.Count);
        edges.Add(edge);
    }

    // Dijkstra from start to goal without the edge itself: forward over any edge that is or may be hidden, backward only where
    // there is a unit to take away. A shown zero stays shown and fixed.
    private (long Cost, List<int> Path) Cheapest(int start, int goal, int without)
    {
        var cost = new long[nodes];
        var via = new int[nodes];
        Array.Fill(cost, Never);
        cost[start] = 0;
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(start, 0);
        while (queue.TryDequeue(out var node, out var reached))
        {
            if (node == goal)
                break;
            if (reached > cost[node])
                continue;
            foreach (var e in at[node])
            {
                var edge = edges[e];
                if (e == without || (!edge.Hidden && !edge.MayHide) || (edge.Value == 0 && rule.ShowZero))
                    continue;
                var forward = edge.From == node;
                if (!forward && edge.Value <= Least)
                    continue;
                var next = forward ? edge.To : edge.From;
                var total = cost[node] + (edge.Hidden ? 0 : edge.Value + 1L);
                if (total >= cost[next])
                    continue;
                cost[next] = total;
                via[next] = e;
                queue.Enqueue(next, total);
            }
        }
        var path = new List<int>();
        if (cost[goal] >= Never)
            return (Never, path);
        for (var node = goal; node != start; )
        {
            var edge = edges[via[node]];
            path.Add(via[node]);
            node = edge.To == node ? edge.From : edge.To;
        }
        return (cost[goal], path);
    }

    private sealed class Edge(int from, int to, int value, bool mayHide)
    {
        public int From { get; } = from;
        public int To { get; } = to;
        public int Value { get; } = value;
        public bool MayHide { get; } = mayHide;
        public bool Hidden { get; set; }
    }
}
