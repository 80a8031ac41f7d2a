namespace NeedsSurvey.Domain.Results;

/// <summary>Threshold and law of safe counts, or none of both: then counts are the true ones.</summary>
public sealed record SafeRule
{
    /// <summary>k unless somebody chooses another.</summary>
    public const int DefaultThreshold = 10;

    /// <summary>The smallest k.</summary>
    public const int Floor = 5;

    /// <param name="threshold">k, at least <see cref="Floor"/>.</param>
    /// <param name="law">Null for the usual one.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is below the floor.</exception>
    public SafeRule(int threshold = DefaultThreshold, NoiseLaw? law = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, Floor);
        (Threshold, Law) = (threshold, law ?? NoiseLaw.Default);
    }

    private SafeRule() => (Threshold, Law) = (0, NoiseLaw.Default);

    /// <summary>k = 10, noise of at most 5 with variance 2.</summary>
    public static SafeRule Default { get; } = new(DefaultThreshold);

    /// <summary>True figures, for those who may export: nothing is hidden or changed.</summary>
    public static SafeRule Off { get; } = new();

    /// <summary>k; 0 for true figures.</summary>
    public int Threshold { get; }

    /// <summary>Whether figures under this rule are the true ones.</summary>
    public bool IsOff => Threshold == 0;

    /// <summary>The law of the noise; of no effect where the rule is off.</summary>
    public NoiseLaw Law { get; }

    /// <summary>What is said of a set that has nobody to count parts of: 0, or in safe figures "fewer than k".</summary>
    public ShownCount Nobody => IsOff ? ShownCount.Number(0) : ShownCount.Few(Threshold);

    /// <summary>Variance of the noise in a count; 0 for true figures.</summary>
    public double NoiseVariance => IsOff ? 0 : Law.Variance;

    /// <summary>Whether words of a person may be attributed to a group: at least 2k true members.</summary>
    public bool AllowsQuote(RecordCounter group) => group.True >= 2 * Threshold;
}

/// <summary>
/// One drawing of figures: everybody who counted when they were drawn. Within a drawing the same set has the same number everywhere. The
/// next drawing (<see cref="SafeSteps"/>) has unrelated noise, because a number that stays the same would say that nobody joined the set,
/// and each number that changes that somebody did.
/// </summary>
/// <param name="rule">Threshold and law.</param>
/// <param name="everyone">All responses of the survey. Of several surveys together nothing is drawn: <see cref="Drawings"/>.</param>
public sealed class Drawing(SafeRule rule, RecordCounter everyone)
{
    /// <summary>True figures of everybody.</summary>
    public static Drawing True(RecordCounter everyone) => new(SafeRule.Off, everyone);

    /// <summary>Threshold and law.</summary>
    public SafeRule Rule => rule;

    /// <summary>Everybody as a base; null when they are fewer than k.</summary>
    public CountBase? Everyone => Base(everyone);

    /// <summary>A set whose parts are to be shown; null when it is empty or below k, by its true or by its safe number: then nothing
    /// of it may be shown, no zero either.</summary>
    /// <remarks>
    /// For everybody and for rows of a <see cref="SafeBreakdown"/>. A set that leaves out few of a base that is shown, as "answered" leaves
    /// out those who skipped, is made by <see cref="CountBase.Within"/>.
    /// </remarks>
    public CountBase? Base(RecordCounter members) =>
        members.True == 0 || (Noisy(members) is var n && IsFew(members, n))
            ? null
            : new(this, members, Noisy(members), ShownCount.Number(Noisy(members), rule.Threshold));

    /// <summary>True count and noise; not for showing.</summary>
    internal int Noisy(RecordCounter set) =>
        rule.IsOff ? set.True : set.True + rule.Law.Noise(set.True, CellKey.Mix(set.Sum, everyone.Sum));

    internal bool IsFew(RecordCounter set, int noisy) => set.True < rule.Threshold || noisy < rule.Threshold;
}

/// <summary>A set of at least k responses with its safe number, in which parts are counted. The base of every share.</summary>
public sealed class CountBase
{
    private readonly Drawing drawing;
    private readonly RecordCounter members;

    internal CountBase(Drawing drawing, RecordCounter members, int number, ShownCount count) =>
        (this.drawing, this.members, N, Count) = (drawing, members, number, count);

    /// <summary>The safe number of responses; where <see cref="Count"/> has none, that of the base it is inside.</summary>
    public int N { get; }

    /// <summary>What may be printed of its size.</summary>
    public ShownCount Count { get; }

    /// <summary>The rule in force.</summary>
    public SafeRule Rule => drawing.Rule;

    /// <summary>Who is in it; not for showing.</summary>
    internal RecordCounter Members => members;

    /// <summary>
    /// The safe count of a part. Few and nearly all are told in words, in the true or in the safe number: a part and its base whose
    /// difference is small would tell the difference, and equal numbers that it is nobody.
    /// </summary>
    /// <exception cref="ArgumentException">The part holds more responses than the base.</exception>
    public ShownCount Part(RecordCounter part)
    {
        var rest = members.Without(part);
        var noisy = drawing.Noisy(part);
        if (drawing.IsFew(part, noisy))
            return ShownCount.Few(Rule.Threshold);
        return drawing.IsFew(rest, drawing.Noisy(rest)) ? ShownCount.NearlyAll(Rule.Threshold) : ShownCount.Number(noisy, Rule.Threshold);
    }

    /// <summary>The safe counts of several parts, which may overlap (a select-many question) and need not add up.</summary>
    public IReadOnlyList<ShownCount> Parts(ReadOnlySpan<RecordCounter> parts)
    {
        var counts = new ShownCount[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            counts[i] = Part(parts[i]);
        return counts;
    }

    /// <summary>
    /// A base inside this one: those who were asked, those who answered. Null when it is below k. Where it leaves out few or nobody, its
    /// size is told in words, because a number would be one more look at those who are left out; its shares are then of everybody in this
    /// one, the few included.
    /// </summary>
    /// <param name="part">Its members, all of them in this base.</param>
    public CountBase? Within(RecordCounter part)
    {
        var count = Part(part);
        return count.Kind switch
        {
            ShownCountKind.Few => null,
            ShownCountKind.Number when count.Shown == 0 => null,
            ShownCountKind.Number => new(drawing, part, Math.Min(N, count.Shown!.Value), count),
            _ => new(drawing, part, N, count),
        };
    }
}
