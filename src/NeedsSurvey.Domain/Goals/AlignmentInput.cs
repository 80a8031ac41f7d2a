namespace NeedsSurvey.Domain.Goals;

/// <summary>
/// A need as the alignment sees it: its share of the chosen ranking's total weight, its rank, and what will be done about it.
/// </summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name people read.</param>
/// <param name="Weight">Not negative; any unit, scaled here to a total of 1. <c>RankedNeed.Weight</c> fits.</param>
/// <param name="Rank">Rank in the chosen ranking, or null.</param>
/// <param name="Disposition">What will be done about it, or null.</param>
public sealed record AlignmentNeed(string Id, string Name, double Weight, int? Rank = null, Disposition? Disposition = null);

/// <summary>A goal; <paramref name="Effort"/> is its planned effort in any unit (hours, money), null when unknown.</summary>
public sealed record AlignmentGoal(string Id, string Title, double? Effort = null);

/// <summary>A pillar of the mission, or one of an individual's values.</summary>
public sealed record AlignmentPillar(string Id, string Name);

/// <summary>How strongly a goal serves a need. Without a written reason the link does not count.</summary>
public sealed record GoalNeedLink(string Goal, string Need, int Strength, string? Reason);

/// <summary>How strongly a goal serves a pillar. Without a written reason the link does not count.</summary>
public sealed record GoalPillarLink(string Goal, string Pillar, int Strength, string? Reason);

/// <summary>Everything an alignment is computed from. Ids must be unique; links must name needs, goals and pillars listed here.</summary>
public sealed record AlignmentInput
{
    public required IReadOnlyList<AlignmentNeed> Needs { get; init; }
    public required IReadOnlyList<AlignmentGoal> Goals { get; init; }
    public IReadOnlyList<AlignmentPillar> Pillars { get; init; } = [];
    public IReadOnlyList<GoalNeedLink> NeedLinks { get; init; } = [];
    public IReadOnlyList<GoalPillarLink> PillarLinks { get; init; } = [];
}
