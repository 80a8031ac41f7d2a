// The program as people run it: a process of its own on its own PostgreSQL in a scratch directory, with one open survey of twenty
// questions.

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NeedsSurvey.Testing;
using Npgsql;
using NpgsqlTypes;

namespace NeedsSurvey.Benchmarks.Support;

internal sealed class ProgramUnderTest : IAsyncDisposable
{
    public const string Slug = "twenty-questions";

    private readonly string directory = Directory.CreateTempSubdirectory("needssurvey-bench-").FullName;
    private ProgramProcess process = null!;

    public Uri Address => process.Address;
    public string DataDirectory => Path.Combine(directory, "data");

    /// <summary>A way to its database past the program, for baselines and for filling.</summary>
    public NpgsqlDataSource Database { get; private set; } = null!;

    /// <summary>An Organiser's API key.</summary>
    public string Key { get; private set; } = "";

    public static async Task<ProgramUnderTest> Start(int rows = 0)
    {
        var program = new ProgramUnderTest();
        program.process = await ProgramProcess.Start(program.DataDirectory).UntilReady();
        program.Database = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(ProgramProcess.ConnectionTo(program.DataDirectory))
            {
                CommandTimeout = 0,
                Options = "-c jit=off",
            }.ConnectionString
        );
        await program.Execute(SurveySql, Survey, TwentyQuestions.Definition);
        program.Key = await program.MakeKey();
        await program.Fill(rows);
        return program;
    }

    /// <summary>The survey's id; the baseline of <c>submit</c> fills another one.</summary>
    public static Guid Survey { get; } = new("b0000000-0000-4000-8000-000000000001");
    public static Guid BaselineSurvey { get; } = new("b0000000-0000-4000-8000-000000000002");

    /// <summary>A client that keeps to so many connections.</summary>
    public HttpClient NewClient(int connections) =>
        new(
            new SocketsHttpHandler
            {
                MaxConnectionsPerServer = connections,
                UseCookies = false,
                AllowAutoRedirect = false,
                PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
            }
        )
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromMinutes(10),
        };

    /// <summary>The running process's resident memory, in MB.</summary>
    public double Resident() => Field("VmRSS");

    /// <summary>The most it ever was.</summary>
    public double ResidentPeak() => Field("VmHWM");

    public async Task<long> Count(Guid survey)
    {
        await using var command = Database.CreateCommand("select count(*) from response where survey_id = $1");
        command.Parameters.Add(new() { Value = survey });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Statements that the program's connections have finished so far, in transactions of their own.</summary>
    public async Task<long> Transactions()
    {
        await using var command = Database.CreateCommand(
            "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()"
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task Execute(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask<int> Stop() => new(process.Stop());

    public async Task StartAgain() => process = await ProgramProcess.StartAt(Address, DataDirectory).UntilReady();

    public async ValueTask DisposeAsync()
    {
        if (Database is not null)
            await Database.DisposeAsync();
        await process.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private async Task Fill(int rows)
    {
        if (rows == 0)
            return;
        await using (var connection = await Database.OpenConnectionAsync())
        await using (
            var copy = await connection.BeginBinaryImportAsync(
                "copy response (survey_id, response_id, version, language, received_on, answers, submission_hash, receipt_hash) from "
                    + "stdin (format binary)"
            )
        )
        {
            for (var person = 0; person < rows; person++)
            {
                var id = Guid.NewGuid();
                await copy.StartRowAsync();
                await copy.WriteAsync(Survey);
                await copy.WriteAsync(id);
                await copy.WriteAsync(1);
                await copy.WriteAsync("en");
                await copy.WriteAsync(new DateOnly(2026, 3, 27).AddDays(person % 30));
                await copy.WriteAsync(TwentyQuestions.Answers(person), NpgsqlDbType.Jsonb);
                await copy.WriteAsync(SHA256.HashData(id.ToByteArray()));
                await copy.WriteAsync(SHA256.HashData(Encoding.ASCII.GetBytes(id.ToString())));
            }
            await copy.CompleteAsync();
        }
        // Otherwise the first reader pays for what every writer leaves behind.
        await Execute("vacuum (analyze) response");
        await Execute("checkpoint");
    }

    private async Task<string> MakeKey()
    {
        await using var verb = ProgramProcess.Start(
            DataDirectory,
            ["create-key", "--organisation", "bench", "--role", "Organiser", "--name", "bench"]
        );
        if (await verb.UntilEnd() != 0)
            throw new UncleanException("create-key failed: " + verb.Errors);
        return verb.Output.Trim();
    }

    private double Field(string name)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static readonly string SurveySql = $"""
        with o as (insert into organisation (organisation_id, slug, name, kind) values ($1, 'bench', 'Benchmark', 'organisation')),
             i as (insert into initiative (initiative_id, organisation_id, slug, title, stance)
                 values ($1, $1, 'bench', 'Benchmark', 'allyship')),
             s as (insert into survey (survey_id, initiative_id, organisation_id, slug, title, state, draft)
                   values ($1, $1, $1, '{Slug}', 'Twenty questions', 'open', $2::jsonb), ('{BaselineSurvey}', $1, $1, 'baseline',
                       'Baseline', 'closed', $2::jsonb))
        insert into survey_version (survey_id, version, definition) values ($1, 1, $2::jsonb), ('{BaselineSurvey}', 1, $2::jsonb)
        """;
}
