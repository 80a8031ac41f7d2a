// What an initiative's respondents said about its needs, as the column store that every ranking reads. Responses are streamed: one is in
// memory at a time. Shared by the ranking, the alignment and the report, which therefore can never rank different things.

using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Needs;
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
/// <param name="Responses">Everyone whose response counts.</param>
/// <param name="ReadStories">How many of them had an open answer read by a coder.</param>
public sealed record NeedEvidence(IReadOnlyList<NeedEntry> Needs, NeedAnswers Answers, int Responses, int ReadStories);

/// <summary>Reads <see cref="NeedEvidence"/>; the caller has asked for permission.</summary>
public sealed class ReadNeedAnswers(Db db)
{
    /// <param name="initiativeId">Whose needs.</param>
    /// <param name="cancellation">Stops the stream.</param>
    public async Task<NeedEvidence> Run(Guid initiativeId, CancellationToken cancellation = default)
    {
        var all = await ReadCodebook(db, initiativeId, cancellation);
        var needs = all.Where(need => need.MergedInto is null).ToList();
        var indexOf = new Dictionary<string, int>();
        foreach (var need in all)
        {
            var target = need;
            // A merged need counts as the one it went into; merges point at living needs or at earlier merges, never in a circle.
            for (var hops = 0; target.MergedInto is { } into && hops < all.Count; hops++)
                target = all.First(n => n.Name == into);
            if (target.MergedInto is null)
                indexOf[need.Name] = needs.IndexOf(target);
        }

        var definitions = (await db.Query<VersionRow>(VersionsSql, new { initiativeId }, cancellation))
            .Select(row => (row.SurveyId, row.Version, Survey: SurveyJson.Read(row.Definition).Definition!))
            .ToList();
        var scale = definitions.Select(d => StatedNeeds.ScaleOf(d.Survey)).FirstOrDefault(s => s is not null) ?? new RatingScale(0, 4);
        var readers = definitions.ToDictionary(d => (d.SurveyId, d.Version), d => new StatedNeeds(d.Survey, indexOf, scale));
        var askedInSurvey = definitions
            .SelectMany(d => StatedNeeds.NamedIn(d.Survey))
            .Select(n => indexOf.GetValueOrDefault(n.Name, -1))
            .ToHashSet();

        var builder = new NeedAnswersBuilder([.. needs.Select(need => new NeedItem(need.Name, need.Words))], scale);
        var readStories = 0;
        await foreach (var row in db.Stream<ResponseRow>(ResponsesSql, new { initiativeId }, cancellation))
        {
            var respondent = builder.Add();
            using var answers = JsonDocument.Parse(row.Answers);
            readers[(row.SurveyId, row.Version)].Read(answers.RootElement, builder, respondent);
            if (row.StoryRead)
            {
                readStories++;
                // A need that no question asks about was open to everyone whose words were read.
                for (var need = 0; need < needs.Count; need++)
                    if (!askedInSurvey.Contains(need))
                        builder.Ask(respondent, need);
            }
            foreach (var coded in row.Coded)
                if (indexOf.TryGetValue(coded, out var need))
                    builder.State(respondent, need);
        }
        return new(needs, builder.Build(), builder.Count, readStories);
    }

    /// <summary>All needs of an initiative, merged ones included, in codebook order.</summary>
    public static async Task<IReadOnlyList<NeedEntry>> ReadCodebook(Db db, Guid initiativeId, CancellationToken cancellation = default) =>
        [
            .. (await db.Query<NeedRow>(NeedsSql, new { initiativeId }, cancellation)).Select(row => new NeedEntry
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

    private const string VersionsSql = """
        select v.survey_id, v.version, v.definition from survey_version v join survey s using (survey_id)
            where s.initiative_id = @initiativeId
        """;

    private const string ResponsesSql = """
        select r.survey_id, r.version, r.answers,
               exists (select from reading x where x.survey_id = r.survey_id and x.response_id = r.response_id) as story_read,
               array(select distinct c.need from coding c where c.survey_id = r.survey_id and c.response_id = r.response_id) as coded
        from counted_response r join survey s using (survey_id)
        where s.initiative_id = @initiativeId
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

    private sealed record ResponseRow
    {
        public required Guid SurveyId { get; init; }
        public required int Version { get; init; }
        public required string Answers { get; init; }
        public required bool StoryRead { get; init; }
        public required string[] Coded { get; init; }
    }
}
