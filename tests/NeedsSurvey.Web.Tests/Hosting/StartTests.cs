// The program as people start, stop and kill it. Each test has a data directory and a PostgreSQL of its own.

namespace NeedsSurvey.Web.Tests.Hosting;

/// <summary>Faults 50 to 54 of threat-model.md as far as start and stop go, and the exit codes of deployment.md.</summary>
public sealed class StartTests(StartTests.Prepared prepared) : IClassFixture<StartTests.Prepared>, IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("needssurvey-start-").FullName;

    private string Data => Path.Combine(directory, "data");

    [Fact]
    public async Task SIGTERM_ends_all_that_a_start_on_nothing_began()
    {
        await using var program = ProgramProcess.Start(Data);
        await program.UntilReady();
        Assert.Contains($"ready at {program.Address.ToString().TrimEnd('/')}", program.Output, StringComparison.Ordinal);
        Assert.Equal(0, await program.Stop());
        Assert.Null(ProgramProcess.ServerOf(Data));
    }

    [SlowFact]
    public async Task Fault_P6_letters_with_accents_have_small_ones_in_a_server_of_its_own()
    {
        prepared.CopyTo(Data);
        await using var program = await ProgramProcess.Start(Data).UntilReady();
        var database = TestDatabase.At(ProgramProcess.ConnectionTo(Data));
        Assert.Equal("ä é ж a", await database.Db.One<string>("select lower('Ä É Ж A')"));
        // Still in the order of bytes.
        Assert.True(await database.Db.One<bool>("select 'Z' < 'a' and 'z' < 'ä'"));
        await database.Sources.DisposeAsync();
    }

    [SlowFact]
    public async Task After_kill_9_the_server_that_was_left_belongs_to_the_next_start()
    {
        prepared.CopyTo(Data);
        await using (var killed = ProgramProcess.Start(Data))
        {
            await killed.UntilReady();
            await killed.Kill();
        }
        var orphan = Assert.NotNull(ProgramProcess.ServerOf(Data));
        await using var program = ProgramProcess.Start(Data);
        await program.UntilReady();
        Assert.Equal(orphan, ProgramProcess.ServerOf(Data));
        Assert.Equal(0, await program.Stop());
        Assert.Null(ProgramProcess.ServerOf(Data));
    }

    [SlowFact]
    public async Task The_program_recovers_from_a_PostgreSQL_killed_under_it()
    {
        prepared.CopyTo(Data);
        await using var program = ProgramProcess.Start(Data);
        await program.UntilReady();
        var server = Assert.NotNull(ProgramProcess.ServerOf(Data));
        ProgramProcess.Signal(server, UnixSignal.Kill);
        await WaitFor(() => ProgramProcess.ServerOf(Data) is { } now && now != server);
        await program.UntilReady();
        Assert.Contains("started again", program.Errors, StringComparison.Ordinal);
    }

    [SlowFact]
    public async Task It_starts_again_after_both_were_killed_beside_a_stale_pid_file()
    {
        prepared.CopyTo(Data);
        await using (var killed = ProgramProcess.Start(Data))
        {
            await killed.UntilReady();
            var server = Assert.NotNull(ProgramProcess.ServerOf(Data));
            await killed.Kill();
            ProgramProcess.Signal(server, UnixSignal.Kill);
        }
        // A number that some other living process has by now: this one's.
        var file = Path.Combine(Data, "pgdata", "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(file);
        lines[0] = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(file, lines);

        await using var program = ProgramProcess.Start(Data);
        await program.UntilReady();
    }

    [Fact]
    public async Task A_second_serve_on_the_same_data_directory_exits_2_with_that_reason()
    {
        prepared.CopyTo(Data);
        await using var first = ProgramProcess.Start(Data);
        await first.UntilReady();
        await using var second = ProgramProcess.Start(Data);
        Assert.Equal(2, await second.UntilEnd());
        Assert.Contains("already running on the data directory", second.Errors, StringComparison.Ordinal);
        await first.UntilReady();
    }

    [SlowFact]
    public async Task Another_verb_uses_the_running_server_without_stopping_it()
    {
        prepared.CopyTo(Data);
        await using var serving = ProgramProcess.Start(Data);
        await serving.UntilReady();
        await using var migrating = ProgramProcess.Start(Data, ["migrate"]);
        Assert.Equal(0, await migrating.UntilEnd());
        Assert.Contains("up to date", migrating.Errors, StringComparison.Ordinal);
        await serving.UntilReady();
    }

    [SlowFact]
    public async Task A_verb_alone_runs_the_server_for_as_long_as_it_takes()
    {
        await using var migrating = ProgramProcess.Start(Data, ["migrate"]);
        Assert.Equal(0, await migrating.UntilEnd());
        Assert.Contains("Applied", migrating.Errors, StringComparison.Ordinal);
        Assert.Null(ProgramProcess.ServerOf(Data));
    }

    [SlowTheory]
    [InlineData("fsync")]
    [InlineData("synchronous_commit")]
    public async Task A_server_that_may_forget_what_it_acknowledged_is_refused_in_words(string setting)
    {
        prepared.CopyTo(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "pgdata", "local.conf"), $"{setting} = off\n");
        await using var program = ProgramProcess.Start(Data);
        Assert.Equal(1, await program.UntilEnd());
        Assert.Contains($"{setting} = off", program.Errors, StringComparison.Ordinal);
        Assert.Null(ProgramProcess.ServerOf(Data));
    }

    [Fact]
    public async Task Data_of_another_major_version_is_refused_untouched()
    {
        Directory.CreateDirectory(Path.Combine(Data, "pgdata"));
        await File.WriteAllTextAsync(Path.Combine(Data, "pgdata", "PG_VERSION"), "9\n");
        await using var program = ProgramProcess.Start(Data);
        Assert.Equal(1, await program.UntilEnd());
        Assert.Contains("was made by PostgreSQL 9", program.Errors, StringComparison.Ordinal);
        Assert.Equal(["PG_VERSION"], Directory.GetFileSystemEntries(Path.Combine(Data, "pgdata")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_busy_port_is_said_in_one_sentence()
    {
        prepared.CopyTo(Data);
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        await using var program = ProgramProcess.Start(Data, null, ("ASPNETCORE_URLS", $"http://{taken.LocalEndpoint}"));
        Assert.Equal(1, await program.UntilEnd());
        // Fresh machines, 12: no stack, no JSON. As root, who the server runs as may be said before.
        var said = program.Errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            [
                $"Cannot listen on http://{taken.LocalEndpoint}: another program uses the address. "
                    + "Stop that program, or set another address with ASPNETCORE_URLS.",
            ],
            said.Where(line => !line.StartsWith("PostgreSQL cannot run as root", StringComparison.Ordinal))
        );
    }

    [SlowFact]
    public async Task A_database_that_is_absent_is_waited_for_without_a_crash()
    {
        await using var program = ProgramProcess.Start(
            Data,
            null,
            ("ConnectionStrings__Postgres", "Host=127.0.0.1;Port=1;Username=x;Database=x")
        );
        using var client = new HttpClient { BaseAddress = program.Address };
        await WaitFor(() => program.Errors.Contains("cannot be reached yet", StringComparison.Ordinal));
        Assert.Equal("live\n", await client.GetStringAsync("health/live"));
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, (await client.GetAsync("health/ready")).StatusCode);
        using var page = await client.GetAsync("");
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.NotNull(page.Headers.RetryAfter);
        Assert.Equal(0, await program.Stop());
    }

    [SlowFact]
    public async Task A_long_path_with_spaces_and_apostrophes_works_too()
    {
        var deep = Path.Combine(directory, "the museum's own data", new string('x', 80), "data");
        await using var program = ProgramProcess.Start(deep);
        await program.UntilReady();
        Assert.Equal(0, await program.Stop());
    }

    [Fact]
    public async Task An_unknown_verb_or_option_exits_2()
    {
        await using var program = ProgramProcess.Start(Data, ["fly"]);
        Assert.Equal(2, await program.UntilEnd());
        Assert.Contains("fly", program.Errors, StringComparison.Ordinal);
        Assert.Equal("", program.Output.Trim());
    }

    /// <summary>A data directory that the program has made and left in good order; copies of it save each test making its own.</summary>
    public sealed class Prepared : IAsyncLifetime
    {
        private readonly string directory = Directory.CreateTempSubdirectory("needssurvey-prepared-").FullName;

        public async Task InitializeAsync()
        {
            await using var migrating = ProgramProcess.Start(Path.Combine(directory, "data"), ["migrate"]);
            Assert.Equal(0, await migrating.UntilEnd());
        }

        /// <summary>Copies it, with owners and rights.</summary>
        public void CopyTo(string directory)
        {
            using var copy = System.Diagnostics.Process.Start("cp", ["-a", Path.Combine(this.directory, "data"), directory]);
            copy.WaitForExit();
            Assert.Equal(0, copy.ExitCode);
        }

        public Task DisposeAsync()
        {
            Directory.Delete(directory, recursive: true);
            return Task.CompletedTask;
        }
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private static async Task WaitFor(Func<bool> condition)
    {
        for (var i = 0; i < 9000 && !condition(); i++)
            await Task.Delay(20);
        Assert.True(condition());
    }
}
