// The goals of an initiative with everything tied to them, for the organiser's pages, the API and the report.

using System.Text.Json;
using System.Text.Json.Serialization;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.App.Goals;

/// <summary>A goal with its links and updates.</summary>
public sealed record GoalView
{
    public required Guid GoalId { get; init; }

    /// <summary>What is wanted, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>More about it; may be empty.</summary>
    public required string Description { get; init; }
    public required GoalState State { get; init; }

    /// <summary>What it costs, in a unit of the organisation's own (days, money), from 0 up; efforts of one initiative are set beside each
    /// other.</summary>
    public required double Effort { get; init; }

    /// <summary>The day by which it is promised; null where none is said.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Who leads it; empty: the organisation alone. Null in reports published before goals said so, as are the next two.</summary>
    public string? LedBy { get; init; }

    /// <summary>Who decided with the organisation; empty: nobody.</summary>
    public string? DecidedWith { get; init; }

    /// <summary>What people offered that it uses.</summary>
    public string? Uses { get; init; }

    /// <summary>Eases a need now, changes what causes it, or both; null where nothing is said.</summary>
    public GoalEffect? Effect { get; init; }

    /// <summary>Null for a draft.</summary>
    public required DateTimeOffset? AdoptedAt { get; init; }

    /// <summary>What an edit of it begins from: <see cref="SaveGoal.Command.Revision"/>.</summary>
    [JsonIgnore]
    public string Revision { get; init; } = "";

    /// <summary>The needs behind it.</summary>
    public required IReadOnlyList<GoalNeed> Needs { get; init; }

    /// <summary>What of the mission, or which values, it fits.</summary>
    public required IReadOnlyList<GoalPillar> Pillars { get; init; }

    /// <summary>What has happened, newest first.</summary>
    public required IReadOnlyList<GoalUpdate> Updates { get; init; }
}

/// <summary>A need that a goal serves.</summary>
/// <param name="Need">Its name.</param>
/// <param name="Strength">0, 1, 3 or 9 (<see cref="LinkStrength"/>).</param>
/// <param name="Reason">Why it serves the need; printed in the report.</param>
public sealed record GoalNeed(string Need, int Strength, string Reason);

/// <summary>A pillar or value that a goal fits.</summary>
/// <param name="Pillar">Its id.</param>
/// <param name="Strength">0, 1, 3 or 9 (<see cref="LinkStrength"/>).</param>
/// <param name="Reason">Why it fits.</param>
public sealed record GoalPillar(Guid Pillar, int Strength, string Reason);

/// <summary>Something that was done for a goal, as the organisation tells it.</summary>
public sealed record GoalUpdate(DateOnly HappenedOn, string Words);

