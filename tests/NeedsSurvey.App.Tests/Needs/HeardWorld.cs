// An initiative that people have answered: what the rooms Needs, Goals and Reports begin from.

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.App.Tests.Support;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Needs;

/// <summary>Every operation of the program on one database, and initiatives with a published survey of two needs, an age group and a story.</summary>
public sealed class HeardWorld : IAsyncLifetime
{
    private ServiceProvider operations = null!;

    public TestDatabase Database { get; } = new();
    public Actor Owner { get; private set; } = null!;
    public Actor Stranger { get; private set; } = null!;
    public Guid OrganisationId { get; private set; }
    public IReadOnlyList<Guid> Pillars { get; private set; } = [];

    public T Get<T>() where T : notnull => operations.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        operations = new ServiceCollection().AddSingleton(Database.Db).AddSingleton(TimeProvider.System).AddSingleton<Passwords>().AddSingleton<SignInThrottle>().AddOperations().BuildServiceProvider();
        var organisation = (await Get<CreateOrganisation>().Run(Actor.Operator, new("Riverside Neighbours", OrganisationKind.Organisation, "A valley where nobody is left out.",
            [new("Homes"), new("Belonging")]), default)).OrThrow();
        OrganisationId = organisation.Id;
        Pillars = await Database.Db.Query<Guid>("select pillar_id from pillar where organisation_id = @OrganisationId order by position", new { OrganisationId });
        Owner = Member("Ada", OrganisationId);
        Stranger = Member("Sam", (await Get<CreateOrganisation>().Run(Actor.Operator, new("Elsewhere", OrganisationKind.Organisation, "", []), default)).OrThrow().Id);
    }

    public async Task DisposeAsync()
    {
        await operations.DisposeAsync();
        await Database.DisposeAsync();
    }

    public static Actor Member(string name, Guid organisation, Role role = Role.Owner) => new(ActorKind.Account, Guid.NewGuid(), name, new Dictionary<Guid, Role> { [organisation] = role });

    /// <summary>An initiative with an open survey and its needs: housing and buses, or those of another definition.</summary>
    public async Task<Heard> NewInitiative(int minimum = 3, string definition = Definition)
    {
        var initiative = (await Get<CreateInitiative>().Run(Owner, OrganisationId.ToString(),
            new() { Title = "Listening " + Guid.NewGuid().ToString()[..8], Stance = Stance.Allyship, Community = "People of Riverside", Place = "the valley", MinimumResponses = minimum }, default)).OrThrow().Id;
        var survey = (await Get<CreateSurvey>().Run(Owner, initiative, new(Definition: SurveyJson.Read(definition).Definition), default)).OrThrow().Slug;
        (await Get<PublishSurvey>().Run(Owner, survey, new(), default)).OrThrow();
        var surveyId = await Database.Db.One<Guid>("select survey_id from survey where slug = @survey", new { survey });
        return new Heard(this, initiative, survey, surveyId);
    }

    public const string Definition = """
        {
          "title": {"en": "What matters here", "es": "Lo que importa aquí"}, "languages": ["en", "es"], "ask_to_quote": true,
          "questions": [
            {"type": "need_grid", "name": "needs", "label": {"en": "Needs", "es": "Necesidades"},
             "rows": [{"name": "housing", "label": {"en": "Housing you can afford", "es": "Vivienda"}}, {"name": "buses", "label": {"en": "A bus that comes", "es": "Autobús"}}],
             "importance": {"label": {"en": "How important?", "es": "¿Importa?"}, "scale": [{"value": 1, "label": {"en": "Not", "es": "No"}}, {"value": 2, "label": {"en": "2", "es": "2"}}, {"value": 3, "label": {"en": "3", "es": "3"}}, {"value": 4, "label": {"en": "4", "es": "4"}}, {"value": 5, "label": {"en": "Very", "es": "Mucho"}}]},
             "satisfaction": {"label": {"en": "How well?", "es": "¿Va bien?"}, "scale": [{"value": 1, "label": {"en": "Badly", "es": "Mal"}}, {"value": 2, "label": {"en": "2", "es": "2"}}, {"value": 3, "label": {"en": "3", "es": "3"}}, {"value": 4, "label": {"en": "4", "es": "4"}}, {"value": 5, "label": {"en": "Well", "es": "Bien"}}]}},
            {"type": "text", "name": "story", "story": true, "label": {"en": "What is going on?", "es": "¿Qué pasa?"}},
            {"type": "select_one", "name": "age", "group_role": "age", "label": {"en": "Your age", "es": "Su edad"},
             "choices": [{"name": "young", "label": {"en": "Under 30", "es": "Menos de 30"}}, {"name": "old", "label": {"en": "30 or over", "es": "30 o más"}}]}
          ]
        }
        """;
}

/// <summary>An initiative with its survey.</summary>
public sealed record Heard(HeardWorld World, Guid Id, string Survey, Guid SurveyId)
{
    /// <summary>One person's response; null parts are skipped. Ratings are "importance satisfaction" on 1 to 5.</summary>
    public async Task Answer(string? housing = null, string? buses = null, string? story = null, string? age = null, bool mayQuote = false, string language = "en")
    {
        var answers = new Dictionary<string, object>();
        var grid = new[] { ("housing", housing), ("buses", buses) }.Where(row => row.Item2 is not null)
            .ToDictionary(row => row.Item1, row => new { importance = row.Item2![0] - '0', satisfaction = row.Item2[2] - '0' });
        if (grid.Count > 0) answers["needs"] = grid;
        if (story is not null) answers["story"] = story;
        if (age is not null) answers["age"] = age;
        (await World.Get<SubmitResponse>().Run(new(Survey, Guid.NewGuid(), language, JsonSerializer.SerializeToElement(answers)) { MayQuote = mayQuote })).OrThrow();
    }

    public async Task Answers(int times, string? housing = null, string? buses = null, string? story = null, string? age = null)
    {
        for (var i = 0; i < times; i++) await Answer(housing, buses, story, age);
    }
}
