using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace NeedsSurvey.Web.Tests.Hosting;

/// <summary>threat-model.md 26 to 28 and 33: what strangers may send to the one endpoint that takes JSON from everybody.</summary>
public sealed class HostileInputTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Path = "/s/no-such-survey/responses";
    private const string Good = """{"submission": "7b0f6a52-7a4e-4a7e-9d55-0f3c1f0f7a11", "language": "en", "answers": {}}""";

    public static TheoryData<string, byte[]> Broken =>
        new()
        {
            { "not JSON", "answers=1"u8.ToArray() },
            { "cut off", """{"submission": "7b0f"""u8.ToArray() },
            {
                "an unknown key",
                Encoding.UTF8.GetBytes(Good.Replace("\"language\"", "\"role\": \"Owner\", \"language\"", StringComparison.Ordinal))
            },
            {
                "a repeated key",
                Encoding.UTF8.GetBytes(Good.Replace("\"language\"", "\"language\": \"es\", \"language\"", StringComparison.Ordinal))
            },
            { "broken UTF-8", [.. "{\"language\": \""u8, 0xC3, 0x28, .. "\"}"u8] },
            { "a gzip bomb", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] },
            { "100,000 levels", Encoding.UTF8.GetBytes("{\"answers\": " + new string('[', 100_000) + new string(']', 100_000) + "}") },
            { "nothing", [] },
            { "null", "null"u8.ToArray() },
            { "a number", "1e400"u8.ToArray() },
            { "a wrong type", Encoding.UTF8.GetBytes(Good.Replace("\"en\"", "17", StringComparison.Ordinal)) },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Broken_JSON_is_refused_with_a_code_instead_of_a_stack(string what, byte[] body)
    {
        Assert.NotEmpty(what);
        using var answer = await Post(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()!);
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_refused_before_it_is_read()
    {
        using var answer = await Post(Encoding.UTF8.GetBytes("{\"language\": \"" + new string('x', 2 * 1024 * 1024) + "\"}"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("\"code\":\"too_large\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_method_is_refused_in_words()
    {
        using var client = site.NewClient();
        using var answer = await client.PutAsync("/health/live", new StringContent("x"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("\"code\":\"method_not_allowed\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_Host_enters_no_link()
    {
        using var client = site.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json") { Headers = { Host = "evil.example" } };
        using var answer = await client.SendAsync(request);
        Assert.DoesNotContain("evil.example", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_is_described_on_a_page_that_needs_no_script()
    {
        using var visitor = site.NewPageClient();
        var page = await visitor.Open("/docs");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("POST /s/{slug}/responses", page.Words, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("script, style, [style]"));
    }

    [SlowFact]
    public async Task When_every_connection_is_taken_people_are_told_to_come_back_within_seconds()
    {
        var connection = new Npgsql.NpgsqlConnectionStringBuilder(site.Database.ConnectionString) { MaxPoolSize = 1 };
        connection.Remove("Timeout");
        await using var sources = new App.Database.DataSources(connection.ConnectionString);
        Assert.Equal(2, new Npgsql.NpgsqlConnectionStringBuilder(sources.Reads.ConnectionString).Timeout);
        await using var crowded = Site.Build(new Web.Hosting.Settings { Urls = "http://127.0.0.1:0", ConnectionString = "given" }, sources);
        await crowded.StartAsync();
        await crowded.Services.GetRequiredService<Web.Hosting.Readiness>().Reach(_ => { }, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = new Uri(crowded.Urls.First()) };
        // Once before it counts: a first request also compiles its code.
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/s/anything/definition")).StatusCode);
        await using (await sources.Reads.OpenConnectionAsync())
        {
            // The answer comes while the connection is still taken; how long it waited is what the pool was told, not what a busy machine
            // took.
            using var answer = await client.GetAsync("/s/anything/definition");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/s/anything/definition")).StatusCode);
        await crowded.StopAsync();
    }

    [SlowFact]
    public async Task An_honest_slow_phone_is_served()
    {
        // 300 bytes a second: three times the least that is asked for.
        using var slow = new TcpClient();
        await slow.ConnectAsync(site.Address.Host, site.Address.Port);
        await using var stream = slow.GetStream();
        var body = Good + new string(' ', 600);
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST {Path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                    + $"{body.Length}\r\n\r\n"
            )
        );
        foreach (var part in body.Chunk(30))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(part));
            await Task.Delay(100);
        }
        var answer = await new StreamReader(stream).ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 404", answer, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Post(byte[] body)
    {
        using var client = site.NewClient();
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return await client.PostAsync(Path, content);
    }
}
