namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Can shares of rows and shares of columns be met together when only certain cells may hold anything? By maximum flow; if not, its
/// minimum cut names rows whose people are all in columns that are too small for them. Source: Ford &amp; Fulkerson 1956; Gale 1957.
/// </summary>
internal static class TransportCut
{
    private const double Slack = 1e-7;

    /// <summary>The rows and columns that contradict each other, or null when both margins can be met.</summary>
    public static (int[] Rows, int[] Columns)? Find(double[] rowShares, double[] columnShares, bool[,] mayHold)
    {
        int rows = rowShares.Length,
            columns = columnShares.Length,
            source = rows + columns,
            sink = source + 1;
        var room = new double[sink + 1, sink + 1];
        for (var r = 0; r < rows; r++)
            room[source, r] = rowShares[r];
        for (var c = 0; c < columns; c++)
            room[rows + c, sink] = columnShares[c];
        for (var r = 0; r < rows; r++)
        for (var c = 0; c < columns; c++)
            if (mayHold[r, c])
                room[r, rows + c] = 2;

        var flow = 0.0;
        while (true)
        {
            var from = Reach(room, source);
            if (from[sink] < 0)
            {
                if (flow >= 1 - Slack)
                    return null;
                return (
                    [.. Enumerable.Range(0, rows).Where(r => from[r] >= 0)],
                    [.. Enumerable.Range(0, columns).Where(c => from[rows + c] >= 0)]
                );
            }
            var amount = double.MaxValue;
            for (var n = sink; n != source; n = from[n])
                amount = Math.Min(amount, room[from[n], n]);
            for (var n = sink; n != source; n = from[n])
            {
                room[from[n], n] -= amount;
                room[n, from[n]] += amount;
            }
            flow += amount;
        }
    }

    private static int[] Reach(double[,] room, int source)
    {
        var nodes = room.GetLength(0);
        var from = new int[nodes];
        Array.Fill(from, -1);
        from[source] = source;
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var node))
        {
            for (var next = 0; next < nodes; next++)
            {
                if (from[next] >= 0 || room[node, next] <= 1e-12)
                    continue;
                from[next] = node;
                queue.Enqueue(next);
            }
        }
        return from;
    }
}
