using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Results;

/// <summary>Need grids: sums of importance and satisfaction by row.</summary>
public sealed class GridTally(AnswerBlock block, int groups) : QuestionTally(block, groups)
{
    private readonly (double Sum, int N)[,] ratings = new (double, int)[groups, block.Columns.Count];

    /// <summary>Sum and number of ratings in a column of the grid.</summary>
    public (double Sum, int N) Ratings(int group, int column) => ratings[group, column];

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group)
    {
        for (var i = 0; i < cells.Length; i++)
            if (Number(json, cells[i]) is { } value)
                ratings[group, i] = (ratings[group, i].Sum + value, ratings[group, i].N + 1);
    }
}
