using System.Globalization;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>All that a survey's figures depend on besides its own row and the responses.</summary>
internal sealed record AboutSurvey
{
    /// <summary>How people were drawn, with sizes and margins.</summary>
    public required string Design { get; init; }
    public required int Version { get; init; }

    /// <summary>Rises with every response and withdrawal.</summary>
    public required long Changes { get; init; }

    /// <summary>Without what changes with a response.</summary>
    public string Basis => string.Create(CultureInfo.InvariantCulture, $"{Version} {Design}");

    public static Task<AboutSurvey> Read(ReadSnapshot snapshot, Guid surveyId) => snapshot.One<AboutSurvey>(Sql, new { surveyId });

    private const string Sql = $"""
        select {SampleFrames.Basis} as design,
               (select coalesce(max(version), 0) from survey_version where survey_id = s.survey_id) as version,
               (select coalesce(sum(changes), 0)::bigint from response_change where survey_id = s.survey_id) as changes
        from survey s join initiative i using (initiative_id) where s.survey_id = @surveyId
        """;
}
