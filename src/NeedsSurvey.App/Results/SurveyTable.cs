using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>The columns of a survey over all its published versions.</summary>
/// <param name="Language">The newest version's first language.</param>
/// <param name="Versions">All of them, the oldest first.</param>
internal sealed record SurveyTable(AnswerTable Answers, string Language, IReadOnlyList<(int Version, CompiledSurvey Survey)> Versions)
{
    /// <summary>Null when the survey was never published.</summary>
    public static async Task<SurveyTable?> Read(ReadSnapshot snapshot, Guid surveyId)
    {
        var versions = await snapshot.Query<VersionRow>(VersionsSql, new { surveyId });
        if (versions.Count == 0)
            return null;
        List<(int Version, CompiledSurvey Survey)> compiled =
        [
            .. versions.Select(row => (row.Version, CompiledSurvey.Compile(SurveyJson.ReadStored(row.Definition), row.Version))),
        ];
        return new(AnswerTable.Of(compiled), compiled[^1].Survey.Definition.FirstLanguage, compiled);
    }

    /// <summary>The type's name in the survey format: <c>select_one</c>.</summary>
    public static string TypeOf(AnswerBlock block) => ItemTypes.Word(block.Item.Item);

    private const string VersionsSql = "select version, definition from survey_version where survey_id = @surveyId order by version";

    private sealed record VersionRow
    {
        public required int Version { get; init; }
        public required string Definition { get; init; }
    }
}
