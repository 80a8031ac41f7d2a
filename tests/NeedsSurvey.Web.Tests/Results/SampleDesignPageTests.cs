using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Web.Tests.Needs;

namespace NeedsSurvey.Web.Tests.Results;

/// <summary>Saying how people were drawn, on the page and through the API.</summary>
public sealed class SampleDesignPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Definition = """
        {"title": "Drawn", "questions": [
          {"type": "select_one", "name": "area", "group_role": "area", "label": "Where?", "choices": [
            {"name": "north", "label": "North"}, {"name": "south", "label": "South"}]},
          {"type": "text", "name": "street", "label": "Which street?"}]}
        """;

    private async Task<(SignedInPerson Owner, string Base, string Slug)> Survey()
    {
        var owner = await site.SignedIn();
        var organisation = new TestOrganisation(site.Data, owner.OrganisationId, owner.Org, []);
        var initiative = await organisation.Initiative("Drawn");
        var slug = await initiative.Draft(Domain.Surveys.SurveyJson.Read(Definition).Definition!);
        await site.Data.Publish(slug);
        return (owner, $"/o/{owner.Org}/{initiative.Slug}/surveys/{slug}", slug);
    }

    [Fact]
    public async Task The_outline_leads_to_the_page_and_what_is_saved_is_on_it()
    {
        var (owner, here, _) = await Survey();
        var page = (await (await owner.Pages.Open(here)).Follow("How people were reached")).Sound();
        Assert.Contains("no margin of error applies", page.Words, StringComparison.Ordinal);
        page = await page.Press(
            "Save",
            ("sampleDesign", "probability_sample"),
            ("strata", "area"),
            ("cluster", "street"),
            ("people.0.0", "300"),
            ("people.0.1", "1 250"),
            ("with.0.1", "north")
        );
        page.Sound();
        Assert.Contains("Saved.", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            ("area", "street", "300", "1250", "north"),
            (page.Value("strata"), page.Value("cluster"), page.Value("people.0.0"), page.Value("people.0.1"), page.Value("with.0.1"))
        );
    }

    [Fact]
    public async Task What_cannot_be_comes_back_filled_in_with_the_error_at_its_field()
    {
        var (owner, here, _) = await Survey();
        var form = await owner.Pages.Open(here + "/sample-design");
        var page = await form.Press("Save", ("sampleDesign", "opt_in"), ("cluster", "street"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("nobody was drawn", page.Sound().Words, StringComparison.Ordinal);
        page = await form.Press("Save", ("sampleDesign", "census"), ("strata", "area"), ("people.0.0", "300"));
        Assert.Equal("300", page.Sound().Value("people.0.0"));
        Assert.Contains("“South” is not known", page.Words, StringComparison.Ordinal);
        page = await form.Press("Save", ("sampleDesign", "census"), ("strata", "area"), ("people.0.0", "many"), ("people.0.1", "3"));
        Assert.Contains("Enter the number of people", page.Sound().Words, StringComparison.Ordinal);
        // Numbers of strata that are not chosen do not count.
        page = await form.Press("Save", ("sampleDesign", "census"), ("strata", ""), ("people.0.0", "many"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task What_was_saved_in_another_window_is_not_written_over_without_a_word()
    {
        var (owner, here, _) = await Survey();
        var (first, second) = (await owner.Pages.Open(here + "/sample-design"), await owner.Pages.Open(here + "/sample-design"));
        await first.Press("Save", ("sampleDesign", "census"));
        second = await second.Press("Save", ("sampleDesign", "probability_sample"));
        Assert.Equal((HttpStatusCode.Conflict, "probability_sample"), (second.Status, second.Sound().Value("sampleDesign")));
        Assert.Equal("census", (await second.Follow("What is stored now (opens a new tab)")).Value("sampleDesign"));
    }

    [Fact]
    public async Task The_API_refuses_a_revision_that_is_no_longer_stored()
    {
        var (owner, _, slug) = await Survey();
        using var client = await site.Bearer(owner.Org);
        var opened = JsonElement.Parse(await client.GetStringAsync($"/api/v1/surveys/{slug}/sample-design")).GetProperty("revision");
        Assert.Equal(HttpStatusCode.OK, await Put(client, slug, $$"""{"sampleDesign": "census", "revision": "{{opened}}"}"""));
        Assert.Equal(HttpStatusCode.Conflict, await Put(client, slug, $$"""{"sampleDesign": "opt_in", "revision": "{{opened}}"}"""));
        Assert.Equal(HttpStatusCode.OK, await Put(client, slug, """{"sampleDesign": "opt_in"}"""));
    }

    private static async Task<HttpStatusCode> Put(HttpClient client, string slug, string body)
    {
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        using var answer = await client.PutAsync($"/api/v1/surveys/{slug}/sample-design", content);
        return answer.StatusCode;
    }

    [Fact]
    public async Task What_the_answers_speak_against_is_on_the_page_and_in_the_API()
    {
        var (owner, here, slug) = await Survey();
        foreach (var street in (string[])["High Street", "high street"])
            (
                await site.Get<SubmitResponse>().Run(new(slug, Guid.NewGuid(), "en", JsonElement.Parse($$"""{"street": "{{street}}"}""")))
            ).OrThrow();
        using var client = await site.Bearer(owner.Org);
        using var answer = await client.PutAsync(
            $"/api/v1/surveys/{slug}/sample-design",
            new StringContent("""{"sampleDesign": "census", "cluster": "street"}""", MediaTypeHeaderValue.Parse("application/json"))
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var saved = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("one_cluster", saved.GetProperty("faults")[0].GetProperty("kind").GetString());
        Assert.Contains("in the same cluster", saved.GetProperty("faults")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("in the same cluster", (await owner.Pages.Open(here + "/sample-design")).Sound().Words, StringComparison.Ordinal);
        Assert.Equal(
            saved.GetRawText(),
            JsonElement.Parse(await client.GetStringAsync($"/api/v1/surveys/{slug}/sample-design")).GetRawText()
        );
    }

    [Fact]
    public async Task A_question_that_does_not_exist_is_refused_by_the_API()
    {
        var (owner, _, slug) = await Survey();
        using var client = await site.Bearer(owner.Org);
        using var answer = await client.PutAsync(
            $"/api/v1/surveys/{slug}/sample-design",
            new StringContent("""{"sampleDesign": "census", "cluster": "hosue"}""", MediaTypeHeaderValue.Parse("application/json"))
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("no_such_cluster", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
