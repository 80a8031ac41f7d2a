using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// What a draft changes against everything that was published before. Without answers nothing can be lost, so every change is safe then.
/// </summary>
internal static class PublishedVersions
{
    /// <param name="published">The definitions of <see cref="Sql"/>, oldest first.</param>
    public static IReadOnlyList<VersionChange> Changes(IReadOnlyList<string> published, SurveyDefinition draft, bool hasAnswers)
    {
        var changes = VersionDiff.Between([.. published.Select(SurveyJson.ReadStored)], draft);
        return hasAnswers
            ? changes
            :
            [
                .. changes.Select(change =>
                    change with
                    {
                        Effect = ChangeEffect.Safe,
                        Export = "Nobody has answered yet, so no data changes.",
                    }
                ),
            ];
    }

    public const string Sql = "select definition from survey_version where survey_id = @Id order by version";

    public const string AnsweredSql = "select exists (select 1 from response where survey_id = @Id)";
}
