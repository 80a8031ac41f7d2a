using BenchmarkDotNet.Attributes;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.Benchmarks.Needs;

/// <summary>Stability of a ranking of 12 needs: 100,000 responses, 1,000 resamples. Goal: at most 3 s on two cores.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class StabilityBenchmarks
{
    private NeedAnswers data = null!;

    [Params(false, true)]
    public bool Weighted { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(20261122);
        var builder = new NeedAnswersBuilder([.. Enumerable.Range(1, 12).Select(i => new NeedItem($"need{i}", $"Need {i}"))], new(1, 5));
        for (var r = 0; r < 100_000; r++)
        {
            builder.Add(Weighted ? 0.5 + random.NextDouble() : 1);
            for (var n = 0; n < 12; n++)
                builder.Rate(r, n, random.Next(12) == 0 ? null : random.Next(1, 6), random.Next(12) == 0 ? null : random.Next(1, 6));
        }
        data = builder.Build();
    }

    [Benchmark]
    public RankingStability Bootstrap_of_12_needs_100k_responses_1000_resamples() => Stability.Of(data, RankingMethod.Borich, seed: 1);

    [Benchmark]
    public NeedRanking One_ranking_of_12_needs_100k_responses() => Rankings.Of(data, RankingMethod.Borich);
}
