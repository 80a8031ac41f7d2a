namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// Sets of choices for a best–worst question (an incomplete block design, Louviere, Flynn and Marley, "Best-Worst Scaling", 2015): each
/// choice is shown equally often, or once more where it does not divide, and choices meet each other about equally often. The same list
/// gives the same sets.
/// </summary>
public static class BalancedSets
{
    /// <summary>The most choices that a set may show, and the most times that a choice may be shown.</summary>
    public const int Most = 20;

    // Of the search for better sets; enough for every design that people can answer.
    private const int MostTries = 200;
    private const int MostSteps = 2_000_000;

    /// <summary>How many sets it takes.</summary>
    /// <param name="choices">How many choices there are.</param>
    /// <param name="size">Choices shown together; all of them when there are no more.</param>
    /// <param name="times">How often each choice is shown.</param>
    public static int Count(int choices, int size, int times) =>
        choices < 2 || size < 2 || times < 1 ? 0
        : size >= choices ? 1
        : (choices * times + size - 1) / size;

    /// <summary>The sets; none when there are fewer than two choices.</summary>
    /// <param name="choices">Names of the choices, each once.</param>
    /// <param name="size">Choices shown together, 2 to <see cref="Most"/>.</param>
    /// <param name="times">How often each choice is shown, 1 to <see cref="Most"/>.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyList<string> choices, int size, int times)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(times, Most);
        var count = Count(choices.Count, size, times);
        if (count == 0)
            return [];
        if (count == 1)
            return
            [
                [.. choices.Take(size)],
            ];
        List<int[]> best = [];
        var least = long.MaxValue;
        for (var number = 0; number < Tries(choices.Count, size, count); number++)
        {
            var (sets, imbalance) = Try(choices.Count, size, times, count, number);
            if (imbalance < least)
                (best, least) = (sets, imbalance);
        }
        return [.. best.Select(IReadOnlyList<string> (set) => [.. set.Select(index => choices[index])])];
    }

    private static int Tries(int choices, int size, int sets) =>
        (int)Math.Clamp(MostSteps / ((long)choices * size * size * sets), 1, MostTries);

    // Each place of a set is taken by a choice that would otherwise be shown too seldom, else by one that is not shown often enough yet;
    // among those by the one that met the others of the set least, then by the first in an order that differs between tries. Pairs that
    // meet unequally often are counted by their squares, and so that no evenness outweighs it, a choice that is shown twice too often.
    private static (List<int[]> Sets, long Imbalance) Try(int choices, int size, int times, int count, int number)
    {
        var order = Order(choices, number);
        var shown = new int[choices];
        var met = new int[choices, choices];
        List<int[]> sets = new(count);
        for (var set = 0; set < count; set++)
        {
            var members = new List<int>(size);
            while (members.Count < size)
            {
                var next = order
                    .Where(choice => !members.Contains(choice))
                    .MinBy(choice => (Urgency(shown[choice], count - set), members.Sum(other => met[choice, other] * met[choice, other])));
                members.Add(next);
            }
            foreach (var one in members)
            {
                shown[one]++;
                foreach (var other in members.Where(other => other != one))
                    met[one, other]++;
            }
            members.Sort();
            // What comes first is chosen more often: each set begins elsewhere.
            sets.Add([.. members.Skip(set % size), .. members.Take(set % size)]);
        }
        return (sets, met.Cast<int>().Sum(often => (long)often * often) + (shown.Any(often => often > times + 1) ? int.MaxValue : 0));

        int Urgency(int often, int setsLeft) =>
            times - often >= setsLeft ? -1
            : often < times ? 0
            : 1 + often - times;
    }

    // A shuffle that is the same everywhere: a linear congruential generator (Knuth's MMIX constants) and Fisher–Yates.
    private static int[] Order(int choices, int number)
    {
        int[] order = [.. Enumerable.Range(0, choices)];
        var state = (ulong)number;
        for (var last = choices - 1; last > 0 && number > 0; last--)
        {
            state = unchecked(state * 6364136223846793005UL + 1442695040888963407UL);
            var at = (int)((state >> 33) % (ulong)(last + 1));
            (order[last], order[at]) = (order[at], order[last]);
        }
        return order;
    }
}
