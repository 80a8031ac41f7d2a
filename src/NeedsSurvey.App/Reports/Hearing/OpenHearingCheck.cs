using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Reports;

/// <summary>Opens a prepared hearing check to the public at <c>/h/{slug}</c>, closes it, or opens it again.</summary>
public sealed class OpenHearingCheck(Db db, FindInitiative find, TimeProvider clock)
{
    /// <param name="open">True to open, false to close.</param>
    public async Task<Result<Done>> Run(Actor actor, Guid initiative, bool open, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.EditNeeds, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            open ? "hearing_check.open" : "hearing_check.close",
            found.Title,
            async tx =>
                (
                    open
                        ? await Open(tx, initiative, clock)
                        : await tx.Execute(CloseSql, new { initiative, today = await InitiativeClock.Today(tx, initiative, clock) })
                ) > 0
                    ? Done.It
                    : new Problem.Conflict("not_prepared", "Write the summary first: people can only reply to something."),
            cancellation
        );
    }

    /// <returns>How many were opened: none, or one.</returns>
    internal static async Task<int> Open(Tx tx, Guid initiative, TimeProvider clock) =>
        await tx.Execute(OpenSql, new { initiative, today = await InitiativeClock.Today(tx, initiative, clock) });

    private const string OpenSql = """
        update hearing_check set state = 'open', opened_on = coalesce(opened_on, @today::date), closed_on = null
            where initiative_id = @initiative
        """;

    private const string CloseSql = """
        update hearing_check set state = 'closed', closed_on = @today::date where initiative_id = @initiative and state = 'open'
        """;
}
