// What the public may see of a survey: the version that is answered now (or an earlier one), compiled once, with who asks. Versions are
// kept for good, for they never change. The rest may be a second old, so that a page that is looked at a thousand times a second costs one
// query, not a thousand; it is forgotten at once when anything is changed on this node. Nothing is stored by it: whether a survey takes
// answers is asked of the database, in the statement that writes them.

using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Responses;

/// <summary>A published survey as the public meets it.</summary>
public sealed record PublishedSurvey
{
    public required Guid SurveyId { get; init; }
    public required string Slug { get; init; }
    public required int Version { get; init; }

    /// <summary>False when it is closed: nothing is taken any more.</summary>
    public required bool IsOpen { get; init; }
    public required CompiledSurvey Survey { get; init; }
    public required string OrganisationName { get; init; }

    /// <summary>Its name in languages that its report tells it in.</summary>
    public IReadOnlyDictionary<string, string> OrganisationNames { get; init; } = new Dictionary<string, string>();

    public string AskerIn(string language) => OrganisationNames.GetValueOrDefault(language, OrganisationName);

    public required LocalText InitiativeTitle { get; init; }
    public required LocalText Purpose { get; init; }

    /// <summary>What moves whoever asks, when that is one person; empty for organisations, whose pillars the report shows.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>The same in a row, in the languages that they are told in.</summary>
    public required LocalText ValuesTold { get; init; }

    /// <summary>One person asks: "I" where an organisation says "we".</summary>
    public required bool IsIndividual { get; init; }

    /// <summary>Where people with an urgent need are sent.</summary>
    public required LocalText UrgentReferral { get; init; }
    public required bool IsDemo { get; init; }

    /// <summary>The initiative's clock, an IANA name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The published report, or null.</summary>
    public required string? ReportSlug { get; init; }

    /// <summary>Set while its editors try out a draft: where that happens. Nothing is stored then.</summary>
    public string? TrialAddress { get; init; }

    /// <summary>Where its pages live.</summary>
    public string Address => TrialAddress ?? "/s/" + Slug;

    /// <summary>The day on the initiative's clock.</summary>
    public DateOnly Today(DateTimeOffset now) => InitiativeClock.Today(TimeZone, now);

    /// <summary>
    /// What answers are judged with, the same however often they are sent. The clock of <c>now()</c> is cut to the day: nothing finer is
    /// kept of when somebody answered. What chance decides follows from the submission, from the first page to the last.
    /// </summary>
    public ResponseContext Context(string language, DateOnly day, Guid submission) =>
        new()
        {
            Language = language,
            Now = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero),
            Zone = InitiativeClock.Zone(TimeZone),
            Random = new SubmissionChance(SurveyId, submission),
        };

    /// <summary>
    /// The language asked for if the survey has it, else the first of <paramref name="accepted"/> that it has, else its own first.
    /// </summary>
    public string Language(string? wanted, IEnumerable<string> accepted)
    {
        var offered = Survey.Definition.Languages;
        return accepted.Prepend(wanted).OfType<string>().Select(Offered).FirstOrDefault(found => found is not null) ?? offered[0];

        string? Offered(string code) =>
            offered.FirstOrDefault(language => language.Equals(code, StringComparison.OrdinalIgnoreCase))
            ?? offered.FirstOrDefault(language =>
                KnownLanguages.Primary(language).Equals(KnownLanguages.Primary(code), StringComparison.OrdinalIgnoreCase)
            );
    }
}

/// <summary>Reads a survey for people who answer it. A draft answers exactly like a survey that does not exist.</summary>
public sealed class ReadPublishedSurvey(Db db, TimeProvider clock)
{
    /// <summary>
    /// Characters of definitions kept compiled, about ten times as many bytes; what was asked for least recently is compiled again.
    /// </summary>
    internal const long MostCompiled = 4 << 20;

    /// <summary>Characters of rows kept, for a look within the second and for the time without a database.</summary>
    internal const long MostSeen = 4 << 20;

