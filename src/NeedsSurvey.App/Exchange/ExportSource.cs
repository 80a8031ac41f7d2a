// Where an export reads from: the versions and the rows of a survey, at one moment.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Exchange;

/// <summary>A survey's versions, counts and rows as one moment has them.</summary>
internal sealed class ExportSource
{
    private readonly Moment moment;
    private readonly Guid surveyId;

    private ExportSource(Moment moment, Guid surveyId, IReadOnlyList<VersionRow> versions)
    {
        (this.moment, this.surveyId, Versions) = (moment, surveyId, versions);
        List<(int Version, CompiledSurvey Survey)> compiled = [.. versions.Select(row => (row.Version, CompiledSurvey.Compile(StoredDraft.Read(row.Definition))))];
        Table = AnswerTable.Of(compiled);
        Newest = compiled[^1].Survey.Definition;
        Languages = [.. compiled.AsEnumerable().Reverse().SelectMany(version => version.Survey.Definition.Languages).Distinct()];
    }

    public AnswerTable Table { get; }
    public IReadOnlyList<VersionRow> Versions { get; }
    public SurveyDefinition Newest { get; }

    /// <summary>Of all versions, the newest version's first.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Languages of a survey's versions; none when it was never published.</summary>
    public static async Task<IReadOnlyList<string>> LanguagesOf(Db db, Guid surveyId, CancellationToken ct) =>
        [.. (await db.Query<string>(DefinitionsSql, new { surveyId }, ct)).SelectMany(definition => StoredDraft.Read(definition).Languages).Distinct()];

    public static async Task<ExportSource> Open(Moment moment, Guid surveyId) => new(moment, surveyId, await moment.Query<VersionRow>(VersionsSql, new { surveyId }));

    public Task<LeftOut> LeftOutOf() => moment.One<LeftOut>(LeftOutSql, new { surveyId });

    /// <summary>Every counted response, in the order of their random ids.</summary>
    public IAsyncEnumerable<ResponseRow> Responses(CancellationToken stop) => moment.Stream<ResponseRow>(ResponsesSql, new { surveyId }, stop);

    /// <summary>Every instance of a repeat, in the order of the responses.</summary>
    public IAsyncEnumerable<InstanceRow> Instances(string repeat, CancellationToken stop) => moment.Stream<InstanceRow>(InstancesSql, new { surveyId, repeat }, stop);

    private const string DefinitionsSql = "select definition from survey_version where survey_id = @surveyId order by version desc";

    private const string VersionsSql = """
        select version, definition, published_at, (select count(*) from counted_response r where r.survey_id = v.survey_id and r.version = v.version) as responses
        from survey_version v where survey_id = @surveyId order by version
        """;

    private const string LeftOutSql = """
        select count(*) filter (where withdrawn_on is not null) as withdrawn, count(*) filter (where is_test and withdrawn_on is null) as test
        from response where survey_id = @surveyId and (is_test or withdrawn_on is not null)
        """;

    // Sorted first and converted then: the sort carries the smaller jsonb.
    private const string ResponsesSql = """
        select response_id, version, language, received_on, convert_to(answers::text, 'UTF8') as answers
        from (select response_id, version, language, received_on, answers from counted_response where survey_id = @surveyId order by response_id) sorted
        order by response_id
        """;

    private const string InstancesSql = """
        select response_id, version, place::int as index, convert_to(instance::text, 'UTF8') as answers
        from counted_response r
        cross join jsonb_array_elements(case when jsonb_typeof(r.answers -> @repeat) = 'array' then r.answers -> @repeat else '[]' end) with ordinality as i (instance, place)
        where survey_id = @surveyId order by response_id, place
        """;

    internal sealed record VersionRow
    {
        public required int Version { get; init; }
        public required string Definition { get; init; }
        public required DateTimeOffset PublishedAt { get; init; }
        public required long Responses { get; init; }
    }

    internal sealed record LeftOut
    {
        public required long Withdrawn { get; init; }
        public required long Test { get; init; }
    }

    internal sealed record ResponseRow
    {
        public required Guid ResponseId { get; init; }
        public required int Version { get; init; }
        public required string Language { get; init; }
        public required DateOnly ReceivedOn { get; init; }
        public required byte[] Answers { get; init; }
    }

    internal sealed record InstanceRow
    {
        public required Guid ResponseId { get; init; }
        public required int Version { get; init; }
        public required int Index { get; init; }
        public required byte[] Answers { get; init; }
    }
}
