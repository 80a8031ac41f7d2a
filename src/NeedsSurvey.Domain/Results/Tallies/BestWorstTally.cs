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
        Best = [.. Enumerable.Range(0, groups).Select(_ => new int[block.Choices.Count])];
        Worst = [.. Enumerable.Range(0, groups).Select(_ => new int[block.Choices.Count])];
    }

    /// <summary>Groups × choices: people who called it best.</summary>
    public IReadOnlyList<int[]> Best { get; }

    /// <summary>Groups × choices: people who called it worst.</summary>
    public IReadOnlyList<int[]> Worst { get; }

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group)
    {
        CountEnd(json, cells, best: true, Best[group]);
        CountEnd(json, cells, best: false, Worst[group]);
    }

    private void CountEnd(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, bool best, int[] counts)
    {
        Array.Clear(seen);
        for (var i = 0; i < cells.Length; i++)
        {
            if (isBest[i] != best || codes.Of(json, cells[i]) is not (>= 0 and var choice) || seen[choice])
                continue;
            seen[choice] = true;
            counts[choice]++;
        }
    }
}
