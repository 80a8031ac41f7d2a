using NeedsSurvey.App.Database;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Needs;

/// <summary>
/// How the people behind an initiative's needs were drawn. One survey has its own design. Several that were reached alike, each from one
/// list, count as drawn from an endless community, because somebody may be in two of them; with strata or clusters of their own they
/// have no interval. Where some were reached otherwise, it is as if anyone could have answered.
/// </summary>
internal static class ReadNeedUnits
{
    /// <param name="drawn">Only responses that are in safe figures.</param>
    public static async Task<SampleUnits> Read(ReadSnapshot snapshot, Guid initiativeId, bool drawn)
    {
        var surveys = await snapshot.Query<SurveyRow>(SurveysSql, new { initiativeId, drawn });
        if (surveys is [var only])
            return await SampleUnitsReader.BeforeResponses(snapshot, only.SurveyId, drawn);
        return new(
            surveys.Count == 0 ? SampleFrame.Plain(SampleDesign.OptIn)
            : surveys.Select(survey => survey.SampleDesign).Distinct().ToList() is not [var reached] ? SampleFrame.Mixed
            : surveys.Any(survey => survey.HasParts) ? SampleFrame.Several(SampleDesigns.Stored(reached))
            : SampleFrame.Plain(SampleDesigns.Stored(reached))
        );
    }

    // Those that somebody answered; of safe figures, those with a drawing, which a single response does not change.
    private const string SurveysSql = """
        select s.survey_id, s.sample_design, s.strata_question is not null or s.cluster_question is not null as has_parts
        from survey s
        where s.initiative_id = @initiativeId and s.state <> 'draft'
          and exists (select from counted_response r where r.survey_id = s.survey_id and (r.drawn or not @drawn))
        order by s.survey_id
        """;

    private sealed record SurveyRow
    {
        public required Guid SurveyId { get; init; }
        public required string SampleDesign { get; init; }
        public required bool HasParts { get; init; }
    }
}
