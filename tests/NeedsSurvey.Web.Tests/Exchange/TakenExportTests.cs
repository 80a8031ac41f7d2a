// An export taken with the verb, and one whose reader goes away.

using System.Text;
using NeedsSurvey.App.Exchange;

namespace NeedsSurvey.Web.Tests.Exchange;

public sealed class TakenExportTests(TestSite site) : IClassFixture<TestSite>, IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("needssurvey-export-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private const string Mine = "pid <> pg_backend_pid() and datname = current_database() and application_name = 'NeedsSurvey'";

    private async Task<(string Org, string Slug)> Answered(int rows)
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
        var org = await site.Database.Db.One<string>(
            "select o.slug from organisation o join survey s using (organisation_id) where s.slug = @slug",
            new { slug }
        );
        return (org, slug);
    }

    [SlowFact]
    public async Task A_reader_who_goes_away_while_it_is_made_leaves_no_busy_connection_behind()
    {
        var (org, slug) = await Answered(60_000);
        using var client = await site.Bearer(org);
        for (var time = 0; time < 3; time++)
        {
            using var gone = new CancellationTokenSource();
            var asked = client.GetAsync(new Uri($"api/v1/surveys/{slug}/export?format=csv", UriKind.Relative), gone.Token);
            while (await Busy() == 0)
                Assert.False(asked.IsCompleted, "It was over before it could be left.");
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
            await UntilFree();
        }
    }

    [SlowFact]
    public async Task A_reader_who_goes_away_in_the_middle_leaves_no_file_behind()
    {
        var (org, slug) = await Answered(60_000);
        using var client = await site.Bearer(org);
        using (
            var answer = await client.GetAsync(
                new Uri($"api/v1/surveys/{slug}/export?format=csv", UriKind.Relative),
                HttpCompletionOption.ResponseHeadersRead
            )
        )
        {
            await using var body = await answer.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[100_000]);
            Assert.True(site.Get<ExportSpool>().Held > 0, "It is still being read: there is more of it than the network holds.");
            Assert.Equal(0, await Busy());
        }
        for (var waited = 0; site.Get<ExportSpool>().Held > 0; waited += 50)
        {
            Assert.True(waited < 30_000, "The file is still held.");
            await Task.Delay(50);
        }
    }

    private async Task UntilFree()
    {
        for (var waited = 0; await Busy() > 0; waited += 50)
        {
            Assert.True(waited < 30_000, "The connections are still held.");
            await Task.Delay(50);
        }
    }

    private Task<long> Busy() =>
        site.Database.Db.One<long>(
            $"select count(*) from pg_stat_activity where {Mine} and state <> 'idle' and query like '%counted_response%'"
        );

    private async Task<byte[]> FromTheWeb(string org, string slug)
    {
        using var client = await site.Bearer(org);
        return await client.GetByteArrayAsync(new Uri($"api/v1/surveys/{slug}/export?format=csv", UriKind.Relative));
    }

    [Fact]
    public async Task The_verb_writes_into_a_file_what_the_web_gives()
    {
        var (org, slug) = await Answered(300);
        var file = Path.Combine(directory, "answers.csv");
        Assert.Equal((0, ""), await Verb("export", slug, "--format", "csv", "--out", file));
        Assert.Equal(await FromTheWeb(org, slug), await File.ReadAllBytesAsync(file));
        Assert.Equal([file], Directory.GetFiles(directory));
    }

    [Fact]
    public async Task The_verb_prints_what_the_web_gives()
    {
        var (org, slug) = await Answered(300);
        var web = Encoding.UTF8.GetString(await FromTheWeb(org, slug)).ReplaceLineEndings("\n");
        Assert.Equal((0, web), await Verb("export", slug, "--format", "csv"));
    }

    [Theory]
    [InlineData("no-such-survey", "csv", "answers.csv", 2)]
    [InlineData(null, "exe", "answers.csv", 2)]
    [InlineData(null, "zip", "nowhere/answers.zip", 1)]
    public async Task The_verb_leaves_files_as_they_were_when_it_cannot_export(string? survey, string format, string name, int code)
    {
        var slug = survey ?? (await Answered(1)).Slug;
        var earlier = Path.Combine(directory, "answers.csv");
        await File.WriteAllTextAsync(earlier, "earlier");
        Assert.Equal((code, ""), await Verb("export", slug, "--format", format, "--out", Path.Combine(directory, name)));
        Assert.Equal("earlier", await File.ReadAllTextAsync(earlier));
        Assert.Equal([earlier], Directory.GetFileSystemEntries(directory));
    }

    private async Task<(int Code, string Output)> Verb(params string[] arguments)
    {
        await using var process = ProgramProcess.Start(
            Path.GetTempPath(),
            arguments,
            ("ConnectionStrings__Postgres", site.Database.ConnectionString)
        );
        var code = await process.UntilEnd();
        return (
            code,
            string.Concat(process.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r') + "\n"))
        );
    }
}
