using System.Runtime.InteropServices;

namespace NeedsSurvey.Domain.Results;

/// <summary>People by number. So many different numbers are kept exactly; beyond that, numbers are kept to three digits.</summary>
public sealed class Frequencies
{
    /// <summary>How many different numbers are kept as they are.</summary>
    public const int MostKept = 20_000;

    private readonly Dictionary<double, RecordCounter> people = [];

    /// <param name="points">Numbers that have a place from the start.</param>
    public Frequencies(params ReadOnlySpan<double> points)
    {
        foreach (var point in points)
            people[point] = default;
    }

    /// <summary>Ascending, each with its people.</summary>
    public IReadOnlyList<KeyValuePair<double, RecordCounter>> Ascending => [.. people.OrderBy(pair => pair.Key)];

    /// <summary>Everybody who gave a number.</summary>
    public RecordCounter Everybody => RecordCounter.Of([.. people.Values]);

    /// <summary>Takes in one person.</summary>
    public void Add(double value, RecordKey key)
    {
        if (people.Count >= MostKept && !people.ContainsKey(value))
            value = Rounded(value);
        CollectionsMarshal.GetValueRefOrAddDefault(people, value, out _).Add(key);
    }

    private static double Rounded(double value)
    {
        if (value == 0)
            return 0;
        var scale = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        return Math.Round(value / scale) * scale;
    }
}
