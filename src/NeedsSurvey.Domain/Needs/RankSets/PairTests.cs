// Which pairs are told apart, so that any wrong one among them is rare. Steps matter: pairs already told apart no
// longer raise the bar for the others.
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>
/// One-sided tests "j is not ahead of k" for every ordered pair, held together by a step-down critical value: the (1 − α) quantile over
/// resamples of the greatest ((θj* − θk*) − (θj − θk)) / se over the pairs not yet told apart. Only the direction that was shown leaves
/// the family; its opposite stays, so that wrong directions are counted as errors. Source: Mogstad, Romano, Shaikh &amp; Wilhelm 2024,
/// after Romano &amp; Wolf 2005.
/// </summary>
/// <param name="pairs">Differences and standard errors.</param>
/// <param name="deviations">θ* − θ: [resample · needs + need].</param>
/// <param name="resamples">Number of resamples.</param>
/// <param name="confidence">1 − α.</param>
internal sealed class PairTests(PairDifferences pairs, double[] deviations, int resamples, double confidence)
{
    // Stands for an endless number of degrees of freedom.
    private const double Many = 1e6;

    private readonly double single = StudentT.Quantile((1 + confidence) / 2, Many);

    /// <summary>Every pair: [j, k] is true where j is surely ahead of k. With the critical value of the first round.</summary>
    public (bool[,] Ahead, double Critical) All() =>
        StepDown([.. from j in Enumerable.Range(0, pairs.Count) from k in Enumerable.Range(0, pairs.Count) where j != k select (j, k)]);

    /// <summary>The set of one need's ranks, from the pairs it is part of.</summary>
    public (int Low, int High) OfOne(int need)
    {
        var others = Enumerable.Range(0, pairs.Count).Where(k => k != need);
        var (ahead, _) = StepDown([.. others.Select(k => (need, k)), .. others.Select(k => (k, need))]);
        return SetOf(need, pairs.Count, (j, k) => ahead[j, k]);
    }

    /// <summary>Rank sets from who is surely ahead of whom.</summary>
    public static IReadOnlyList<(int Low, int High)> Sets(int count, Func<int, int, bool> ahead) =>
        [.. Enumerable.Range(0, count).Select(need => SetOf(need, count, ahead))];

    private static (int Low, int High) SetOf(int need, int count, Func<int, int, bool> ahead)
    {
        var (before, behind) = (0, 0);
        for (var other = 0; other < count; other++)
        {
            if (other == need)
                continue;
            if (ahead(other, need))
                before++;
            if (ahead(need, other))
                behind++;
        }
        return (1 + before, count - behind);
    }

    private (bool[,] Ahead, double Critical) StepDown(List<(int J, int K)> family)
    {
        var ahead = new bool[pairs.Count, pairs.Count];
        var first = double.NaN;
        while (family.Count > 0)
        {
            var critical = Critical(family);
            if (double.IsNaN(first))
                first = critical;
            var bars = new Dictionary<int, double>();
            var told = family.RemoveAll(pair =>
            {
                var freedom = pairs.DegreesOfFreedom(pair.J, pair.K);
                if (!bars.TryGetValue(freedom, out var bar))
                    bars[freedom] = bar = ForFewUnits(critical, freedom);
                return ahead[pair.J, pair.K] = pairs.Ahead(pair.J, pair.K) > bar * pairs.StandardError(pair.J, pair.K);
            });
            if (told == 0)
                break;
        }
        return (ahead, first);
    }

    // The smallest ratio that at least the confidence's share of resamples (and one more) stays at or below, but no less than a single
    // difference of normal variables needs: where everybody says the same, resamples do not vary.
    private double Critical(List<(int J, int K)> family)
    {
        double[] errors = [.. family.Select(pair => pairs.Linear(pair.J, pair.K))];
        var greatest = new double[resamples];
        for (var b = 0; b < resamples; b++)
        {
            var own = deviations.AsSpan(b * pairs.Count, pairs.Count);
            var most = 0.0;
            for (var i = 0; i < errors.Length; i++)
                if (errors[i] > 1e-12)
                    most = Math.Max(most, (own[family[i].J] - own[family[i].K]) / errors[i]);
            greatest[b] = most;
        }
        Array.Sort(greatest);
        var quantile = greatest[Math.Min(resamples, (int)Math.Ceiling(confidence * (resamples + 1))) - 1];
        return Math.Max(quantile, single);
    }

    // Resamples know the standard error as if it were exact. With few units it is not: the value with the same tails in Student's t.
    private static double ForFewUnits(double critical, int freedom)
    {
        if (critical <= 0 || freedom >= Many)
            return critical;
        var tails = StudentT.TwoTails(critical, Many);
        return tails is > 0 and < 1 ? StudentT.Quantile(1 - tails / 2, freedom) : critical;
    }
}
