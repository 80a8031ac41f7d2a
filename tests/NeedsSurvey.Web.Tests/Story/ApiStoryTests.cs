// The whole roadmap through JSON alone, as a program of somebody else's would walk it: nothing but a key, addresses and bodies.

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NeedsSurvey.Web.Tests.Accounts;

namespace NeedsSurvey.Web.Tests.Story;

public sealed class ApiStoryTests(TestSite site) : IClassFixture<TestSite>
{
    private HttpClient key = null!;
    private HttpClient anyone = null!;
    private string initiative = "";

    [Fact]
    public async Task A_program_with_a_key_walks_the_whole_roadmap()
    {
        var org = (await site.SignedIn()).Org;
        (this.key, anyone) = (await site.Bearer(org), site.NewClient());

        // Listen.
        var organisation = await Get($"/api/v1/organisations/{org}");
        await Put(
            $"/api/v1/organisations/{org}",
            new
            {
                name = organisation.GetProperty("name").GetString(),
                kind = "organisation",
                mission = "Everyone in the valley has a home.",
                pillars = new[]
                {
                    new { name = "Homes", description = "Decent and affordable." },
                    new { name = "Voice", description = "People decide." },
                },
            }
        );
        var pillar = (await Get($"/api/v1/organisations/{org}")).GetProperty("pillars")[0].GetProperty("id").GetString();
        initiative = Text(
            await Post(
                $"/api/v1/organisations/{org}/initiatives",
                new
                {
                    title = "What the valley needs",
                    stance = "allyship",
                    community = "Everyone in the valley",
                    place = "The valley",
                    communitySize = 900,
                    minimumResponses = 30,
                }
            ),
            "id"
        );
        var all = $"/api/v1/initiatives/{initiative}";
        await Put(
            all + "/margins",
            new
            {
                margins = new[]
                {
                    new
                    {
                        groupRole = "age",
                        source = "Census",
                        categories = new[] { new { category = "age_under_25", share = 0.4 }, new { category = "age_25_39", share = 0.6 } },
                    },
                },
            }
        );
        var survey = Text(await Post(all + "/surveys", new { template = "neighbourhood-needs" }), "id");
        var draft = await Get($"/api/v1/surveys/{survey}");
        var slug = Text(draft, "slug");
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync($"/s/{slug}/definition")).StatusCode);
        var published = await Post($"/api/v1/surveys/{survey}/publish", null);
        Assert.True(published.GetProperty("newNeeds").GetInt32() >= 9);
        await Post(all + "/prediction", new { ranking = new[] { "safety", "work", "housing_cost" } }, HttpStatusCode.NoContent);

        // Answers: three people, one of them in Arabic; one of them 50 times at once.
        var ana = Answer(
            "en",
            new
            {
                story = "The rent takes half of what I earn.",
                needs = Grid(4, 0, 3, 2),
                age = "age_25_39",
                first_three = Three,
            },
            quote: true
        );
        var bob = Answer(
            "en",
            new
            {
                needs = Grid(4, 1, 2, 3),
                age = new { declined = true },
                first_three = Three,
            }
        );
        var noor = Answer(
            "ar",
            new
            {
                story = "الإيجار غالٍ جدًّا ولا نجد طبيبًا.",
                needs = Grid(4, 0, 4, 0),
                age = "age_under_25",
                tenure = "rent_private",
                repair_waiting = "months",
                first_three = Three,
            }
        );
        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Submit(slug, ana)));
        var receipt = Assert.Single(receipts.Distinct());
        await Submit(slug, bob);
        Assert.NotEqual(receipt, await Submit(slug, noor));
        var changed = await anyone.PostAsJsonAsync(
            $"/s/{slug}/responses",
            new
            {
                ana.submission,
                language = "en",
                answers = new { story = "Something else." },
            }
        );
        Assert.Equal((HttpStatusCode.Conflict, "submission_used"), (changed.StatusCode, Text(await Json(changed), "code")));
        Assert.Equal(3, (await Get($"/api/v1/surveys/{survey}/responses")).GetProperty("items").GetArrayLength());

        await ExportHoldsEveryCell(survey);

        // Needs.
        var answers = (await Get(all + "/open-answers?unread=true")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, answers.Count);
        foreach (var one in answers)
        {
            var words = Text(one, "words");
            await Put(
                $"{all}/open-answers/{Text(one, "surveyId")}/{Text(one, "responseId")}/{Text(one, "field")}",
                new
                {
                    codes = new[]
                    {
                        new
                        {
                            need = "housing_cost",
                            excerpt = words[..8].Trim(),
                            quote = true,
                        },
                    },
                }
            );
        }
        Assert.Equal(0, (await Get(all + "/open-answers?unread=true")).GetProperty("items").GetArrayLength());
        var ranking = (await Get(all + "/needs")).GetProperty("chosen");
        Assert.Equal("housing_cost", Text(ranking.GetProperty("rows")[0], "need"));
        await Get(all + "/representation");
        await Get(all + "/hearing-gap");

        // Hearing check.
        await Put(all + "/hearing-check", new { summary = new { en = "Homes cost too much.", ar = "السكن غالٍ." } });
        await Post(all + "/hearing-check/open", null, HttpStatusCode.NoContent);
        var hearing = Text(await Get(all + "/hearing-check"), "slug");
        foreach (var (verdict, correction) in new[] { ("yes", ""), ("partly", "And the damp.") })
            Assert.Equal(
                HttpStatusCode.NoContent,
                (
                    await anyone.PostAsJsonAsync(
                        $"/h/{hearing}/replies",
                        new
                        {
                            submission = Guid.NewGuid(),
                            language = "en",
                            verdict,
                            correction,
                        }
                    )
                ).StatusCode
            );
        var reply = Text((await Get(all + "/hearing-check")).GetProperty("corrections")[0], "replyId");
        await Put($"{all}/hearing-check/corrections/{reply}", new { accepted = false, reason = "Damp has a heading of its own." });

        // Goals: the gate holds while three of thirty people have answered and the survey is open.
        var goal = Guid.NewGuid();
        await Put(
            $"{all}/goals/{goal}",
            new
            {
                title = "A renters' fund",
                effort = 3,
                needs = new[]
                {
                    new
                    {
                        need = "housing_cost",
                        strength = 9,
                        reason = "It keeps people in their homes.",
                    },
                },
                pillars = new[]
                {
                    new
                    {
                        pillar,
                        strength = 9,
                        reason = "It is what the pillar says.",
                    },
                },
            }
        );
        var refused = await this.key.PostAsJsonAsync($"{all}/goals/{goal}/adopt", new { });
        Assert.Equal((HttpStatusCode.Conflict, "gate_closed"), (refused.StatusCode, Text(await Json(refused), "code")));
        await Post($"{all}/goals/{goal}/adopt", new { overrideReason = "The winter does not wait." }, HttpStatusCode.NoContent);
        await Put(
            all + "/dispositions",
            new
            {
                dispositions = new[]
                {
                    new
                    {
                        need = "housing_cost",
                        kind = "act",
                        reason = "It is the first thing people said.",
                    },
                },
            }
        );
        await Post(
            $"{all}/goals/{goal}/updates",
            new { happenedOn = "2026-01-15", words = "The fund has its first 1,000." },
            HttpStatusCode.Created
        );
        Assert.Contains("housing_cost", (await Get(all + "/alignment")).ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "text/csv",
            (await this.key.GetAsync(all + "/alignment?format=csv")).Content.Headers.ContentType!.ToString(),
            StringComparison.Ordinal
        );

        // Report: refused with its blanks named, then published.
        await Put(
            all + "/report",
            new
            {
                title = "What the valley said",
                lead = "Homes first.",
                disclosure = new { },
            }
        );
        var blank = await this.key.PostAsync(all + "/report/publish", null);
        Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
        Assert.Equal(
            ["limitations", "recruitment", "sponsor"],
            (await Json(blank)).GetProperty("errors").EnumerateObject().Select(error => error.Name).Order()
        );
        await Put(
            all + "/report",
            new
            {
                title = "What the valley said",
                lead = "Homes first.",
                disclosure = new
                {
                    sponsor = "Ourselves.",
                    recruitment = "An open link.",
                    limitations = "Three people.",
                },
            }
        );
        var report = await this.key.PostAsync(all + "/report/publish", null);
        Assert.Equal(HttpStatusCode.Created, report.StatusCode);
        var told = await Json(await anyone.GetAsync(report.Headers.Location + "/report.json"));
        Assert.Contains("The winter does not wait.", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("Damp has a heading of its own.", told.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, told.GetProperty("content").GetProperty("responses").GetInt64());

        // A respondent finds what became of their words.
        var followed = await Json(await anyone.PostAsJsonAsync("/receipt/status", new { receipt }));
        var heard = followed
            .GetProperty("needs")
            .EnumerateArray()
            .Single(need => need.ToString().Contains("The fund has its first 1,000.", StringComparison.Ordinal));
        Assert.Equal(("act", "It is the first thing people said."), (Text(heard, "disposition"), Text(heard, "reason")));

        // Closed.
        await Post($"/api/v1/surveys/{survey}/close", null, HttpStatusCode.NoContent);
        var late = await anyone.PostAsJsonAsync($"/s/{slug}/responses", Answer("en", new { story = "Too late." }));
        Assert.Equal((HttpStatusCode.Gone, "survey_closed"), (late.StatusCode, Text(await Json(late), "code")));
        Assert.Contains(
            "/r/",
            Text(await Json(await anyone.PostAsJsonAsync($"/s/{slug}/responses", Answer("en", new { story = "Too late." }))), "detail"),
            StringComparison.Ordinal
        );
        Assert.Equal(receipt, await Submit(slug, ana));
    }

    /// <summary>The zip, read back: each person once, each answer in its cell, the four states told apart.</summary>
    private async Task ExportHoldsEveryCell(string survey)
    {
        var package = await this.key.GetByteArrayAsync($"/api/v1/surveys/{survey}/export?format=zip");
        var rows = ExportFile
            .Read(ExportFile.Entry(package, "responses.csv"))
            .Rows.ConvertAll(row => row.ToDictionary(cell => cell.Key, cell => cell.Value.Text));
        Assert.Equal(3, rows.Count);
        var (ana, bob, noor) = (
            rows.Single(row => row["story"] == "The rent takes half of what I earn."),
            rows.Single(row => row["age"] == "REFUSED"),
            rows.Single(row => row["language"] == "ar")
        );
        Assert.Equal("الإيجار غالٍ جدًّا ولا نجد طبيبًا.", noor["story"]);
        Assert.Equal(
            ["", "age_25_39", "NA", "", ""],
            new[] { "life_here", "age", "repair_waiting", "tenure", "area" }.Select(column => ana[column])
        );
        Assert.Equal(["", "months", "rent_private"], new[] { "area", "repair_waiting", "tenure" }.Select(column => noor[column]));
        Assert.Equal(
            ["4", "1", "2", "3", ""],
            new[]
            {
                "needs.housing_cost.importance",
                "needs.housing_cost.satisfaction",
                "needs.health_care.importance",
                "needs.health_care.satisfaction",
                "needs.youth.importance",
            }.Select(column => bob[column])
        );
        Assert.Equal(
            ["housing_cost", "health_care", "food"],
            new[] { "first_three.rank1", "first_three.rank2", "first_three.rank3" }.Select(column => bob[column])
        );
        Assert.Equal("", bob["story"]);
        using var manifest = JsonDocument.Parse(ExportFile.Entry(package, "manifest.json"));
        Assert.Contains("\"rows\":3", manifest.RootElement.ToString().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEmpty(ExportFile.Entry(package, "codebook.csv"));
    }

    private static readonly string[] Three = ["housing_cost", "health_care", "food"];

    private static object Grid(int housing, int housingNow, int health, int healthNow) =>
        new
        {
            housing_cost = new { importance = housing, satisfaction = housingNow },
            health_care = new { importance = health, satisfaction = healthNow },
            food = new { importance = 1, satisfaction = 4 },
        };

    private sealed record Submission(Guid submission, string language, object answers, bool may_quote);

    private static Submission Answer(string language, object answers, bool quote = false) => new(Guid.NewGuid(), language, answers, quote);

    private async Task<string> Submit(string slug, Submission answer)
    {
        var taken = await anyone.PostAsJsonAsync($"/s/{slug}/responses", answer);
        Assert.True(taken.StatusCode == HttpStatusCode.Created, await taken.Content.ReadAsStringAsync());
        return Text(await Json(taken), "receipt");
    }

    private async Task<JsonElement> Get(string path)
    {
        var answer = await this.key.GetAsync(path);
        Assert.True(
            answer.StatusCode == HttpStatusCode.OK,
            $"GET {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        return await Json(answer);
    }

    private async Task<JsonElement> Post(string path, object? body, HttpStatusCode? expected = null)
    {
        var answer = await (body is null ? this.key.PostAsync(path, null) : this.key.PostAsJsonAsync(path, body));
        Assert.True(
            expected is { } status ? answer.StatusCode == status : answer.IsSuccessStatusCode,
            $"POST {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        return answer.StatusCode == HttpStatusCode.NoContent ? default : await Json(answer);
    }

    private async Task Put(string path, object body)
    {
        var answer = await this.key.PutAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"PUT {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    private static string Text(JsonElement json, string key) => json.GetProperty(key).GetString()!;
}
