using BenchmarkDotNet.Attributes;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Benchmarks.Needs;

/// <summary>Confidence sets for the ranks of 12 needs: 100,000 responses, 1,000 resamples. Goal: at most 2 s on two cores.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class RankSetBenchmarks
{
    private NeedAnswers data = null!;
    private SamplePlan clusters = null!;

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(20261129);
        var builder = new NeedAnswersBuilder([.. Enumerable.Range(1, 12).Select(i => new NeedItem($"need{i}", $"Need {i}"))], new(1, 5));
        for (var r = 0; r < 100_000; r++)
        {
            builder.Add();
            for (var n = 0; n < 12; n++)
                builder.Rate(r, n, random.Next(12) == 0 ? null : random.Next(1, 6), random.Next(12) == 0 ? null : random.Next(1, 6));
        }
        data = builder.Build();
        clusters = (
            (SamplePlanResult.Planned)SamplePlan.Of(data.Count, clusters: [.. Enumerable.Range(0, data.Count).Select(r => r / 50)])
        ).Plan;
    }

    [Benchmark]
    public RankConfidence Sets_of_12_needs_100k_responses_1000_resamples() => RankSets.Of(data, RankingMethod.Borich, new(1));

    [Benchmark]
    public RankConfidence Sets_of_12_needs_100k_responses_in_2000_clusters() => RankSets.Of(data, RankingMethod.Borich, new(1), clusters);
}
