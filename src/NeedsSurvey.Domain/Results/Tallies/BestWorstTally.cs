using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>Best–worst: people who called a choice best, and worst, in any set. Somebody who did so in several sets counts once.</summary>
public sealed class BestWorstTally : QuestionTally
{
    private readonly CodeIndex codes;
    private readonly bool[] isBest;
    private readonly bool[] seen;

    public BestWorstTally(AnswerBlock block, int groups)
        : base(block, groups)
    {
        codes = new(block);
        isBest = [.. block.Columns.Select(column => column.Content == ColumnContent.Best)];
        seen = new bool[block.Choices.Count];
        (Best, Worst) = (new(groups, block.Choices.Count), new(groups, block.Choices.Count));
    }

    /// <summary>Groups × choices: people who called it best.</summary>
    public RecordTally Best { get; }

    /// <summary>Groups × choices: people who called it worst.</summary>
    public RecordTally Worst { get; }

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group, RecordCounter people, int version)
    {
        CountEnd(json, cells, best: true, Best, group, people);
        CountEnd(json, cells, best: false, Worst, group, people);
    }

    private void CountEnd(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, bool best, RecordTally counts, int group, RecordCounter people)
    {
        Array.Clear(seen);
        for (var i = 0; i < cells.Length; i++)
        {
            if (isBest[i] != best || codes.Of(json, cells[i]) is not (>= 0 and var choice) || seen[choice])
                continue;
            seen[choice] = true;
            counts.Add(group, choice, people);
        }
    }
}
