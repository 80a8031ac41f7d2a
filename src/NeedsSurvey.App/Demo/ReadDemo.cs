using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Demo;

/// <summary>Where the pages of one of the demo's stories are: slugs, as in addresses.</summary>
public sealed record DemoPlaces
{
    public required Guid OrganisationId { get; init; }
    public required string Organisation { get; init; }
    public required string Initiative { get; init; }

    /// <summary>The round that is open, if one is.</summary>
    public required string Survey { get; init; }
    public required string Report { get; init; }

    /// <summary>What people are asked about goals.</summary>
    public required string Goals { get; init; }

    /// <summary>The other stories; in the first one only.</summary>
    public IReadOnlyList<DemoPlaces> Others { get; init; } = [];

    /// <summary>The organiser's side, for members of the demo's organisation.</summary>
    public string InitiativePath => $"/o/{Organisation}/{Initiative}";

    public string SurveyPath => $"/s/{Survey}";

    public string ReportPath => $"/r/{Report}";

    public string GoalsPath => $"/h/{Goals}/goals";

    /// <summary>Of all stories.</summary>
    public IEnumerable<Guid> Organisations => [OrganisationId, .. Others.Select(other => other.OrganisationId)];
}

/// <summary>Finds the demo, once it is told to its end. For everybody: it names public pages and the demo's own slugs only.</summary>
public sealed class ReadDemo(Db db)
{
    /// <summary>The oldest whole demo, or null: later ones are copies to try on (<see cref="PractiseDemo"/>).</summary>
    public async Task<DemoPlaces?> Run(CancellationToken cancellation)
    {
        var places = await db.Query<DemoPlaces>(Sql, new { slugs = Slugs.Value }, cancellation);
        var stories = Slugs.Value.Select(slug => places.FirstOrDefault(place => place.Initiative == slug)).ToList();
        return stories[0] is { } first ? first with { Others = [.. stories.Skip(1).OfType<DemoPlaces>()] } : null;
    }

    private static readonly Lazy<string[]> Slugs = new(() => [.. DemoStory.All().Select(story => story.InitiativeSlug)]);

    // The published report is the story's last step but the news.
    private const string Sql = """
        select distinct on (i.slug) o.organisation_id, o.slug as organisation, i.slug as initiative, r.slug as report,
               (select s.slug from survey s where s.initiative_id = i.initiative_id and s.state <> 'draft'
                   order by s.state = 'open' desc, s.opened_on desc limit 1) as survey,
               (select h.slug from goal_hearing h where h.initiative_id = i.initiative_id) as goals
        from organisation o
        join initiative i on i.organisation_id = o.organisation_id and i.is_demo
        join report r using (initiative_id)
        where o.is_demo and i.slug = any(@slugs)
          and exists (select from report_version v where v.initiative_id = i.initiative_id)
        order by i.slug, o.created_at
        """;
}
