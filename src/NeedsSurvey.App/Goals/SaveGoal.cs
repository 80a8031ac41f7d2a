// A goal as a whole: its words, its effort, the needs it serves and the pillars it fits, each link with its strength and its reason.
// Saving drafts or changes a goal; adopting it is AdoptGoal, which has a gate.

using System.Text.Json;
using FluentValidation;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.App.Goals;

/// <summary>
/// Creates a goal under an id that the caller chose, or replaces the one that is there. Saving the same twice changes nothing more.
/// </summary>
public sealed class SaveGoal(Db db, FindInitiative find)
{
    public sealed record Command
    {
        public required string Title { get; init; }
        public string Description { get; init; } = "";

        /// <summary>Planned effort in any unit, the same for all goals of the initiative.</summary>
        public double Effort { get; init; } = 1;
        public DateOnly? DueOn { get; init; }

        /// <summary>Who leads it, by the name of a group; empty: the organisation alone.</summary>
        public string LedBy { get; init; } = "";

        /// <summary>Who decided with the organisation; empty: nobody.</summary>
        public string DecidedWith { get; init; } = "";

        /// <summary>What people offered that it uses.</summary>
        public string Uses { get; init; } = "";

        /// <summary>Whether it eases the need now or changes its cause; null while nobody has said.</summary>
        public GoalEffect? Effect { get; init; }
        public IReadOnlyList<NeedLink> Needs { get; init; } = [];
        public IReadOnlyList<PillarLink> Pillars { get; init; } = [];
    }

    /// <param name="Need">Name of a need of the initiative.</param>
    /// <param name="Strength">0, 1, 3 or 9.</param>
    /// <param name="Reason">Why the goal serves the need; a link without one does not count, so one is asked for.</param>
    public sealed record NeedLink(string Need, int Strength, string Reason);

    /// <inheritdoc cref="NeedLink"/>
    public sealed record PillarLink(Guid Pillar, int Strength, string Reason);

