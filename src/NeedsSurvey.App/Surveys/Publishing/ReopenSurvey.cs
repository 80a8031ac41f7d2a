using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Surveys;

/// <summary>Opens a closed survey again, with the version it was closed with.</summary>
public sealed class ReopenSurvey(Db db, FindSurvey surveys)
{
    public async Task<Result<Done>> Run(Actor actor, string survey, CancellationToken cancellation)
    {
        if (!(await surveys.Run(actor, Permission.PublishSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "survey.reopen",
            found.Title,
            async tx =>
                await tx.Execute(ReopenSql, new { found.Id }) == 1
                    ? Done.It
                    : new Problem.Conflict("not_closed", "Only a closed survey can be opened again. A draft is opened by publishing it."),
            cancellation
        );
    }

    private const string ReopenSql = "update survey set state = 'open', closed_on = null where survey_id = @Id and state = 'closed'";
}
