// What an initiative's respondents said about its needs, as the column store that every ranking reads. Responses are streamed: one is in
// memory at a time. All figures about needs are made of it in ReadNeedFigures.

using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Needs;

/// <summary>An initiative's need as it stands in the codebook.</summary>
public sealed record NeedEntry
{
    public required string Name { get; init; }

    /// <summary>Words by language.</summary>
    public required LocalText Label { get; init; }
    public required string Definition { get; init; }
    public required string Include { get; init; }
    public required string Exclude { get; init; }
    public required string Example { get; init; }
    public required NeedOrigin Origin { get; init; }

    /// <summary>The need that this one was merged into; null while it stands for itself.</summary>
    public string? MergedInto { get; init; }
    public required int Version { get; init; }

    /// <summary>The label in the organiser's language.</summary>
    public string Words => Label.In("en");
}

/// <summary>Needs and what was said about them.</summary>
/// <param name="Needs">The needs that stand for themselves, in codebook order; the same order as <paramref name="Answers"/>.</param>
/// <param name="Answers">Everyone whose response counts, or is drawn.</param>
/// <param name="Keys">Their record keys, in the same order.</param>
/// <param name="Surveys">Which survey each answered, in the same order, by its place in <paramref name="Everybody"/>.</param>
/// <param name="Everybody">Everyone of each survey.</param>
/// <param name="Reach">For each survey, what answers about each need can hold at most, by the questions.</param>
/// <param name="Asked">Names of the needs that a question of any version asks about.</param>
/// <param name="Read">Those of each survey who wrote something that was read to the end.</param>
/// <param name="Unread">Those of each who wrote something, none of which was read.</param>
/// <param name="Draw">How they were drawn.</param>
internal sealed record NeedEvidence(
    IReadOnlyList<NeedEntry> Needs,
    NeedAnswers Answers,
    IReadOnlyList<RecordKey> Keys,
    IReadOnlyList<int> Surveys,
    IReadOnlyList<RecordCounter> Everybody,
    IReadOnlyList<IReadOnlyList<AnswerReach>> Reach,
    IReadOnlyList<string> Asked,
    IReadOnlyList<RecordCounter> Read,
    IReadOnlyList<RecordCounter> Unread,
    NeedDraw Draw
);

/// <summary>Reads <see cref="NeedEvidence"/>.</summary>
public static class ReadNeedAnswers
{
    /// <param name="initiativeId">Whose needs.</param>
    /// <param name="drawn">Only responses and readings that are in safe figures; else all that count, as they are now.</param>
    internal static async Task<NeedEvidence> Read(ReadSnapshot snapshot, Guid initiativeId, bool drawn)
    {
        var all = EntriesOf(await snapshot.Query<NeedRow>(NeedsSql, new { initiativeId }));
        var needs = all.Where(need => need.MergedInto is null).ToList();
        var indexOf = IndexOf(all, needs);
        var definitions = (await snapshot.Query<VersionRow>(VersionsSql, new { initiativeId }))
            .Select(row => (row.SurveyId, row.Version, Survey: CompiledSurvey.Compile(SurveyJson.ReadStored(row.Definition), row.Version)))
            .ToList();
        var scale = definitions.Select(d => StatedNeeds.ScaleOf(d.Survey.Definition)).FirstOrDefault(s => s is not null)
            ?? new RatingScale(0, 4);
        var readers = definitions.ToDictionary(d => (d.SurveyId, d.Version), d => new StatedNeeds(d.Survey, indexOf, scale));
        var writers = (await snapshot.Query<WriterRow>(WritersSql, new { initiativeId })).ToHashSet();

        var builder = new NeedAnswersBuilder([.. needs.Select(need => new NeedItem(need.Name, need.Words))], scale)
        {
            Places = readers.Values.Select(version => version.Places).DefaultIfEmpty(0).Max(),
        };
        var (keys, of, rows) = (new List<RecordKey>(), new List<int>(), new List<int>());
        var surveys = definitions.Select(d => d.SurveyId).Distinct().Order().Index().ToDictionary(one => one.Item, one => one.Index);
        var units = await ReadNeedUnits.Read(snapshot, initiativeId, drawn);
        var asked = new
        {
            initiativeId,
            strata = units.Frame.StrataQuestion,
            cluster = units.Frame.ClusterQuestion,
        };
        var (everybody, storiesRead, storiesUnread) = (Apart(), Apart(), Apart());
        RecordCounter[] Apart() => new RecordCounter[surveys.Count];
        await foreach (var row in snapshot.Stream<ResponseRow>(drawn ? DrawnSql : CountedSql, asked))
        {
            var respondent = builder.Add();
            var key = new RecordKey(unchecked((ulong)row.RecordKey));
            var survey = surveys[row.SurveyId];
            keys.Add(key);
            of.Add(survey);
            everybody[survey].Add(key);
            if (!units.Frame.IsPlain)
                rows.Add(units.Row(row.Stratum, row.Cluster) ?? -1);
            using var answers = JsonDocument.Parse(row.Answers);
            readers[(row.SurveyId, row.Version)].Read(answers.RootElement, builder, respondent);
            if (row.Coded is null)
            {
                if (writers.Contains(new() { SurveyId = row.SurveyId, ResponseId = row.ResponseId }))
                    storiesUnread[survey].Add(key);
                continue;
            }
            // Whose words were read to the end was asked about every need, whether the reader found it or not. Asking only those in whose
            // words it was found would make every need that stories tell of look greater than it is.
            storiesRead[survey].Add(key);
            for (var need = 0; need < needs.Count; need++)
                builder.Ask(respondent, need);
            foreach (var coded in row.Coded)
                if (indexOf.TryGetValue(coded, out var need))
                    builder.State(respondent, need);
        }
        if (units.Frame.IsPlain)
            units.Add(null, null, keys.Count);
        return new(
            needs,
            builder.Build(),
            keys,
            of,
            everybody,
            [.. surveys.OrderBy(survey => survey.Value).Select(survey => ReachOf(survey.Key))],
            [.. needs.Where((_, need) => readers.Values.Any(version => version.Asks(need))).Select(need => need.Name)],
            storiesRead,
            storiesUnread,
            new NeedDraw(units, rows)
        );

        AnswerReach[] ReachOf(Guid survey)
        {
            var versions = readers.Where(reader => reader.Key.SurveyId == survey).Select(reader => reader.Value).ToList();
            return [.. needs.Select((_, need) => AnswerReach.Of([.. versions.Select(version => version.Reach(need))]))];
        }
    }

