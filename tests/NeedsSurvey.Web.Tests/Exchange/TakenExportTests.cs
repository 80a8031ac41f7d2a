// An export taken with the verb, and one whose reader goes away.

using System.Net;
using System.Text;
using NeedsSurvey.Web.Tests.Accounts;

namespace NeedsSurvey.Web.Tests.Exchange;

public sealed class TakenExportTests(TestSite site) : IClassFixture<TestSite>
{
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

    [Fact]
    public async Task A_reader_who_goes_away_in_the_middle_leaves_no_query_and_no_transaction_behind()
    {
        var (org, slug) = await Answered(60_000);
        using var client = await site.Bearer(org);
        for (var time = 0; time < 3; time++)
        {
            using (
                var answer = await client.GetAsync(
                    new Uri($"api/v1/surveys/{slug}/export?format=csv", UriKind.Relative),
                    HttpCompletionOption.ResponseHeadersRead
                )
            )
            {
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                await using var body = await answer.Content.ReadAsStreamAsync();
                await body.ReadExactlyAsync(new byte[100_000]);
                Assert.True(await Busy() > 0, "It is still being read: there is more of it than the network holds.");
            }
            for (var waited = 0; await Busy() > 0; waited += 50)
            {
                Assert.True(waited < 30_000, "The connections are still held.");
                await Task.Delay(50);
            }
        }
    }

    private Task<long> Busy() =>
        site.Database.Db.One<long>(
            $"select count(*) from pg_stat_activity where {Mine} and state <> 'idle' and query like '%counted_response%'"
        );

    [Fact]
    public async Task The_verb_writes_what_the_web_gives_while_the_program_runs_and_leaves_no_half_file()
    {
        var (org, slug) = await Answered(300);
        using var client = await site.Bearer(org);
        var web = await client.GetByteArrayAsync(new Uri($"api/v1/surveys/{slug}/export?format=csv", UriKind.Relative));
        var directory = Directory.CreateTempSubdirectory("needssurvey-export-");
        try
        {
            var file = Path.Combine(directory.FullName, "answers.csv");
            Assert.Equal((0, ""), await Verb("export", slug, "--format", "csv", "--out", file));
            Assert.Equal(web, await File.ReadAllBytesAsync(file));
            Assert.Equal([file], Directory.GetFiles(directory.FullName));

            var (code, words) = await Verb("export", slug, "--format", "csv");
            Assert.Equal((0, Encoding.UTF8.GetString(web).ReplaceLineEndings("\n")), (code, words));

            Assert.Equal((2, ""), await Verb("export", "no-such-survey", "--format", "csv", "--out", file));
            Assert.Equal((2, ""), await Verb("export", slug, "--format", "exe", "--out", file));
            Assert.Equal((1, ""), await Verb("export", slug, "--out", Path.Combine(directory.FullName, "nowhere", "answers.zip")));
            Assert.Equal(web, await File.ReadAllBytesAsync(file));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
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
