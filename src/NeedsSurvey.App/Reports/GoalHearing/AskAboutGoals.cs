using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// Asks the community about the adopted goals at <c>/h/{slug}/goals</c>, stops asking, or asks again. Goals adopted meanwhile are asked
/// about
/// too.
/// </summary>
public sealed class AskAboutGoals(Db db, FindInitiative find, TimeProvider clock)
{
    /// <param name="open">True to ask, false to stop.</param>
    public async Task<Result<Done>> Run(Actor actor, Guid initiative, bool open, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.EditGoals, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            open ? "goal_hearing.open" : "goal_hearing.close",
            found.Title,
            async tx =>
            {
                var told = new
                {
                    initiative,
                    slug = $"{found.OrganisationSlug}-{found.Slug}",
                    today = await InitiativeClock.Today(tx, initiative, clock),
                };
                if (open)
                    return await tx.Execute(OpenSql, told) > 0
                        ? Done.It
                        : new Problem.Conflict("no_goals", "Adopt a goal first: people are asked about what you have said you will do.");
                return await tx.Execute(CloseSql, told) > 0
                    ? Done.It
                    : new Problem.Conflict("not_asked", "Nobody is being asked about goals.");
            },
            cancellation
        );
    }

    private const string OpenSql = """
        insert into goal_hearing (initiative_id, slug, state, opened_on)
        select @initiative, @slug, 'open', @today::date
        where exists (select from goal where initiative_id = @initiative and state = 'adopted')
        on conflict (initiative_id) do update set state = 'open', closed_on = null
        """;

    private const string CloseSql = """
        update goal_hearing set state = 'closed', closed_on = @today::date where initiative_id = @initiative and state = 'open'
        """;
}
