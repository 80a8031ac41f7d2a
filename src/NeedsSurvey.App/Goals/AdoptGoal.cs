// The one gate of the roadmap: needs determine goals, so a goal is adopted only when there is evidence of needs. Whoever has the right may
// pass the gate with a written reason, which is printed in the public report.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.App.Goals;

/// <summary>Adopts a drafted goal, or says what is missing. Adopting twice is the same as once.</summary>
public sealed class AdoptGoal(Db db, FindInitiative find, TimeProvider clock)
{
    /// <param name="initiative">Whose goal.</param>
    /// <param name="goalId">Which goal.</param>
    /// <param name="overrideReason">Why the gate is passed although the evidence is not there; null or empty to respect it.</param>
    public async Task<Result<Done>> Run(
        Actor actor,
        Guid initiative,
        Guid goalId,
        string? overrideReason = null,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.EditGoals, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        var reason = overrideReason?.Trim() ?? "";
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "goal.adopt",
            goalId.ToString(),
            async tx =>
            {
                // The goal is held, so that it cannot be deleted between the judgement and the adoption.
                if (await tx.Find<GoalRow>(GoalSql, new { initiative, goalId }) is not { } goal)
                    return new Problem.NotFound("goal");

                tx.Target = goal.Title;
                if (goal.State.Stands())
                {
                    tx.Action = null;
                    return Done.It;
                }

                var evidence = await tx.One<EvidenceRow>(EvidenceSql, new { initiative });
                if (!evidence.Gate.IsOpen)
                {
                    if (await Pass(tx, actor, found, evidence, goal.Title, reason) is { } closed)
                        return closed;

                    tx.Action = "goal.adopt_past_gate";
                }

                await tx.Execute(
                    AdoptSql,
                    new
                    {
                        initiative,
                        goalId,
                        now = clock.GetUtcNow(),
                    }
                );
                return Done.It;
            },
            cancellation
        );
    }

    /// <summary>Records why the closed gate is passed; the problem when it may not be.</summary>
    private static async Task<Problem?> Pass(Tx tx, Actor actor, FoundInitiative found, EvidenceRow evidence, string title, string reason)
    {
        if (reason.Length == 0)
        {
            return new Problem.GateClosed(
                "evidence",
                $"Needs come first: {ReaderCulture.Count(evidence.Responses, "en")} of at least "
                    + $"{ReaderCulture.Count(evidence.MinimumResponses, "en")} people have answered and the "
                    + $"survey is not closed. "
                    + "Wait for more answers, close the survey, or adopt the goal anyway with a written reason, which the report will "
                    + "print."
            );
        }

        if (actor.Require(Permission.OverrideGate, found.OrganisationId, "goal") is { } notAllowed)
            return notAllowed;

        if (reason.Length > 2_000)
            return new Problem.Invalid("overrideReason", "too_long", "The reason may have 2,000 characters.");

        await tx.Execute(
            OverrideSql,
            new
            {
                found.InitiativeId,
                overrideId = Guid.NewGuid(),
                title,
                reason,
                byName = actor.Name,
            }
        );
        return null;
    }

    private const string GoalSql = "select title, state from goal where initiative_id = @initiative and goal_id = @goalId for update";

    private const string EvidenceSql = """
        select i.minimum_responses,
               (select count(*) from counted_response r join survey s using (survey_id)
                   where s.initiative_id = i.initiative_id) as responses,
               (select count(*) from survey s where s.initiative_id = i.initiative_id and s.state = 'open')::int as open_surveys,
               (select count(*) from survey s where s.initiative_id = i.initiative_id and s.state = 'closed')::int as closed_surveys
        from initiative i where i.initiative_id = @initiative
        """;

    private const string OverrideSql = """
        insert into gate_override (initiative_id, override_id, gate, target, reason, by_name)
        values (@InitiativeId, @overrideId, 'evidence', @title, @reason, @byName)
        """;

    private const string AdoptSql =
        "update goal set state = 'adopted', adopted_at = @now where initiative_id = @initiative and goal_id = @goalId";

    private sealed record GoalRow
    {
        public required string Title { get; init; }
        public required GoalState State { get; init; }
    }

    private sealed record EvidenceRow
    {
        public required int MinimumResponses { get; init; }
        public required long Responses { get; init; }
        public required int OpenSurveys { get; init; }
        public required int ClosedSurveys { get; init; }

        public EvidenceGate Gate => new(Responses, MinimumResponses, OpenSurveys, ClosedSurveys);
    }
}
