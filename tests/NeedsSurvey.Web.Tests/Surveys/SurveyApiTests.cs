using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace NeedsSurvey.Web.Tests.Surveys;

public sealed class SurveyApiTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Definition = """
        {"title":{"en":"What is going on?","es":"¿Qué pasa?"},"languages":["en","es"],
         "questions":[{"type":"text","name":"story","label":{"en":"Tell us.","es":"Cuéntenos."},"story":true}]}
        """;

    private static async Task<JsonElement> Json(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    private static StringContent Body(string json) => new(json, MediaTypeHeaderValue.Parse("application/json"));

    private static async Task<(HttpClient Client, string Initiative)> Begin(TestSite site, string org)
    {
        var client = await site.Bearer(org);
        var made = await client.PostAsync(
            $"/api/v1/organisations/{org}/initiatives",
            Body("""{"title":"Open doors","stance":"allyship","communitySize":40000}""")
        );
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return (client, (await Json(made)).GetProperty("id").GetString()!);
    }

    private async Task<(HttpClient Client, string Draft)> Drafted()
    {
        var (client, initiative) = await Begin(site, (await site.SignedIn()).Org);
        var made = await client.PostAsync($"/api/v1/initiatives/{initiative}/surveys", Body($$"""{"definition":{{Definition}}}"""));
        return (client, made.Headers.Location + "/draft");
    }

    private const string Reword = """{"edits":[{"op":"change","name":"story","patch":{"label":{"en":"Tell us more."}}}]}""";

    [Fact]
    public async Task A_draft_is_changed_piece_by_piece()
    {
        var (client, draft) = await Drafted();
        var edited = await client.PostAsync($"{draft}/edits", Body(Reword));
        Assert.Equal(("\"2\"", HttpStatusCode.OK), (edited.Headers.ETag?.Tag, edited.StatusCode));
        Assert.Equal(
            """{"en":"Tell us more.","es":"Cuéntenos."}""",
            (await Json(await client.GetAsync(draft[..^6])))
                .GetProperty("draft")
                .GetProperty("questions")[0]
                .GetProperty("label")
                .GetRawText()
        );
    }

    [Fact]
    public async Task What_is_no_edit_is_told_with_its_place()
    {
        var (client, draft) = await Drafted();
        var refused = await client.PostAsync($"{draft}/edits", Body("""{"edits":[{"op":"remove","name":"story"},{"op":"dance"}]}"""));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("edits[1]", (await Json(refused)).GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Fact]
    public async Task A_change_through_the_api_is_taken_back_and_told_of()
    {
        var (client, draft) = await Drafted();
        await client.PostAsync($"{draft}/edits", Body(Reword));
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync($"{draft}/undo", null)).StatusCode);
        var changes = await Json(await client.GetAsync($"{draft}/changes"));
        Assert.Equal(
            ("Tell us.", true, 2),
            (
                changes
                    .GetProperty("changes")[0]
                    .GetProperty("edits")[0]
                    .GetProperty("patch")
                    .GetProperty("label")
                    .GetProperty("en")
                    .GetString(),
                changes.GetProperty("mayRedo").GetBoolean(),
                changes.GetProperty("changes")[0].GetProperty("undoes").GetInt32()
            )
        );
    }

    [Fact]
    public async Task The_whole_story_runs_through_the_api()
    {
        var org = (await site.SignedIn()).Org;
        var (client, initiative) = await Begin(site, org);
        Assert.Equal(
            HttpStatusCode.NoContent,
            (
                await client.PutAsync(
                    $"/api/v1/initiatives/{initiative}/margins",
                    Body(
                        """{"margins":[{"groupRole":"age","source":"Census","categories":[{"category":"young","share":0.2},"""
                            + """{"category":"old","share":0.8}]}]}"""
                    )
                )
            ).StatusCode
        );

        var made = await client.PostAsync(
            $"/api/v1/initiatives/{initiative}/surveys",
            Body($$"""{"title":"Wave 1","definition":{{Definition}}}""")
        );
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var address = made.Headers.Location!.ToString();
        var read = await client.GetAsync(address);
        Assert.Equal("\"1\"", read.Headers.ETag!.Tag);
        var survey = await Json(read);
        Assert.Equal(
            ("Wave 1", "draft", "¿Qué pasa?"),
            (
                survey.GetProperty("title").GetString(),
                survey.GetProperty("state").GetString(),
                survey.GetProperty("draft").GetProperty("title").GetProperty("es").GetString()
            )
        );

        var put = new HttpRequestMessage(HttpMethod.Put, address + "/draft")
        {
            Content = Body(Definition.Replace("Tell us.", "Tell us more.", StringComparison.Ordinal)),
        };
        put.Headers.IfMatch.Add(read.Headers.ETag);
        var saved = await client.SendAsync(put);
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (saved.StatusCode, saved.Headers.ETag!.Tag));

        Assert.True((await Json(await client.GetAsync(address + "/check"))).GetProperty("canPublish").GetBoolean());
        var published = await client.PostAsync(address + "/publish", null);
        Assert.Equal((HttpStatusCode.OK, 1), (published.StatusCode, (await Json(published)).GetProperty("version").GetInt32()));
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync(address + "/publish", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync(address + "/close", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync(address + "/reopen", null)).StatusCode);
        Assert.Equal(
            HttpStatusCode.OK,
            (await client.PutAsync(address + "/sample-design", Body("""{"sampleDesign":"census"}"""))).StatusCode
        );

        var whole = await Json(await client.GetAsync($"/api/v1/organisations/{org}/initiatives/open-doors"));
        Assert.Equal(
            (initiative, "open", 0.8),
            (
                whole.GetProperty("id").GetString(),
                whole.GetProperty("surveys")[0].GetProperty("state").GetString(),
                whole.GetProperty("margins")[0].GetProperty("categories")[1].GetProperty("share").GetDouble()
            )
        );
    }

    [Fact]
    public async Task A_template_becomes_a_survey_that_brings_its_needs()
    {
        var (client, initiative) = await Begin(site, (await site.SignedIn()).Org);
        var key = (await Templates()).GetProperty("items")[0].GetProperty("key").GetString();
        var made = await client.PostAsync($"/api/v1/initiatives/{initiative}/surveys", Body($$"""{"template":"{{key}}"}"""));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var published = await Json(await client.PostAsync(made.Headers.Location + "/publish", null));
        Assert.True(published.GetProperty("newNeeds").GetInt32() > 0);
    }

    [Fact]
    public async Task The_list_of_templates_needs_no_key() => Assert.NotEmpty((await Templates()).GetProperty("items").EnumerateArray());

    private async Task<JsonElement> Templates() => await Json(await site.NewClient().GetAsync("/api/v1/templates"));

    [Fact]
    public async Task A_broken_definition_is_refused_with_the_path_of_every_fault()
    {
        var (client, initiative) = await Begin(site, (await site.SignedIn()).Org);
        var refused = await client.PostAsync(
            $"/api/v1/initiatives/{initiative}/surveys",
            Body(
                """{"title":"x","definition":{"title":"x","questions":[{"type":"txt","name":"a"},"""
                    + """{"type":"text","name":"b","lable":"c"}]}}"""
            )
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var errors = (await Json(refused)).GetProperty("errors");
        Assert.Equal(
            ["definition.questions[0].type", "definition.questions[1].lable"],
            errors.EnumerateObject().Select(error => error.Name)
        );
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"title":"a","title":"b"}""")]
    [InlineData("""{"title":"a","colour":"b"}""")]
    [InlineData("""{"title":"\ud800"}""")]
    [InlineData("""{"title":"a\u0000b"}""")]
    public async Task Broken_json_is_a_bad_request_that_stores_nothing(string json)
    {
        var (client, initiative) = await Begin(site, (await site.SignedIn()).Org);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await client.PostAsync($"/api/v1/initiatives/{initiative}/surveys", Body(json))).StatusCode
        );
        Assert.Empty((await Json(await client.GetAsync($"/api/v1/initiatives/{initiative}"))).GetProperty("surveys").EnumerateArray());
    }

    [Fact]
    public async Task Json_nested_a_hundred_thousand_deep_is_a_bad_request()
    {
        var (client, initiative) = await Begin(site, (await site.SignedIn()).Org);
        var deep = new string('[', 100_000) + new string(']', 100_000);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await client.PostAsync($"/api/v1/initiatives/{initiative}/surveys", Body($$"""{"definition":{{deep}}}"""))).StatusCode
        );
    }

    [Fact]
    public async Task A_draft_without_its_revision_or_over_a_newer_one_is_refused()
    {
        var (client, initiative) = await Begin(site, (await site.SignedIn()).Org);
        var address = (
            await client.PostAsync($"/api/v1/initiatives/{initiative}/surveys", Body($$"""{"definition":{{Definition}}}"""))
        ).Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PutAsync(address + "/draft", Body(Definition))).StatusCode);
        foreach (var expected in new[] { HttpStatusCode.OK, HttpStatusCode.Conflict })
        {
            var put = new HttpRequestMessage(HttpMethod.Put, address + "/draft") { Content = Body(Definition) };
            put.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1\""));
            Assert.Equal(expected, (await client.SendAsync(put)).StatusCode);
        }
    }

    [Fact]
    public async Task Publishing_a_survey_that_asks_nothing_is_refused_for_that_reason()
    {
        var (client, initiative) = await Begin(site, (await site.SignedIn()).Org);
        var address = (
            await client.PostAsync($"/api/v1/initiatives/{initiative}/surveys", Body("""{"title":"Empty"}"""))
        ).Headers.Location!.ToString();
        var refused = await client.PostAsync(address + "/publish", null);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(
            "nothing_to_ask",
            (await Json(refused)).GetProperty("errors").GetProperty("questions")[0].GetProperty("code").GetString()
        );
    }

    [Fact]
    public async Task A_foreign_survey_answers_exactly_like_one_that_does_not_exist()
    {
        var (client, initiative) = await Begin(site, (await site.SignedIn()).Org);
        var address = (
            await client.PostAsync($"/api/v1/initiatives/{initiative}/surveys", Body($$"""{"definition":{{Definition}}}"""))
        ).Headers.Location!.ToString();
        var stranger = await site.Bearer((await site.SignedIn()).Org);
        foreach (
            var (foreign, missing) in new[]
            {
                (address, $"/api/v1/surveys/{Guid.NewGuid()}"),
                ($"/api/v1/initiatives/{initiative}", $"/api/v1/initiatives/{Guid.NewGuid()}"),
            }
        )
        {
            var (one, other) = (await stranger.GetAsync(foreign), await stranger.GetAsync(missing));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (one.StatusCode, other.StatusCode));
            Assert.Equal((await Json(one)).GetProperty("detail").GetString(), (await Json(other)).GetProperty("detail").GetString());
        }
    }
}
