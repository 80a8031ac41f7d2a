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
public sealed record AlignmentView(NeedEvidence Evidence, NeedRanking? Ranking, GoalBoard Board, Alignment Result);

/// <summary>Reads an initiative's alignment.</summary>
public sealed class ReadAlignment(Db db, FindInitiative find, ReadNeedAnswers readAnswers)
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
        var evidence = await readAnswers.Run(found.InitiativeId, cancellation);
        if (!RankNeeds.Choose(Rankings.All(evidence.Answers), method).Succeeded(out var chosen, out problem))
            return problem;
        var ranking =
            forReport && chosen.Ranking is not null ? PublicRanking.Of(chosen.Ranking, SmallCells.Default).Ranking : chosen.Ranking;

        var board = await ReadGoals.Read(db, found.InitiativeId, found.OrganisationId, cancellation);
        var goals = board.Goals.Where(goal => goal.State.Stands() || (!forReport && goal.State == GoalState.Draft)).ToList();
        return new AlignmentView(
            evidence,
            ranking,
            board,
            Alignments.Of(
                AlignmentInputs.Of(
                    [.. evidence.Needs.Select(need => (need.Name, need.Words))],
                    ranking,
                    goals,
                    board.Pillars,
                    board.Dispositions
                )
            )
        );
    }
}
