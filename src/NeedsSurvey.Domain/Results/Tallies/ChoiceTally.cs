using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>Select one and select many: people by choice.</summary>
public sealed class ChoiceTally : QuestionTally
{
    private readonly CodeIndex codes;
    private readonly int[] columns;
    private readonly int other = -1;

    internal ChoiceTally(AnswerBlock block, int groups, bool oneEach)
        : base(block, groups)
    {
        OneEach = oneEach;
        codes = new(block);
        Counts = new(groups, block.Choices.Count);
        NotOffered = new(groups, oneEach ? 0 : block.Choices.Count);
        // Which choice each column of a select-many question is about.
        columns = [.. block.Columns.Select(column => block.Choices.ToList().FindIndex(choice => choice.Name == column.Part))];
        if (!oneEach)
            other = block.Columns.ToList().FindIndex(column => column.Content == ColumnContent.OtherWords);
    }

    /// <summary>Groups × choices, in the order of <see cref="AnswerBlock.Choices"/>.</summary>
    public RecordTally Counts { get; }

    /// <summary>
    /// Groups × choices: people who answered and were never offered the choice, so that they did not leave it out. None where choices
    /// exclude each other: the others are what was asked.
    /// </summary>
    public RecordTally NotOffered { get; }

    /// <summary>Choices exclude each other.</summary>
    public bool OneEach { get; }

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group, RecordCounter people, int version)
    {
        if (OneEach)
        {
            if (codes.Of(json, cells[0]) is >= 0 and var choice)
                Counts.Add(group, choice, people);
            return;
        }
        for (var i = 0; i < cells.Length; i++)
        {
            var picked =
                i == other
                    ? cells[i].State is AnswerState.Answered or AnswerState.Skipped
                    : cells[i] is { State: AnswerState.Answered, Form: CellForm.Yes };
            if (columns[i] < 0)
                continue;
            if (picked)
                Counts.Add(group, columns[i], people);
            else if (cells[i].State == AnswerState.NotAsked)
                NotOffered.Add(group, columns[i], people);
        }
    }
}
