using BenchmarkDotNet.Attributes;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Benchmarks.Results;

/// <summary>Raking 100,000 respondents to 4 margins. Goal: at most 200 ms.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class RakingBenchmarks
{
    private RakingMargin[] margins = null!;
    private double[] baseWeights = null!;

    [GlobalSetup]
    public void Fill()
    {
        const int people = 100_000;
        var random = new Random(20261122);
        int[] sizes = [6, 12, 3, 5];
        margins =
        [
            .. sizes.Select(
                (size, m) =>
                    new RakingMargin(
                        $"Margin {m}",
                        [.. Enumerable.Range(0, size).Select(g => $"Group {g}")],
                        [.. Enumerable.Range(0, size).Select(_ => 0.5 + random.NextDouble())],
                        // Skewed, and three in a hundred do not say.
                        [
                            .. Enumerable
                                .Range(0, people)
                                .Select(_ => random.Next(100) < 3 ? (short)-1 : (short)(size * random.NextDouble() * random.NextDouble())),
                        ]
                    )
            ),
        ];
        baseWeights = [.. Enumerable.Range(0, people).Select(_ => 0.5 + random.NextDouble())];
        if (Raking.Rake(margins) is not RakingResult.Raked)
            throw new InvalidOperationException("A refusal would be timed instead of a raking.");
    }

    [Benchmark]
    public RakingResult Raking_100k_respondents_to_4_margins() => Raking.Rake(margins);

    [Benchmark]
    public RakingResult Raking_100k_respondents_with_base_weights() => Raking.Rake(margins, baseWeights);
}
