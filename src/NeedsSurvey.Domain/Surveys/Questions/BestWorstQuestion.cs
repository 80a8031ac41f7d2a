namespace NeedsSurvey.Domain.Surveys;

/// <summary>Sets of choices; in each, the best (most) and the worst (least) are named.</summary>
[ItemType("best_worst")]
public sealed record BestWorstQuestion : ChoiceQuestion
{
    /// <summary>Choice names shown together, a list for each set.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Sets { get; init; }
    public LocalText? BestLabel { get; init; }
    public LocalText? WorstLabel { get; init; }
}
