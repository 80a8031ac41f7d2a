using System.Data.Common;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>
/// Who answered, by the units that were drawn: before responses are counted, so that their counts have a row each. The database groups
/// them; what is kept is bounded (<see cref="SampleUnits.MostClusters"/>).
/// </summary>
internal static class SampleUnitsReader
{
    /// <param name="snapshot">The moment that figures are of.</param>
    /// <param name="surveyId">The survey.</param>
    /// <param name="drawnOnly">Safe figures: only responses of the drawing.</param>
    public static async Task<SampleUnits> Read(ReadSnapshot snapshot, Guid surveyId, bool drawnOnly) =>
        await Fill(snapshot, surveyId, await SampleFrames.Read(snapshot, surveyId), drawnOnly);

    /// <summary>
    /// The same for those who read the responses anyway: where people were drawn alike there is one row, and nobody in it yet.
    /// </summary>
    /// <inheritdoc cref="Read" path="/param"/>
    public static async Task<SampleUnits> BeforeResponses(ReadSnapshot snapshot, Guid surveyId, bool drawnOnly)
    {
        var frame = await SampleFrames.Read(snapshot, surveyId);
        return frame.IsPlain ? new SampleUnits(frame) : await Fill(snapshot, surveyId, frame, drawnOnly);
    }

    /// <summary>Row of a response's unit; null where people were drawn alike, or where it is in none.</summary>
    /// <param name="units">The units.</param>
    /// <param name="row">A response.</param>
    /// <param name="first">Where its <see cref="UnitColumns"/> begin.</param>
    public static int? UnitOf(SampleUnits units, DbDataReader row, int first) =>
        units.Frame.IsPlain ? null : units.Row(Words(row, first), Words(row, first + 1));

    private static string? Words(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static async Task<SampleUnits> Fill(ReadSnapshot snapshot, Guid surveyId, SampleFrame frame, bool drawnOnly)
    {
        var units = new SampleUnits(frame);
        var asked = new
        {
            surveyId,
            strata = frame.StrataQuestion,
            cluster = frame.ClusterQuestion,
            drawnOnly,
        };
        await foreach (var row in snapshot.Read(UnitsSql, asked))
            units.Add(Words(row, 0), Words(row, 1), row.GetInt32(2));
        return units;
    }

    /// <summary>
    /// Stratum and cluster of a response as <see cref="SampleUnits.Row"/> takes them: parameters <c>strata</c> and <c>cluster</c>, null
    /// where the design has none. A choice is stored as its code, or with "other" in an object; what was declined or left out is null.
    /// </summary>
    public const string UnitColumns = """
        case jsonb_typeof(answers -> @strata) when 'object' then answers -> @strata ->> 'choice' else answers ->> @strata end as stratum,
        case jsonb_typeof(answers -> @cluster) when 'object' then answers -> @cluster ->> 'choice' else answers ->> @cluster end as cluster
        """;

    private const string UnitsSql = $"""
        select {UnitColumns}, count(*)::int as people
        from counted_response where survey_id = @surveyId and (drawn or not @drawnOnly) group by 1, 2
        """;
}
