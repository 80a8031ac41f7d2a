// "Did you mean …?" for names, functions and choices.
namespace NeedsSurvey.Domain.Logic;

internal static class Spelling
{
    private const int LongestCompared = 64;

    /// <summary>
    /// The candidate that differs least from what was written, if it differs little: by letter case only, or by at most a third of its
    /// letters (never more than 3) inserted, left out, replaced or exchanged with the neighbour. Ties go to the first in ordinal order.
    /// </summary>
    public static string? Nearest(string written, IEnumerable<string> candidates)
    {
        if (written.Length is 0 or > LongestCompared)
            return null;
        string? best = null;
        var bestDistance = Math.Min(3, written.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (candidate.Length > LongestCompared || Math.Abs(candidate.Length - written.Length) > bestDistance)
                continue;
            var distance = candidate.Equals(written, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(written, candidate);
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
                (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    /// <summary>Optimal string alignment distance (Damerau 1964, restricted), letter case ignored.</summary>
    private static int Distance(string a, string b)
    {
        const int Width = LongestCompared + 1;
        Span<int> before = stackalloc int[Width],
            last = stackalloc int[Width],
            row = stackalloc int[Width];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + replace);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.Length];

        static bool Same(char x, char y) => char.ToLowerInvariant(x) == char.ToLowerInvariant(y);
    }
}
