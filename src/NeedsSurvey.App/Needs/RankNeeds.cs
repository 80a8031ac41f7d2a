// Stage 2's result: what people need most, by every method that the answers allow, with how settled the order is.

using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Needs;

/// <summary>Ranks an initiative's needs: true figures for those who may export, safe ones for other members.</summary>
public sealed class RankNeeds(FindInitiative find, ReadNeedFigures read)
{
    /// <param name="method">A method's code; null for the preferred one.</param>
    /// <param name="cut">Where the importance–performance map is cut: <c>means</c>, <c>medians</c> or <c>diagonal</c>; null for the
    /// means.</param>
    public async Task<Result<NeedFigures>> Run(
        Actor actor,
        Guid initiative,
        string? method = null,
        string? cut = null,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        var safe = !actor.SeesTrueFigures(found.OrganisationId);
        return await read.Run(found.InitiativeId, safe, method, cut, cancellation);
    }
}
