namespace NeedsSurvey.Domain.Goals;

/// <summary>
/// The whole analysis: do the goals answer the needs, and do they fit the mission? Pages, JSON and CSV show it as it is.
/// Computed by <see cref="Alignments.Of"/>. All shares lie in [0, 1].
/// </summary>
public sealed record Alignment
{
    /// <summary>Needs, heaviest first.</summary>
    public required IReadOnlyList<NeedAlignment> Needs { get; init; }

    /// <summary>Goals, greatest weight first.</summary>
    public required IReadOnlyList<GoalAlignment> Goals { get; init; }

    /// <summary>C = Σ wᵢ·[maxⱼ rᵢⱼ ≥ 3]: the weight of needs that at least one goal serves moderately.</summary>
    public required double Coverage { get; init; }

    /// <summary>Cₛ = Σ wᵢ·maxⱼ rᵢⱼ / 9: coverage that counts how strongly. A promise, not delivery.</summary>
    public required double StrengthCoverage { get; init; }

    /// <summary>Σ goal effort share × max pillar link / 9; null without goals or pillars.</summary>
    public required double? MissionAlignment { get; init; }

    /// <summary>Whether efforts were known; if not, every goal counts the same in <see cref="MissionAlignment"/>.</summary>
    public required bool EffortKnown { get; init; }

    /// <summary>Share of needs (by number) with a disposition and its reason; null without needs.</summary>
    public required double? DispositionShare { get; init; }

    /// <summary>
    /// Ids of needs without a disposition, or with "act" but no goal that serves them at least moderately; heaviest first.
    /// </summary>
    public required IReadOnlyList<string> UnheardNeeds { get; init; }

    /// <summary>Ids of goals no need stands behind.</summary>
    public required IReadOnlyList<string> UngroundedGoals { get; init; }

    /// <summary>
    /// Ids of grounded goals that no pillar link of at least 3 supports; empty when the organisation has named no pillars.
    /// </summary>
    public required IReadOnlyList<string> MissionDrift { get; init; }

    /// <summary>Links and dispositions that do not count because no reason is written, in words.</summary>
    public required IReadOnlyList<string> WithoutReason { get; init; }

    /// <summary>The same with strengths 1-3-5 in place of 1-3-9.</summary>
    public required Sensitivity Sensitivity { get; init; }
}

/// <summary>One need's row.</summary>
/// <param name="Weight">Share of all needs' weight; the rows add up to 1.</param>
/// <param name="MaxStrength">Strongest counted link to any goal: 0, 1, 3 or 9.</param>
/// <param name="Links">Counted links, strongest first.</param>
/// <param name="Unheard">See <see cref="Alignment.UnheardNeeds"/>; <paramref name="UnheardReason"/> says why in words.</param>
public sealed record NeedAlignment(
    string Id,
    string Name,
    int? Rank,
    double Weight,
    Disposition? Disposition,
    int MaxStrength,
    IReadOnlyList<GoalNeedLink> Links,
    bool Unheard,
    string? UnheardReason
);

/// <summary>One goal's row.</summary>
/// <param name="QfdWeight">Tⱼ = Σ wᵢ rᵢⱼ with Σwᵢ = 1: 0 … 9.</param>
/// <param name="QfdShare">Tⱼ / ΣT; 0 when no goal has any.</param>
/// <param name="EffortShare">Share of all planned effort.</param>
/// <param name="MaxPillar">Strongest counted link to any pillar: 0, 1, 3 or 9.</param>
public sealed record GoalAlignment(
    string Id,
    string Title,
    double QfdWeight,
    double QfdShare,
    double EffortShare,
    int MaxPillar,
    IReadOnlyList<GoalNeedLink> NeedLinks,
    IReadOnlyList<GoalPillarLink> PillarLinks,
    bool Ungrounded,
    bool Drift
);

/// <summary>What changes when a strong link counts 5 instead of 9.</summary>
/// <param name="Goals">Goal ids with their share of ΣT on the 1-3-5 scale, greatest first.</param>
/// <param name="StrengthCoverage">Cₛ with 5 as the greatest strength.</param>
/// <param name="MissionAlignment">With 5 as the greatest strength; null where the main figure is.</param>
/// <param name="Changes">Plain sentences; empty when nothing that matters changes.</param>
public sealed record Sensitivity(
    IReadOnlyList<GoalShare> Goals,
    double StrengthCoverage,
    double? MissionAlignment,
    IReadOnlyList<string> Changes
);

/// <summary>A goal's id and its share of ΣT.</summary>
public sealed record GoalShare(string Goal, double Share);
