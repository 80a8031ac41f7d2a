using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Deletes a survey that was never published, so nobody can have answered it: one begun by mistake. What people were shown or answered is
/// never deleted here.
/// </summary>
public sealed class DeleteSurvey(Db db, FindSurvey surveys)
{
    public async Task<Result<Done>> Run(Actor actor, string survey, CancellationToken cancellation)
    {
        if (!(await surveys.Run(actor, Permission.EditSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "survey.delete",
            found.Title,
            async tx =>
            {
                if (await StoredDraft.Lock(tx, found.Id) is null)
                    return new Problem.NotFound("survey");
                return await tx.Execute(DeleteSql, new { found.Id }) == 1
                    ? Done.It
                    : new Problem.Conflict(
                        "published",
                        "This survey was published, so it stays: people may have answered it. Close it instead."
                    );
            },
            cancellation
        );
    }

    private const string DeleteSql = """
        delete from survey where survey_id = @Id and state = 'draft' and not exists (select 1 from survey_version
            where survey_version.survey_id = @Id)
        """;
}
