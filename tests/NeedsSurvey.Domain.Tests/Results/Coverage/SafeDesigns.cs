using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>Draws whose counts go through the door: noise, words, and the interval that pages show beside safe shares.</summary>
internal static class SafeDesigns
{
    public static IEnumerable<CoverageDesign> All =>
        [
            Plain(60, null, .5),
            Plain(100, null, .3),
            Plain(200, null, .5),
            Plain(200, null, .15),
            Plain(600, null, .05),
            Plain(90, 100, .4),
            Plain(95, 100, .5),
            Plain(100, 300, .25),
            Plain(290, 300, .1),
            Clusters(20, 10, .3, .2),
            Clusters(40, 5, .5, .1),
            Clusters(12, 20, .2, .05),
            Strata("safe, strata 60 of 300 and 40 of 200", [60, 40], [300, 200], [.2, .6]),
            Strata("safe, strata 63 of 300 and 37 of 200", [63, 37], [300, 200], [.2, .6]),
            Silent(100, .4, 3),
            Silent(100, .4, 9),
        ];

    private static CoverageDesign Plain(int n, int? population, double p) =>
        new(population is { } all ? $"safe, {n} of a community of {all}, share {p:0.00}" : $"safe, {n} people, share {p:0.00}", p, random =>
        {
            var frame = SampleFrame.Plain(SampleDesign.ProbabilitySample, population);
            return population is { } size
                ? Shown(random, frame, [.. random.Some(size, n).Select(person => ("", "", person < Math.Round(p * size)))])
                : Shown(random, frame, [.. Enumerable.Range(0, n).Select(_ => ("", "", random.Yes(p) > 0))]);
        });

    private static CoverageDesign Clusters(int clusters, int size, double p, double rho) =>
        new($"safe, {clusters} clusters of {size}, share {p:0.00}, correlation {rho:0.00}", p, random =>
        {
            double[] chances = [.. Enumerable.Range(0, clusters).Select(_ => random.ClusterChance(p, rho))];
            return Shown(
                random,
                SampleFrame.Of(new(SampleDesign.ProbabilitySample, null, "street"), null, null, true),
                [.. Enumerable.Range(0, clusters * size).Select(i => ("", $"{i / size}", random.Yes(chances[i / size]) > 0))]
            );
        });

    private static CoverageDesign Strata(string name, int[] n, int[] sizes, double[] shares)
    {
        var frame = SampleFrame.Of(
            new(SampleDesign.ProbabilitySample, "area", null, [.. sizes.Select((size, h) => new StratumSize($"{h}", size))]),
            null,
            [.. sizes.Select((_, h) => new FrameCategory($"{h}", $"{h}", null))],
            true
        );
        return new(name, shares.Zip(sizes, (p, size) => p * size).Sum() / sizes.Sum(), random =>
            Shown(
                random,
                frame,
                [
                    .. n.SelectMany(
                        (count, h) => random.Some(sizes[h], count).Select(i => ($"{h}", "", i < Math.Round(shares[h] * sizes[h])))
                    ),
                ]
            )
        );
    }

    // A few of those who answered the survey left the question out.
    private static CoverageDesign Silent(int n, double p, int missing) =>
        new($"safe, {n} people of whom {missing} gave no answer, share {p:0.00}", p, random =>
            Shown(
                random,
                SampleFrame.Plain(SampleDesign.ProbabilitySample),
                [.. Enumerable.Range(0, n).Select(_ => ("", "", random.Yes(p) > 0))],
                missing
            )
        );

    private static Interval? Shown(Random random, SampleFrame frame, (string Stratum, string Cluster, bool Yes)[] people, int missing = 0)
    {
        var units = new SampleUnits(frame);
        foreach (var person in people)
            units.Add(person.Stratum, person.Cluster);
        int[] rows = [.. people.Select(person => units.Row(person.Stratum, person.Cluster)!.Value)];
        var (answered, yes) = (new int[units.Count], new int[units.Count]);
        var (all, answering, part) = (default(RecordCounter), default(RecordCounter), default(RecordCounter));
        for (var r = 0; r < people.Length; r++)
        {
            var key = new RecordKey((ulong)random.NextInt64(long.MinValue, long.MaxValue));
            all.Add(key);
            if (r < missing)
                continue;
            answering.Add(key);
            answered[rows[r]]++;
            if (!people[r].Yes)
                continue;
            part.Add(key);
            yes[rows[r]]++;
        }
        var everyone = new Drawing(SafeRule.Default, all).Everyone!;
        // Whether all answered or nearly all: the base is told in words.
        var of = everyone.Within(answering)!;
        return ShownIntervals.OfShare(units, new UnitCounts(answered, yes, missing), of.Part(part), of)?.Interval;
    }
}
