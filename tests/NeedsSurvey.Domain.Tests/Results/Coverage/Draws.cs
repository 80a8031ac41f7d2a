using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>Random numbers that the coverage simulations draw.</summary>
internal static class Draws
{
    public static SamplePlan Made(SamplePlanResult result) => ((SamplePlanResult.Planned)result).Plan;

    public static double Yes(this Random random, double chance) => random.NextDouble() < chance ? 1 : 0;

    public static double Normal(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>A point of 1…5 around a middle.</summary>
    public static double Point(this Random random, double middle) => Math.Clamp(Math.Round(middle + 1.1 * random.Normal()), 1, 5);

    /// <summary>A chance with mean p, such that two people of one cluster correlate by rho (beta distribution).</summary>
    public static double ClusterChance(this Random random, double p, double rho)
    {
        if (rho <= 0)
            return p;
        var size = (1 - rho) / rho;
        var (a, b) = (random.Gamma(p * size), random.Gamma((1 - p) * size));
        return a + b > 0 ? a / (a + b) : random.Yes(p);
    }

    /// <summary>So many different ones of 0…population−1, in random order.</summary>
    public static int[] Some(this Random random, int population, int count)
    {
        int[] all = [.. Enumerable.Range(0, population)];
        for (var i = 0; i < count; i++)
        {
            var other = random.Next(i, population);
            (all[i], all[other]) = (all[other], all[i]);
        }
        return all[..count];
    }

    // Marsaglia & Tsang 2000.
    private static double Gamma(this Random random, double shape)
    {
        if (shape < 1)
            return random.Gamma(shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        var d = shape - 1.0 / 3;
        while (true)
        {
            var x = random.Normal();
            var v = Math.Pow(1 + x / Math.Sqrt(9 * d), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < .5 * x * x + d - d * v + d * Math.Log(v))
                return d * v;
        }
    }
}
