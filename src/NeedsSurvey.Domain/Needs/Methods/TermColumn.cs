// Why this file exists: the inner loop of the bootstrap, a sum of count × term over all respondents, in vectors. Sums of whole
// numbers are exact in any order; sums with weights use one fixed order, so a seed gives the same digits on every run.
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NeedsSurvey.Domain.Needs;

/// <summary>What each respondent adds to one sum: one signed byte a respondent.</summary>
internal sealed class TermColumn
{
    private readonly sbyte[] terms;
    private readonly int greatest;

    public TermColumn(sbyte[] terms)
    {
        this.terms = terms;
        foreach (var term in terms)
            greatest = Math.Max(greatest, Math.Abs((int)term));
    }

    /// <summary>Σ counts·terms, exact.</summary>
    /// <param name="counts">How often each respondent was drawn.</param>
    /// <param name="most">Greatest count.</param>
    public long Sum(short[] counts, int most)
    {
        if (greatest == 0)
            return 0;
        long total = 0;
        var r = 0;
        // Products are added up in 16-bit lanes; this many rounds cannot overflow them.
        var rounds = short.MaxValue / ((long)most * greatest * 2);
        if (rounds > 0)
        {
            ref var term = ref MemoryMarshal.GetArrayDataReference(this.terms);
            ref var count = ref MemoryMarshal.GetArrayDataReference(counts);
            while (r <= this.terms.Length - Vector256<sbyte>.Count)
            {
                var lanes = Vector256<short>.Zero;
                var end = (int)Math.Min(this.terms.Length - Vector256<sbyte>.Count, r + (rounds - 1) * Vector256<sbyte>.Count);
                for (; r <= end; r += Vector256<sbyte>.Count)
                {
                    var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref term, (nuint)r));
                    lanes +=
                        low * Vector256.LoadUnsafe(ref count, (nuint)r)
                        + high * Vector256.LoadUnsafe(ref count, (nuint)(r + Vector256<short>.Count));
                }
                var (first, second) = Vector256.Widen(lanes);
                total += Vector256.Sum(first + second);
            }
        }
        for (; r < this.terms.Length; r++)
            total += (long)counts[r] * this.terms[r];
        return total;
    }

    /// <summary>
    /// Σ weighted·terms, where weighted is count × weight. Single precision within blocks of 2,048 respondents, double between them: off
    /// by about a ten-millionth, which is far below what resampling varies, and twice as fast as double throughout.
    /// </summary>
    public double Sum(float[] weighted)
    {
        if (greatest == 0)
            return 0;
        const int block = 2048;
        var r = 0;
        var total = 0.0;
        ref var term = ref MemoryMarshal.GetArrayDataReference(this.terms);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(weighted);
        while (r <= this.terms.Length - Vector256<sbyte>.Count)
        {
            var lanes = Vector256<float>.Zero;
            var end = Math.Min(this.terms.Length - Vector256<sbyte>.Count, r + block - Vector256<sbyte>.Count);
            for (; r <= end; r += Vector256<sbyte>.Count)
            {
                var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref term, (nuint)r));
                lanes += Products(low, ref weight, r) + Products(high, ref weight, r + Vector256<short>.Count);
            }
            var (first, second) = Vector256.Widen(lanes);
            total += Vector256.Sum(first + second);
        }
        for (; r < this.terms.Length; r++)
            total += (double)weighted[r] * this.terms[r];
        return total;
    }

    private static Vector256<float> Products(Vector256<short> terms, ref float weight, int at)
    {
        var (low, high) = Vector256.Widen(terms);
        return Vector256.ConvertToSingle(low) * Vector256.LoadUnsafe(ref weight, (nuint)at)
            + Vector256.ConvertToSingle(high) * Vector256.LoadUnsafe(ref weight, (nuint)(at + Vector256<int>.Count));
    }
}
