// The one gate of the roadmap: needs determine goals, so a goal is adopted only when there is evidence of needs. Whoever has the right may pass the gate
// with a written reason, which is printed in the public report.

using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Initiatives;

namespace NeedsSurvey.App.Goals;

/// <summary>Adopts a drafted goal, or says what is missing. Adopting twice is the same as once.</summary>
public sealed class AdoptGoal(Db db, TimeProvider clock)
{
    /// <param name="initiative">Whose goal.</param>
    /// <param name="goalId">Which goal.</param>
    /// <param name="overrideReason">Why the gate is passed although the evidence is not there; null or empty to respect it.</param>
    public async Task<Result<Done>> Run(Actor actor, Guid initiative, Guid goalId, string? overrideReason = null, CancellationToken cancellation = default)
    {
        var goal = await db.Find<GoalRow>(GoalSql, new { initiative, goalId }, cancellation);
        if (goal is null) return new Problem.NotFound("goal");
        if (actor.Require(Permission.EditGoals, goal.OrganisationId, "goal") is { } refusal) return refusal;
        if (goal.State is "adopted" or "done") return Done.It;

        var reason = overrideReason?.Trim() ?? "";
        var evidence = new EvidenceGate(goal.Responses, goal.MinimumResponses, goal.OpenSurveys, goal.ClosedSurveys).IsOpen;
        if (!evidence)
        {
            if (reason.Length == 0)
            {
                return new Problem.GateClosed("evidence",
                    $"Needs come first: {goal.Responses:N0} of at least {goal.MinimumResponses:N0} people have answered and the survey is not closed. " +
                    "Wait for more answers, close the survey, or adopt the goal anyway with a written reason, which the report will print.");
            }
            if (actor.Require(Permission.OverrideGate, goal.OrganisationId, "goal") is { } notAllowed) return notAllowed;
            if (reason.Length > 2_000) return new Problem.Invalid("overrideReason", "too_long", "The reason may have 2,000 characters.");
        }

        return await db.Change<Done>(actor, goal.OrganisationId, evidence ? "goal.adopt" : "goal.adopt_past_gate", goal.Title, async tx =>
        {
            if (!evidence)
                await tx.Execute(OverrideSql, new { initiative, overrideId = Guid.NewGuid(), target = goal.Title, reason, byName = actor.Name });
            await tx.Execute(AdoptSql, new { initiative, goalId, now = clock.GetUtcNow() });
            return Done.It;
        }, cancellation);
    }

    private const string GoalSql = """
        select g.title, g.state, i.organisation_id, i.minimum_responses,
               (select count(*) from counted_response r join survey s using (survey_id) where s.initiative_id = i.initiative_id) as responses,
               (select count(*) from survey s where s.initiative_id = i.initiative_id and s.state = 'open')::int as open_surveys,
               (select count(*) from survey s where s.initiative_id = i.initiative_id and s.state = 'closed')::int as closed_surveys
        from goal g join initiative i using (initiative_id)
        where g.initiative_id = @initiative and g.goal_id = @goalId
        """;

    private const string OverrideSql = """
        insert into gate_override (initiative_id, override_id, gate, target, reason, by_name) values (@initiative, @overrideId, 'evidence', @target, @reason, @byName)
        """;

    private const string AdoptSql = "update goal set state = 'adopted', adopted_at = @now where initiative_id = @initiative and goal_id = @goalId";

    private sealed record GoalRow
    {
        public required string Title { get; init; }
        public required string State { get; init; }
        public required Guid OrganisationId { get; init; }
        public required int MinimumResponses { get; init; }
        public required long Responses { get; init; }
        public required int OpenSurveys { get; init; }
        public required int ClosedSurveys { get; init; }
    }
}
