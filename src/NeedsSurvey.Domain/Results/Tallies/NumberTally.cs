using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Results;

/// <summary>Numbers, by value.</summary>
public sealed class NumberTally(AnswerBlock block, int groups) : QuestionTally(block, groups)
{
    private readonly Frequencies[] values = [.. Enumerable.Range(0, groups).Select(_ => new Frequencies())];

    /// <summary>A group's values, each with its people.</summary>
    public Frequencies Values(int group) => values[group];

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group, RecordKey key)
    {
        if (Number(json, cells[0]) is { } value)
            values[group].Add(value, key);
    }
}
