// What the organisation decides about each need. A decision without a written reason is not one.

using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain;
using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.App.Goals;

/// <summary>
/// Records dispositions of needs; needs that are not in the list keep theirs, no kind takes one back. All or none. Each keeps the day of
/// its decision while nothing else is said.
/// </summary>
public sealed class SetDispositions(Db db, FindInitiative find, TimeProvider clock)
{
    /// <param name="Need">Name of the need.</param>
    /// <param name="Kind">Null takes the decision back.</param>
    /// <param name="Reason">Printed in the report.</param>
    public sealed record Decision(string Need, DispositionKind? Kind, string Reason)
    {
        /// <summary>
        /// What the form was filled with, empty where nothing was decided; refused where it is no longer what is stored. Null writes over
        /// whatever is there.
        /// </summary>
        [JsonIgnore]
        public string? Revision { get; init; }

        /// <summary>Whether it says nothing else than what it began from.</summary>
        [JsonIgnore]
        public bool IsUnchanged =>
            Revision is not null
            && Kind switch
            {
                null => Revision.Length == 0 && TypedText.IsBlank(Reason),
                { } kind => Enum.IsDefined(kind) && Revision == Sha256($"{kind.Code()} {Reason.Trim()}"),
            };

        internal static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    public Task<Result<Done>> Run(
        Actor actor,
        Guid initiative,
        IReadOnlyList<Decision> decisions,
        CancellationToken cancellation = default
    ) => Run(actor, initiative, decisions, begunFrom: null, cancellation);

    /// <param name="begunFrom"><see cref="RevisionOf"/> all decisions; refused where another is stored. Null writes over it.</param>
    public async Task<Result<Done>> Run(
        Actor actor,
        Guid initiative,
        IReadOnlyList<Decision> decisions,
        string? begunFrom,
        CancellationToken cancellation
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
            if (decisions[i].IsUnchanged)
                continue;
            if (kind is { } given && !Enum.IsDefined(given))
                faults.Add(
                    new($"dispositions[{i}].kind", "unknown_kind", "A decision is act, partner, refer, advocate, not_now or decline.")
                );
            if (kind is not null && TypedText.IsBlank(reason))
                faults.Add(
                    new(
                        $"dispositions[{i}].reason",
                        "required",
                        $"Give a reason for your decision about '{need}': the people who stated this need will read it."
                    )
                );
            if (kind is null && !TypedText.IsBlank(reason) && decisions[i].Revision == "")
                faults.Add(new($"dispositions[{i}].kind", "required", "Choose what you decided: a reason alone is not kept."));
            if (reason.Length > 2_000)
                faults.Add(Fault.TooLong($"dispositions[{i}].reason", 2_000));
        }
        if (faults.Count > 0)
            return new Problem.Invalid(faults);

        var changed = decisions.Where(decision => !decision.IsUnchanged).ToList();
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "need.decide",
            $"{changed.Count} needs",
            async tx =>
            {
                await tx.Execute(EditInitiative.LockSql, new { initiative });
                var revisions = (await tx.Query<RevisionRow>(RevisionsSql, new { initiative })).ToDictionary(
                    row => row.Need,
                    row => row.Revision
                );
                var isOther = begunFrom is not null && begunFrom != RevisionOf(revisions.Select(row => (row.Key, row.Value)));
                if (isOther || changed.Any(one => one.Revision is { } began && began != revisions.GetValueOrDefault(one.Need, "")))
                    return Revision.Meanwhile;
                foreach (var (need, decided, reason) in changed)
                {
                    if (decided?.Code() is not { } kind)
                    {
                        await tx.Execute(ClearSql, new { initiative, need });
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

    /// <summary>The revision of all decisions of an initiative together.</summary>
    internal static string RevisionOf(IEnumerable<(string Need, string Revision)> decisions) =>
        Decision.Sha256(
            string.Join('\n', decisions.OrderBy(one => one.Need, StringComparer.Ordinal).Select(one => $"{one.Need} {one.Revision}"))
        );

    /// <summary>SQL for the fingerprint of a disposition <c>d</c>.</summary>
    internal const string Fingerprint = "encode(sha256(convert_to(concat(d.kind, ' ', d.reason), 'UTF8')), 'hex')";

    private const string RevisionsSql = $"select need, {Fingerprint} as revision from disposition d where initiative_id = @initiative";

    private const string ClearSql = "delete from disposition where initiative_id = @initiative and need = @need";

    private const string Sql = """
        insert into disposition (initiative_id, need, kind, reason, decided_at)
        select initiative_id, name, @kind, @reason, @now from need where initiative_id = @initiative and name = @need
            and merged_into is null
        on conflict (initiative_id, need) do update set kind = excluded.kind, reason = excluded.reason, decided_at =
            case when (disposition.kind, disposition.reason) = (excluded.kind, excluded.reason) then disposition.decided_at
                else excluded.decided_at end
        """;

    private sealed record RevisionRow
    {
        public required string Need { get; init; }
        public required string Revision { get; init; }
    }
}
