using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Whether a draft leaves the answers already given their meaning: no name or code may come to stand for something else
/// (<c>VersionDiff</c>, "refused"). A survey that nobody has answered may still change in any way.
/// </summary>
internal static class MeaningKept
{
    /// <summary>The changes that keep the draft from being published; empty when there are none.</summary>
    public static async Task<IReadOnlyList<Fault>> Of(Tx tx, Guid surveyId, SurveyDefinition draft)
    {
        var published = await tx.Query<string>(Sql, new { surveyId });
        return [.. VersionDiff.Between([.. published.Select(StoredDraft.Read)], draft)
            .Where(change => change.Effect == ChangeEffect.Refused)
            .Select(change => new Fault(change.Path, change.Code, $"{change.Message} {change.Export}"))];
    }

    private const string Sql = """
        select definition::text from survey_version
        where survey_id = @surveyId and exists (select from response where survey_id = @surveyId)
        order by version
        """;
}
