// Do the goals answer the needs, and do they fit the mission? The figures are Domain/Goals/Alignments.cs; this file only brings ranking,
// goals and decisions together.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Goals;

/// <summary>An alignment with what it was computed from.</summary>
/// <param name="Evidence">The needs and how many people are behind them.</param>
/// <param name="Ranking">The ranking whose weights count; null while nothing can be ranked (then all needs weigh the same).</param>
/// <param name="Board">Goals, pillars, decisions.</param>
/// <param name="Result">The analysis.</param>
public sealed record AlignmentView(NeedFigures Evidence, NeedRanking? Ranking, GoalBoard Board, Alignment Result);

/// <summary>Reads an initiative's alignment.</summary>
public sealed class ReadAlignment(Db db, FindInitiative find, ReadNeedFigures readFigures)
{
    /// <param name="method">Ranking method whose weights count; null for the preferred one.</param>
    /// <param name="forReport">As a report prints it: without drafted goals, and without figures that few people stand behind.</param>
    public async Task<Result<AlignmentView>> Run(
        Actor actor,
        Guid initiative,
        string? method = null,
        bool forReport = false,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        var safe = forReport || !actor.May(Permission.Export, found.OrganisationId);
        if (!(await readFigures.Run(found.InitiativeId, safe, method, cancellation: cancellation)).Succeeded(out var evidence, out problem))
            return problem;
        var ranking = evidence.Chosen;

        var board = await ReadGoals.Read(db, found.InitiativeId, found.OrganisationId, cancellation);
        return new AlignmentView(evidence, ranking, board, Alignments.Of(InputOf(evidence, ranking, board, withDrafts: !forReport)));
    }

    private static AlignmentInput InputOf(NeedFigures evidence, NeedRanking? ranking, GoalBoard board, bool withDrafts)
    {
        var goals = board.Goals.Where(goal => goal.State.Stands() || (withDrafts && goal.State == GoalState.Draft)).ToList();
        var needs = evidence.Needs.Select(need => need.Name).ToHashSet();
        var pillars = board.Pillars.Select(pillar => pillar.PillarId).ToHashSet();
        return new AlignmentInput
        {
            Needs =
            [
                .. evidence.Needs.Select(need =>
                {
                    var row = ranking?.Rows.FirstOrDefault(ranked => ranked.Need == need.Name);
                    var decided = board.Dispositions.FirstOrDefault(disposition => disposition.Need == need.Name);
                    return new AlignmentNeed(
                        need.Name,
                        need.Words,
                        row?.Weight ?? (ranking is null ? 1 : 0),
                        row?.Rank,
                        decided is null ? null : new Disposition(Dispositions.Parse(decided.Kind)!.Value, decided.Reason)
                    );
                }),
            ],
            Goals = [.. goals.Select(goal => new AlignmentGoal(goal.GoalId.ToString(), goal.Title, goal.Effort))],
            Pillars = [.. board.Pillars.Select(pillar => new AlignmentPillar(pillar.PillarId.ToString(), pillar.Name))],
            // A link to a need that was merged away, or to a pillar that is gone, no longer counts.
            NeedLinks =
            [
                .. goals.SelectMany(goal =>
                    goal.Needs.Where(link => needs.Contains(link.Need))
                        .Select(link => new GoalNeedLink(goal.GoalId.ToString(), link.Need, link.Strength, link.Reason))
                ),
            ],
            PillarLinks =
            [
                .. goals.SelectMany(goal =>
                    goal.Pillars.Where(link => pillars.Contains(link.Pillar))
                        .Select(link => new GoalPillarLink(goal.GoalId.ToString(), link.Pillar.ToString(), link.Strength, link.Reason))
                ),
            ],
        };
    }
}
