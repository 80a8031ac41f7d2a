using System.Net;
using System.Text.RegularExpressions;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>What a request says about itself is not believed (threat-model.md 1, 4, 5).</summary>
public sealed partial class ForgedHeaderTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_forged_host_never_enters_a_link()
    {
        var owner = await site.SignedIn();
        var form = await FormToken.Of(site, owner.Session);
        using var client = site.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/o/{owner.Org}/people/invite")
        {
            Content = new FormUrlEncodedContent([new("token", form.Token), new("role", "Viewer")]),
        };
        request.Headers.Host = "evil.example";
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("Cookie", form.Cookies);
        using var answer = await client.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("/join?token=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_forwarded_address_does_not_get_past_the_throttle()
    {
        using var client = site.NewClient();
        for (var i = 0; i < SignInThrottle.PairLimit; i++)
            Assert.Equal(HttpStatusCode.BadRequest, await Try(site, client, "victim@example.org", $"203.0.113.{i}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(site, client, "victim@example.org", "203.0.113.99"));
    }

    [Fact]
    public async Task Behind_one_proxy_of_ones_own_only_what_that_proxy_wrote_counts()
    {
        var behind = await TestSite.New(new Settings { ForwardedHops = 1 });
        try
        {
            using var client = behind.NewClient();
            for (var i = 0; i < SignInThrottle.PairLimit; i++)
                Assert.Equal(HttpStatusCode.BadRequest, await Try(behind, client, "victim@example.org", $"203.0.113.{i}, 198.51.100.7"));
            Assert.Equal(HttpStatusCode.TooManyRequests, await Try(behind, client, "victim@example.org", "203.0.113.99, 198.51.100.7"));
            Assert.Equal(HttpStatusCode.BadRequest, await Try(behind, client, "victim@example.org", "203.0.113.99, 198.51.100.8"));
        }
        finally
        {
            await behind.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_page_as_a_wrong_password()
    {
        var email = $"{Guid.NewGuid()}@example.org";
        var org = (await site.SignedIn()).Org;
        var link = (await site.Get<InviteMember>().Run(Actor.Operator, org, new(Role.Viewer), default)).OrThrow();
        (
            await site.Get<AcceptInvitation>().Run(new AcceptInvitation.Command(link.Token, "Ana", email, "seven quiet lanterns"), default)
        ).OrThrow();
        var pages = new List<string>();
        foreach (var address in new[] { email, $"{Guid.NewGuid()}@example.org" })
        {
            using var visitor = site.NewPageClient();
            var page = await (await visitor.Open("/sign-in")).Press("Sign in", ("email", address), ("password", "not the password"));
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            pages.Add(Token().Replace(page.Html.Replace(address, "…", StringComparison.Ordinal), "…"));
        }
        Assert.Equal(pages[0], pages[1]);
    }

    private static async Task<HttpStatusCode> Try(TestSite where, HttpClient client, string email, string forwarded)
    {
        using var page = await client.GetAsync("/sign-in");
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(where.Address, "/sign-in"))
        {
            Content = new FormUrlEncodedContent([new("token", token), new("email", email), new("password", "not the password")]),
        };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        request.Headers.Add("X-Forwarded-For", forwarded);
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            Assert.Contains("too many wrong tries", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return answer.StatusCode;
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
