using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// The names that published versions of a survey gave a meaning: columns of its export, never taken over by something new.
/// </summary>
internal static class PublishedNames
{
    public static async Task<IReadOnlySet<string>> Of(Tx tx, Guid surveyId) =>
        (await tx.Query<string>(Sql, new { surveyId })).ToHashSet(StringComparer.Ordinal);

    private const string Sql = """
        select distinct jsonb_path_query(definition, '$.**.questions[*].name') #>> '{}' from survey_version where survey_id = @surveyId
        """;
}
