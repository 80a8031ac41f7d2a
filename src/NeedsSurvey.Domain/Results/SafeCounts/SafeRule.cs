namespace NeedsSurvey.Domain.Results;

/// <summary>Threshold and law of safe counts.</summary>
public sealed record SafeRule
{
    /// <param name="threshold">k, at least <see cref="SmallCells.Floor"/>.</param>
    /// <param name="law">Null for the usual one.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is below the floor.</exception>
    public SafeRule(int threshold = SmallCells.DefaultThreshold, NoiseLaw? law = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, SmallCells.Floor);
        (Threshold, Law) = (threshold, law ?? NoiseLaw.Default);
    }

    /// <summary>k = 10, noise of at most 5 with variance 2.</summary>
    public static SafeRule Default { get; } = new();

    /// <summary>k.</summary>
    public int Threshold { get; }

    public NoiseLaw Law { get; }

    /// <summary>Whether words of a person may be attributed to a group: at least 2k true members.</summary>
    public bool AllowsQuote(SafeCounter group) => group.True >= 2 * Threshold;
}

/// <summary>
/// One drawing of figures: everybody who counted when they were drawn. Within a drawing the same set has the same number everywhere. The
/// next drawing
/// (<see cref="SafeSteps"/>) and another one's (an initiative of two surveys beside either survey) have unrelated noise, because a number
/// that stays the same would say that nobody joined the set, and each number that changes that somebody did.
/// </summary>
/// <param name="rule">Threshold and law.</param>
/// <param name="everyone">All responses of the survey, or of all surveys of the initiative; one survey alone gives both the same
/// numbers.</param>
public sealed class SafeDrawing(SafeRule rule, SafeCounter everyone)
{
    /// <summary>Threshold and law.</summary>
    public SafeRule Rule => rule;

    /// <summary>Everybody as a base; null when they are fewer than k.</summary>
    public SafeBase? Everyone => Base(everyone);

    /// <summary>A set whose parts are to be shown; null when it is below k, by its true or by its safe number: then nothing of it may be
    /// shown, no zero either.</summary>
    /// <remarks>
    /// For everybody and for rows of a <see cref="SafeBreakdown"/>. A set that leaves out few of a base that is shown, as "answered"
    /// leaves out
    /// those who skipped, is made by <see cref="SafeBase.Within"/>.
    /// </remarks>
    public SafeBase? Base(SafeCounter members) =>
        Noisy(members) is var n && IsFew(members, n) ? null : new(this, members, n, SafeCount.Number(n, rule.Threshold));

    /// <summary>True count and noise; not for showing.</summary>
    internal int Noisy(SafeCounter set) => set.True + rule.Law.Noise(set.True, CellKey.Mix(set.Sum, everyone.Sum));

    internal bool IsFew(SafeCounter set, int noisy) => set.True < rule.Threshold || noisy < rule.Threshold;
}

/// <summary>A set of at least k responses with its safe number, in which parts are counted. The base of every share.</summary>
public sealed class SafeBase
{
    private readonly SafeDrawing drawing;
    private readonly SafeCounter members;

    internal SafeBase(SafeDrawing drawing, SafeCounter members, int number, SafeCount count) =>
        (this.drawing, this.members, N, Count) = (drawing, members, number, count);

    /// <summary>The safe number of responses; where <see cref="Count"/> has none, the middle of what its words allow.</summary>
    public int N { get; }

    /// <summary>What may be printed of its size.</summary>
    public SafeCount Count { get; }

    /// <summary>The rule in force.</summary>
    public SafeRule Rule => drawing.Rule;

    /// <summary>
    /// The safe count of a part. Few and nearly all are told in words, in the true or in the safe number: a part and its base whose
    /// difference is
    /// small would tell the difference, and equal numbers that it is nobody.
    /// </summary>
    /// <exception cref="ArgumentException">The part holds more responses than the base.</exception>
    public SafeCount Part(SafeCounter part)
    {
        var rest = members.Without(part);
        var noisy = drawing.Noisy(part);
        if (drawing.IsFew(part, noisy))
            return SafeCount.Few(Rule.Threshold);
        return drawing.IsFew(rest, drawing.Noisy(rest)) ? SafeCount.NearlyAll(Rule.Threshold) : SafeCount.Number(noisy, Rule.Threshold);
    }

    /// <summary>The safe counts of several parts, which may overlap (a select-many question) and need not add up.</summary>
    public IReadOnlyList<SafeCount> Parts(ReadOnlySpan<SafeCounter> parts)
    {
        var counts = new SafeCount[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            counts[i] = Part(parts[i]);
        return counts;
    }

    /// <summary>
    /// A base inside this one: those who were asked, those who answered. Null when it is below k. Where it leaves out few or nobody, its
    /// size is told in
    /// words and shares are of the middle of what they allow: a number would be one more look at those who are left out.
    /// </summary>
    /// <param name="part">Its members, all of them in this base.</param>
    public SafeBase? Within(SafeCounter part)
    {
        var count = Part(part);
        return count.Kind switch
        {
            SafeCountKind.Few => null,
            SafeCountKind.Number => new(drawing, part, Math.Min(N, count.Shown!.Value), count),
            _ => new(drawing, part, Math.Max(Rule.Threshold, N - ((Rule.Threshold - 1) / 2)), count),
        };
    }
}
