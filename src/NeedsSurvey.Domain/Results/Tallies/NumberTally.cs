using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Results;

/// <summary>Numbers, by value. So many different ones are kept exactly; beyond that, values are kept to three digits.</summary>
public sealed class NumberTally(AnswerBlock block, int groups) : QuestionTally(block, groups)
{
    private const int MostKept = 20_000;
    private readonly SortedDictionary<double, int>[] values =
    [
        .. Enumerable.Range(0, groups).Select(_ => new SortedDictionary<double, int>()),
    ];

    /// <summary>A group's values, ascending, each with its number of people.</summary>
    public IReadOnlyDictionary<double, int> Values(int group) => values[group];

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group)
    {
        if (Number(json, cells[0]) is not { } value)
            return;
        var kept = values[group];
        if (kept.Count >= MostKept && !kept.ContainsKey(value))
            value = Rounded(value);
        kept[value] = kept.GetValueOrDefault(value) + 1;
    }

    private static double Rounded(double value)
    {
        if (value == 0)
            return 0;
        var scale = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        return Math.Round(value / scale) * scale;
    }
}
