// The inner loop of the bootstrap for ranks. Units (people, or whole clusters) are redrawn within their strata and
// what they add to all scores is summed, one vector of needs a unit, so that a unit's needs stay together.
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>
/// Bootstrap deviations of scores. In every stratum n − 1 of its n units are redrawn with replacement and scaled by n/(n − 1), and by
/// √(1 − drawn) where much of a finite community was heard, so that their variance is exactly the linearised one. Source: Rao &amp; Wu
/// 1988, "Resampling inference with complex survey data".
/// </summary>
internal static class RankResampler
{
    // Two vectors of eight needs are added up at a time.
    private const int Block = 16;

    /// <summary>θ* − θ to first order: [resample · needs + need]. The same for a seed, whatever the number of threads.</summary>
    /// <param name="totals">[need][unit].</param>
    /// <param name="plan">The draw.</param>
    /// <param name="options">Seed, resamples, threads.</param>
    /// <param name="cancellation">Stops between resamples.</param>
    public static double[] Deviations(double[][] totals, SamplePlan plan, RankSetOptions options, CancellationToken cancellation)
    {
        var needs = totals.Length;
        var result = new double[options.Resamples * needs];
        if (needs == 0)
            return result;
        var scales = Scales(totals);
        var (rows, stride) = Rows(totals, plan, scales, out var sums);
        var idle = new ConcurrentBag<Scratch>();
        Parallel.For(
            0,
            options.Resamples,
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            () => idle.TryTake(out var rested) ? rested : new Scratch(plan.UnitsIn.ToArray().Max(), stride),
            (resample, _, scratch) =>
            {
                var random = new SeededRandom(options.Seed, (ulong)resample);
                var own = result.AsSpan(resample * needs, needs);
                var start = 0;
                for (var stratum = 0; stratum < plan.Strata; stratum++)
                {
                    var n = plan.UnitsIn[stratum];
                    if (plan.Drawn[stratum] < 1)
                    {
                        scratch.Add(rows.AsSpan(start * stride, n * stride), n, ref random);
                        var part = Math.Sqrt(1 - plan.Drawn[stratum]);
                        for (var need = 0; need < needs; need++)
                            own[need] += part * ((double)n / (n - 1) * scratch.Sums[need] - sums[stratum][need]);
                    }
                    start += n;
                }
                for (var need = 0; need < needs; need++)
                    own[need] *= scales[need];
                return scratch;
            },
            idle.Add
        );
        return result;
    }

    // Single precision holds seven digits, far below what resampling varies; scaled so that the digits are used.
    private static double[] Scales(double[][] totals) => [.. totals.Select(own => own.Max(Math.Abs) is > 0 and var most ? most : 1)];

    // Units by stratum, each a row of needs padded to whole blocks, less the stratum's mean, which cancels and would cost digits.
    private static (float[] Rows, int Stride) Rows(double[][] totals, SamplePlan plan, double[] scales, out double[][] sums)
    {
        var stride = (totals.Length + Block - 1) / Block * Block;
        var rows = new float[plan.Units * stride];
        var next = new int[plan.Strata];
        for (var stratum = 1; stratum < next.Length; stratum++)
            next[stratum] = next[stratum - 1] + plan.UnitsIn[stratum - 1];
        var means = new double[plan.Strata, totals.Length];
        for (var need = 0; need < totals.Length; need++)
        for (var unit = 0; unit < plan.Units; unit++)
            means[plan.StratumOf[unit], need] += totals[need][unit] / plan.UnitsIn[plan.StratumOf[unit]];
        sums = [.. Enumerable.Range(0, plan.Strata).Select(_ => new double[totals.Length])];
        for (var unit = 0; unit < plan.Units; unit++)
        {
            var stratum = plan.StratumOf[unit];
            var row = next[stratum]++ * stride;
            for (var need = 0; need < totals.Length; need++)
            {
                rows[row + need] = (float)((totals[need][unit] - means[stratum, need]) / scales[need]);
                sums[stratum][need] += rows[row + need];
            }
        }
        return (rows, stride);
    }

    /// <summary>One thread's buffers.</summary>
    private sealed class Scratch(int mostUnits, int stride)
    {
        private readonly int[] drawn = new int[mostUnits + 1];

        /// <summary>Sums of the units drawn last, one a need.</summary>
        public float[] Sums { get; } = new float[stride];

        /// <summary>Draws n − 1 of n rows with replacement and adds them up.</summary>
        public void Add(ReadOnlySpan<float> rows, int n, ref SeededRandom random)
        {
            var draws = n - 1;
            for (var i = 0; i < draws; i += 2)
            {
                var (first, second) = random.NextPair((uint)n);
                (drawn[i], drawn[i + 1]) = ((int)first * stride, (int)second * stride);
            }
            ref var row = ref MemoryMarshal.GetReference(rows);
            for (var block = 0; block < stride; block += Block)
            {
                var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
                for (var i = 0; i < draws; i++)
                {
                    var at = (nuint)(drawn[i] + block);
                    low += Vector256.LoadUnsafe(ref row, at);
                    high += Vector256.LoadUnsafe(ref row, at + 8);
                }
                low.CopyTo(Sums, block);
                high.CopyTo(Sums, block + 8);
            }
        }
    }
}
