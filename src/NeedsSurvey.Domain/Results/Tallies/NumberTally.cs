using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Results;

/// <summary>Numbers, by value.</summary>
public sealed class NumberTally(AnswerBlock block, int groups) : QuestionTally(block, groups)
{
    // With many groups, a few hundred different numbers each bound what is kept.
    private readonly Frequencies[] values =
    [
        .. Enumerable.Range(0, groups).Select(_ => new Frequencies { Most = Math.Max(200, Frequencies.MostKept / groups) }),
    ];

    /// <summary>A group's values, each with its people.</summary>
    public Frequencies Values(int group) => values[group];

    protected override void Count(in GivenAnswer answer, int group, RecordCounter people)
    {
        if (Number(answer.Json, answer.Cells[0]) is { } value)
            values[group].Add(value, people);
    }
}
