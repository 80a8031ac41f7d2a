using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>The room as JSON, and how keys may be carried.</summary>
public sealed class AccountsApiTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task An_organisation_replaced_by_its_id_is_read_by_its_slug()
    {
        var owner = await site.SignedIn();
        using var client = await site.Bearer(owner.Org);
        var put = await client.PutAsJsonAsync(
            $"/api/v1/organisations/{owner.OrganisationId}",
            new
            {
                name = "Riverside Museum",
                kind = "organisation",
                mission = "For the valley.",
                pillars = new[] { new { name = "Welcome", description = "Everyone." } },
            }
        );
        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        var read = await client.GetFromJsonAsync<JsonElement>($"/api/v1/organisations/{owner.Org}");
        Assert.Equal("Riverside Museum", read.GetProperty("name").GetString());
        Assert.Equal("organisation", read.GetProperty("kind").GetString());
        Assert.Equal("Welcome", read.GetProperty("pillars")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_key_lists_its_own_organisation_alone()
    {
        var owner = await site.SignedIn();
        using var client = await site.Bearer(owner.Org);
        var list = await client.GetFromJsonAsync<JsonElement>("/api/v1/organisations");
        Assert.Equal(owner.Org, Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("slug").GetString());
    }

    [Theory]
    [InlineData("""{"role": "viewer", "verified": true}""")]
    [InlineData("""{"role": "viewer", "role": "owner"}""")]
    [InlineData("""{"role": "emperor"}""")]
    [InlineData("""{"role": 0}""")]
    [InlineData("""{}""")]
    [InlineData("""{"role": "viewer", "email": "nowhere"}""")]
    public async Task A_body_whose_fields_do_not_fit_is_refused_with_problem_details(string body)
    {
        var owner = await site.SignedIn();
        using var client = await site.Bearer(owner.Org);
        using var answer = await client.PostAsync(
            $"/api/v1/organisations/{owner.Org}/invitations",
            new StringContent(body, Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("invalid", problem.GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Object, problem.GetProperty("errors").ValueKind);
    }

    [Fact]
    public async Task A_member_is_given_another_role()
    {
        var owner = await site.SignedIn();
        var viewer = await site.SignedIn(Role.Viewer, owner.Org);
        using var client = await site.Bearer(owner.Org);
        var members = $"/api/v1/organisations/{owner.Org}/members";
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await client.PutAsJsonAsync($"{members}/{viewer.Actor.Id}", new { role = "coder" })).StatusCode
        );
        var listed = await client.GetFromJsonAsync<JsonElement>(members);
        Assert.Equal(
            "coder",
            listed
                .GetProperty("items")
                .EnumerateArray()
                .Single(item => item.GetProperty("id").GetGuid() == viewer.Actor.Id)
                .GetProperty("role")
                .GetString()
        );
    }

    [Fact]
    public async Task A_removed_member_finds_nothing_any_more()
    {
        var owner = await site.SignedIn();
        var viewer = await site.SignedIn(Role.Viewer, owner.Org);
        using var client = await site.Bearer(owner.Org);
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await client.DeleteAsync($"/api/v1/organisations/{owner.Org}/members/{viewer.Actor.Id}")).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await viewer.Pages.Open($"/o/{owner.Org}/people")).Status);
    }

    [Fact]
    public async Task The_last_owner_is_not_removed()
    {
        var owner = await site.SignedIn();
        using var client = await site.Bearer(owner.Org);
        var last = await client.DeleteAsync($"/api/v1/organisations/{owner.Org}/members/{owner.Actor.Id}");
        Assert.Equal(
            (HttpStatusCode.Conflict, "last_owner"),
            (last.StatusCode, (await last.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString())
        );
    }

    [Fact]
    public async Task A_key_counts_in_the_Authorization_header_only()
    {
        var owner = await site.SignedIn();
        var key = await site.Data.Key(owner.Org);
        using var client = site.NewClient();
        foreach (
            var path in new[]
            {
                $"/api/v1/organisations?key={key}",
                $"/api/v1/organisations?access_token={key}",
                $"/api/v1/organisations?api_key={key}",
            }
        )
        {
            using var answer = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        }
        using var basic = new HttpRequestMessage(HttpMethod.Get, "/api/v1/organisations")
        {
            Headers = { Authorization = new("Basic", key) },
        };
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(basic)).StatusCode);
    }

    [Fact]
    public async Task A_strangers_body_is_not_even_read()
    {
        using var client = site.NewClient();
        using var answer = await client.PostAsync(
            "/api/v1/organisations/riverside/keys",
            new StringContent("{ this is not JSON", Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    // case clients 4: a key belongs to one organisation and to no person, so nobody would own what it made.
    [Fact]
    public async Task No_route_makes_organisations_with_a_key()
    {
        var owner = await site.SignedIn();
        using var client = await site.Bearer(owner.Org);
        var answer = await client.PostAsJsonAsync("/api/v1/organisations", new { name = "Another", kind = "organisation" });
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }
}
