// Do the goals answer the needs, and do they fit the mission? The figures are Domain/Goals/Alignments.cs; this file only brings ranking,
// goals and decisions together.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.App.Goals;

/// <summary>An alignment with what it was computed from.</summary>
/// <param name="Evidence">
/// The needs and what was said about them: true figures for those who may export, safe ones for everybody else.
/// </param>
/// <param name="Board">Goals, pillars, decisions.</param>
/// <param name="Result">The analysis.</param>
public sealed record AlignmentView(NeedFigures Evidence, GoalBoard Board, Alignment Result)
{
    /// <summary>The ranking whose weights count; null while nothing can be ranked (then all needs weigh the same).</summary>
    public NeedRanking? Ranking => Evidence.Chosen;
}

/// <summary>Reads an initiative's alignment.</summary>
public sealed class ReadAlignment(Db db, FindInitiative find, ReadNeedFigures read)
{
    /// <param name="method">Ranking method whose weights count; null for the preferred one.</param>
    public async Task<Result<AlignmentView>> Run(
        Actor actor,
        Guid initiative,
        string? method = null,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        var safe = !actor.SeesTrueFigures(found.OrganisationId);
        if (!(await read.Run(found.InitiativeId, safe, method, cancellation: cancellation)).Succeeded(out var evidence, out problem))
            return problem;
        var board = await ReadGoals.Read(db, found.InitiativeId, found.OrganisationId, cancellation);
        var goals = board.Goals.Where(goal => goal.State.Stands() || goal.State == GoalState.Draft).ToList();
        var needs = evidence.Needs.Select(need => (need.Name, need.Words)).ToList();
        var heard = HeardNeeds.Of(evidence.Needs, evidence.Asked, evidence.All, board);
        var input = AlignmentInputs.Of(needs, evidence.Chosen, goals, board.Pillars, board.Dispositions, heard);
        return new AlignmentView(evidence, board, Alignments.Of(input));
    }
}
