// The whole roadmap through JSON alone, as a program of somebody else's would walk it: nothing but a key, addresses and bodies.

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using static NeedsSurvey.Web.Tests.Story.ApiProgram;
using static NeedsSurvey.Web.Tests.Story.ApiStoryAnswers;

namespace NeedsSurvey.Web.Tests.Story;

public sealed class ApiStoryTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_program_with_a_key_walks_the_whole_roadmap()
    {
        var org = (await site.SignedIn()).Org;
        var (key, anyone) = (await site.Bearer(org), site.NewClient());
        var program = new ApiProgram(key, anyone);

        // Listen.
        var organisation = await program.Get($"/api/v1/organisations/{org}");
        await program.Put(
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
        var pillar = (await program.Get($"/api/v1/organisations/{org}")).GetProperty("pillars")[0].GetProperty("id").GetString();
        var initiative = Text(
            await program.Post(
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
        await program.Put(
            all + "/margins",
            new
            {
                margins = new[]
                {
                    new
                    {
                        groupRole = "age",
                        source = "Census",
                        categories = new[] { new { category = "age_16_24", share = 0.4 }, new { category = "age_25_39", share = 0.6 } },
                    },
                },
            }
        );
        var survey = Text(await program.Post(all + "/surveys", new { template = "neighbourhood-needs" }), "id");
        var draft = await program.Get($"/api/v1/surveys/{survey}");
        var slug = Text(draft, "slug");
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync($"/s/{slug}/definition")).StatusCode);
        var published = await program.Post($"/api/v1/surveys/{survey}/publish", null);
        Assert.True(published.GetProperty("newNeeds").GetInt32() >= 9);
        await program.Post(all + "/prediction", new { ranking = new[] { "safety", "work", "housing_cost" } }, HttpStatusCode.NoContent);

        // Answers: three people, one of them 50 times at once.
        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => program.Submit(slug, Ana)));
        var receipt = Assert.Single(receipts.Distinct());
        await program.Submit(slug, Bob);
        Assert.NotEqual(receipt, await program.Submit(slug, Noor));
        var changed = await anyone.PostAsJsonAsync(
            $"/s/{slug}/responses",
            new
            {
                Ana.submission,
                language = "en",
                answers = new { story = "Something else." },
            }
        );
        Assert.Equal((HttpStatusCode.Conflict, "submission_used"), (changed.StatusCode, Text(await JsonOf(changed), "code")));
        Assert.Equal(3, (await program.Get($"/api/v1/surveys/{survey}/responses")).GetProperty("items").GetArrayLength());

        await ExportHoldsEveryCell(program, survey);

        // Needs.
        var answers = (await program.Get(all + "/open-answers?unread=true")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, answers.Count);
        foreach (var one in answers)
        {
            var words = Text(one, "words");
            await program.Put(
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
        Assert.Equal(0, (await program.Get(all + "/open-answers?unread=true")).GetProperty("items").GetArrayLength());
        var ranking = (await program.Get(all + "/needs")).GetProperty("chosen");
        Assert.Equal("housing_cost", Text(ranking.GetProperty("rows")[0], "need"));
        await program.Get(all + "/representation");
        await program.Get(all + "/hearing-gap");

        // Hearing check.
        await program.Put(all + "/hearing-check", new { summary = new { en = "Homes cost too much.", ar = "السكن غالٍ." } });
        await program.Post(all + "/hearing-check/open", null, HttpStatusCode.NoContent);
        var hearing = Text(await program.Get(all + "/hearing-check"), "slug");
        foreach (var (verdict, correction) in new[] { ("yes", ""), ("partly", "And the damp.") })
            Assert.Equal(
                HttpStatusCode.OK,
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
        var reply = Text((await program.Get(all + "/hearing-check")).GetProperty("corrections")[0], "replyId");
        await program.Put(
            $"{all}/hearing-check/corrections/{reply}",
            new { decision = "not_accepted", reason = "Damp has a heading of its own." }
        );

        // Goals: the gate holds while three of thirty people have answered and the survey is open.
        var goal = Guid.NewGuid();
        await program.Put(
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
        var refused = await key.PostAsJsonAsync($"{all}/goals/{goal}/adopt", new { });
        Assert.Equal((HttpStatusCode.Conflict, "gate_closed"), (refused.StatusCode, Text(await JsonOf(refused), "code")));
        await program.Post($"{all}/goals/{goal}/adopt", new { overrideReason = "The winter does not wait." }, HttpStatusCode.NoContent);
        await program.Put(
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
        await program.Post(
            $"{all}/goals/{goal}/updates",
            new { happenedOn = "2026-01-15", words = "The fund has its first 1,000." },
            HttpStatusCode.Created
        );
        Assert.Contains("housing_cost", (await program.Get(all + "/alignment")).ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "text/csv",
            (await key.GetAsync(all + "/alignment?format=csv")).Content.Headers.ContentType!.ToString(),
            StringComparison.Ordinal
        );

        // Report: refused with its blanks named, then published.
        await program.Put(
            all + "/report",
            new
            {
                title = "What the valley said",
                lead = "Homes first.",
                disclosure = new { },
            }
        );
        var blank = await key.PostAsync(all + "/report/publish", null);
        Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
        Assert.Equal(
            ["limitations", "recruitment", "sponsor"],
            (await JsonOf(blank)).GetProperty("errors").EnumerateObject().Select(error => error.Name).Order()
        );
        await program.Put(
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
        var report = await key.PostAsync(all + "/report/publish", null);
        Assert.Equal(HttpStatusCode.Created, report.StatusCode);
        var told = await JsonOf(await anyone.GetAsync(report.Headers.Location + "/report.json"));
        Assert.Contains("The winter does not wait.", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("Damp has a heading of its own.", told.ToString(), StringComparison.Ordinal);
        // Three people are too few for a figure.
        Assert.Equal(JsonValueKind.Null, told.GetProperty("content").GetProperty("responses").ValueKind);

        // A respondent finds what became of their words.
        var followed = await JsonOf(await anyone.PostAsJsonAsync("/receipt/status", new { receipt }));
        var heard = followed
            .GetProperty("needs")
            .EnumerateArray()
            .Single(need => need.ToString().Contains("The fund has its first 1,000.", StringComparison.Ordinal));
        Assert.Equal(("act", "It is the first thing people said."), (Text(heard, "disposition"), Text(heard, "reason")));

        // Closed.
        await program.Post($"/api/v1/surveys/{survey}/close", null, HttpStatusCode.NoContent);
        var late = await anyone.PostAsJsonAsync($"/s/{slug}/responses", Answer("en", new { story = "Too late." }));
        Assert.Equal((HttpStatusCode.Gone, "survey_closed"), (late.StatusCode, Text(await JsonOf(late), "code")));
        Assert.Contains(
            "/r/",
            Text(await JsonOf(await anyone.PostAsJsonAsync($"/s/{slug}/responses", Answer("en", new { story = "Too late." }))), "detail"),
            StringComparison.Ordinal
        );
        Assert.Equal(receipt, await program.Submit(slug, Ana));
    }
}
