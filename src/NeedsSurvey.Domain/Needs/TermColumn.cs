// Why this file exists: the inner loop of the bootstrap, a sum of count × term over all respondents, in vectors. Sums of whole
// numbers are exact in any order; sums with weights use one fixed order, so a seed gives the same digits on every run.
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NeedsSurvey.Domain.Needs;

/// <summary>What each respondent adds to one sum: one signed byte a respondent.</summary>
internal sealed class TermColumn
{
    private readonly sbyte[] _terms;
    private readonly int _greatest;

    public TermColumn(sbyte[] terms)
    {
        _terms = terms;
        foreach (var term in terms) _greatest = Math.Max(_greatest, Math.Abs((int)term));
    }

    /// <summary>Σ counts·terms, exact.</summary>
    /// <param name="counts">How often each respondent was drawn.</param>
    /// <param name="most">Greatest count.</param>
    public long Sum(short[] counts, int most)
    {
        if (_greatest == 0) return 0;
        long total = 0;
        var r = 0;
        // Products are added up in 16-bit lanes; this many rounds cannot overflow them.
        var rounds = short.MaxValue / ((long)most * _greatest * 2);
        if (rounds > 0)
        {
            ref var term = ref MemoryMarshal.GetArrayDataReference(_terms);
            ref var count = ref MemoryMarshal.GetArrayDataReference(counts);
            while (r <= _terms.Length - Vector256<sbyte>.Count)
            {
                var lanes = Vector256<short>.Zero;
                var end = (int)Math.Min(_terms.Length - Vector256<sbyte>.Count, r + (rounds - 1) * Vector256<sbyte>.Count);
                for (; r <= end; r += Vector256<sbyte>.Count)
                {
                    var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref term, (nuint)r));
                    lanes += low * Vector256.LoadUnsafe(ref count, (nuint)r)
                        + high * Vector256.LoadUnsafe(ref count, (nuint)(r + Vector256<short>.Count));
                }
                var (first, second) = Vector256.Widen(lanes);
                total += Vector256.Sum(first + second);
            }
        }
        for (; r < _terms.Length; r++) total += (long)counts[r] * _terms[r];
        return total;
    }

    /// <summary>Σ weighted·terms, where weighted is count × weight.</summary>
    public double Sum(double[] weighted)
    {
        if (_greatest == 0) return 0;
        var r = 0;
        var lanes = Vector256<double>.Zero;
        ref var term = ref MemoryMarshal.GetArrayDataReference(_terms);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(weighted);
        for (; r <= _terms.Length - Vector128<sbyte>.Count; r += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref term, (nuint)r));
            lanes += Products(low, ref weight, r) + Products(high, ref weight, r + 8);
        }
        var total = Vector256.Sum(lanes);
        for (; r < _terms.Length; r++) total += weighted[r] * _terms[r];
        return total;
    }

    private static Vector256<double> Products(Vector128<short> terms, ref double weight, int at)
    {
        var (low, high) = Vector128.Widen(terms);
        return Four(low, ref weight, at) + Four(high, ref weight, at + 4);
    }

    private static Vector256<double> Four(Vector128<int> terms, ref double weight, int at)
    {
        var (low, high) = Vector128.Widen(terms);
        return Vector256.ConvertToDouble(Vector256.Create(low, high)) * Vector256.LoadUnsafe(ref weight, (nuint)at);
    }
}
