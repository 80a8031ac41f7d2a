using System.Text.Json;
using System.Text.Json.Nodes;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Results;

namespace NeedsSurvey.Web.Tests.Results;

/// <summary>A <see cref="SmallInitiative"/> in the running program: its surveys published, its people's answers submitted.</summary>
internal sealed class PublishedInitiative
{
    private readonly TestSite site;
    private readonly HashSet<Guid> keyed = [];
    private readonly List<SecretText> receipts = [];

    private PublishedInitiative(TestSite site, SmallInitiative model, TestInitiative place) =>
        (this.site, Model, Place) = (site, model, place);

    public SmallInitiative Model { get; }

    public TestInitiative Place { get; }

    /// <summary>Slugs, in the model's order.</summary>
    public List<string> Surveys { get; } = [];

    public static async Task<PublishedInitiative> Of(TestSite site, SmallInitiative model)
    {
        var organisation = await site.Data.Organisation();
        var fields = new InitiativeFields
        {
            Title = "Listening",
            Stance = Stance.Allyship,
            Community = "People of Riverside",
            Place = "the valley",
            MinimumResponses = 10,
        };
        var published = new PublishedInitiative(site, model, await organisation.Initiative(fields));
        for (var i = 0; i < model.Surveys.Count; i++)
        {
            var definition = SurveyJson.Read(Definition(model.Surveys[i], model.NeedQuestions[i])).Definition!;
            published.Surveys.Add(await published.Place.Draft(definition));
            await site.Data.Publish(published.Surveys[i]);
        }
        return published;
    }

    /// <summary>Some of a survey's people answer, and get the record keys that they have in the model.</summary>
    public async Task Answer(int survey, int from, int to)
    {
        var asked = Model.Surveys[survey];
        var people = asked.People.Skip(from).Take(to - from).ToList();
        foreach (var some in people.Chunk(40))
            receipts.AddRange(await Task.WhenAll(some.Select(person => Submit(Surveys[survey], Answers(asked, person)))));
        var waiting = people.ToLookup(person => Said(asked, JsonSerializer.SerializeToElement(Answers(asked, person))));
        var rows = (
            await site.Database.Db.Query<Row>(
                """
                select response_id, answers::text as answers from response join survey using (survey_id)
                where slug = @slug and not (response_id = any(@known))
                """,
                new { slug = Surveys[survey], known = keyed.ToArray() }
            )
        ).GroupBy(row => Said(asked, JsonElement.Parse(row.Answers))).ToList();
        var keys = rows.SelectMany(alike => alike.Zip(waiting[alike.Key], (row, person) => (row.ResponseId, person.Key))).ToList();
        Assert.Equal(people.Count, keys.Count);
        await site.Database.Db.Maintenance<Done>(async tx =>
        {
            await tx.Execute(
                "update response r set record_key = k.key from unnest(@ids, @keys) as k (id, key) where r.response_id = k.id",
                new
                {
                    ids = keys.Select(key => key.ResponseId).ToArray(),
                    keys = keys.Select(key => unchecked((long)key.Key.Value)).ToArray(),
                }
            );
            return Done.It;
        });
        keyed.UnionWith(keys.Select(key => key.ResponseId));
    }

    /// <summary>People answer the first survey like those who answered first; nothing of them is in the model.</summary>
    public async Task AnswerMore(int people)
    {
        foreach (var person in Model.Surveys[0].People.Take(people))
            await Submit(Surveys[0], Answers(Model.Surveys[0], person));
    }

    /// <summary>The first one who answered takes the answers back.</summary>
    public async Task Withdraw() => (await site.Get<WithdrawResponse>().Run(receipts[0])).OrThrow();

    private async Task<SecretText> Submit(string slug, Dictionary<string, object> answers)
    {
        var command = new SubmitResponse.Command(slug, Guid.NewGuid(), "en", JsonSerializer.SerializeToElement(answers));
        return (await site.Get<SubmitResponse>().Run(command, default)).OrThrow().Receipt;
    }

    private static Dictionary<string, object> Answers(SmallSurvey survey, Person person)
    {
        var answers = new Dictionary<string, object>();
        for (var q = 0; q < survey.Questions.Count; q++)
            if (person.Answers[q] is { Length: > 0 } picks)
                answers[survey.Questions[q].Name] =
                    survey.Questions[q].Kind == AskedKind.One ? $"c{picks[0]}" : picks.Select(pick => $"c{pick}").ToArray();
        return answers;
    }

    // What somebody said, however it is stored: people who said the same can change places.
    private static string Said(SmallSurvey survey, JsonElement answers) =>
        string.Join(
            ';',
            survey.Questions.Select(asked =>
            {
                if (!answers.TryGetProperty(asked.Name, out var answer))
                    return "";
                var codes = System
                    .Text.RegularExpressions.Regex.Matches(answer.GetRawText(), "\"(c[0-9])\"")
                    .Select(m => m.Groups[1].Value);
                return string.Join(',', asked.Kind == AskedKind.Many ? codes.Order() : codes);
            })
        );

    private static string Definition(SmallSurvey survey, int needs)
    {
        var questions = new JsonArray();
        for (var q = 0; q < survey.Questions.Count; q++)
        {
            var asked = survey.Questions[q];
            var question = new JsonObject
            {
                ["type"] = asked.Kind switch
                {
                    AskedKind.One => "select_one",
                    AskedKind.Many => "select_multiple",
                    _ => "rank",
                },
                ["name"] = asked.Name,
                ["label"] = asked.Name + "?",
            };
            if (asked.Kind == AskedKind.One)
                question["group_role"] = asked.Name;
            if (asked.RelevantOn >= 0)
                question["relevant"] = $"${{{survey.Questions[asked.RelevantOn].Name}}} = 'c{asked.RelevantChoice}'";
            if (asked.Exactly > 0)
                (question["min"], question["max"]) = (asked.Exactly, asked.Exactly);
            question["choices"] = new JsonArray([
                .. Enumerable
                    .Range(0, asked.Choices)
                    .Select(c =>
                    {
                        var choice = new JsonObject { ["name"] = $"c{c}", ["label"] = $"choice {c}" };
                        if (q == needs)
                            choice["need"] = $"n{c}";
                        return (JsonNode)choice;
                    }),
            ]);
            questions.Add(question);
        }
        return new JsonObject { ["title"] = survey.Name, ["questions"] = questions }.ToJsonString();
    }

    private sealed record Row
    {
        public required Guid ResponseId { get; init; }
        public required string Answers { get; init; }
    }
}
