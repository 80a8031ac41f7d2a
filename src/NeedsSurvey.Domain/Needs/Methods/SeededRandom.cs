namespace NeedsSurvey.Domain.Needs;

/// <summary>
/// A small fast generator whose numbers depend only on a seed and a stream, so that resample r is the same whatever thread draws it.
/// xoshiro256** (Blackman &amp; Vigna 2018), its state filled by SplitMix64. Not for secrets.
/// </summary>
internal struct SeededRandom
{
    private ulong a,
        b,
        c,
        d;

    public SeededRandom(ulong seed, ulong stream)
    {
        var state = seed ^ Mix(stream + 0x9E3779B97F4A7C15);
        a = Next(ref state);
        b = Next(ref state);
        c = Next(ref state);
        d = Next(ref state);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var result = ulong.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = ulong.RotateLeft(d, 45);
        return result;
    }

    /// <summary>Two independent whole numbers, each uniform in 0…bound−1 without bias (Lemire 2019, with rejection).</summary>
    public (uint First, uint Second) NextPair(uint bound)
    {
        var bits = NextBits();
        return (Scale((uint)bits, bound), Scale((uint)(bits >> 32), bound));
    }

    private uint Scale(uint bits, uint bound)
    {
        var product = (ulong)bits * bound;
        if ((uint)product < bound)
        {
            var threshold = (0u - bound) % bound;
            while ((uint)product < threshold)
                product = (ulong)(uint)NextBits() * bound;
        }
        return (uint)(product >> 32);
    }

    private static ulong Next(ref ulong state) => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
