// What the organisation decides about each need. A decision without a written reason is not one.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.App.Goals;

/// <summary>Records dispositions of needs; needs that are not in the list keep theirs, no kind takes one back. All or none.</summary>
public sealed class SetDispositions(Db db, FindInitiative find, TimeProvider clock)
{
    /// <param name="Need">Name of the need.</param>
    /// <param name="Kind">Null takes the decision back.</param>
    /// <param name="Reason">Printed in the report.</param>
    public sealed record Decision(string Need, DispositionKind? Kind, string Reason);

    public async Task<Result<Done>> Run(
        Actor actor,
        Guid initiative,
        IReadOnlyList<Decision> decisions,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.EditGoals, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (decisions.Any(decision => decision is null))
            return new Problem.Invalid("dispositions", "null_decision", "Each decision is an object with a need, a kind and a reason.");
        var faults = new List<Fault>();
        for (var i = 0; i < decisions.Count; i++)
        {
            var (need, kind, reason) = decisions[i];
            if (kind is { } given && !Enum.IsDefined(given))
                faults.Add(
                    new($"dispositions[{i}].kind", "unknown_kind", "A decision is act, partner, refer, advocate, not_now or decline.")
                );
            if (kind is not null && string.IsNullOrWhiteSpace(reason))
                faults.Add(
                    new(
                        $"dispositions[{i}].reason",
                        "required",
                        $"Give a reason for your decision about '{need}': the people who stated this need will read it."
                    )
                );
            if (reason.Length > 2_000)
                faults.Add(new($"dispositions[{i}].reason", "too_long", "A reason may have 2,000 characters."));
        }
        if (faults.Count > 0)
            return new Problem.Invalid(faults);

        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "need.decide",
            $"{decisions.Count} needs",
            async tx =>
            {
                foreach (var (need, decided, reason) in decisions)
                {
                    if (decided?.Code() is not { } kind)
                    {
                        await tx.Execute(
                            "delete from disposition where initiative_id = @initiative and need = @need",
                            new { initiative, need }
                        );
                        continue;
                    }
                    if (
                        await tx.Execute(
                            Sql,
                            new
                            {
                                initiative,
                                need,
                                kind,
                                reason = reason.Trim(),
                                now = clock.GetUtcNow(),
                            }
                        ) == 0
                    )
                        return new Problem.NotFound($"need named '{need}'");
                    tx.Detail[need] = kind;
                }
                return Done.It;
            },
            cancellation
        );
    }

    private const string Sql = """
        insert into disposition (initiative_id, need, kind, reason, decided_at)
        select initiative_id, name, @kind, @reason, @now from need where initiative_id = @initiative and name = @need
            and merged_into is null
        on conflict (initiative_id, need) do update set kind = excluded.kind, reason = excluded.reason, decided_at = excluded.decided_at
        """;
}
