using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NeedsSurvey.App.Exchange;

namespace NeedsSurvey.Web.Tests.Hosting.Faults;

/// <summary>Fault 3: who reads an export slowly holds nothing that others need.</summary>
public sealed class SlowDownloadTests(TestSite site) : IClassFixture<TestSite>
{
    private const int Readers = 45;

    [SlowFact]
    public async Task Fault_3_forty_five_slow_readers_of_an_export_hold_no_connection()
    {
        var (org, slug) = await Answered(site, rows: 6_000);
        using var client = await Slow(site, org);
        var reading = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Begin(client, slug)));
        try
        {
            Assert.All(reading, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
            Assert.True(site.Get<ExportSpool>().Held > Readers * 3_000_000L, "They are still being read.");
            Assert.Equal(0, await site.Database.Db.One<long>(BusySql));
            using var people = site.NewClient();
            var started = Stopwatch.StartNew();
            Assert.Equal(HttpStatusCode.Created, await people.Submit(slug));
            Assert.Equal(HttpStatusCode.OK, (await people.GetAsync("s/" + slug)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await people.GetAsync("receipt")).StatusCode);
            // A connection that is waited for takes two seconds before it is refused.
            Assert.True(started.Elapsed < TimeSpan.FromSeconds(2), started.Elapsed.ToString());
        }
        finally
        {
            foreach (var answer in reading)
                answer.Dispose();
        }
        for (var waited = 0; site.Get<ExportSpool>().Held > 0; waited += 50)
        {
            Assert.True(waited < 20_000, "Files of readers who have gone are still held.");
            await Task.Delay(50);
        }
    }

    [Theory]
    [InlineData(20_000, 0, "larger than the server sends")]
    [InlineData(long.MaxValue, long.MaxValue, "too little room")]
    public async Task Fault_3_an_export_without_room_for_its_file_is_refused_in_words(long bytes, long leaveFree, string words)
    {
        var small = await TestSite.New(new() { ExportSpool = new(bytes, leaveFree) });
        var (org, slug) = await Answered(small, rows: 100);
        using var client = await small.Bearer(org);
        using var refused = await client.GetAsync($"api/v1/surveys/{slug}/export?format=csv");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains(words, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, small.Get<ExportSpool>().Held);
        await small.DisposeAsync();
    }

    [Fact]
    public async Task Fault_3_files_that_a_killed_program_left_are_removed_at_the_next_start()
    {
        var data = Directory.CreateTempSubdirectory("needssurvey-left-").FullName;
        var exports = Directory.CreateDirectory(Path.Combine(data, "exports")).FullName;
        await File.WriteAllTextAsync(Path.Combine(exports, "left.part"), "answers");
        var again = await TestSite.New(new() { DataDirectory = data });
        Assert.Empty(Directory.GetFiles(exports));
        await again.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private static async Task<HttpResponseMessage> Begin(HttpClient client, string slug) =>
        await client.GetAsync($"api/v1/surveys/{slug}/export?format=csv", HttpCompletionOption.ResponseHeadersRead);

    /// <summary>A client whose system takes little ahead of what is read.</summary>
    private static async Task<HttpClient> Slow(TestSite site, string org)
    {
        using var key = await site.Bearer(org);
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                ConnectCallback = async (context, stop) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
                    await socket.ConnectAsync(context.DnsEndPoint, stop);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        )
        {
            BaseAddress = site.Address,
        };
        client.DefaultRequestHeaders.Authorization = key.DefaultRequestHeaders.Authorization;
        return client;
    }

    private static async Task<(string Org, string Slug)> Answered(TestSite site, int rows)
    {
        var slug = await site.Data.Survey(SampleSurveys.OneQuestion);
        await site.Database.Execute(
            $$"""
            insert into response (survey_id, response_id, version, language, received_on, answers, submission_hash, receipt_hash)
            select survey_id, gen_random_uuid(), 1, 'en', current_date, jsonb_build_object('story', repeat('Rent, again. ', 60) || n),
                sha256(n::text::bytea), sha256(n::text::bytea)
            from survey, generate_series(1, {{rows}}) n where slug = '{{slug}}'
            """
        );
        return (
            await site.Database.Db.One<string>(
                "select o.slug from organisation o join survey s using (organisation_id) where s.slug = @slug",
                new { slug }
            ),
            slug
        );
    }

    private const string BusySql =
        "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'";
}
