// What the public may see of a survey: the version that is answered now (or an earlier one), compiled once, with who asks. The state is read
// every time; only immutable versions are kept in memory.

using System.Collections.Concurrent;
using NeedsSurvey.App.Database;
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
    public required string InitiativeTitle { get; init; }
    public required string Purpose { get; init; }
    /// <summary>Where people with an urgent need are sent; empty but for initiatives in solidarity.</summary>
    public required string UrgentReferral { get; init; }
    public required bool IsDemo { get; init; }
    /// <summary>The published report, or null.</summary>
    public required string? ReportSlug { get; init; }

    /// <summary>The language asked for if the survey has it, else the first of <paramref name="accepted"/> that it has, else its own first.</summary>
    public string Language(string? wanted, IEnumerable<string> accepted)
    {
        var offered = Survey.Definition.Languages;
        return accepted.Prepend(wanted).OfType<string>().Select(Offered).FirstOrDefault(found => found is not null) ?? offered[0];

        string? Offered(string code) => offered.FirstOrDefault(language => language.Equals(code, StringComparison.OrdinalIgnoreCase))
            ?? offered.FirstOrDefault(language => language.Split('-')[0].Equals(code.Split('-')[0], StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>Reads a survey for people who answer it. A draft answers exactly like a survey that does not exist.</summary>
public sealed class ReadPublishedSurvey(Db db)
{
    /// <summary>Versions kept in memory; beyond it they are compiled again when they are asked for.</summary>
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<(Guid SurveyId, int Version), CompiledSurvey> compiled = new();
    private readonly ConcurrentDictionary<string, Row> lastSeen = new();

    /// <param name="slug">The survey's public short name.</param>
    /// <param name="version">An earlier version that somebody is still answering; the newest when null.</param>
    public async Task<Result<PublishedSurvey>> Run(string slug, int? version = null, CancellationToken cancellation = default)
    {
        // NUL can be in an address and never in a slug; PostgreSQL would refuse to look.
        if (slug.Contains('\0') || await Find(slug, cancellation) is not { } row) return new Problem.NotFound("survey");
        var asked = version ?? row.Version;
        if (asked < 1 || asked > row.Version || await Compiled(row.SurveyId, asked, cancellation) is not { } survey)
            return new Problem.Invalid("version", "unknown_version", $"This survey has no version {asked}. The newest is {row.Version}.");
        return new PublishedSurvey
        {
            SurveyId = row.SurveyId,
            Slug = row.Slug,
            Version = asked,
            IsOpen = row.State == "open",
            Survey = survey,
            OrganisationName = row.OrganisationName,
            InitiativeTitle = row.InitiativeTitle,
            Purpose = row.Purpose,
            UrgentReferral = row.Stance == "solidarity" ? row.UrgentReferral : "",
            IsDemo = row.IsDemo,
            ReportSlug = row.ReportSlug,
        };
    }

    /// <summary>
    /// While the database is away, people who are answering go on with the survey as it was last seen and lose nothing. It is caught here because
    /// only here it is known what was seen; nothing is stored by it: a submission asks the database whether the survey is open.
    /// </summary>
    private async Task<Row?> Find(string slug, CancellationToken cancellation)
    {
        try
        {
            var row = await db.Find<Row>(SurveySql, new { slug }, cancellation);
            if (row is null) lastSeen.TryRemove(slug, out _);
            else if (lastSeen.Count < MostKept || lastSeen.ContainsKey(slug)) lastSeen[slug] = row;
            return row;
        }
        catch (Exception fault) when (Outage.Of(fault) is not null && lastSeen.TryGetValue(slug, out var row))
        {
            return row;
        }
    }

    private async Task<CompiledSurvey?> Compiled(Guid surveyId, int version, CancellationToken cancellation)
    {
        if (compiled.TryGetValue((surveyId, version), out var known)) return known;
        if (await db.Find<string>(VersionSql, new { surveyId, version }, cancellation) is not { } json) return null;
        var definition = SurveyJson.Read(json).Definition ?? throw new InvalidOperationException("A published definition can no longer be read.");
        if (compiled.Count >= MostKept) compiled.Clear();
        return compiled[(surveyId, version)] = CompiledSurvey.Compile(definition);
    }

    private const string SurveySql = """
        select s.survey_id, s.slug, s.state, v.version, o.name as organisation_name, i.title as initiative_title, i.purpose, i.stance,
               i.urgent_referral, i.is_demo,
               (select r.slug from report r where r.initiative_id = i.initiative_id
                and exists (select from report_version p where p.initiative_id = r.initiative_id)) as report_slug
        from survey s
        join initiative i using (initiative_id)
        join organisation o on o.organisation_id = s.organisation_id
        cross join lateral (select max(version) as version from survey_version where survey_id = s.survey_id) v
        where s.slug = @slug and s.state in ('open', 'closed') and v.version is not null
        """;

    private const string VersionSql = "select definition from survey_version where survey_id = @surveyId and version = @version";

    private sealed record Row
    {
        public required Guid SurveyId { get; init; }
        public required string Slug { get; init; }
        public required string State { get; init; }
        public required int Version { get; init; }
        public required string OrganisationName { get; init; }
        public required string InitiativeTitle { get; init; }
        public required string Purpose { get; init; }
        public required string Stance { get; init; }
        public required string UrgentReferral { get; init; }
        public required bool IsDemo { get; init; }
        public required string? ReportSlug { get; init; }
    }
}
