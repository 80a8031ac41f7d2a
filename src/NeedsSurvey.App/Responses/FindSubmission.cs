// Whether a submission has arrived already. On a shared phone, Back after Submit makes the browser send an earlier page again, with all the
// answers in it: whoever does that must find the thanks, not somebody's answers.

using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Responses;

/// <summary>Finds out whether a submission is stored.</summary>
public sealed class FindSubmission(Db db)
{
    /// <returns>What its sender was told, or null while it is not stored; during an outage null too, for nothing depends on it but what is
    /// shown.</returns>
    public async Task<SubmitResponse.Submitted?> Run(Guid surveyId, Guid submission, CancellationToken cancellation = default)
    {
        try
        {
            var isStored = await db.One<bool>(Sql, new { surveyId, hash = Receipt.SubmissionHash(surveyId, submission) }, cancellation);
            return isStored ? new SubmitResponse.Submitted(Receipt.Of(surveyId, submission), []) : null;
        }
        catch (Exception fault) when (Outage.Of(fault) is not null)
        {
            return null;
        }
    }

    private const string Sql = "select exists (select from response where survey_id = @surveyId and submission_hash = @hash)";
}
