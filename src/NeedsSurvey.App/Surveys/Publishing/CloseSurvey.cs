using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Surveys;

/// <summary>Closes an open survey: from the same moment no answer is taken. It can be opened again (<see cref="ReopenSurvey"/>).</summary>
public sealed class CloseSurvey(Db db, FindSurvey surveys, TimeProvider clock)
{
    public async Task<Result<Done>> Run(Actor actor, string survey, CancellationToken cancellation)
    {
        if (!(await surveys.Run(actor, Permission.PublishSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "survey.close",
            found.Title,
            async tx =>
                await tx.Execute(CloseSql, new { found.Id, today = await InitiativeClock.Today(tx, found.InitiativeId, clock) }) == 1
                    ? Done.It
                    : new Problem.Conflict("not_open", "This survey is not open, so it cannot be closed."),
            cancellation
        );
    }

    private const string CloseSql = "update survey set state = 'closed', closed_on = @today where survey_id = @Id and state = 'open'";
}
