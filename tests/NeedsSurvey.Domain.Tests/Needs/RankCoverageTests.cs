using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Tests.Results;
using Xunit.Abstractions;

namespace NeedsSurvey.Domain.Tests.Needs;

/// <summary>How often rank sets hold the true ranks, as <see cref="CoverageTests"/> does for intervals.</summary>
public sealed class RankCoverageTests(ITestOutputHelper output)
{
    // Nominal − 1 point, less two standard errors of so many draws: of five needs that are all alike the sets hold as often as they say and
    // no oftener, so that the least of five is below that by chance.
    private static readonly (int Times, double Least) Asked = Properties.Exploring ? (2000, .89 - .0134) : (6, .5);

    // True scores, highest first ranked, and one sample's sets.
    private sealed record Design(string Name, double[] Truth, Func<Random, ulong, RankConfidence> Draw);

    public static TheoryData<string> Names => new(All.Select(design => design.Name));

    private static IEnumerable<Design> All =>
        [
            Plain("five close needs, n 200", 200, [.40, .39, .37, .35, .33]),
            Plain("five needs all alike, n 100", 100, [.3, .3, .3, .3, .3]),
            Plain("three needs, n 15", 15, [.6, .5, .1]),
            Plain("eight needs, two and two alike, n 400", 400, [.6, .6, .5, .5, .4, .4, .05, .05]),
            Plain("rare needs, n 60", 60, [.06, .05, .03, .02]),
            Clusters(20, 10),
            Clusters(8, 15),
            Strata(),
            Finite(),
            Raked(),
            Missing(),
            Ratings(),
            Places(),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void N10_rank_sets_hold_the_true_ranks_as_often_as_they_say(string name)
    {
        var design = All.Single(one => one.Name == name);
        var random = new Random(Properties.Seed ?? 20261129);
        var count = design.Truth.Length;
        var (own, together, settledRight, width) = (new int[count], 0, 0, 0.0);
        for (var time = 0; time < Asked.Times; time++)
        {
            var sets = design.Draw(random, (ulong)time);
            var truth = (string need) =>
                design.Truth[int.Parse(need["need".Length..], System.Globalization.CultureInfo.InvariantCulture) - 1];
            // Those that tie may have any of the ranks they share, so that a set must hold them all.
            bool Holds(string need, int low, int high) =>
                low <= 1 + design.Truth.Count(other => other > truth(need)) && high >= design.Truth.Count(other => other >= truth(need));
            var all = true;
            foreach (var row in sets.Rows)
            {
                if (Holds(row.Need, row.Low, row.High))
                    own[int.Parse(row.Need["need".Length..], System.Globalization.CultureInfo.InvariantCulture) - 1]++;
                all &= Holds(row.Need, row.TogetherLow, row.TogetherHigh);
                width += (row.TogetherHigh - row.TogetherLow + 1.0) / count;
            }
            if (all)
                together++;
            if (sets.Neighbours.All(pair => !pair.Settled || truth(pair.Ahead) > truth(pair.Behind)))
                settledRight++;
        }
        double Part(int times) => (double)times / Asked.Times;
        output.WriteLine(
            $"| {name} | 90 % | {100 * Part(own.Min()):0.0} % | {100 * Part(together):0.0} % | "
                + $"{100 * (1 - Part(settledRight)):0.0} % | {width / Asked.Times:0.0} of {count} |"
        );
        Assert.True(Part(own.Min()) >= Asked.Least, $"own sets {Part(own.Min())}");
        Assert.True(Part(together) >= Asked.Least, $"sets together {Part(together)}");
        Assert.True(Part(settledRight) >= Asked.Least, $"pairs settled {Part(settledRight)}");
    }

    private static RankConfidence Of(double[][] scores, ulong seed, SamplePlan? plan = null, bool higherFirst = true) =>
        RankSets.OfScores(Given.Items(scores.Length), scores, higherFirst, new(seed, Threads: 1), plan);

    private static double[][] Scores(int needs, int people, Func<int, int, double> of) =>
        [.. Enumerable.Range(0, needs).Select(need => Enumerable.Range(0, people).Select(person => of(need, person)).ToArray())];

    private static Design Plain(string name, int n, double[] p) =>
        new(name, p, (random, seed) => Of(Scores(p.Length, n, (need, _) => random.Yes(p[need])), seed));

    private static Design Clusters(int clusters, int size)
    {
        double[] p = [.4, .35, .3, .3];
        var plan = Draws.Made(SamplePlan.Of(clusters * size, clusters: [.. Enumerable.Range(0, clusters * size).Select(i => i / size)]));
        return new($"four needs, {clusters} clusters of {size}", p, (random, seed) =>
        {
            var chances = Scores(4, clusters, (need, _) => random.ClusterChance(p[need], .2));
            return Of(Scores(4, clusters * size, (need, person) => random.Yes(chances[need][person / size])), seed, plan);
        });
    }

    // Endless strata of the same size, from which 120, 30 and 10 answer.
    private static Design Strata()
    {
        double[][] p =
        [
            [.5, .3, .4],
            [.4, .45, .4],
            [.1, .5, .45],
        ];
        int[] n = [120, 30, 10];
        int[] membership = [.. n.SelectMany((count, h) => Enumerable.Repeat(h, count))];
        var plan = Draws.Made(SamplePlan.Of(160, [.. membership.Select(h => 1.0 / n[h])], new(["a", "b", "c"], membership)));
        return new(
            "three needs, strata of 120, 30 and 10",
            [.. Enumerable.Range(0, 3).Select(need => p.Average(own => own[need]))],
            (random, seed) => Of(Scores(3, 160, (need, person) => random.Yes(p[membership[person]][need])), seed, plan)
        );
    }

    private static Design Finite()
    {
        var made = new Random(3);
        double[] p = [.5, .45, .45, .3];
        var community = Scores(4, 150, (need, _) => made.Yes(p[need]));
        var plan = SamplePlan.Simple(100, 150);
        return new("four needs, 100 of a community of 150", [.. community.Select(own => own.Average())], (random, seed) =>
        {
            var some = random.Some(150, 100);
            return Of([.. community.Select(own => some.Select(person => own[person]).ToArray())], seed, plan);
        });
    }

    private static Design Raked()
    {
        double[] less = [0, .02, .05, .1];
        return new(
            "four needs raked to two margins, n 200",
            [.. less.Select(by => RakedCommunity.Share - by * RakedCommunity.Share)],
            (random, seed) =>
            {
                while (true)
                {
                    if (RakedCommunity.Draw(random, 200, 0) is var (plan, people))
                        return Of(Scores(4, 200, (need, person) => random.Yes(people[person].Chance * (1 - less[need]))), seed, plan);
                }
            }
        );
    }

    private static Design Missing()
    {
        double[] p = [.5, .45, .4, .35];
        double[] asked = [1, .6, .3, .1];
        return new("four needs asked of all, 60, 30 and 10 %, n 200", p, (random, seed) =>
            Of(Scores(4, 200, (need, _) => random.NextDouble() < asked[need] ? random.Yes(p[need]) : double.NaN), seed)
        );
    }

    // Importance and satisfaction each take a point of 1…5; their means give the true score.
    private static Design Ratings()
    {
        (double Importance, double Satisfaction)[] chances = [(.7, .4), (.7, .45), (.6, .4), (.5, .5)];
        double[] truth = [.. chances.Select(c => (1 + 4 * c.Importance) * 4 * (c.Importance - c.Satisfaction))];
        return new("weighted discrepancy of four needs, n 80", truth, (random, seed) =>
        {
            int Point(double chance) => 1 + Enumerable.Range(0, 4).Count(_ => random.NextDouble() < chance);
            var builder = new NeedAnswersBuilder(Given.Items(4), new(1, 5));
            for (var r = 0; r < 80; r++)
            {
                builder.Add();
                for (var need = 0; need < 4; need++)
                    builder.Rate(r, need, random.Next(10) == 0 ? null : Point(chances[need].Importance), Point(chances[need].Satisfaction));
            }
            return RankSets.Of(builder.Build(), RankingMethod.Borich, new(seed, Threads: 1));
        });
    }

    // Two places for four needs: each place is drawn by weight among the needs left. True mean places by counting all outcomes.
    private static Design Places()
    {
        double[] weight = [4, 3, 2, 2];
        var truth = new double[4];
        foreach (var first in Enumerable.Range(0, 4))
        {
            foreach (var second in Enumerable.Range(0, 4).Where(other => other != first))
            {
                var chance = weight[first] / weight.Sum() * weight[second] / (weight.Sum() - weight[first]);
                for (var need = 0; need < 4; need++)
                    truth[need] -=
                        chance
                        * (
                            need == first ? 1
                            : need == second ? 2
                            : 3.5
                        );
            }
        }
        // The last two tie; their sums differ by the order of additions.
        truth[3] = truth[2];
        return new("mean place of four needs with two places, n 60", truth, (random, seed) =>
        {
            var builder = new NeedAnswersBuilder(Given.Items(4), new(1, 5));
            for (var r = 0; r < 60; r++)
            {
                builder.Add();
                var first = Pick(-1);
                var second = Pick(first);
                for (var need = 0; need < 4; need++)
                    builder.Set(
                        r,
                        need,
                        NeedMeasure.Rank,
                        need == first ? 1
                            : need == second ? 2
                            : 0
                    );
            }
            return Of(EmptyPlaces.Scores(builder.Build()), seed, higherFirst: false);

            int Pick(int without)
            {
                var point = random.NextDouble() * weight.Where((_, need) => need != without).Sum();
                for (var need = 0; need < 4; need++)
                    if (need != without && (point -= weight[need]) < 0)
                        return need;
                return without == 3 ? 2 : 3;
            }
        });
    }
}
