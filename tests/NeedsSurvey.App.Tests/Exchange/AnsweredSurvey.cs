// A survey of many types in two versions, answered by many people whose words are as nasty as people's can be.

using System.Text.Json;
using System.Text.Json.Nodes;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.App.Tests.Exchange;

/// <summary>A database with one survey whose second version dropped, added and retyped questions.</summary>
public sealed class AnsweredSurvey : IAsyncLifetime
{
    private readonly Random random = new(20261122);
    private SubmitResponse submit = null!;

    private static readonly string[] Nasty =
    [
        "NA",
        "REFUSED",
        "=1+1",
        "+44 20",
        "-5",
        "@home",
        "\t=cmd",
        "a,b",
        "\"quoted\"",
        "two\nlines",
        "\n=2",
        "'",
        "e\u0301",
        "\u202Eright to left\u202C",
        "😀 مرحبا",
        "null",
        " spaces ",
        ";",
        "\u200B",
        "\\n",
        "\u0001",
    ];

    public TestDatabase Database { get; } = new();

    /// <summary>Two versions, 120 responses of which 3 were withdrawn.</summary>
    public string Slug { get; private set; } = "";

    public Task<Result<ReadyExport>> Ready(Actor actor, ExportResponses.Command command) =>
        new ExportResponses(Database.Db, new FindSurvey(Database.Db)).Run(actor, Slug, command, default);

    public async Task<byte[]> Export(ExportResponses.Command? command = null)
    {
        using var into = new MemoryStream();
        await (await Ready(Actor.Operator, command ?? new())).OrThrow().WriteTo(into, default);
        return into.ToArray();
    }

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        var data = TestData.On(Database, new ManualClock());
        submit = data.Get<SubmitResponse>();
        Slug = await data.Survey(SampleSurveys.ManyTypes);
        for (var i = 0; i < 60; i++)
            await Submit(1);
        await data.Publish(Slug, SecondVersion());
        data.Clock.Move(TimeSpan.FromSeconds(2));
        for (var i = 0; i < 60; i++)
            await Submit(2);
        await Database.Execute(
            "update response set withdrawn_on = received_on, answers = '{}' where response_id in (select response_id from response "
                + "order by response_id limit 3)"
        );
    }

    public Task DisposeAsync() => Database.DisposeAsync();

    /// <summary>
    /// Without <c>landlord</c>; <c>life</c> is words now; <c>help</c> lost care and got rest; <c>needs</c> got heat; three places instead
    /// of two.
    /// </summary>
    private static string SecondVersion()
    {
        var survey = JsonNode.Parse(SampleSurveys.ManyTypes)!;
        var questions = survey["questions"]!.AsArray();
        JsonNode Question(string name) => questions.First(question => (string)question!["name"]! == name)!;
        questions.Remove(Question("landlord"));
        questions[questions.IndexOf(Question("life"))] = JsonNode.Parse(
            """{"type": "text", "name": "life", "label": {"en": "How is life, in your words?"}}"""
        );
        Question("help")["choices"]!.AsArray()[1] = JsonNode.Parse("""{"name": "rest", "label": {"en": "Rest"}}""");
        Question("tenure")["choices"]![0]!["label"] = JsonNode.Parse("""{"en": "=Renting, from a landlord"}""");
        Question("needs")["rows"]!.AsArray().Insert(0, JsonNode.Parse("""{"name": "heat", "label": {"en": "Heat"}}"""));
        Question("first")["top"] = 3;
        return survey.ToJsonString();
    }

    private async Task Submit(int version)
    {
        var answers = Answers(version);
        (
            await submit.Run(new(Slug, Guid.NewGuid(), random.Next(2) == 0 ? "en" : "ar", JsonElement.Parse(answers.ToJsonString())))
        ).OrThrow();
    }

    private JsonObject Answers(int version)
    {
        var answers = new JsonObject { ["age"] = Pick("young", "old") };
        void Maybe(string name, Func<JsonNode?> answer)
        {
            switch (random.Next(8))
            {
                case 0:
                    break;
                case 1:
                    answers[name] = JsonNode.Parse("""{"declined": true}""");
                    break;
                default:
                    answers[name] = answer();
                    break;
            }
        }
        Maybe("story", () => Pick(Nasty));
        Maybe("people", () => random.Next(0, 49));
        Maybe("tenure", () => random.Next(3) switch
            {
                0 => Pick("rent", "own"),
                1 => "other",
                _ => new JsonObject { ["choice"] = "other", ["other"] = Pick(Nasty) },
            });
        if (version == 1 && (string?)(answers["tenure"] as JsonValue) == "rent")
            Maybe("landlord", () => Pick(Nasty));
        Maybe("help", () => random.Next(4) switch
            {
                0 => new JsonArray("none"),
                1 => new JsonArray("other"),
                2 => new JsonObject { ["choices"] = new JsonArray("food", "other"), ["other"] = Pick(Nasty) },
                _ => version == 1 ? new JsonArray("food", "care") : new JsonArray("rest"),
            });
        Maybe("life", () => version == 1 ? random.Next(0, 11) : Pick(Nasty));
        Maybe("first", () => random.Next(2) == 0 ? new JsonArray("care") : new JsonArray("home", "food"));
        Maybe("needs", () => random.Next(3) switch
            {
                0 => JsonNode.Parse("""{"housing": {"importance": 4, "satisfaction": 0}}"""),
                1 => JsonNode.Parse("""{"safety": {"declined": true}, "housing": {"importance": {"declined": true}, "satisfaction": 4}}"""),
                _ => version == 1
                    ? JsonNode.Parse("""{"safety": {"satisfaction": 4}}""")
                    : JsonNode.Parse("""{"heat": {"importance": 0}, "safety": {"satisfaction": 4}}"""),
            });
        Maybe("since", () => "2024-02-29");
        Maybe("km", () => JsonNode.Parse(Pick("2.5", "-0.25", "1000000")));
        Maybe("wake", () => "06:30");
        return answers;
    }

    private string Pick(params string[] from) => from[random.Next(from.Length)];
}
