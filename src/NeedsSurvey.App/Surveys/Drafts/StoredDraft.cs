using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// A draft as it is stored: locked for a change, and written back one revision higher. Only shapes that can be read are ever stored.
/// </summary>
internal sealed record StoredDraft(SurveyDefinition Definition, int Revision, string Title, SurveyState State)
{
    /// <summary>
    /// The draft, locked until the transaction ends, so that of two changes at once the second sees the first; null when the survey was
    /// deleted meanwhile.
    /// </summary>
    public static async Task<StoredDraft?> Lock(Tx tx, Guid surveyId)
    {
        if (await tx.Find<Row>(LockSql, new { surveyId }) is not { } row)
            return null;

        return new(SurveyJson.ReadStored(row.Draft), row.DraftRevision, row.Title, row.State);
    }

    /// <summary>Writes the draft; the survey's title follows the definition's unless it was given one of its own.</summary>
    /// <returns>The new revision.</returns>
    public Task<int> Replace(Tx tx, Guid surveyId, SurveyDefinition definition)
    {
        var title = Title == SurveyTitle.Of(Definition) ? SurveyTitle.Of(definition) : Title;
        return tx.One<int>(
            ReplaceSql,
            new
            {
                surveyId,
                title,
                draft = Jsonb.Of(SurveyJson.WriteUtf8(definition)),
            }
        );
    }

    private const string LockSql = "select draft, draft_revision, title, state from survey where survey_id = @surveyId for update";

    private const string ReplaceSql = """
        update survey set draft = @draft, title = @title, draft_revision = draft_revision + 1 where survey_id = @surveyId
            returning draft_revision
        """;

    private sealed record Row
    {
        public required string Draft { get; init; }
        public required int DraftRevision { get; init; }
        public required string Title { get; init; }
        public required SurveyState State { get; init; }
    }
}
