// Whether a submission has arrived already. On a shared phone, Back after Submit makes the browser send an earlier page again, with all the
// answers in it: whoever does that must find the thanks, not somebody's answers.

using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Responses;

/// <summary>Finds out whether a submission is stored.</summary>
public sealed class FindSubmission(Db db)
{
    /// <param name="Sent">What its sender was told.</param>
    /// <param name="IsWithdrawn">It was taken back since.</param>
    public sealed record Arrived(SubmitResponse.Submitted Sent, bool IsWithdrawn);

    /// <returns>Null while it is not stored; during an outage null too, for nothing depends on it but what is shown.</returns>
    public async Task<Arrived?> Run(Guid surveyId, Guid submission, CancellationToken cancellation = default)
    {
        try
        {
            var hash = Receipt.SubmissionHash(surveyId, submission);
            return await db.Find<bool?>(Sql, new { surveyId, hash }, cancellation) is { } isWithdrawn
                ? new Arrived(new(Receipt.Of(surveyId, submission), []), isWithdrawn)
                : null;
        }
        catch (Exception fault) when (Outage.Of(fault) is not null)
        {
            return null;
        }
    }

    private const string Sql = "select withdrawn_on is not null from response where survey_id = @surveyId and submission_hash = @hash";
}