    public async Task<Result<Done>> Run(
        Actor actor,
        Guid initiative,
        Guid goalId,
        Command command,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.EditGoals, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (Rules.Faults(command) is { } invalid)
            return invalid;

        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "goal.save",
            command.Title.Trim(),
            async tx =>
            {
                var at = new { found.InitiativeId, goalId };
                var faults = new List<Fault>();
                var needs = (await tx.Query<string>(NeedsSql, at)).ToHashSet();
                for (var i = 0; i < command.Needs.Count; i++)
                    if (!needs.Contains(command.Needs[i].Need))
                        faults.Add(
                            new($"needs[{i}].need", "unknown_need", $"There is no need named '{command.Needs[i].Need}' in this initiative.")
                        );
                var pillars = (await tx.Query<Guid>(PillarsSql, new { found.OrganisationId })).ToHashSet();
                for (var i = 0; i < command.Pillars.Count; i++)
                    if (!pillars.Contains(command.Pillars[i].Pillar))
                        faults.Add(new($"pillars[{i}].pillar", "unknown_pillar", "There is no such pillar in this organisation."));
                if (faults.Count > 0)
                    return new Problem.Invalid(faults);

                await tx.Execute(
                    UpsertSql,
                    new
                    {
                        found.InitiativeId,
                        goalId,
                        title = command.Title.Trim(),
                        description = command.Description.Trim(),
                        command.Effort,
                        command.DueOn,
                        ledBy = command.LedBy.Trim(),
                        decidedWith = command.DecidedWith.Trim(),
                        uses = command.Uses.Trim(),
                        effect = command.Effect?.Code(),
                    }
                );
                await tx.Execute(
                    NeedLinksSql,
                    new
                    {
                        found.InitiativeId,
                        goalId,
                        links = Jsonb.Of(JsonSerializer.Serialize(command.Needs.Where(l => l.Strength > 0))),
                    }
                );
                await tx.Execute(
                    PillarLinksSql,
                    new
                    {
                        found.InitiativeId,
                        goalId,
                        links = Jsonb.Of(JsonSerializer.Serialize(command.Pillars.Where(l => l.Strength > 0))),
                    }
                );
                return Done.It;
            },
            cancellation
        );
    }

    private const string NeedsSql = "select name from need where initiative_id = @initiativeId and merged_into is null";

    // Held, so that none is taken out of the mission while a goal is being tied to it.
    private const string PillarsSql = "select pillar_id from pillar where organisation_id = @organisationId for share";

    private const string UpsertSql = """
        insert into goal (initiative_id, goal_id, title, description, effort, due_on, led_by, decided_with, uses, effect, position)
        values (@initiativeId, @goalId, @title, @description, @effort, @dueOn, @ledBy, @decidedWith, @uses, @effect,
            (select coalesce(max(position), 0) + 1 from goal
            where initiative_id = @initiativeId))
        on conflict (initiative_id, goal_id) do update
        set title = excluded.title, description = excluded.description, effort = excluded.effort, due_on = excluded.due_on,
            led_by = excluded.led_by, decided_with = excluded.decided_with, uses = excluded.uses, effect = excluded.effect
        """;

    private const string NeedLinksSql = """
        with gone as (delete from goal_need_link where initiative_id = @initiativeId and goal_id = @goalId and need not in (select "Need"
            from jsonb_to_recordset(@links) as l("Need" text)))
        insert into goal_need_link (initiative_id, goal_id, need, strength, reason)
        select @initiativeId, @goalId, l."Need", l."Strength", l."Reason"
            from jsonb_to_recordset(@links) as l("Need" text, "Strength" int, "Reason" text)
        on conflict (initiative_id, goal_id, need) do update set strength = excluded.strength, reason = excluded.reason
        """;

    private const string PillarLinksSql = """
        with gone as (delete from goal_pillar_link where initiative_id = @initiativeId and goal_id = @goalId
            and pillar_id not in (select "Pillar" from jsonb_to_recordset(@links) as l("Pillar" uuid)))
        insert into goal_pillar_link (initiative_id, goal_id, pillar_id, strength, reason)
        select @initiativeId, @goalId, l."Pillar", l."Strength", l."Reason"
            from jsonb_to_recordset(@links) as l("Pillar" uuid, "Strength" int, "Reason" text)
        on conflict (initiative_id, goal_id, pillar_id) do update set strength = excluded.strength, reason = excluded.reason
        """;

    private static readonly Validator Rules = new();

    private sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title)
                .NotEmpty()
                .WithMessage("Give the goal a title.")
                .MaximumLength(200)
                .WithMessage("The title may have 200 characters.");
            RuleFor(c => c.Description).MaximumLength(4_000).WithMessage("The description may have 4,000 characters.");
            RuleFor(c => c.LedBy).MaximumLength(300).WithMessage("This may have 300 characters.");
            RuleFor(c => c.DecidedWith).MaximumLength(300).WithMessage("This may have 300 characters.");
            RuleFor(c => c.Uses).MaximumLength(1_000).WithMessage("This may have 1,000 characters.");
            RuleFor(c => c.Effect)
                .Must(effect => effect is not { } one || Enum.IsDefined(one))
                .WithMessage("A goal eases needs, changes what causes them, or both.");
            RuleFor(c => c.Effort).InclusiveBetween(0, 1e9).WithMessage("Effort is a number from 0 up, such as days or money.");
            RuleForEach(c => c.Needs).NotNull().WithMessage("Each link is an object with a need, a strength and a reason.");
            RuleForEach(c => c.Pillars).NotNull().WithMessage("Each link is an object with a pillar, a strength and a reason.");
            RuleForEach(c => c.Needs)
                .ChildRules(link =>
                {
                    link.RuleFor(l => l.Strength).Must(LinkStrength.IsValid).WithMessage(StrengthWords);
                    link.RuleFor(l => l.Reason)
                        .NotEmpty()
                        .When(l => l.Strength > 0)
                        .WithMessage(l => $"Say why this goal serves '{l.Need}': a link without a reason does not count.");
                    link.RuleFor(l => l.Reason).MaximumLength(2_000).WithMessage("A reason may have 2,000 characters.");
                });
            RuleForEach(c => c.Pillars)
                .ChildRules(link =>
                {
                    link.RuleFor(l => l.Strength).Must(LinkStrength.IsValid).WithMessage(StrengthWords);
                    link.RuleFor(l => l.Reason)
                        .NotEmpty()
                        .When(l => l.Strength > 0)
                        .WithMessage("Say why this goal fits the pillar: a link without a reason does not count.");
                    link.RuleFor(l => l.Reason).MaximumLength(2_000).WithMessage("A reason may have 2,000 characters.");
                });
        }

        private const string StrengthWords = "A strength is 0 (none), 1 (weak), 3 (moderate) or 9 (strong).";
    }
}
