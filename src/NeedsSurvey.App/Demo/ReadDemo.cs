using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Demo;

/// <summary>Where the demo's pages are: slugs, as in addresses.</summary>
public sealed record DemoPlaces
{
    public required Guid OrganisationId { get; init; }
    public required string Organisation { get; init; }
    public required string Initiative { get; init; }

    /// <summary>The round that is open, if one is.</summary>
    public required string Survey { get; init; }
    public required string Report { get; init; }

    /// <summary>The organiser's side, for members of the demo's organisation.</summary>
    public string InitiativePath => $"/o/{Organisation}/{Initiative}";

    public string SurveyPath => $"/s/{Survey}";

    public string ReportPath => $"/r/{Report}";
}

/// <summary>Finds the demo, once it is told to its end. For everybody: it names nothing but public pages and the demo's own slug.</summary>
public sealed class ReadDemo(Db db)
{
    /// <summary>The oldest whole demo, or null: later ones are copies to try on (<see cref="PractiseDemo"/>).</summary>
    public async Task<DemoPlaces?> Run(CancellationToken cancellation) => await db.Find<DemoPlaces>(Sql, null, cancellation);

    // The published report is the story's last step but the news.
    private const string Sql = """
        select o.organisation_id, o.slug as organisation, i.slug as initiative, r.slug as report,
               (select s.slug from survey s where s.initiative_id = i.initiative_id and s.state <> 'draft'
                   order by s.state = 'open' desc, s.opened_on desc limit 1) as survey
        from organisation o
        join initiative i on i.organisation_id = o.organisation_id and i.is_demo
        join report r using (initiative_id)
        where o.is_demo and exists (select from report_version v where v.initiative_id = i.initiative_id)
        order by o.created_at limit 1
        """;
}
