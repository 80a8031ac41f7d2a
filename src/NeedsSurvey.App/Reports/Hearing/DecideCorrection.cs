using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// Says of a correction from the community what comes of it, and why: the summary changes (by the next <see cref="PrepareHearingCheck"/>),
/// it is answered, or it is printed as dissent. What has changed the summary keeps its decision; the reason may be put better.
/// </summary>
public sealed class DecideCorrection(Db db, FindInitiative find)
{
    /// <param name="Decision">What comes of it.</param>
    /// <param name="Reason">What you did with it, or why not; printed.</param>
    public sealed record Command(CorrectionDecision Decision, string Reason);

    public async Task<Result<Done>> Run(
        Actor actor,
        Guid initiative,
        Guid replyId,
        Command command,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.EditNeeds, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (string.IsNullOrWhiteSpace(command.Reason))
            return new Problem.Invalid("reason", "required", "Say what you did with this correction, or why not.");
        if (command.Reason.Length > 2_000)
            return new Problem.Invalid("reason", "too_long", "The reason may have 2,000 characters.");
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "hearing_check.decide",
            found.Title,
            async tx =>
            {
                if (
                    await tx.Execute(
                        Sql,
                        new
                        {
                            initiative,
                            replyId,
                            decision = command.Decision.Code(),
                            reason = command.Reason.Trim(),
                        }
                    ) > 0
                )
                    return Done.It;
                return await tx.Find<int?>(ChangedSql, new { initiative, replyId }) is { } version
                    ? new Problem.Conflict(
                        "in_the_summary",
                        $"Version {version} of the summary takes this correction up. Change the reason, or write another version."
                    )
                    : new Problem.NotFound("correction");
            },
            cancellation
        );
    }

    private const string Sql = """
        update hearing_reply set decision = @decision, decision_reason = @reason where initiative_id = @initiative and reply_id = @replyId
            and correction <> '' and verdict <> 'yes' and (changed_in is null or @decision = 'accepted')
        """;

    private const string ChangedSql = """
        select changed_in from hearing_reply where initiative_id = @initiative and reply_id = @replyId and changed_in is not null
        """;
}
