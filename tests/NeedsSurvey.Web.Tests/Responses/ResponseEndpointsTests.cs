using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>Answers as programs send them.</summary>
public sealed class ResponseEndpointsTests(TestSite site) : IClassFixture<TestSite>
{
    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private async Task<(HttpStatusCode Status, JsonElement Body)> Post(string slug, HttpContent content)
    {
        using var client = site.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/s/{slug}/responses") { Content = content };
        // A body that is too large is refused before it is sent; without this the refusal would race the sending.
        request.Headers.ExpectContinue = content.Headers.ContentLength > 1_000_000;
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return (answer.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    private static string Renter() =>
        $$$"""{"submission": "{{{Guid.NewGuid()}}}", "language": "en", "answers": """
        + $$$"""{"age": "old", "tenure": "own", "landlord": "No"}, "may_quote": true, "version": 1}""";

    [Fact]
    public async Task A_receipt_comes_with_what_was_dropped()
    {
        var (status, body) = await Post(await site.Data.Survey(SampleSurveys.ManyTypes), Json(Renter()));
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.NotEmpty(body.GetProperty("receipt").GetString()!);
        Assert.Equal("landlord", body.GetProperty("dropped")[0].GetProperty("question").GetString());
    }

    [Fact]
    public async Task A_retry_gets_the_same_receipt()
    {
        var (slug, body) = (await site.Data.Survey(SampleSurveys.ManyTypes), Renter());
        var (first, second) = (await Post(slug, Json(body)), await Post(slug, Json(body)));
        Assert.Equal(
            (HttpStatusCode.Created, first.Body.GetProperty("receipt").GetString()),
            (second.Status, second.Body.GetProperty("receipt").GetString())
        );
    }

    [Fact]
    public async Task The_same_submission_with_other_answers_is_a_conflict()
    {
        var (slug, body) = (await site.Data.Survey(SampleSurveys.ManyTypes), Renter());
        await Post(slug, Json(body));
        var other = await Post(slug, Json(body.Replace("\"old\"", "\"young\"", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.Conflict, "submission_used"), (other.Status, other.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Fifty_posts_at_once_of_one_submission_are_one_row()
    {
        var slug = await site.Data.Survey(SampleSurveys.OneQuestion);
        var body = $$$"""{"submission": "{{{Guid.NewGuid()}}}", "language": "en", "answers": {"story": "Once."}}""";
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Post(slug, Json(body))));
        Assert.All(all, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(all.Select(answer => answer.Body.GetProperty("receipt").GetString()).Distinct());
        Assert.Equal(1, await site.Rows(slug));
    }

    [Fact]
    public async Task Faults_are_problem_details_with_paths()
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        var (status, body) = await Post(
            slug,
            Json(
                $$$"""{"submission": "{{{Guid.NewGuid()}}}", "language": "en", "answers": {"people": 99, "needs": {"housing": """
                    + $$$"""{"importance": 9}}, "nobody": 1} }"""
            )
        );
        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), (status, body.GetProperty("code").GetString()));
        var errors = body.GetProperty("errors");
        Assert.Equal("Give a number from 0 to 49.", errors.GetProperty("answers.people")[0].GetProperty("message").GetString());
        foreach (var path in new[] { "answers.needs.housing.importance", "answers.nobody", "answers.age" })
            Assert.True(errors.TryGetProperty(path, out _), path);
    }

    [Fact]
    public async Task Every_key_that_does_not_fit_is_told_at_once_with_its_path()
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        var (status, body) = await Post(
            slug,
            Json(
                """
                {"submission": "zz", "answers": {"age": "old", "age": "young", "needs": {"housing": {"importance": 4, "importance": 0}}},
                    "admin": true, "may_quote": "yes"}
                """
            )
        );
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(
            [
                "admin: unknown_key",
                "answers.age: duplicate_key",
                "answers.needs.housing.importance: duplicate_key",
                "language: required",
                "may_quote: wrong_type",
                "submission: wrong_type",
            ],
            body.GetProperty("errors")
                .EnumerateObject()
                .Select(error => $"{error.Name}: {error.Value[0].GetProperty("code").GetString()}")
                .Order(StringComparer.Ordinal)
        );
    }

    private static StringContent Nothing() => Json($$$"""{"submission": "{{{Guid.NewGuid()}}}", "language": "en", "answers": {}}""");

    [Fact]
    public async Task A_closed_survey_is_gone()
    {
        var closed = await Post(await site.Data.Survey(SampleSurveys.OneQuestion, state: SurveyState.Closed), Nothing());
        Assert.Equal((HttpStatusCode.Gone, "survey_closed"), (closed.Status, closed.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_unknown_survey_is_not_found()
    {
        var unknown = await Post("nowhere", Nothing());
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (unknown.Status, unknown.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Garbage_is_refused_as_a_fault_of_its_sender()
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        var id = Guid.NewGuid();
        string With(string answers) => $$$"""{"submission": "{{{id}}}", "language": "en", "answers": {{{answers}}}}""";
        var deep = With("{\"story\": " + new string('[', 100_000) + new string(']', 100_000) + "}");
        var garbage = new List<HttpContent>
        {
            Json(""),
            Json("nothing"),
            Json("null"),
            Json("[]"),
            Json("{}"),
            Json(With("null")),
            Json(With("[]")),
            Json(With("\"x\"")),
            Json($$$"""{"submission": "{{{id}}}", "language": "en", "answers": {}, "admin": true}"""),
            Json($$$"""{"submission": "{{{id}}}", "submission": "{{{id}}}", "language": "en", "answers": {"age": "old"}}"""),
            Json(With("""{"age": "old", "age": "young"}""")),
            Json(With("""{"age": "old", "needs": {"housing": {"importance": 4, "importance": 0}}}""")),
            Json($$$"""{"submission": "not-a-uuid", "language": "en", "answers": {"age": "old"}}"""),
            Json($$$"""{"submission": "{{{id}}}", "language": null, "answers": {"age": "old"}}"""),
            Json($$$"""{"submission": "{{{id}}}", "language": "en\u0000", "answers": {"age": "old"}}"""),
            Json($$$"""{"submission": "{{{id}}}", "language": "en", "answers": {"age": "old"}, "version": 1e400}"""),
            Json(With("""{"age": "old", "story": "a\u0000b"}""")),
            Json(With("""{"age": "old", "story": "\ud800"}""")),
            Json(With("""{"age": "old", "\ud800": "x"}""")),
            Json(With("""{"age": "old", "people": 1e400}""")),
            Json(With("""{"age": "old", "people": 9223372036854775808}""")),
            Json(With("""{"age": "old", "km": NaN}""")),
            Json(With("""{"age": "old", "since": "2023-02-30"}""")),
            Json(deep),
            new ByteArrayContent([
                .. Encoding.UTF8.GetBytes(With("{\"age\": \"old\", \"story\": \"")[..^1]),
                0xff,
                0xfe,
                .. "\"}}"u8.ToArray(),
            ])
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
            Json(With("{\"age\": \"old\", \"story\": \"" + new string('x', 1_100_000) + "\"}")),
            Json(With("{\"age\": \"old\", \"story\": \"" + new string('x', 10_001) + "\"}")),
            new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        foreach (var content in garbage)
        {
            var (status, body) = await Post(slug, content);
            Assert.InRange((int)status, 400, 499);
            Assert.True(body.TryGetProperty("code", out _), body.GetRawText());
        }
        Assert.Equal(0, await site.Rows(slug));
    }

    [Fact]
    public async Task Hostile_text_is_stored_as_it_was_written()
    {
        var slug = await site.Data.Survey(SampleSurveys.OneQuestion);
        foreach (
            var story in new[]
            {
                "'; drop table response; --",
                "<script>alert(1)</script>",
                "=cmd|' /C calc'!A0",
                "an \u202Eevil\u2066\u200B name",
                "{{7*7}} ${story} @story",
                "Ω\u0301\U0001F9D1\u200D\U0001F33E",
            }
        )
        {
            var body = JsonSerializer.Serialize(
                new
                {
                    submission = Guid.NewGuid(),
                    language = "en",
                    answers = new { story },
                }
            );
            Assert.Equal(HttpStatusCode.Created, (await Post(slug, Json(body))).Status);
            Assert.Equal(
                1,
                await site.Database.Db.One<long>(
                    "select count(*) from response join survey using (survey_id) where slug = @slug and answers ->> 'story' = @wanted",
                    new { slug, wanted = story.Normalize() }
                )
            );
        }
    }

    [Fact]
    public async Task The_public_definition_is_nothing_but_what_is_asked()
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        using var client = site.NewClient();
        var body = JsonElement.Parse(await client.GetStringAsync($"/s/{slug}/definition"));
        Assert.Equal(
            ["slug", "version", "state", "languages", "organisation", "definition", "report"],
            body.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(
            (slug, 1, "open", "Riverside Museum"),
            (
                body.GetProperty("slug").GetString(),
                body.GetProperty("version").GetInt32(),
                body.GetProperty("state").GetString(),
                body.GetProperty("organisation").GetString()
            )
        );
        Assert.True(JsonElement.DeepEquals(Canonical(SampleSurveys.ManyTypes), body.GetProperty("definition")));
        Assert.DoesNotContain("Internal working title", body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_has_no_public_definition()
    {
        using var client = site.NewClient();
        using var draft = await client.GetAsync(
            $"/s/{await site.Data.Survey(SampleSurveys.OneQuestion, state: SurveyState.Draft)}/definition"
        );
        Assert.Equal(HttpStatusCode.NotFound, draft.StatusCode);
    }

    private static JsonElement Canonical(string definition) =>
        JsonElement.Parse(Domain.Surveys.SurveyJson.WriteUtf8(Domain.Surveys.SurveyJson.Read(definition).Definition!));
}
