using System.Net;

namespace NeedsSurvey.Web.Tests.Hosting;

/// <summary>What every answer carries, and what errors look like.</summary>
public sealed class HeaderTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/no/such/page")]
    [InlineData("/site.css")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var client = site.NewClient();
        using var answer = await client.GetAsync(path);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    // Monitors, balancers and link checkers.
    [Theory]
    [InlineData("/")]
    [InlineData("/health/ready")]
    [InlineData("/docs")]
    public async Task HEAD_is_answered_like_GET_without_the_body(string path)
    {
        using var client = site.NewClient();
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_program_without_a_key_is_told_how_one_is_sent()
    {
        using var client = site.NewClient();
        using var answer = await client.GetAsync("/api/v1/organisations");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Authorization: Bearer KEY", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_does_not_exist_is_a_friendly_page_for_a_browser()
    {
        using var visitor = site.NewPageClient();
        var page = await visitor.Open("/no/such/page");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("Page not found", page.Heading);
    }

    [Fact]
    public async Task A_page_that_does_not_exist_is_problem_details_with_a_code_for_a_script()
    {
        using var client = site.NewClient();
        using var answer = await client.GetAsync("/api/v1/nothing");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"code\":\"not_found\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Styles(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/site.css?v=1") { Headers = { { "Accept-Encoding", "br" } } };
        return await client.SendAsync(request);
    }

    [Fact]
    public async Task A_file_of_ours_is_compressed()
    {
        using var client = site.NewClient();
        using var answer = await Styles(client);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task A_file_of_ours_is_kept_for_good_under_its_hash()
    {
        using var client = site.NewClient();
        using var answer = await Styles(client);
        Assert.True(answer.Headers.CacheControl?.MaxAge > TimeSpan.FromDays(300));
    }

    [Fact]
    public async Task A_file_that_the_browser_has_is_not_sent_again()
    {
        using var client = site.NewClient();
        using var answer = await Styles(client);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/site.css")
        {
            Headers = { { "If-None-Match", answer.Headers.ETag!.ToString() } },
        };
        using var unchanged = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_ready_program_says_so()
    {
        using var client = site.NewClient();
        Assert.Equal("live\n", await client.GetStringAsync("/health/live"));
        Assert.Equal("ready\n", await client.GetStringAsync("/health/ready"));
    }
}