/// <summary>A gate that was passed with a written reason; printed in the report.</summary>
public sealed record GateOverride
{
    public required string Gate { get; init; }
    public required string Target { get; init; }
    public required string Reason { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A pillar of the mission, or a value.</summary>
public sealed record PillarView
{
    public required Guid PillarId { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
}

/// <summary>What the organisation decided about a need.</summary>
public sealed record DispositionView
{
    public required string Need { get; init; }
    public required DispositionKind Kind { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>What an edit of it begins from: <see cref="SetDispositions.Decision.Revision"/>.</summary>
    [JsonIgnore]
    public string Revision { get; init; } = "";
}

/// <summary>Everything about an initiative's goals at one moment.</summary>
public sealed record GoalBoard(
    IReadOnlyList<GoalView> Goals,
    IReadOnlyList<PillarView> Pillars,
    IReadOnlyList<DispositionView> Dispositions,
    IReadOnlyList<GateOverride> Overrides
)
{
    /// <summary>What a change of its decisions begins from, all of them together.</summary>
    [JsonIgnore]
    public string DecisionsRevision => SetDispositions.RevisionOf(Dispositions.Select(one => (one.Need, one.Revision)));
}

/// <summary>Reads the <see cref="GoalBoard"/>.</summary>
public sealed class ReadGoals(Db db, FindInitiative find)
{
    public async Task<Result<GoalBoard>> Run(Actor actor, Guid initiative, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return await Read(db, found.InitiativeId, found.OrganisationId, cancellation);
    }

    /// <summary>For operations that have asked for permission themselves.</summary>
    internal static async Task<GoalBoard> Read(Db db, Guid initiative, Guid organisation, CancellationToken cancellation)
    {
        var rows = await db.Query<Row>(GoalsSql, new { initiative }, cancellation);
        return new GoalBoard(
            [
                .. rows.Select(row => new GoalView
                {
                    GoalId = row.GoalId,
                    Title = row.Title,
                    Description = row.Description,
                    State = row.State,
                    Effort = row.Effort,
                    DueOn = row.DueOn,
                    LedBy = row.LedBy,
                    DecidedWith = row.DecidedWith,
                    Uses = row.Uses,
                    Effect = row.Effect,
                    AdoptedAt = row.AdoptedAt,
                    Revision = row.Revision,
                    Needs = List<GoalNeed>(row.Needs),
                    Pillars = List<GoalPillar>(row.Pillars),
                    Updates = List<GoalUpdate>(row.Updates),
                }),
            ],
            await db.Query<PillarView>(PillarsSql, new { organisation }, cancellation),
            [
                .. (await db.Query<DispositionRow>(DispositionsSql, new { initiative }, cancellation)).Select(row => new DispositionView
                {
                    Need = row.Need,
                    Kind = Dispositions.Parse(row.Kind)!.Value,
                    Reason = row.Reason,
                    DecidedAt = row.DecidedAt,
                    Revision = row.Revision,
                }),
            ],
            await db.Query<GateOverride>(OverridesSql, new { initiative }, cancellation)
        );
    }

    private static List<T> List<T>(string json) => JsonSerializer.Deserialize<List<T>>(json)!;

    private const string GoalsSql = $"""
        select goal_id, title, description, state, effort, due_on, led_by, decided_with, uses, effect, adopted_at,
               {SaveGoal.Fingerprint} as revision,
               (select coalesce(jsonb_agg(jsonb_build_object('Need', need, 'Strength', strength, 'Reason', reason)
                   order by strength desc, need), '[]')
                from goal_need_link l where l.initiative_id = g.initiative_id and l.goal_id = g.goal_id) as needs,
               (select coalesce(jsonb_agg(jsonb_build_object('Pillar', pillar_id, 'Strength', strength, 'Reason', reason)
                   order by strength desc, pillar_id), '[]')
                from goal_pillar_link l where l.initiative_id = g.initiative_id and l.goal_id = g.goal_id) as pillars,
               (select coalesce(jsonb_agg(jsonb_build_object('HappenedOn', happened_on, 'Words', words)
                   order by happened_on desc, update_id), '[]')
                from goal_update u where u.initiative_id = g.initiative_id and u.goal_id = g.goal_id) as updates
        from goal g where initiative_id = @initiative order by position, goal_id
        """;

    private const string PillarsSql =
        "select pillar_id, name, description from pillar where organisation_id = @organisation order by position";

    private const string DispositionsSql =
        $"select need, kind, reason, decided_at, {SetDispositions.Fingerprint} as revision from disposition d "
        + "where initiative_id = @initiative";

    private const string OverridesSql =
        "select gate, target, reason, by_name, at from gate_override where initiative_id = @initiative order by at";

    private sealed record Row
    {
        public required Guid GoalId { get; init; }
        public required string Title { get; init; }
        public required string Description { get; init; }
        public required GoalState State { get; init; }
        public required double Effort { get; init; }
        public required DateOnly? DueOn { get; init; }
        public required string LedBy { get; init; }
        public required string DecidedWith { get; init; }
        public required string Uses { get; init; }
        public required GoalEffect? Effect { get; init; }
        public required DateTimeOffset? AdoptedAt { get; init; }
        public required string Revision { get; init; }
        public required string Needs { get; init; }
        public required string Pillars { get; init; }
        public required string Updates { get; init; }
    }

    private sealed record DispositionRow
    {
        public required string Need { get; init; }
        public required string Kind { get; init; }
        public required string Reason { get; init; }
        public required string Revision { get; init; }
        public required DateTimeOffset DecidedAt { get; init; }
    }
}
