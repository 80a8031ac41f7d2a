using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>All pairwise differences of scores with their standard errors. The same people stand behind both, so their covariance
/// counts.</summary>
internal sealed class PairDifferences
{
    private readonly double[] estimates;
    private readonly double[,] errors;
    private readonly double[,] least;
    private readonly int[] freedom;

    private PairDifferences(double[] estimates, double[,] errors, double[,] least, int[] freedom) =>
        (this.estimates, this.errors, this.least, this.freedom) = (estimates, errors, least, freedom);

    /// <summary>Number of scores.</summary>
    public int Count => estimates.Length;

    /// <summary>Linearised standard error of a difference, by the draw; see <see cref="Linearised.Variance"/>.</summary>
    public double Linear(int j, int k) => errors[j, k];

    /// <summary>
    /// The standard error to judge a difference by: the linearised one, but never less than 2/(n + 2) of what one person can say. People
    /// who all say the same have a variance of 0, which is no knowledge: three of them still leave open nearly everything (about what
    /// exact bounds give there, the rule of three). Less where much of a finite community was heard.
    /// </summary>
    public double StandardError(int j, int k) => Math.Max(errors[j, k], least[j, k]);

    /// <summary>Degrees of freedom of a difference: of the need that fewer units speak about.</summary>
    public int DegreesOfFreedom(int j, int k) => Math.Max(1, Math.Min(freedom[j], freedom[k]));

    /// <summary>How far j is ahead of k; 0 where they share a rank.</summary>
    public double Ahead(int j, int k) => Ranks.Same(estimates[j], estimates[k]) ? 0 : estimates[j] - estimates[k];

    /// <param name="scored">Scores and influences.</param>
    /// <param name="plan">The draw.</param>
    public static PairDifferences Of(ScoreInfluence scored, SamplePlan plan)
    {
        var count = scored.Estimates.Length;
        var covariance = Covariance(scored.UnitTotals, plan);
        var (errors, least) = (new double[count, count], new double[count, count]);
        var silent = Math.Sqrt(1 - Math.Min(1, plan.Units / (plan.Population ?? double.PositiveInfinity)));
        for (var j = 0; j < count; j++)
        {
            for (var k = 0; k < count; k++)
            {
                if (j == k)
                    continue;
                errors[j, k] = Math.Sqrt(Math.Max(0, covariance[j, j] + covariance[k, k] - 2 * covariance[j, k]));
                least[j, k] = silent * 2 * scored.Reach / (Math.Min(scored.People[j], scored.People[k]) + 2);
            }
        }
        return new(scored.Estimates, errors, least, scored.DegreesOfFreedom);
    }

    // As Linearised.Variance, for two figures at a time.
    private static double[,] Covariance(double[][] totals, SamplePlan plan)
    {
        var count = totals.Length;
        double[][] centred = [.. totals.Select(own => Centred(own, plan))];
        var covariance = new double[count, count];
        for (var j = 0; j < count; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                var sum = 0.0;
                for (var unit = 0; unit < plan.Units; unit++)
                    sum += centred[j][unit] * centred[k][unit];
                covariance[j, k] = covariance[k, j] = sum;
            }
        }
        return covariance;
    }

    private static double[] Centred(double[] totals, SamplePlan plan)
    {
        var means = new double[plan.Strata];
        for (var unit = 0; unit < totals.Length; unit++)
            means[plan.StratumOf[unit]] += totals[unit] / plan.UnitsIn[plan.StratumOf[unit]];
        var result = new double[totals.Length];
        for (var unit = 0; unit < totals.Length; unit++)
        {
            var stratum = plan.StratumOf[unit];
            var n = (double)plan.UnitsIn[stratum];
            if (plan.Drawn[stratum] < 1)
                result[unit] = (totals[unit] - means[stratum]) * Math.Sqrt((1 - plan.Drawn[stratum]) * n / (n - 1));
        }
        return result;
    }
}
