using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>Draws for means, ratios and totals.</summary>
internal static class MeanDesigns
{
    public static IEnumerable<CoverageDesign> All =>
        [Points(5, 3), Points(8, 3), Points(15, 4.2), FinitePoints(), Strata(), Clusters(), Raked(), Ratio(), Total()];

    private static readonly double[] Middles = [3, 4.2];

    // The mean of the points 1…5 around a middle, from many of them.
    private static readonly Dictionary<double, double> Means = Middles
        .Append(2)
        .ToDictionary(
            middle => middle,
            middle =>
            {
                var random = new Random(9);
                return Enumerable.Range(0, 300_000).Average(_ => random.Point(middle));
            }
        );

    private static CoverageDesign Points(int n, double middle) =>
        new($"mean of a scale 1–5, {n} people, around {middle:0.0}", Means[middle], random =>
            Linearised.Mean(SamplePlan.Simple(n), [.. Enumerable.Range(0, n).Select(_ => random.Point(middle))])?.WithT(step: 1)
        );

    private static CoverageDesign FinitePoints()
    {
        var made = new Random(6);
        double[] community = [.. Enumerable.Range(0, 60).Select(_ => made.Point(3))];
        var plan = SamplePlan.Simple(30, 60);
        return new("mean of a scale 1–5, 30 of 60", community.Average(), random =>
            Linearised.Mean(plan, [.. random.Some(60, 30).Select(i => community[i])])?.WithT(step: 1)
        );
    }

    private static CoverageDesign Strata()
    {
        int[] membership = [.. Enumerable.Range(0, 24).Select(i => i < 16 ? 0 : 1)];
        var plan = Draws.Made(SamplePlan.Of(24, [.. membership.Select(h => h == 0 ? 1.0 / 16 : 1.0 / 8)], new(["a", "b"], membership)));
        return new("mean of a scale 1–5, strata of 16 and 8", (Means[2] + Means[4.2]) / 2, random =>
            Linearised.Mean(plan, [.. membership.Select(h => random.Point(h == 0 ? 2 : 4.2))])?.WithT(step: 1)
        );
    }

    private static CoverageDesign Clusters()
    {
        int[] membership = [.. Enumerable.Range(0, 120).Select(i => i / 10)];
        var plan = Draws.Made(SamplePlan.Of(120, clusters: membership));
        return new("mean of hours, 12 clusters of 10", 10, random =>
        {
            double[] middles = [.. Enumerable.Range(0, 12).Select(_ => 10 + random.Normal())];
            return Linearised.Mean(plan, [.. membership.Select(c => middles[c] + 2 * random.Normal())])?.WithT();
        });
    }

    private static CoverageDesign Raked() =>
        new("mean raked to two margins, n 150", 10 * RakedCommunity.Share, random =>
            RakedCommunity.Draw(random, 150, 0) is var (plan, people)
                ? Linearised.Mean(plan, [.. people.Select(person => 10 * person.Chance + random.Normal())])?.WithT()
                : null
        );

    private static CoverageDesign Ratio() => new("ratio, 40 people", .5, random =>
        {
            double[] below = [.. Enumerable.Range(0, 40).Select(_ => 5 + 10 * random.NextDouble())];
            return Linearised.Ratio(SamplePlan.Simple(40), [.. below.Select(x => .5 * x + random.Normal())], below)?.WithT();
        });

    private static CoverageDesign Total()
    {
        var made = new Random(2);
        double[] community = [.. Enumerable.Range(0, 400).Select(_ => 20 + 5 * made.Normal())];
        int[] membership = [.. Enumerable.Range(0, 80).Select(i => i / 4)];
        // Twenty of a hundred households of four.
        var plan = Draws.Made(SamplePlan.Of(80, clusters: membership, population: 100));
        return new("total, 20 of 100 households of 4", community.Sum(), random =>
            Linearised.Total(plan, [.. random.Some(100, 20).SelectMany(household => community.Skip(4 * household).Take(4))])?.WithT()
        );
    }
}
