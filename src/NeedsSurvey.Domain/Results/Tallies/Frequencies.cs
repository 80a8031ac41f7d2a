using System.Runtime.InteropServices;

namespace NeedsSurvey.Domain.Results;

/// <summary>People by number. So many different numbers are kept exactly; beyond that, numbers are kept to three digits.</summary>
public sealed class Frequencies
{
    /// <summary>How many different numbers are kept as they are.</summary>
    public const int MostKept = 20_000;

    private readonly Dictionary<double, RecordCounter> people = [];

    /// <summary>Fewer where many groups are counted apart.</summary>
    public int Most { get; init; } = MostKept;

    /// <param name="points">Numbers that have a place from the start.</param>
    public Frequencies(params ReadOnlySpan<double> points)
    {
        foreach (var point in points)
            people[point] = default;
    }

    /// <summary>Ascending, each with its people.</summary>
    public IReadOnlyList<KeyValuePair<double, RecordCounter>> Ascending => [.. people.OrderBy(pair => pair.Key)];

    /// <summary>In any order.</summary>
    public IEnumerable<KeyValuePair<double, RecordCounter>> Unordered => people;

    /// <summary>Everybody who gave a number.</summary>
    public RecordCounter Everybody => RecordCounter.Of([.. people.Values]);

    /// <summary>Takes in one person, or several.</summary>
    public void Add(double value, RecordCounter more)
    {
        if (people.Count >= Most && !people.ContainsKey(value))
            value = Rounded(value);
        CollectionsMarshal.GetValueRefOrAddDefault(people, value, out _).Add(more);
    }

    private static double Rounded(double value)
    {
        if (value == 0)
            return 0;
        var scale = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        return Math.Round(value / scale) * scale;
    }
}
