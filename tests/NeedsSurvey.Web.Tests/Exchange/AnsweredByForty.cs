using System.Text.Json;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Tests.Exchange;

/// <summary>
/// A program with a survey that 40 people answered, which the tests only read: 20 north (12 rent, 8 own), 15 south (15 rent), 4 on the isle
/// (own), 1 without an area (a boat).
/// </summary>
public sealed class AnsweredByForty : IAsyncLifetime
{
    private const string Definition = """
        {"title": {"en": "What \"matters\""}, "languages": ["en"], "questions": [
          {"type": "select_one", "name": "area", "group_role": "area", "label": {"en": "Where?"},
           "choices": [{"name": "north", "label": {"en": "North"}}, {"name": "south", "label": {"en": "South"}},
               {"name": "isle", "label": {"en": "The isle"}}]},
          {"type": "select_one", "name": "home", "label": {"en": "Your home?"},
           "choices": [{"name": "rent", "label": {"en": "Renting"}}, {"name": "own", "label": {"en": "Owning"}},
               {"name": "boat", "label": {"en": "A boat"}}]},
          {"type": "select_multiple", "name": "help", "label": {"en": "What helps?"}, "choices": [{"name": "food",
              "label": {"en": "Food"}}, {"name": "care", "label": {"en": "Care"}}]},
          {"type": "range", "name": "life", "label": {"en": "How is life?"}},
          {"type": "rank", "name": "first", "label": {"en": "What first?"}, "choices": [{"name": "food", "label": {"en": "Food"}},
              {"name": "care", "label": {"en": "Care"}}]},
          {"type": "text", "name": "story", "story": true, "label": {"en": "What is going on?"}}]}
        """;

    public TestSite Site { get; private set; } = null!;
    public SignedInPerson Owner { get; private set; } = null!;

    /// <summary>The path of the survey's own pages.</summary>
    public string Base { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Site = await TestSite.New();
        (Owner, Base, Slug) = await Another();
    }

    public Task DisposeAsync() => Site.DisposeAsync();

    /// <summary>The same once more, for a test that changes it.</summary>
    public async Task<(SignedInPerson Owner, string Base, string Slug)> Another()
    {
        var owner = await Site.SignedIn();
        var initiative = (
            await Site.Get<CreateInitiative>()
                .Run(owner.Actor, owner.Org, new() { Title = "Open doors", Stance = Stance.Allyship }, default)
        ).OrThrow();
        var survey = (
            await Site.Get<CreateSurvey>()
                .Run(owner.Actor, initiative.Id, new(Definition: SurveyJson.Read(Definition).Definition!), default)
        ).OrThrow();
        (await Site.Get<PublishSurvey>().Run(owner.Actor, survey.Slug, new(), default)).OrThrow();
        async Task Send(int people, string answers)
        {
            for (var i = 0; i < people; i++)
                (
                    await Site.Get<SubmitResponse>().Run(new(survey.Slug, Guid.NewGuid(), "en", JsonElement.Parse(answers)), default)
                ).OrThrow();
        }
        await Send(
            12,
            """{"area": "north", "home": "rent", "help": ["food"], "life": 3, "first": """
                + """["food", "care"], "story": "<script>alert(1)</script> =1+1"}"""
        );
        await Send(8, """{"area": "north", "home": "own", "help": ["care"], "life": 7, "first": ["care", "food"]}""");
        await Send(15, """{"area": "south", "home": "rent", "help": ["food", "care"], "life": 5, "first": ["food"]}""");
        await Send(4, """{"area": "isle", "home": "own", "life": 10}""");
        await Send(1, """{"home": "boat", "area": {"declined": true}}""");
        return (owner, $"/o/{owner.Org}/{initiative.Slug}/surveys/{survey.Slug}", survey.Slug);
    }
}
