// In which order the expressions of a survey are evaluated, so that each sees finished values; or why there is no such order.
namespace NeedsSurvey.Domain.Logic;

/// <summary>An order of evaluation, or the cycle that forbids one.</summary>
/// <param name="Order">Indexes into the given list, each after those it depends on; empty if there is a cycle.</param>
/// <param name="Cycle">The names along the shortest way round, the first again at the end: <c>a, b, a</c>; empty if there is none.</param>
public sealed record DependencyOrder(IReadOnlyList<int> Order, IReadOnlyList<string> Cycle)
{
    /// <summary>Whether there is no order.</summary>
    public bool HasCycle => Cycle.Count > 0;

    /// <summary>The cycle in words; null if there is none.</summary>
    public string? CycleMessage =>
        !HasCycle ? null
        : Cycle.Count == 2 ? $"{Cycle[0]} depends on itself."
        : $"{string.Join(" needs ", Cycle)}: they depend on one another in a circle.";

    /// <summary>
    /// Orders named expressions. A name may be given more than once (a question's relevance and its calculation): whoever depends on
    /// the name comes after all of them. Names that are not given (plain answers) are no obstacle. Among independent ones the given
    /// order is kept. Linear in names and dependencies, apart from finding a cycle.
    /// </summary>
    /// <param name="expressions">Each with the name it decides and the names it looks at.</param>
    public static DependencyOrder Of(IReadOnlyList<(string Name, IReadOnlyList<string> DependsOn)> expressions)
    {
        var deciders = new Dictionary<string, List<int>>(expressions.Count, StringComparer.Ordinal);
        for (var i = 0; i < expressions.Count; i++)
        {
            if (!deciders.TryGetValue(expressions[i].Name, out var list))
                deciders[expressions[i].Name] = list = new(1);
            list.Add(i);
        }
        var waitingFor = new int[expressions.Count];
        var followers = new List<int>?[expressions.Count];
        for (var i = 0; i < expressions.Count; i++)
        {
            var names = expressions[i].DependsOn;
            foreach (var name in names.Count < 2 ? names : names.Distinct(StringComparer.Ordinal))
            {
                if (!deciders.TryGetValue(name, out var before))
                    continue;
                foreach (var decider in before)
                {
                    (followers[decider] ??= []).Add(i);
                    waitingFor[i]++;
                }
            }
        }
        var order = new List<int>(expressions.Count);
        var ready = new PriorityQueue<int, int>();
        for (var i = 0; i < expressions.Count; i++)
        {
            if (waitingFor[i] == 0)
                ready.Enqueue(i, i);
        }
        while (ready.TryDequeue(out var next, out _))
        {
            order.Add(next);
            foreach (var follower in followers[next] ?? [])
            {
                if (--waitingFor[follower] == 0)
                    ready.Enqueue(follower, follower);
            }
        }
        if (order.Count == expressions.Count)
            return new DependencyOrder(order, []);
        return new DependencyOrder([], ShortestCycle(expressions, followers, waitingFor));
    }

    /// <summary>Breadth first from each expression that was never ready, over others that were not; the shortest way back wins.</summary>
    private static List<string> ShortestCycle(
        IReadOnlyList<(string Name, IReadOnlyList<string> DependsOn)> expressions,
        List<int>?[] followers,
        int[] waitingFor
    )
    {
        const int MostStarts = 200; // Every cycle found is a true one; that it is the shortest matters only for reading.
        List<string>? best = null;
        var starts = Enumerable.Range(0, expressions.Count).Where(i => waitingFor[i] > 0);
        var tried = 0;
        foreach (var start in starts)
        {
            if (best is not null && tried++ > MostStarts)
                break;
            var cameFrom = new Dictionary<int, int>();
            var queue = new Queue<int>([start]);
            while (queue.TryDequeue(out var at) && !cameFrom.ContainsKey(start))
            {
                foreach (var next in followers[at] ?? [])
                {
                    if (waitingFor[next] > 0 && cameFrom.TryAdd(next, at))
                        queue.Enqueue(next);
                }
            }
            if (!cameFrom.ContainsKey(start))
                continue;
            // Followers lead from what is needed to what needs it, so walking back reads "start needs … needs start".
            var path = new List<string> { expressions[start].Name };
            var step = start;
            do
            {
                step = cameFrom[step];
                path.Add(expressions[step].Name);
            } while (step != start);
            if (best is null || path.Count < best.Count)
                best = path;
        }
        return best ?? [];
    }
}