    private static Dictionary<string, int> IndexOf(IReadOnlyList<NeedEntry> all, List<NeedEntry> needs) =>
        CountsAs(all).ToDictionary(need => need.Key, need => needs.FindIndex(one => one.Name == need.Value));

    /// <summary>
    /// The name of the need that each one counts as: a merged need is the one it went into, which may itself have been merged later; never
    /// in a circle.
    /// </summary>
    /// <param name="codebook">All needs of an initiative, merged ones included.</param>
    internal static IReadOnlyDictionary<string, string> CountsAs(IReadOnlyList<NeedEntry> codebook)
    {
        var byName = codebook.ToDictionary(need => need.Name);
        return codebook.ToDictionary(
            need => need.Name,
            need =>
            {
                while (need.MergedInto is { } into)
                    need = byName[into];
                return need.Name;
            }
        );
    }

    /// <summary>A prediction by the needs that those in it count as now, each at the best of its places.</summary>
    internal static IReadOnlyList<string> Predicted(IReadOnlyList<string> ranking, IReadOnlyList<NeedEntry> codebook)
    {
        var countsAs = CountsAs(codebook);
        return [.. ranking.Select(name => countsAs.GetValueOrDefault(name, name)).Distinct()];
    }

    /// <summary>All needs of an initiative, merged ones included, in codebook order.</summary>
    public static async Task<IReadOnlyList<NeedEntry>> ReadCodebook(Db db, Guid initiativeId, CancellationToken cancellation = default) =>
        EntriesOf(await db.Query<NeedRow>(NeedsSql, new { initiativeId }, cancellation));

    private static IReadOnlyList<NeedEntry> EntriesOf(IReadOnlyList<NeedRow> rows) =>
        [
            .. rows.Select(row => new NeedEntry
            {
                Name = row.Name,
                Label = JsonSerializer.Deserialize<LocalText>(row.Label)!,
                Definition = row.Definition,
                Include = row.Include,
                Exclude = row.Exclude,
                Example = row.Example,
                Origin = row.Origin,
                MergedInto = row.MergedInto,
                Version = row.Version,
            }),
        ];

    private const string NeedsSql = """
        select name, label, definition, include, exclude, example, origin, merged_into, version
        from need where initiative_id = @initiativeId order by position, name
        """;

    // The first need grid that was published gives the common scale: in another order the same answers would have another score.
    private const string VersionsSql = """
        select v.survey_id, v.version, v.definition from survey_version v join survey s using (survey_id)
            where s.initiative_id = @initiativeId order by v.published_at, v.survey_id, v.version
        """;

    // coded is null where nothing of the response was read to the end.
    private const string CountedSql = $"""
        select r.survey_id, r.response_id, r.version, r.answers, r.record_key,
               case when exists (select from reading x where x.survey_id = r.survey_id and x.response_id = r.response_id)
                    then array(select distinct c.need from coding c where c.survey_id = r.survey_id and c.response_id = r.response_id)
               end as coded,
               {SampleUnitsReader.UnitColumns}
        from counted_response r join survey s using (survey_id)
        where s.initiative_id = @initiativeId
        """;

    private const string DrawnSql = $"""
        select r.survey_id, r.response_id, r.version, r.answers, r.record_key, d.needs as coded,
               {SampleUnitsReader.UnitColumns}
        from counted_response r join survey s using (survey_id) left join drawn_story d using (survey_id, response_id)
        where s.initiative_id = @initiativeId and r.drawn
        """;

    private const string WritersSql = """
        select distinct a.survey_id, a.response_id from open_answer a join survey s using (survey_id) where s.initiative_id = @initiativeId
        """;

    private sealed record NeedRow
    {
        public required string Name { get; init; }
        public required string Label { get; init; }
        public required string Definition { get; init; }
        public required string Include { get; init; }
        public required string Exclude { get; init; }
        public required string Example { get; init; }
        public required NeedOrigin Origin { get; init; }
        public required string? MergedInto { get; init; }
        public required int Version { get; init; }
    }

    private sealed record VersionRow
    {
        public required Guid SurveyId { get; init; }
        public required int Version { get; init; }
        public required string Definition { get; init; }
    }

    private sealed record WriterRow
    {
        public required Guid SurveyId { get; init; }
        public required Guid ResponseId { get; init; }
    }

    private sealed record ResponseRow
    {
        public required Guid SurveyId { get; init; }
        public required Guid ResponseId { get; init; }
        public required int Version { get; init; }
        public required string Answers { get; init; }
        public required long RecordKey { get; init; }
        public required string[]? Coded { get; init; }
        public string? Stratum { get; init; }
        public string? Cluster { get; init; }
    }
}
