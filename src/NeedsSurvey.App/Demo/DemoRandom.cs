namespace NeedsSurvey.App.Demo;

/// <summary>
/// Numbers that look random and are the same on every machine and in every version of .NET (SplitMix64; Steele, Lea and Flood
/// 2014), so that the demo never changes under anyone's eyes. Not for secrets.
/// </summary>
internal sealed class DemoRandom(int seed, int stream)
{
    private ulong state = Mix(((ulong)(uint)seed << 32) | (uint)stream);

    /// <summary>At least 0, below 1.</summary>
    public double Share()
    {
        state += 0x9E3779B97F4A7C15;
        return (Mix(state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>True in this share of cases.</summary>
    public bool Chance(double share) => Share() < share;

    /// <summary>A whole number from 0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(Share() * count);

    /// <summary>One of these, each as likely as the other.</summary>
    public T OneOf<T>(IReadOnlyList<T> things) => things[Below(things.Count)];

    /// <summary>One of these, as likely as its weight; weights need not add up to anything but more than 0.</summary>
    public T Pick<T>(IEnumerable<KeyValuePair<T, double>> weighted)
    {
        var all = weighted.ToList();
        var left = Share() * all.Sum(each => each.Value);
        foreach (var (thing, weight) in all)
            if ((left -= weight) < 0)
                return thing;
        return all[^1].Key;
    }

    /// <summary>
    /// Normal with mean 0 and deviation 1, nearly: twelve shares added, because logarithms differ between machines in the last digit.
    /// </summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
            sum += Share();
        return sum;
    }

    /// <summary>A version 4 UUID.</summary>
    public Guid Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        for (var i = 0; i < 16; i++)
            bytes[i] = (byte)Below(256);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
