using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Tests.Accounts;
using NeedsSurvey.Web.Tests.Support;

namespace NeedsSurvey.Web.Tests.Needs;

/// <summary>An initiative with an open survey of three needs, an age group and a story, and its owner with a browser: where the pages of Needs, Goals and Reports begin.</summary>
/// <param name="Base">Where its pages live.</param>
internal sealed record Listening(WebProgram Program, Member Owner, Guid Id, string Base, string Survey)
{
    internal Task<Page> Open(string path) => Owner.Visitor.Open(Base + path);

    internal static async Task<Listening> New(WebProgram program, int minimum = 3, string housing = "Housing you can afford", bool isIndividual = false, string community = "People of Riverside")
    {
        var organisation = (await program.Get<CreateOrganisation>().Run(Actor.Operator, new("Riverside " + Guid.NewGuid().ToString()[..8], isIndividual ? OrganisationKind.Individual : OrganisationKind.Organisation,
            "A valley where nobody is left out.", [new("Homes"), new("Belonging")]), default)).OrThrow();
        var owner = await program.SignedIn(Role.Owner, organisation.Slug);
        var initiative = (await program.Get<CreateInitiative>().Run(owner.Actor, organisation.Slug,
            new() { Title = "Listening", Stance = Stance.Allyship, Community = community, Place = "the valley", MinimumResponses = minimum }, default)).OrThrow();
        var definition = Definition.Replace("\"HOUSING\"", JsonSerializer.Serialize(housing), StringComparison.Ordinal);
        var survey = (await program.Get<CreateSurvey>().Run(owner.Actor, initiative.Id, new(Definition: SurveyJson.Read(definition).Definition), default)).OrThrow().Slug;
        (await program.Get<PublishSurvey>().Run(owner.Actor, survey, new(), default)).OrThrow();
        return new Listening(program, owner, initiative.Id, $"/o/{organisation.Slug}/{initiative.Slug}", survey);
    }

    /// <summary>Responses that rate housing worst, then buses, then welcome; each with this story.</summary>
    internal async Task Answer(int times = 1, string? story = null, bool mayQuote = false)
    {
        for (var i = 0; i < times; i++)
        {
            var answers = new Dictionary<string, object>
            {
                ["needs"] = new Dictionary<string, object> { ["housing"] = new { importance = 5, satisfaction = 1 }, ["buses"] = new { importance = 4, satisfaction = 2 }, ["welcome"] = new { importance = 3, satisfaction = 3 } },
                ["age"] = i % 3 == 0 ? "old" : "young",
            };
            if (story is not null) answers["story"] = story;
            (await Program.Get<SubmitResponse>().Run(new(Survey, Guid.NewGuid(), "en", JsonSerializer.SerializeToElement(answers)) { MayQuote = mayQuote })).OrThrow();
        }
    }

    private const string Definition = """
        {
          "title": {"en": "What matters here", "es": "Lo que importa aquí", "ar": "ما يهم هنا"}, "languages": ["en", "es", "ar"], "ask_to_quote": true,
          "questions": [
            {"type": "need_grid", "name": "needs", "label": {"en": "Needs", "es": "Necesidades", "ar": "احتياجات"},
             "rows": [{"name": "housing", "label": {"en": "HOUSING", "es": "Vivienda", "ar": "سكن"}}, {"name": "buses", "label": {"en": "A bus that comes", "es": "Autobús", "ar": "حافلة"}},
                      {"name": "welcome", "label": {"en": "Feeling welcome", "es": "Acogida", "ar": "ترحيب"}}],
             "importance": {"label": {"en": "How important?", "es": "¿Importa?", "ar": "مهم؟"}, "scale": [{"value": 1, "label": {"en": "1", "es": "1", "ar": "1"}}, {"value": 2, "label": {"en": "2", "es": "2", "ar": "2"}}, {"value": 3, "label": {"en": "3", "es": "3", "ar": "3"}}, {"value": 4, "label": {"en": "4", "es": "4", "ar": "4"}}, {"value": 5, "label": {"en": "5", "es": "5", "ar": "5"}}]},
             "satisfaction": {"label": {"en": "How well?", "es": "¿Va bien?", "ar": "جيد؟"}, "scale": [{"value": 1, "label": {"en": "1", "es": "1", "ar": "1"}}, {"value": 2, "label": {"en": "2", "es": "2", "ar": "2"}}, {"value": 3, "label": {"en": "3", "es": "3", "ar": "3"}}, {"value": 4, "label": {"en": "4", "es": "4", "ar": "4"}}, {"value": 5, "label": {"en": "5", "es": "5", "ar": "5"}}]}},
            {"type": "text", "name": "story", "story": true, "label": {"en": "What is going on?", "es": "¿Qué pasa?", "ar": "ماذا يجري؟"}},
            {"type": "select_one", "name": "age", "group_role": "age", "label": {"en": "Your age", "es": "Su edad", "ar": "العمر"},
             "choices": [{"name": "young", "label": {"en": "Under 30", "es": "Menos de 30", "ar": "أقل من 30"}}, {"name": "old", "label": {"en": "30 or over", "es": "30 o más", "ar": "30 أو أكثر"}}]}
          ]
        }
        """;
}
