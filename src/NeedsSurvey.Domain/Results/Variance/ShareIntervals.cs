// A share's interval is chosen in one place, so that one figure has one interval wherever it is shown.
namespace NeedsSurvey.Domain.Results;

/// <summary>How a share's interval was found.</summary>
public enum ShareIntervalKind
{
    /// <summary>Hypergeometric tails: everybody drawn alike from a community of known size.</summary>
    Finite,

    /// <summary>Beta quantiles at the effective number of people (Korn &amp; Graubard 1998).</summary>
    Effective,
}

/// <summary>A share with its interval.</summary>
/// <param name="Share">The (weighted) share and its linearised standard error.</param>
/// <param name="Interval">In [0, 1].</param>
/// <param name="EffectiveN">People drawn one by one from an endless community who would be as precise.</param>
/// <param name="Kind">How the interval was found.</param>
public sealed record ShareEstimate(Estimate Share, Interval Interval, double EffectiveN, ShareIntervalKind Kind);

/// <summary>Confidence intervals for shares under any draw that <see cref="SamplePlan"/> describes.</summary>
public static class ShareIntervals
{
    /// <summary>
    /// Exact where everybody was drawn alike from a community of known size (<see cref="FiniteIntervals"/>), else Clopper–Pearson at the
    /// effective n: p(1−p)/variance, times (t with n−1 / t with the draw's degrees of freedom)², at most what drawing people one by one
    /// would give.
    /// Where the share is 0 or 1, or its standard error 0, the sample tells nothing about the effect of the draw: then each cluster counts
    /// as one person, and unequal weights cost what Kish's design effect says. With clusters, those that hold a yes (or a no, if fewer)
    /// tell alone how clusters differ, so that the degrees of freedom are at most their number; but at worst each cluster counts as one
    /// person.
    /// Sources: Korn &amp; Graubard 1998; Dean &amp; Pagano 2015 on the bound by n; R's survey, svyciprop(method = "beta").
    /// </summary>
    /// <param name="plan">How people were drawn. Leave out of it whoever gave no answer; NaN marks those outside a group.</param>
    /// <param name="yes">1, 0 or NaN for each respondent.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <returns>Null where nobody, or one unit only, stands behind the share.</returns>
    /// <exception cref="ArgumentException">Not one value a respondent, or one that is not 1, 0 or NaN.</exception>
    public static ShareEstimate? Of(SamplePlan plan, ReadOnlySpan<double> yes, double confidence = 0.95)
    {
        if (Linearised.Share(plan, yes) is not { } share)
            return null;
        var (sum, squares) = (0.0, 0.0);
        var (agreeing, refusing) = (new HashSet<int>(), new HashSet<int>());
        for (var r = 0; r < yes.Length; r++)
        {
            if (double.IsNaN(yes[r]))
                continue;
            sum += plan.Weights[r];
            squares += plan.Weights[r] * plan.Weights[r];
            if (plan.Clustered)
                (yes[r] > 0 ? agreeing : refusing).Add(plan.UnitOf[r]);
        }
        var drawnAlike = plan is { Strata: 1, Clustered: false, Weighted: false, Raked: false } && share.N == plan.People;
        return Of(
            new(share, sum * sum / squares, drawnAlike ? plan.Population : null, plan.Population is { } size ? plan.Units / size : 0)
            {
                Clusters = plan.Clustered ? (agreeing.Count, refusing.Count, agreeing.Union(refusing).Count()) : null,
            },
            confidence
        );
    }

    /// <summary>The same from counts by unit, without holding people; equal for the same draw.</summary>
    /// <param name="units">Everybody who answered the survey, taken in.</param>
    /// <param name="counts">What was counted of one answer.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <returns>Null where nobody, or one unit only, stands behind the share, and where the draw is impossible.</returns>
    public static ShareEstimate? Of(SampleUnits units, UnitCounts counts, double confidence = 0.95) =>
        units.Faults.Count == 0 && UnitShare.Of(units, counts) is { } behind ? Of(behind, confidence) : null;

    private static ShareEstimate? Of(ShareBehind behind, double confidence)
    {
        var share = behind.Share;
        if (share.DegreesOfFreedom < 1)
            return null;
        var effective = EffectiveN(behind, confidence);
        // The law is known only for people drawn alike, one by one, all of whom count.
        if (behind.Community is { } size && size <= int.MaxValue && size == Math.Floor(size) && size >= share.N)
            return new(
                share,
                FiniteIntervals.Share((int)size, share.N, (int)Math.Round(share.Value * share.N), confidence),
                effective,
                ShareIntervalKind.Finite
            );
        return new(
            share,
            ProportionIntervals.ClopperPearson(Math.Clamp(share.Value, 0, 1) * effective, effective, confidence),
            effective,
            ShareIntervalKind.Effective
        );
    }

    private static double EffectiveN(ShareBehind behind, double confidence)
    {
        var share = behind.Share;
        var variance = share.StandardError * share.StandardError;
        var spread = share.Value * (1 - share.Value);
        if (!(spread > 1e-12) || variance < spread * 1e-12)
            return behind.Clusters is { } all ? Math.Min(behind.Kish, all.Any) : behind.Kish;

        // Drawing one by one from the same community, of which the same part was heard.
        var most = share.N / (1 - Math.Min(.999999, behind.Drawn));
        var found = Math.Min(most, spread / variance);
        var effective = found * Caution(share.DegreesOfFreedom, share.N, confidence);
        if (behind.Clusters is not { } clusters)
            return effective;

        // Where few clusters hold anybody who says yes (or no), they alone tell how clusters differ. At worst each counts as one person.
        var telling = Math.Min(share.DegreesOfFreedom, Math.Min(clusters.Agreeing, clusters.Refusing));
        var worst = clusters.Any * Caution(share.DegreesOfFreedom, share.N, confidence);
        return Math.Min(effective, Math.Max(worst, found * Caution(telling, share.N, confidence)));
    }

    // With few units the variance itself is uncertain; Student's t says by how much.
    private static double Caution(int degreesOfFreedom, int people, double confidence)
    {
        if (degreesOfFreedom >= people - 1)
            return 1;
        var upper = (1 + confidence) / 2;
        var ratio = StudentT.Quantile(upper, people - 1) / StudentT.Quantile(upper, degreesOfFreedom);
        return ratio * ratio;
    }
}

/// <summary>What a share's interval is made of.</summary>
/// <param name="Share">With its linearised standard error.</param>
/// <param name="Kish">(Σw)²/Σw² of those who count.</param>
/// <param name="Community">Units in the community where all were drawn alike and all count; else null.</param>
/// <param name="Drawn">Part of the community's units that was drawn; 0 where it is not known.</param>
internal sealed record ShareBehind(Estimate Share, double Kish, double? Community, double Drawn)
{
    /// <summary>Clusters with somebody who says yes, who says no, who says either; null where people were drawn one by one.</summary>
    public (int Agreeing, int Refusing, int Any)? Clusters { get; init; }
}
