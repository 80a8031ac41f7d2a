using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.App.Goals;

/// <summary>Brings ranking, goals and decisions together, those of this moment and those of a report's version.</summary>
internal static class AlignmentInputs
{
    /// <param name="needs">Id and words, in codebook order.</param>
    /// <param name="ranking">Whose weights count; null while nothing can be ranked: then all needs weigh the same.</param>
    /// <param name="goals">Those that count.</param>
    /// <param name="pillars">What the organisation is for.</param>
    /// <param name="dispositions">What was decided about needs.</param>
    /// <param name="heard">Those that weigh (<see cref="HeardNeeds"/>); null for all.</param>
    public static AlignmentInput Of(
        IReadOnlyList<(string Name, string Words)> needs,
        NeedRanking? ranking,
        IReadOnlyList<GoalView> goals,
        IReadOnlyList<PillarView> pillars,
        IReadOnlyList<DispositionView> dispositions,
        IReadOnlySet<string>? heard = null
    )
    {
        var rows = (ranking?.Rows ?? []).Where(row => heard?.Contains(row.Need) != false).ToDictionary(row => row.Need);
        var whole = rows.Values.Sum(row => row.Weight);
        var named = needs.Select(need => need.Name).ToHashSet();
        var known = pillars.Select(pillar => pillar.PillarId).ToHashSet();
        return new AlignmentInput
        {
            Needs =
            [
                .. needs.Select(need =>
                {
                    var row = rows.GetValueOrDefault(need.Name);
                    var decided = dispositions.FirstOrDefault(disposition => disposition.Need == need.Name);
                    return new AlignmentNeed(
                        need.Name,
                        need.Words,
                        ranking is null ? (heard?.Contains(need.Name) == false ? 0 : 1)
                            : row is null ? 0
                            : whole > 0 ? row.Weight / whole
                            : row.Weight,
                        row?.Rank,
                        decided is null ? null : new Disposition(decided.Kind, decided.Reason)
                    );
                }),
            ],
            Goals = [.. goals.Select(goal => new AlignmentGoal(goal.GoalId.ToString(), goal.Title, goal.Effort))],
            Pillars = [.. pillars.Select(pillar => new AlignmentPillar(pillar.PillarId.ToString(), pillar.Name))],
            // A link to a need that was merged away, or to a pillar that is gone, no longer counts.
            NeedLinks =
            [
                .. goals.SelectMany(goal =>
                    goal.Needs.Where(link => named.Contains(link.Need))
                        .Select(link => new GoalNeedLink(goal.GoalId.ToString(), link.Need, link.Strength, link.Reason))
                ),
            ],
            PillarLinks =
            [
                .. goals.SelectMany(goal =>
                    goal.Pillars.Where(link => known.Contains(link.Pillar))
                        .Select(link => new GoalPillarLink(goal.GoalId.ToString(), link.Pillar.ToString(), link.Strength, link.Reason))
                ),
            ],
        };
    }
}
