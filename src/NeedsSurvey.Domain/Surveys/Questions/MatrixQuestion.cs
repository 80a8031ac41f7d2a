namespace NeedsSurvey.Domain.Surveys;

/// <summary>Rows that share one scale of choices.</summary>
[ItemType("matrix")]
public sealed record MatrixQuestion : ChoiceQuestion
{
    public required IReadOnlyList<GridRow> Rows { get; init; }
}
