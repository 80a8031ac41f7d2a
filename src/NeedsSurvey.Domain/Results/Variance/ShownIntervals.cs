// One figure has one interval wherever it is shown. Results, needs, maps and reports ask here, with true figures or
// with safe ones; a page that works out its own would show another.
namespace NeedsSurvey.Domain.Results;

/// <summary>An interval as it is shown beside a share.</summary>
/// <param name="Interval">In [0, 1].</param>
/// <param name="Community">
/// The community's share where strata count by their sizes, so that it differs from the share of those who answered; null where both are
/// the same, and for safe figures.
/// </param>
public sealed record ShownInterval(Interval Interval, double? Community);

/// <summary>Intervals of shown figures.</summary>
public static class ShownIntervals
{
    /// <summary>The interval of a share from counts by unit.</summary>
    /// <inheritdoc cref="OfShare(SampleUnits, ShareEstimate?, ShownCount, CountBase)"/>
    /// <param name="counts">What was counted of the answer.</param>
    public static ShownInterval? OfShare(SampleUnits units, UnitCounts counts, ShownCount part, CountBase of) =>
        OfShare(units, ShareIntervals.Of(units, counts), part, of);

    /// <summary>
    /// The interval of a share. True figures: <see cref="ShareIntervals"/>. Safe ones: of the safe share and n, by the hypergeometric where
    /// everybody was drawn alike from a known community, else Clopper–Pearson at n by the design effect, rounded up to the next half so
    /// that it tells nothing of single people; both sides then widened by the noise (squares added, half a person for its being whole).
    /// Where strata were heard a little unevenly, by that too.
    /// </summary>
    /// <param name="units">The draw.</param>
    /// <param name="found">The true share by the draw; null where it has no interval.</param>
    /// <param name="part">The count as it is shown.</param>
    /// <param name="of">Its base.</param>
    /// <returns>
    /// Null where the design allows none, where the draw is impossible (<see cref="SampleUnits.Faults"/>), and where the count is told in
    /// words.
    /// </returns>
    public static ShownInterval? OfShare(SampleUnits units, ShareEstimate? found, ShownCount part, CountBase of)
    {
        return OfShare(units, found, part, new ShareBase(of, ShownFigures.Share(part, of)));
    }

    /// <inheritdoc cref="OfShare(SampleUnits, ShareEstimate?, ShownCount, CountBase)"/>
    internal static ShownInterval? OfShare(SampleUnits units, ShareEstimate? found, ShownCount part, ShareBase of)
    {
        if (!units.Frame.Kind.AllowsIntervals() || found is null || part.Shown is not { } count || of.N == 0)
            return null;
        if (of.Rule.IsOff)
            return new(found.Interval, units.Frame.StrataQuestion is null ? null : found.Share.Value);
        return Uneven(units) is { } uneven ? new(Safe(units, found, count, of, uneven), null) : null;
    }

    /// <summary>A share and its base, of one survey or several.</summary>
    /// <param name="Unknown">So many fewer may be in the base, where its size is told in words.</param>
    internal sealed record ShareBase(int N, int Unknown, SafeRule Rule, ShownShare Share)
    {
        public ShareBase(CountBase of, ShownShare share)
            : this(of.N, of.Count.Shown is null ? of.Rule.Threshold - 1 : 0, of.Rule, share) { }
    }

    /// <summary>
    /// The interval of a mean: Student's t, its standard error made larger by the noise. R's figures, and for safe means the shown counts,
    /// give value and error.
    /// </summary>
    /// <param name="units">The draw.</param>
    /// <param name="mean">With the standard error of the draw (<see cref="Linearised.Mean"/>), or of the shown counts.</param>
    /// <param name="noiseError">Standard error of the noise alone; 0 for true figures.</param>
    /// <param name="step">Distance between neighbouring answers; see <see cref="Estimate.WithT"/>.</param>
    public static Interval? OfMean(SampleUnits units, Estimate mean, double noiseError = 0, double step = 0) =>
        units.Frame.Kind.AllowsIntervals() && units.Faults.Count == 0
            ? (mean with { StandardError = Math.Sqrt(mean.StandardError * mean.StandardError + noiseError * noiseError) }).WithT(step: step)
            : null;

    /// <summary>
    /// People who count as asked without an answer (<see cref="UnitCounts.Missing"/>). In safe figures those who were not asked are among
    /// them where they are told as few: the kind of interval would tell whether there are any.
    /// </summary>
    internal static int Missing(CountBase everybody, RecordCounter answered, RecordCounter notAsked) =>
        everybody.Members.True
        - answered.True
        - (!everybody.Rule.IsOff && everybody.Part(notAsked).Kind == ShownCountKind.Few ? 0 : notAsked.True);

    /// <summary>How far a safe figure, in which everybody counts alike, may be from the community's because strata were heard unlike their
    /// sizes; null above the most that carries an interval, and where a stratum has few people. In steps: finer ones would tell how many
    /// answered from a stratum.</summary>
    internal static double? Uneven(SampleUnits units) =>
        units.HasSmallStratum || units.Unevenness > SampleUnits.MostUneven
            ? null
            : Math.Ceiling(units.Unevenness / UnevennessStep) * UnevennessStep;

    /// <summary>What the draw costs in precision, as safe figures may tell it: rounded up to the next half, at least 1.</summary>
    public static double RoundedEffect(ShareEstimate found) => RoundedEffect(found.Share.N / found.EffectiveN);

    internal static double RoundedEffect(double effect) => Math.Max(1, Math.Ceiling(2 * effect - 1e-9) / 2);

    private const double UnevennessStep = .025;

    private static Interval Safe(SampleUnits units, ShareEstimate found, int count, ShareBase of, double uneven)
    {
        var n = of.N;
        var plain = Math.Min(count, n);
        var sampled =
            found.Kind == ShareIntervalKind.Finite && units.Frame.Population is { } community
                ? FiniteIntervals.Share(community, Math.Min(n, community), Math.Min(plain, community))
                : Effective(plain / (double)n, n / (units.Frame.IsPlain ? 1 : RoundedEffect(found)));
        var p = plain / (double)n;
        // A share of everybody, where fewer than k gave no answer, may be so much more of those who did.
        var unknown = p * of.Unknown / n;
        // A count of several surveys may hold the middle of what one of them tells in words.
        var noise = ProportionIntervals.Z95 * of.Share.NoiseError + .5 / n + (of.Share.AtMost - of.Share.AtLeast) / 2;
        return new(
            Math.Max(0, p - Math.Sqrt(Square(p - sampled.Low) + Square(noise)) - uneven),
            Math.Min(1, p + Math.Sqrt(Square(sampled.High - p) + Square(noise + unknown)) + uneven)
        );
    }

    private static Interval Effective(double share, double n) => ProportionIntervals.ClopperPearson(share * n, n);

    private static double Square(double x) => x * x;
}
