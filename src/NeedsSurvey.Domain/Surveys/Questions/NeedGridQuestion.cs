namespace NeedsSurvey.Domain.Surveys;

/// <summary>Rows of needs, each rated for importance and satisfaction; asked need by need.</summary>
[ItemType("need_grid")]
public sealed record NeedGridQuestion : Question
{
    public required IReadOnlyList<GridRow> Rows { get; init; }
    public required GridAspect Importance { get; init; }
    public required GridAspect Satisfaction { get; init; }
}
