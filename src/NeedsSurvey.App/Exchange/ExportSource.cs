// Where an export reads from: the versions and the rows of a survey, at one moment. Rows come in the order of their random ids, a range of
// ids at a time, so that several connections can read side by side what is written one after another. Ids are random, so ranges of the
// same width hold about as many.

using System.Buffers.Binary;
using System.Data.Common;
using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Exchange;

/// <summary>A survey's versions, counts and rows as one moment has them.</summary>
internal sealed class ExportSource
{
    /// <summary>Stored bytes of a range, roughly.</summary>
    private const long RangeBytes = 512 << 10;

    private const long RangeRows = 2_000;

    private readonly Guid surveyId;

    private ExportSource(IReadOnlyList<ReadSnapshot> snapshots, Guid surveyId, IReadOnlyList<VersionRow> versions)
    {
        (Snapshots, this.surveyId, Versions) = (snapshots, surveyId, versions);
        Ranges = (int)
            Math.Min(
                int.MaxValue,
                1 + Math.Max(versions.Sum(version => version.Responses) / RangeRows, versions.Sum(version => version.Size) / RangeBytes)
            );
        List<(int Version, CompiledSurvey Survey)> compiled =
        [
            .. versions.Select(row => (row.Version, CompiledSurvey.Compile(SurveyJson.ReadStored(row.Definition), row.Version))),
        ];
        Table = AnswerTable.Of(compiled);
        Zone = versions[0].TimeZone;
        Newest = compiled[^1].Survey.Definition;
        Languages = [.. compiled.AsEnumerable().Reverse().SelectMany(version => version.Survey.Definition.Languages).Distinct()];
    }

    /// <summary>Connections to read over, one query at a time each.</summary>
    public IReadOnlyList<ReadSnapshot> Snapshots { get; }

    /// <summary>The rows of a file come in so many ranges.</summary>
    public int Ranges { get; }

    public AnswerTable Table { get; }
    public IReadOnlyList<VersionRow> Versions { get; }
    public SurveyDefinition Newest { get; }

    /// <summary>The initiative's time zone, by its IANA name.</summary>
    public string Zone { get; }

    /// <summary>Of all versions, the newest version's first.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Languages of a survey's versions; none when it was never published.</summary>
    public static async Task<IReadOnlyList<string>> LanguagesOf(Db db, Guid surveyId, CancellationToken cancellation) =>
        [
            .. (await db.Query<string>(DefinitionsSql, new { surveyId }, cancellation))
                .SelectMany(definition => SurveyJson.ReadStored(definition).Languages)
                .Distinct(),
        ];

    public static async Task<ExportSource> Open(IReadOnlyList<ReadSnapshot> snapshots, Guid surveyId) =>
        new(snapshots, surveyId, await snapshots[0].Query<VersionRow>(VersionsSql, new { surveyId }));

    /// <summary>Rows of the longest file, columns of the widest, both without what stands before them.</summary>
    public async Task<(long Rows, int Columns)> LargestFile()
    {
        string[] repeats = [.. Table.Files.Select(file => file.Repeat).OfType<string>()];
        var instances = repeats.Length == 0 ? 0 : await Snapshots[0].One<long>(InstancesOfSql, new { surveyId, repeats });
        return (Math.Max(Versions.Sum(version => version.Responses), instances), Table.Files.Max(file => file.Columns.Count));
    }

    /// <summary>How many responses were withdrawn.</summary>
    public Task<long> Withdrawn() => Snapshots[0].One<long>(WithdrawnSql, new { surveyId });

    /// <summary>The counted responses of a range: response_id, version, answers, language, received_on.</summary>
    public IAsyncEnumerable<DbDataReader> Responses(ReadSnapshot over, int range, CancellationToken cancellation) =>
        over.Read(
            ResponsesSql,
            new
            {
                surveyId,
                first = Bound(range),
                last = Bound(range + 1, -1),
            },
            cancellation
        );

    /// <summary>
    /// The instances of a repeat in the responses of a range: response_id, version, answers, index, and the answers of the whole response
    /// where it takes those to tell what was offered.
    /// </summary>
    public IAsyncEnumerable<DbDataReader> Instances(ReadSnapshot over, AnswerFile file, int range, CancellationToken cancellation) =>
        over.Read(
            InstancesSql,
            new
            {
                surveyId,
                repeat = file.Repeat,
                whole = file.HasFilters,
                first = Bound(range),
                last = Bound(range + 1, -1),
            },
            cancellation
        );

    /// <summary>
    /// Strings and numbers within the answers of a connection's share of the rows: what <paramref name="path"/> finds in rows in which one
    /// of <paramref name="where"/> finds something. All are jsonpaths.
    /// </summary>
    public IAsyncEnumerable<string> Scalars(ReadSnapshot over, int share, string[] where, string path, CancellationToken cancellation) =>
        over.Stream<string>(
            ScalarsSql,
            new
            {
                surveyId,
                where,
                path,
                first = Bound(Ranges * share / Snapshots.Count),
                last = Bound(Ranges * (share + 1) / Snapshots.Count, -1),
            },
            cancellation
        );

    // PostgreSQL orders uuids by their bytes.
    private Guid Bound(int range, int offset = 0)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(
            bytes,
            range == Ranges ? UInt128.MaxValue : UInt128.MaxValue / (UInt128)Ranges * (UInt128)range - (UInt128)(range == 0 ? 0 : -offset)
        );
        return new(bytes, bigEndian: true);
    }

    private const string DefinitionsSql = "select definition from survey_version where survey_id = @surveyId order by version desc";

    private const string VersionsSql = """
        select version, definition, published_at, time_zone, coalesce(r.responses, 0) as responses, coalesce(r.size, 0) as size
        from survey_version join survey using (survey_id) join initiative using (initiative_id)
        left join (select version, count(*) as responses, sum(pg_column_size(answers)) as size from counted_response
            where survey_id = @surveyId group by version) r using (version)
        where survey_id = @surveyId order by version
        """;

    private const string InstancesOfSql = """
        select coalesce(max(instances), 0) from (
            select sum(jsonb_array_length(answers -> repeat)) as instances
            from counted_response cross join unnest(@repeats) repeat
            where survey_id = @surveyId and jsonb_typeof(answers -> repeat) = 'array' group by repeat
        ) repeats
        """;

    private const string WithdrawnSql = """
        select count(*) from response where survey_id = @surveyId and withdrawn_on is not null
        """;

    private const string ResponsesSql = """
        select response_id, version, answers, language, received_on
        from counted_response where survey_id = @surveyId and response_id between @first and @last order by response_id
        """;

    private const string InstancesSql = """
        select response_id, version, instance, place::int, case when @whole then answers end
        from counted_response r
        cross join jsonb_array_elements(case when jsonb_typeof(r.answers -> @repeat) = 'array' then r.answers -> @repeat else '[]' end)
            with ordinality as i (instance, place)
        where survey_id = @surveyId and response_id between @first and @last order by response_id, place
        """;

    private const string ScalarsSql = """
        select distinct v #>> '{}' from counted_response cross join jsonb_path_query(answers, @path::jsonpath) v
        where survey_id = @surveyId and response_id between @first and @last and answers @? any (@where::jsonpath[])
        """;

    internal sealed record VersionRow
    {
        public required int Version { get; init; }
        public required string Definition { get; init; }
        public required DateTimeOffset PublishedAt { get; init; }
        public required string TimeZone { get; init; }
        public required long Responses { get; init; }
        public required long Size { get; init; }
    }
}
