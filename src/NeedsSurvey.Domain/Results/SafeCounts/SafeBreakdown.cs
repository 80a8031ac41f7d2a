// A table by area says how many people are in each area, once for every question that is broken down. Many looks at
// the same sizes take the noise off, and "everybody" less all areas is then the three people of the smallest one, or the two who did not
// say. So a breakdown never covers everybody: at least k people stand outside, and which of them are few cannot be told.

namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Who is told apart by a group question and who stands outside. Outside are those who gave no answer and those of groups below k; they are
/// filled up to a multiple of k with people of the other groups, at least k/2 of them, picked by their keys (a random draw that stays the
/// same). Always, also where nobody is in a small group: a breakdown that covers everybody would say so. Groups that this makes smaller
/// than k stand outside too.
/// </summary>
public sealed class SafeBreakdown
{
    private readonly bool[] stands;
    private readonly ulong limit;

    private SafeBreakdown(bool[] stands, ulong limit) => (this.stands, this.limit) = (stands, limit);

    /// <summary>Whether a group is shown.</summary>
    public bool Stands(int group) => stands[group];

    /// <summary>The group in which a person is counted, or −1 for outside.</summary>
    /// <param name="group">The person's group; −1 for no answer.</param>
    /// <param name="key">The person's key.</param>
    /// <param name="question">The group question's mark; see <see cref="Mark"/>.</param>
    public int Place(int group, RecordKey key, ulong question) => group >= 0 && stands[group] && Draw(key, question) >= limit ? group : -1;

    /// <summary>Of everybody who counts, one pass before the counting itself.</summary>
    /// <param name="people">Group (−1 for no answer) and key.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="question">The group question's mark.</param>
    public static SafeBreakdown Of(IEnumerable<(int Group, RecordKey Key)> people, int groups, ulong question, SafeRule rule)
    {
        var sizes = new GroupSizes(groups, question, rule);
        foreach (var (group, key) in people)
            sizes.Add(group, key);
        return Of(sizes);
    }

    /// <summary>Of everybody who was counted in <paramref name="people"/>.</summary>
    public static SafeBreakdown Of(GroupSizes people)
    {
        var (sizes, rule) = (people.Sizes, people.Rule);
        if (rule.IsOff)
            return new([.. sizes.Select(_ => true)], 0);
        bool[] stands = [.. sizes.Select(size => size >= rule.Threshold)];
        while (true)
        {
            var inside = Enumerable.Range(0, sizes.Count).Where(g => stands[g]).ToList();
            var outside = people.All - inside.Sum(g => sizes[g]);
            var missing = Filled(outside, rule.Threshold) - outside;
            var draws = inside
                .SelectMany(g => people.Lowest(g).Select(draw => (Draw: draw, Group: g)))
                .OrderBy(d => d.Draw)
                .Take(missing)
                .ToList();
            var fallen = inside.Where(g => sizes[g] - draws.Count(d => d.Group == g) < rule.Threshold).ToList();
            if (fallen.Count == 0)
                return new(stands, draws.Count == 0 ? 0 : draws[^1].Draw + 1);
            // The smallest one only: once it stands outside, fewer have to be picked.
            stands[fallen.MinBy(g => sizes[g])] = false;
        }
    }

    /// <summary>
    /// How many stand outside when so many have to: the next multiple of k that leaves at least k/2 to be picked. The size of the outside
    /// may be known exactly; then it tells those who have to stand there to within k only.
    /// </summary>
    private static int Filled(int outside, int k) => (outside + (k / 2) + k - 1) / k * k;

    /// <summary>A question's mark: its name as bits, so that each question picks other people.</summary>
    public static ulong Mark(string question)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var letter in question)
            hash = (hash ^ letter) * 0x100000001B3;
        return CellKey.Mix(hash);
    }

    internal static ulong Draw(RecordKey key, ulong question) => CellKey.Mix(key.Value ^ question) >> 1;
}

/// <summary>Sizes of the groups of a breakdown, and who would be picked first; memory does not grow with the people.</summary>
/// <param name="groups">How many groups there are.</param>
/// <param name="question">The group question's mark.</param>
/// <param name="rule">The rule in force.</param>
public sealed class GroupSizes(int groups, ulong question, SafeRule rule)
{
    private static readonly Comparer<ulong> Highest = Comparer<ulong>.Create((a, b) => b.CompareTo(a));

    private readonly int[] sizes = new int[groups];

    // The 2k people of each group with the lowest draws are enough: fewer than 2k are picked.
    private readonly PriorityQueue<ulong, ulong>[] lowest =
    [
        .. Enumerable.Range(0, groups).Select(_ => new PriorityQueue<ulong, ulong>(Highest)),
    ];

    internal SafeRule Rule => rule;

    internal int All { get; private set; }

    internal IReadOnlyList<int> Sizes => sizes;

    internal IEnumerable<ulong> Lowest(int group) => lowest[group].UnorderedItems.Select(item => item.Element);

    /// <summary>Takes in one person.</summary>
    /// <param name="group">The person's group; −1 for no answer.</param>
    public void Add(int group, RecordKey key)
    {
        All++;
        if (group < 0)
            return;
        sizes[group]++;
        var draw = SafeBreakdown.Draw(key, question);
        lowest[group].Enqueue(draw, draw);
        if (lowest[group].Count > 2 * rule.Threshold)
            lowest[group].Dequeue();
    }
}
