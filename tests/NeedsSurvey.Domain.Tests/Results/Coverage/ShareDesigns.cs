using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>Draws for shares.</summary>
internal static class ShareDesigns
{
    public static IEnumerable<CoverageDesign> All =>
        [
            Finite(100, 50, 10),
            Finite(100, 50, 50),
            Finite(1000, 950, 10),
            Finite(40, 30, 2),
            Finite(60, 20, 9),
            Plain(12, .3),
            Plain(20, .05),
            Plain(50, .02),
            Plain(200, .5),
            Strata("strata 200 and 40 of an endless community", [200, 40], null, [.05, .4]),
            Strata("strata 200 of 2000, 40 of 2000", [200, 40], [2000, 2000], [.05, .4]),
            Strata("strata 60 of 300, 40 of 100", [60, 40], [300, 100], [.1, .5]),
            Strata("four strata of 10", [10, 10, 10, 10], null, [.02, .1, .5, .9]),
            Strata("four strata, 10 of 20 each", [10, 10, 10, 10], [20, 20, 20, 20], [.1, .2, .5, .8]),
            Clusters(20, 10, .3, .2),
            Clusters(20, 10, .05, .2),
            Clusters(10, 20, .5, .05),
            Clusters(8, 12, .3, .1),
            Clusters(40, 5, .02, .1),
            Clusters(30, 20, .03, .1),
            Clusters(12, 8, .9, .2),
            FiniteClusters(),
            StratifiedClusters(),
            Weighted(100, .1),
            Weighted(60, .5),
            Raked("raked to two margins, n 150", 150, 0),
            Raked("raked to two margins, n 400", 400, 0),
            Raked("raked to two margins, 40 clusters of 8", 320, 40),
            Group("group of a third, n 100", 0),
            Group("group of a third, 25 clusters of 8", 25),
        ];

    private static Interval? Of(SamplePlan plan, double[] yes) => ShareIntervals.Of(plan, yes)?.Interval;

    private static CoverageDesign Finite(int population, int n, int marked) =>
        new($"{n} of a community of {population}, share {(double)marked / population:0.00}", (double)marked / population, random =>
            Of(SamplePlan.Simple(n, population), [.. random.Some(population, n).Select(person => person < marked ? 1.0 : 0)])
        );

    private static CoverageDesign Plain(int n, double p) =>
        new($"{n} of an endless community, share {p:0.00}", p, random =>
            Of(SamplePlan.Simple(n), [.. Enumerable.Range(0, n).Select(_ => random.Yes(p))])
        );

    // Endless strata are of the same size.
    private static CoverageDesign Strata(string name, int[] n, double[]? sizes, double[] shares)
    {
        double[] weight = sizes ?? [.. n.Select(_ => 1.0)];
        // The marked of a finite stratum are whole people.
        double[] truth = sizes is null ? shares : [.. shares.Zip(sizes, (p, size) => Math.Round(p * size) / size)];
        int[] membership = [.. n.SelectMany((count, h) => Enumerable.Repeat(h, count))];
        var strata = new SampleStrata([.. n.Select((_, h) => $"{h}")], membership, sizes);
        var plan = Draws.Made(SamplePlan.Of(membership.Length, sizes is null ? [.. membership.Select(h => 1.0 / n[h])] : null, strata));
        return new(name, truth.Zip(weight, (p, w) => p * w).Sum() / weight.Sum(), random =>
            Of(
                plan,
                [
                    .. n.SelectMany(
                        (count, h) =>
                            sizes is null
                                ? Enumerable.Range(0, count).Select(_ => random.Yes(truth[h])).ToArray()
                                :
                                [
                                    .. random
                                        .Some((int)sizes[h], count)
                                        .Select(person => person < Math.Round(truth[h] * sizes[h]) ? 1.0 : 0),
                                ]
                    ),
                ]
            )
        );
    }

    private static CoverageDesign Clusters(int clusters, int size, double p, double rho)
    {
        int[] membership = [.. Enumerable.Range(0, clusters * size).Select(i => i / size)];
        var plan = Draws.Made(SamplePlan.Of(membership.Length, clusters: membership));
        return new($"{clusters} clusters of {size}, share {p:0.00}, correlation {rho:0.00}", p, random =>
        {
            double[] chances = [.. Enumerable.Range(0, clusters).Select(_ => random.ClusterChance(p, rho))];
            return Of(plan, [.. membership.Select(c => random.Yes(chances[c]))]);
        });
    }

    private static CoverageDesign FiniteClusters()
    {
        const int all = 60,
            drawn = 30,
            size = 6;
        var made = new Random(4);
        double[][] community =
        [
            .. Enumerable
                .Range(0, all)
                .Select(_ => made.ClusterChance(.25, .2))
                .Select(p => Enumerable.Range(0, size).Select(_ => made.Yes(p)).ToArray()),
        ];
        int[] membership = [.. Enumerable.Range(0, drawn * size).Select(i => i / size)];
        var plan = Draws.Made(SamplePlan.Of(membership.Length, clusters: membership, population: all));
        return new("30 of 60 households of 6", community.Average(own => own.Average()), random =>
            Of(plan, [.. random.Some(all, drawn).SelectMany(c => community[c])])
        );
    }

    private static CoverageDesign StratifiedClusters()
    {
        int[] strata = [.. Enumerable.Range(0, 240).Select(i => i / 120)];
        int[] clusters = [.. Enumerable.Range(0, 240).Select(i => i / 10)];
        double[] p = [.15, .45];
        var plan = Draws.Made(SamplePlan.Of(240, [.. strata.Select(h => h == 0 ? 1.0 : 3)], new(["a", "b"], strata), clusters));
        return new("two strata (1 : 3) of 12 clusters of 10", (p[0] + 3 * p[1]) / 4, random =>
        {
            double[] chances = [.. Enumerable.Range(0, 24).Select(c => random.ClusterChance(p[c / 12], .1))];
            return Of(plan, [.. clusters.Select(c => random.Yes(chances[c]))]);
        });
    }

    // Chances of selection that have nothing to do with the answer; weights vary by a factor of 9.
    private static CoverageDesign Weighted(int n, double p) =>
        new($"{n} people with weights from 1 to 9, share {p:0.00}", p, random =>
            Of(
                Draws.Made(SamplePlan.Of(n, [.. Enumerable.Range(0, n).Select(_ => 1 + 8 * Math.Pow(random.NextDouble(), 2))])),
                [.. Enumerable.Range(0, n).Select(_ => random.Yes(p))]
            )
        );

    private static CoverageDesign Raked(string name, int n, int clusters) =>
        new(name, RakedCommunity.Share, random =>
            RakedCommunity.Draw(random, n, clusters) is var (plan, people)
                ? Of(plan, [.. people.Select(person => random.Yes(person.Chance))])
                : null
        );

    private static CoverageDesign Group(string name, int clusters)
    {
        var n = clusters == 0 ? 100 : clusters * 8;
        int[] membership = [.. Enumerable.Range(0, n).Select(i => clusters == 0 ? i : i / 8)];
        var plan = Draws.Made(SamplePlan.Of(n, clusters: clusters == 0 ? null : membership));
        return new(name, .2, random =>
        {
            double[] chances = [.. Enumerable.Range(0, n).Select(_ => clusters == 0 ? .2 : random.ClusterChance(.2, .15))];
            return Of(plan, [.. membership.Select(c => random.NextDouble() < 1.0 / 3 ? random.Yes(chances[c]) : double.NaN)]);
        });
    }
}
