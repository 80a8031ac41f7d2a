using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>Need grids: people by rating, for each need's importance and satisfaction.</summary>
public sealed class GridTally : QuestionTally
{
    private readonly Frequencies[,] ratings;

    public GridTally(AnswerBlock block, int groups, AskedVersions versions)
        : base(block, groups)
    {
        // Every point of the scales has its place, whether somebody chose it or not.
        var points = block
            .Columns.Select(column => column.Content)
            .Distinct()
            .ToDictionary(
                content => content,
                content =>
                    versions
                        .All.SelectMany(stage => ((Question)stage.Item).PointsIn(content))
                        .Select(point => (double)point)
                        .Distinct()
                        .ToArray()
            );
        ratings = new Frequencies[groups, block.Columns.Count];
        for (var group = 0; group < groups; group++)
        for (var column = 0; column < block.Columns.Count; column++)
            ratings[group, column] = new(points[block.Columns[column].Content]);
    }

    /// <summary>People by rating in a column of the grid.</summary>
    public Frequencies Ratings(int group, int column) => ratings[group, column];

    protected override void Count(in GivenAnswer answer, int group, RecordCounter people)
    {
        for (var i = 0; i < answer.Cells.Length; i++)
            if (Number(answer.Json, answer.Cells[i]) is { } value)
                ratings[group, i].Add(value, people);
    }
}
