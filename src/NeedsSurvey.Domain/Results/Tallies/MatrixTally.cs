using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Results;

/// <summary>Matrices: people by choice, for each row.</summary>
public sealed class MatrixTally : QuestionTally
{
    private readonly CodeIndex codes;

    public MatrixTally(AnswerBlock block, int groups)
        : base(block, groups)
    {
        codes = new(block);
        Counts = [.. block.Columns.Select(_ => new RecordTally(groups, block.Choices.Count))];
    }

    /// <summary>Rows × groups × choices.</summary>
    public IReadOnlyList<RecordTally> Counts { get; }

    protected override void Count(in GivenAnswer answer, int group, RecordCounter people)
    {
        for (var row = 0; row < answer.Cells.Length; row++)
            if (codes.Of(answer.Json, answer.Cells[row]) is >= 0 and var choice)
                Counts[row].Add(group, choice, people);
    }
}
