using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>Select one and select many: people by choice.</summary>
public sealed class ChoiceTally : QuestionTally
{
    private readonly CodeIndex codes;
    private readonly int[] columns;
    private readonly int other = -1;
    private readonly RecordTally? notOffered;

    internal ChoiceTally(AnswerBlock block, int groups, bool oneEach, AskedVersions versions)
        : base(block, groups)
    {
        OneEach = oneEach;
        codes = new(block);
        Counts = new(groups, block.Choices.Count);
        notOffered = oneEach && !versions.Differ ? null : new(groups, block.Choices.Count);
        // Which choice each column of a select-many question is about.
        columns = [.. block.Columns.Select(column => block.Choices.ToList().FindIndex(choice => choice.Name == column.Part))];
        if (!oneEach)
            other = block.Columns.ToList().FindIndex(column => column.Content == ColumnContent.OtherWords);
    }

    /// <summary>Groups × choices, in the order of <see cref="AnswerBlock.Choices"/>.</summary>
    public RecordTally Counts { get; }

    /// <summary>Choices exclude each other.</summary>
    public bool OneEach { get; }

    /// <summary>
    /// Those of a group who answered and were never offered a choice, by their version or by a filter, so that they did not leave it out.
    /// </summary>
    public RecordCounter NotOffered(int group, int choice) => notOffered?[group, choice] ?? default;

    /// <summary>Those of a group who answered and were offered a choice.</summary>
    public RecordCounter OfferedTo(int group, int choice) => State(group, AnswerState.Answered).Without(NotOffered(group, choice));

    protected override void Count(in GivenAnswer answer, int group, RecordCounter people)
    {
        if (OneEach)
            CountOne(answer, group, people);
        else
            CountEach(answer, group, people);
    }

    private void CountOne(in GivenAnswer answer, int group, RecordCounter people)
    {
        var picked = codes.Of(answer.Json, answer.Cells[0]);
        if (picked >= 0)
            Counts.Add(group, picked, people);
        if (notOffered is null)
            return;
        for (var choice = 0; choice < notOffered.Columns; choice++)
            if (choice != picked && !answer.Offers(choice))
                notOffered.Add(group, choice, people);
    }

    private void CountEach(in GivenAnswer answer, int group, RecordCounter people)
    {
        var cells = answer.Cells;
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
                notOffered!.Add(group, columns[i], people);
        }
    }
}
