using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Need grids: people by rating, for each need's importance and satisfaction. Ratings on another scale (an aspect's or a later version's)
/// are carried over onto that of importance in the first version, as those of needs are: a mean of points of two scales is none of either.
/// </summary>
public sealed class GridTally : QuestionTally
{
    private readonly Frequencies[,] ratings;
    private readonly AskedVersions versions;
    private readonly Dictionary<int, Scale[]> scales = [];
    private readonly Scale scale;

    public GridTally(AnswerBlock block, int groups, AskedVersions versions)
        : base(block, groups)
    {
        this.versions = versions;
        scale = ScaleOf(versions.First, ColumnContent.Importance);
        // Every point of the scales has its place, whether somebody chose it or not.
        var points = block
            .Columns.Select(column => column.Content)
            .Distinct()
            .ToDictionary(content => content, content => versions.All.SelectMany(stage => Points(stage, content)).Distinct().ToArray());
        ratings = new Frequencies[groups, block.Columns.Count];
        for (var group = 0; group < groups; group++)
        for (var column = 0; column < block.Columns.Count; column++)
            ratings[group, column] = new(points[block.Columns[column].Content]);
        IsCarriedOver = versions.All.Any(stage => points.Keys.Any(content => ScaleOf(stage, content) != scale));
    }

    /// <summary>The lowest point that means are on.</summary>
    public int Bottom => (int)scale.Low;

    /// <summary>The highest one.</summary>
    public int Top => (int)scale.High;

    /// <summary>Whether ratings on another scale are among them.</summary>
    public bool IsCarriedOver { get; }

    /// <summary>People by rating in a column of the grid.</summary>
    public Frequencies Ratings(int group, int column) => ratings[group, column];

    protected override void Count(in GivenAnswer answer, int group, RecordCounter people)
    {
        if (!scales.TryGetValue(answer.Version, out var given))
        {
            var stage = versions.In(answer.Version);
            scales[answer.Version] = given = [.. Block.Columns.Select(column => ScaleOf(stage, column.Content))];
        }
        for (var i = 0; i < answer.Cells.Length; i++)
            if (Number(answer.Json, answer.Cells[i]) is { } value)
                ratings[group, i].Add(scale.Of(value, given[i]), people);
    }

    private IEnumerable<double> Points(AskedVersions.Stage stage, ColumnContent content) =>
        ((Question)stage.Item).PointsIn(content).Select(point => scale.Of((double)point, ScaleOf(stage, content)));

    private static Scale ScaleOf(AskedVersions.Stage stage, ColumnContent content) =>
        ((Question)stage.Item).PointsIn(content) is { Count: > 0 } points ? new((double)points.Min(), (double)points.Max()) : default;

    private readonly record struct Scale(double Low, double High)
    {
        /// <summary>A point of another scale as the nearest of this one.</summary>
        public double Of(double value, Scale other) =>
            other == this ? value
            : other.High <= other.Low ? Low
            : Low + Math.Round((value - other.Low) * (High - Low) / (other.High - other.Low), MidpointRounding.AwayFromZero);
    }
}
