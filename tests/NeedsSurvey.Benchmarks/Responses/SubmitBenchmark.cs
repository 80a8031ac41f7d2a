using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NeedsSurvey.App.Database;
using NeedsSurvey.Benchmarks.Support;
using NeedsSurvey.Testing;
using Npgsql;

namespace NeedsSurvey.Benchmarks.Responses;

/// <summary>
/// Durable, validated submissions a second over HTTP on 64 connections, against <c>pgbench</c> inserting single rows of the same form into
/// the same table over 8 connections, prepared. Every acknowledged submission must be stored, and nothing else; then p99 at half that
/// rate. With <c>--rows</c>, so many responses are stored before.
/// </summary>
internal static class SubmitBenchmark
{
    private static readonly string[] Answers = [.. Enumerable.Range(0, 1000).Select(TwentyQuestions.Answers)];

    public static async Task Run(Amount amount)
    {
        await using var program = await ProgramUnderTest.Start(amount.Rows ?? 0);
        using var client = program.NewClient(Load.Connections);
        var acknowledged = await program.Count(ProgramUnderTest.Survey);
        var idle = program.Resident();
        Measurement.Say(
            $"submissions of {TwentyQuestions.Names.Count} answers, {Load.Connections} connections, {acknowledged:#,0} stored before, ",
            $"{amount.Seconds} s a run"
        );

        await Submit(Math.Min(5, amount.Seconds));
        var rate = await Measurement.Compare(
            amount,
            "submissions/s",
            higherIsBetter: true,
            "pgbench, single-row insert, 8 clients",
            () => Pgbench(program, amount.Seconds),
            "POST /s/{slug}/responses",
            () => Submit(amount.Seconds)
        );

        var slowest = new List<double>();
        for (var run = 0; run < amount.Runs; run++)
        {
            var waits = new List<double>();
            await Submit(amount.Seconds, rate / 2, waits);
            slowest.Add(Load.Percentile(waits, 0.99));
        }
        Measurement.Print("p99", "at half that rate", slowest, "ms");
        Measurement.Say($"  memory    {idle:0} MB before, {program.Resident():0} MB after");
        if (await program.Count(ProgramUnderTest.Survey) is var stored && stored != acknowledged)
            throw new UncleanException($"{acknowledged} were acknowledged and {stored} are stored");

        Task<double> Submit(int seconds, double? perSecond = null, List<double>? waits = null) =>
            Load.Run(client, NewSubmission, HttpStatusCode.Created, seconds, done => acknowledged += done, perSecond, waits);
    }

    private static HttpRequestMessage NewSubmission()
    {
        var body = Encoding.UTF8.GetBytes(
            $$"""{"submission":"{{Guid.NewGuid()}}","language":"en","answers":{{Answers[Random.Shared.Next(Answers.Length)]}}}"""
        );
        return new(HttpMethod.Post, new Uri($"s/{ProgramUnderTest.Slug}/responses", UriKind.Relative))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
    }

    private static async Task<double> Pgbench(ProgramUnderTest under, int seconds)
    {
        var binaries = await PostgresBinaries.Find(null, DataDirectory.Open(under.DataDirectory), null, CancellationToken.None);
        var program = BesidePostgres(binaries, "pgbench");
        var script = Path.Combine(under.DataDirectory, "insert.sql");
        // pgbench takes a colon with a word behind it for a variable of its own.
        var row = Answers[0].Replace("'", "''", StringComparison.Ordinal).Replace("\":", "\": ", StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            script,
            $$"""
            insert into response (survey_id, response_id, version, language, received_on, answers, submission_hash, receipt_hash)
            values ('{{ProgramUnderTest.BaselineSurvey}}', gen_random_uuid(), 1, 'en', current_date, '{{row}}',
                    sha256(gen_random_uuid()::text::bytea), sha256(gen_random_uuid()::text::bytea));
            """
        );
        var server = new NpgsqlConnectionStringBuilder(ProgramProcess.ConnectionTo(under.DataDirectory));
        var start = new ProcessStartInfo(
            program,
            ["-n", "-M", "prepared", "-c", "8", "-j", "2", "-T", seconds.ToString(CultureInfo.InvariantCulture), "-f", script]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PGHOST"] = server.Host,
                ["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture),
                ["PGUSER"] = server.Username,
                ["PGPASSWORD"] = server.Password,
                ["PGDATABASE"] = server.Database,
            },
        };
        using var pgbench = Process.Start(start)!;
        var errors = pgbench.StandardError.ReadToEndAsync();
        var words = await pgbench.StandardOutput.ReadToEndAsync();
        await pgbench.WaitForExitAsync();
        var tps = words.Split('\n').FirstOrDefault(line => line.StartsWith("tps = ", StringComparison.Ordinal))?.Split(' ')[2];
        if (pgbench.ExitCode != 0 || tps is null || !words.Contains("number of failed transactions: 0 ", StringComparison.Ordinal))
            throw new UncleanException($"pgbench ended with {pgbench.ExitCode}: {(await errors).Split('\n')[0]}");
        return double.Parse(tps, CultureInfo.InvariantCulture);
    }

    // A link to postgres may lead to where its other programs are.
    private static string BesidePostgres(PostgresBinaries? binaries, string name)
    {
        var postgres = binaries?.Program("postgres");
        return new[] { postgres, postgres is null ? null : File.ResolveLinkTarget(postgres, returnFinalTarget: true)?.FullName }
            .OfType<string>()
            .Select(path => Path.Combine(Path.GetDirectoryName(path)!, name))
            .FirstOrDefault(File.Exists)
            ?? throw new UncleanException($"{name} is not beside {postgres ?? "postgres"}; install PostgreSQL with its client programs");
    }
}
