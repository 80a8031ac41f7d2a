// Needs, group questions and stories are looked at over all surveys of an initiative, and each survey shows its own
// figures of the same people beside that. An attacker has both.
//
// Drawn among everybody of all surveys, each such set would be one more look with noise of its own: a set of one survey's people had a
// number where its own page has words, and where two pages say "fewer than 10" the number 18 of both told two nines. Measured, a hidden
// count was more likely than not ten times as often as in one survey. So nothing is drawn of several surveys: what is said of them together
// is added up from what each says of itself, and tells nothing that they do not tell. The sum of the pages is the number here, one survey's
// new drawing is no new look at the others' people, and sets nest within each survey as they do without the others.
namespace NeedsSurvey.Domain.Results;

/// <summary>The drawings of an initiative's surveys, one each.</summary>
/// <param name="rule">Threshold and law.</param>
/// <param name="surveys">Everybody of each survey.</param>
public sealed class Drawings(SafeRule rule, IReadOnlyList<RecordCounter> surveys)
{
    private readonly CountBase?[] own = [.. surveys.Select(everyone => new Drawing(rule, everyone).Everyone)];

    /// <summary>Threshold and law.</summary>
    public SafeRule Rule => rule;

    /// <summary>How many surveys.</summary>
    public int Count => own.Length;

    /// <summary>Everybody of all surveys that show anything; null where none does.</summary>
    public ShownCount? Everyone =>
        own.OfType<CountBase>().ToList() is { Count: > 0 } some ? ShownCount.Number(some.Sum(one => one.N), rule.Threshold) : null;

    /// <summary>Everybody of a survey as a base.</summary>
    internal CountBase? Of(int survey) => own[survey];

    /// <summary>Whether at least k of a survey's people were offered something; fewer are as good as nobody.</summary>
    public bool Offer(int survey, RecordCounter people) => own[survey]?.Within(people) is not null;

    /// <summary>A set as a base: of those surveys in which it is one. Null where it is none.</summary>
    /// <param name="members">Its members in each survey.</param>
    public SharedBase? Base(IReadOnlyList<RecordCounter> members)
    {
        CountBase?[] bases = [.. own.Zip(members, (everyone, some) => everyone?.Within(some))];
        return bases.Any(one => one is not null) ? new(rule, bases) : null;
    }
}

/// <summary>A base over several surveys: counts are the sums of what each survey shows.</summary>
public sealed class SharedBase
{
    private readonly CountBase?[] surveys;

    internal SharedBase(SafeRule rule, CountBase?[] surveys) => (Rule, this.surveys) = (rule, surveys);

    /// <summary>The rule in force.</summary>
    public SafeRule Rule { get; }

    /// <summary>The number that shares are of.</summary>
    public int N => surveys.Sum(one => one?.N ?? 0);

    /// <summary>What may be printed of its size.</summary>
    public ShownCount Count => Sum([.. In.Select(survey => (surveys[survey]!.Count, surveys[survey]!.N))], isAll: true);

    /// <summary>At most so many people fewer than <see cref="N"/> are in it, by the words that stand for their number.</summary>
    internal int Unknown => surveys.Sum(one => one is { Count.Shown: null } ? Rule.Threshold - 1 : 0);

    /// <summary>Whether a survey's people are in it.</summary>
    public bool Counts(int survey) => surveys[survey] is not null;

    /// <summary>A survey's own base; null where its people are not in it.</summary>
    internal CountBase? Of(int survey) => surveys[survey];

    /// <summary>The surveys whose people are in it.</summary>
    internal IEnumerable<int> In => Enumerable.Range(0, surveys.Length).Where(Counts);

    /// <summary>
    /// The safe count of a part and its share. Where it is the middle of what words allow, the share's bounds are as far as they reach.
    /// </summary>
    /// <param name="part">Its members in each survey.</param>
    /// <param name="offers">Which surveys can have it, as a category that only one of them offers; null for all.</param>
    public (ShownCount Count, ShownShare Share) Part(IReadOnlyList<RecordCounter> part, Func<int, bool>? offers = null)
    {
        int[] some = [.. In.Where(survey => offers?.Invoke(survey) != false)];
        if (some.Length == 0)
            return (Rule.Nobody, new(null, 0, 0, 0));
        List<(ShownCount Count, int N)> counts = [.. some.Select(survey => (surveys[survey]!.Part(part[survey]), surveys[survey]!.N))];
        double n = N;
        var (least, most) = (counts.Sum(one => Words(one).Low), counts.Sum(one => Words(one).High));
        var sum = Sum(counts, some.Length == In.Count());
        var (low, high) = (Math.Min(1, least / n), Math.Min(1, most / n));
        if (sum.Shown is null)
            return (sum, new(null, low, high, 0));
        var share = Math.Min(1, (least + most) / 2.0 / n);
        var looks = counts.Count(one => one.Count.Kind != ShownCountKind.Few);
        return (sum, new(share, low, high, Math.Sqrt(Rule.NoiseVariance * (looks + share * share * In.Count())) / n));
    }

    // A number where any survey has one: words then count as the middle of what they allow. Words where all have the same.
    private ShownCount Sum(List<(ShownCount Count, int N)> counts, bool isAll)
    {
        var most = counts.Count * (Rule.Threshold - 1) + 1;
        if (counts.All(one => one.Count.Kind == ShownCountKind.Few))
            return ShownCount.Few(most);
        if (isAll && counts.All(one => one.Count.Kind == ShownCountKind.NearlyAll))
            return ShownCount.NearlyAll(most);
        return ShownCount.Number((int)Math.Round(counts.Sum(one => (Words(one).Low + Words(one).High) / 2.0)), Rule.Threshold);
    }

    private (int Low, int High) Words((ShownCount Count, int N) one) =>
        one.Count.Kind switch
        {
            ShownCountKind.Few => (0, Rule.Threshold - 1),
            ShownCountKind.NearlyAll => (one.N - (Rule.Threshold - 1), one.N),
            _ => (one.Count.Shown!.Value, one.Count.Shown!.Value),
        };
}
