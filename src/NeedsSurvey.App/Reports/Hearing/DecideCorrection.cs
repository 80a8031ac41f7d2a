using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// Says of a correction from the community whether it was taken up, and why. Corrections that were not accepted are printed as dissent.
/// </summary>
public sealed class DecideCorrection(Db db, FindInitiative find)
{
    /// <param name="Accepted">Whether the summary's understanding changes.</param>
    /// <param name="Reason">What you did with it, or why not; printed.</param>
    public sealed record Command(bool Accepted, string Reason);

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
                await tx.Execute(
                    Sql,
                    new
                    {
                        initiative,
                        replyId,
                        decision = (command.Accepted ? CorrectionDecision.Accepted : CorrectionDecision.NotAccepted).Code(),
                        reason = command.Reason.Trim(),
                    }
                ) > 0
                    ? Done.It
                    : new Problem.NotFound("correction"),
            cancellation
        );
    }

    private const string Sql = """
        update hearing_reply set decision = @decision, decision_reason = @reason where initiative_id = @initiative and reply_id = @replyId
            and correction <> ''
        """;
}