    /// <summary>How long another node's close, publishing or new title may go unseen.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Remembered<(Guid SurveyId, int Version), (CompiledSurvey Survey, int Size)> compiled = new(MostCompiled, kept =>
        kept.Size
    );
    private readonly Remembered<string, Seen> lastSeen = new(MostSeen, seen => seen.Size);

    /// <param name="slug">The survey's public short name.</param>
    /// <param name="version">An earlier version that somebody is still answering; the newest when null.</param>
    public async Task<Result<PublishedSurvey>> Run(string slug, int? version = null, CancellationToken cancellation = default)
    {
        // NUL can be in an address and never in a slug; PostgreSQL would refuse to look.
        if (slug.Contains('\0') || await Find(slug, version, cancellation) is not { } row)
            return new Problem.NotFound("survey");
        var asked = version ?? row.Version;
        if (asked < 1 || asked > row.Version || await Compiled(row.SurveyId, asked, cancellation) is not { } survey)
            return new Problem.Invalid("version", "unknown_version", $"This survey has no version {asked}. The newest is {row.Version}.");
        return new PublishedSurvey
        {
            SurveyId = row.SurveyId,
            Slug = row.Slug,
            Version = asked,
            IsOpen = row.State == SurveyState.Open,
            Survey = survey,
            OrganisationName = row.OrganisationName,
            OrganisationNames = JsonSerializer.Deserialize<Dictionary<string, string>>(row.OrganisationNames)!,
            Values = row.PersonValues,
            ValuesTold = Told(string.Join(", ", row.PersonValues), texts => texts.Values),
            IsIndividual = row.IsIndividual,
            InitiativeTitle = Told(row.InitiativeTitle, texts => texts.Title),
            Purpose = Told(row.Purpose, texts => texts.Purpose),
            UrgentReferral = Told(row.UrgentReferral, texts => texts.UrgentReferral),
            IsDemo = row.IsDemo,
            TimeZone = row.TimeZone,
            ReportSlug = row.ReportSlug,
        };

        LocalText Told(string written, Func<InitiativeTexts, string> text) =>
            InitiativeTexts.ByLanguage(written, survey.Definition.Languages[0], row.Texts, text);
    }

    /// <summary>
    /// While the database is away, people who are answering go on with the survey as it was last seen and lose nothing. It is caught here
    /// because only here it is known what was seen.
    /// </summary>
    private async Task<Row?> Find(string slug, int? version, CancellationToken cancellation)
    {
        // Both noted before the question is asked: what changes while it is on its way is asked about again.
        var (changes, now) = (db.Changes, clock.GetTimestamp());
        lastSeen.TryGet(slug, out var seen);
        // A version that is newer than the newest seen was published on another node a moment ago.
        if (
            seen is not null
            && seen.Changes == changes
            && clock.GetElapsedTime(seen.At, now) < Fresh
            && version.GetValueOrDefault() <= seen.Row.Version
        )
            return seen.Row;
        try
        {
            var row = await db.Find<Row>(SurveySql, new { slug }, cancellation);
            if (row is null)
                lastSeen.Forget(slug);
            else
                lastSeen.Set(slug, new(row, now, changes));
            return row;
        }
        catch (Exception fault) when (seen is not null && Outage.Of(fault) is not null)
        {
            return seen.Row;
        }
    }

    private async Task<CompiledSurvey?> Compiled(Guid surveyId, int version, CancellationToken cancellation)
    {
        if (compiled.TryGet((surveyId, version), out var known))
            return known.Survey;
        if (await db.Find<string>(VersionSql, new { surveyId, version }, cancellation) is not { } json)
            return null;
        var definition = SurveyJson.Read(json).Definition
            ?? throw new InvalidOperationException("A published definition can no longer be read.");
        var survey = CompiledSurvey.Compile(definition, version);
        compiled.Set((surveyId, version), (survey, json.Length));
        return survey;
    }

    private const string SurveySql = """
        select s.survey_id, s.slug, s.state, v.version, o.name as organisation_name, i.title as initiative_title, i.purpose,
               i.urgent_referral, i.translations, i.is_demo, i.time_zone,
               o.kind = 'individual' as is_individual,
               coalesce((select jsonb_object_agg(told.key, told.value ->> 'organisation')
                         from report r, jsonb_each(r.translations) told
                         where r.initiative_id = i.initiative_id and told.value ->> 'organisation' <> ''), '{}') as organisation_names,
               array(select p.name from pillar p where p.organisation_id = o.organisation_id and o.kind = 'individual'
                   order by p.position) as person_values,
               (select r.slug from report r where r.initiative_id = i.initiative_id
                and exists (select from report_version p where p.initiative_id = r.initiative_id)) as report_slug
        from survey s
        join initiative i using (initiative_id)
        join organisation o on o.organisation_id = s.organisation_id
        cross join lateral (select max(version) as version from survey_version where survey_id = s.survey_id) v
        where s.slug = @slug and s.state in ('open', 'closed') and v.version is not null
        """;

    private const string VersionSql = "select definition from survey_version where survey_id = @surveyId and version = @version";

    private sealed record Seen(Row Row, long At, long Changes)
    {
        // A few hundred bytes besides its texts.
        public long Size =>
            300
            + Row.Slug.Length
            + Row.OrganisationName.Length
            + Row.OrganisationNames.Length
            + Row.InitiativeTitle.Length
            + Row.Purpose.Length
            + Row.PersonValues.Sum(value => value.Length)
            + Row.UrgentReferral.Length
            + Row.Translations.Length;
    }

    private sealed record Row
    {
        public required Guid SurveyId { get; init; }
        public required string Slug { get; init; }
        public required SurveyState State { get; init; }
        public required int Version { get; init; }
        public required string OrganisationName { get; init; }
        public required string OrganisationNames { get; init; }
        public required string InitiativeTitle { get; init; }
        public required string Purpose { get; init; }
        public required string[] PersonValues { get; init; }
        public required string UrgentReferral { get; init; }
        public required string Translations { get; init; }
        public required bool IsDemo { get; init; }
        public required bool IsIndividual { get; init; }
        public required string TimeZone { get; init; }
        public required string? ReportSlug { get; init; }

        public IReadOnlyDictionary<string, InitiativeTexts>? Texts => InitiativeTexts.Of(Translations);
    }
}
