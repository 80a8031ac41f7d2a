using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using NeedsSurvey.App.Responses;

namespace NeedsSurvey.Web.Tests.Hosting;

/// <summary>An initiative that has gone through all stages, with answers to questions of all kinds.</summary>
internal sealed partial class ToldInitiative
{
    private readonly Dictionary<string, string> values = [];

    public string Org => values["org"];

    /// <summary>The operation's address, where everything that it names is there.</summary>
    public string Address(ApiOperation operation)
    {
        var kind = operation.Path[1];
        var path = Parameter()
            .Replace(operation.Path, name => name.Value == "{slug}" ? values[$"{kind}"]
                : name.Value == "{initiative}" && operation.Path.Contains("{org}", StringComparison.Ordinal) ? values["slug"]
                : values.TryGetValue(name.Value.Trim('{', '}'), out var value) ? value
                : Guid.NewGuid().ToString());
        return path
            + operation.Id switch
            {
                "getCrosstab" => "?row=age&column=help",
                _ => "",
            };
    }

    public static async Task<ToldInitiative> New(TestSite site)
    {
        var organisation = await site.Data.Organisation();
        var initiative = await organisation.Listening(minimum: 3, Definition);
        using var client = await site.Bearer(organisation.Slug);
        var all = $"/api/v1/initiatives/{initiative.Id}";
        await Done(
            client.PutAsJsonAsync(
                all + "/margins",
                new
                {
                    margins = new[]
                    {
                        new
                        {
                            groupRole = "age",
                            source = "Census",
                            categories = new[] { new { category = "young", share = 0.4 }, new { category = "old", share = 0.6 } },
                        },
                    },
                }
            )
        );
        await Done(client.PostAsJsonAsync(all + "/prediction", new { ranking = new[] { "buses", "welcome", "housing" } }));
        for (var i = 0; i < 15; i++)
            (
                await site.Data.Get<SubmitResponse>().Run(new(initiative.Survey, Guid.NewGuid(), "en", JsonElement.Parse(Answers(i))))
            ).OrThrow();
        await Done(client.PutAsJsonAsync($"{all}/dispositions", Decisions));
        var goal = await initiative.AdoptedGoal();
        await Done(client.PostAsJsonAsync($"{all}/goals/{goal}/updates", new { happenedOn = "2026-01-15", words = "It has begun." }));
        var hearing = await initiative.OpenHearingCheck();
        await initiative.Replies(hearing, yes: 9, partly: 3, correction: "And the damp.");
        await Done(client.PostAsJsonAsync($"{all}/goal-hearing/open", new { }));
        var report = (await initiative.Report()).OrThrow();
        var told = new ToldInitiative();
        foreach (
            var (name, value) in new[]
            {
                ("org", organisation.Slug),
                ("slug", initiative.Slug),
                ("initiative", initiative.Id.ToString()),
                ("survey", initiative.SurveyId.ToString()),
                ("language", "es"),
                ("name", "housing"),
                ("field", "story"),
                ("goal", goal.ToString()),
                ("s", initiative.Survey),
                ("h", hearing),
                ("r", report.Slug),
            }
        )
            told.values[name] = value;
        return told;
    }

    private static async Task Done(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static readonly object Decisions = new
    {
        dispositions = new[]
        {
            new
            {
                need = "buses",
                kind = "refer",
                reason = "The city runs them.",
            },
        },
    };

    private static string Answers(int i) =>
        $$"""
            {
              "needs": {"housing": {"importance": 5, "satisfaction": {{1 + i % 2}} }, "buses": {"importance": {{1
                + i % 5}}, "satisfaction": 3} },
              "story": "The rent rose again, {{i}}.", "age": "{{(i % 3 == 0 ? "old" : "young")}}", "help": ["food"], "years": {{i}},
              "mood": {{1 + i % 5}}, "first": ["food", "money"], "since": "2026-01-{{10 + i}}", "share": 1.5, "when": "09:30"
            }
            """;

    private static string Definition
    {
        get
        {
            var survey = System.Text.Json.Nodes.JsonNode.Parse(SampleSurveys.Listening(withWelcome: true))!;
            foreach (var question in System.Text.Json.Nodes.JsonNode.Parse(More)!.AsArray())
                survey["questions"]!.AsArray().Add(question!.DeepClone());
            return survey.ToJsonString();
        }
    }

    private const string More = """
        [
          {"type": "select_multiple", "name": "help", "label": "What would help?",
           "choices": [{"name": "food", "label": "Food"}, {"name": "money", "label": "Money"}]},
          {"type": "integer", "name": "years", "label": "Years here"},
          {"type": "decimal", "name": "share", "label": "Share of rent"},
          {"type": "range", "name": "mood", "label": "How is it here?", "start": 1, "end": 5},
          {"type": "rank", "name": "first", "label": "First",
           "choices": [{"name": "food", "label": "Food"}, {"name": "money", "label": "Money"}]},
          {"type": "date", "name": "since", "label": "Since when?"},
          {"type": "time", "name": "when", "label": "At what time?"}
        ]
        """;

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
