using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>One group question (by its role, e.g. <c>age</c>) over all surveys of an initiative.</summary>
public sealed record GroupRepresentation
{
    /// <summary>The role that question and margins share.</summary>
    public required string Role { get; init; }

    /// <summary>The question's words.</summary>
    public required string Label { get; init; }

    /// <summary>The same in every language that the survey has them in; null in reports of earlier versions.</summary>
    public LocalText? Labels { get; init; }

    /// <summary>Categories in the question's order.</summary>
    public required IReadOnlyList<GroupCategory> Categories { get; init; }

    /// <summary>People who answered the question; null in reports of earlier versions that hid it.</summary>
    public required ShownCount? N { get; init; }

    /// <summary>Dissimilarity D = ½Σ|sᵢ−πᵢ|; null without margins or answers, and while a category is told in words.</summary>
    public required double? Dissimilarity { get; init; }

    /// <summary>Least over greatest participation rate, shown beside D; null like it.</summary>
    public required double? ParticipationRatio { get; init; }

    /// <summary>
    /// Population share of groups that nobody answered from; null where that cannot be told, like <see cref="Dissimilarity"/>.
    /// </summary>
    public required double? AbsentShare { get; init; }

    /// <summary>
    /// Whether the question's groups can be set beside known shares at all (<see cref="GroupComparison"/>); null in reports of earlier
    /// versions.
    /// </summary>
    public bool? IsCompared { get; init; }

    /// <summary>Where the margins come from.</summary>
    public required string Source { get; init; }

    /// <summary>True or safe figures; null in reports of earlier versions.</summary>
    public FigureNote? Figures { get; init; }
}

/// <summary>A category of a group question.</summary>
/// <param name="Count">Null in reports of earlier versions that hid it.</param>
/// <param name="Share">Of those who answered; null where the count is told in words.</param>
/// <param name="PopulationShare">Null without a margin.</param>
/// <param name="Ratio">Share heard over population share; below 1 the group is under-represented.</param>
public sealed record GroupCategory(string Code, string Label, ShownCount? Count, double? Share, double? PopulationShare, double? Ratio)
{
    /// <summary>
    /// The label in every language that the survey has it in; null in reports of earlier versions, and for those that only the known
    /// shares name.
    /// </summary>
    public LocalText? Labels { get; init; }
}
