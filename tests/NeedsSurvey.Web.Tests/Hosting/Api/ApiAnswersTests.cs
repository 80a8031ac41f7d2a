using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Tests.Hosting;

public sealed class ApiAnswersTests(TestSite site) : IClassFixture<TestSite>
{
    private static async Task<JsonElement> Read(HttpClient client, string path) =>
        JsonElement.Parse(await client.GetStringAsync($"/api/v1/initiatives/{path}"));

    [Fact]
    public async Task A_hearing_check_is_not_found_before_it_is_prepared()
    {
        var listening = await site.Listening();
        using var client = await site.Bearer(listening.Owner.Org);
        using var answer = await client.GetAsync($"/api/v1/initiatives/{listening.Id}/hearing-check");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.StatusCode, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_word_that_an_enumeration_does_not_have_is_refused_with_those_that_it_has()
    {
        var listening = await site.Listening();
        using var client = await site.Bearer(listening.Owner.Org);
        using var answer = await client.PutAsJsonAsync(
            $"/api/v1/surveys/{listening.Survey}/sample-design",
            new { sampleDesign = "random" }
        );
        var fault = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetProperty("$.sampleDesign")[0];
        Assert.Equal("One of: opt_in, probability_sample, census.", fault.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Without_known_shares_nobody_knows_whose_are_absent()
    {
        var listening = await site.Listening();
        await listening.Answer();
        using var client = await site.Bearer(listening.Owner.Org);
        var group = (await Read(client, $"{listening.Id}/representation")).GetProperty("items")[0];
        Assert.Equal(JsonValueKind.Null, group.GetProperty("absentShare").ValueKind);
    }

    [Theory]
    [InlineData(Role.Owner, "true")]
    [InlineData(Role.Viewer, "safe")]
    public async Task The_roadmap_says_which_figures_it_has(Role role, string figures)
    {
        var listening = await site.Listening();
        using var client = await site.Bearer(listening.Owner.Org, role);
        var roadmap = await Read(client, $"{listening.Id}/roadmap");
        Assert.Equal(figures, roadmap.GetProperty("figures").GetString());
    }

    // case clients 4: one shape for every list.
    [Fact]
    public async Task No_answer_is_a_bare_list() =>
        Assert.DoesNotContain((await ApiText.Of(site)).Operations, operation =>
            operation
                .Statuses.Where(status => status[0] == '2')
                .Any(status => (string?)operation.ContentOf(status)?["application/json"]?["schema"]?["type"] == "array")
        );
}
