// One PostgreSQL for all test processes of this user on this machine: the program's own embedded server, in memory where the machine has
// room for that, else in the temporary directory; joined by whoever comes and stopped by the last to leave. NEEDSSURVEY_TEST_POSTGRES
// names another server instead (a superuser's connection string). Databases are cloned from a template that is migrated once for each set
// of migrations.

using System.Security.Cryptography;
using System.Text;
using NeedsSurvey.App.Database;
using Npgsql;

namespace NeedsSurvey.Testing;

/// <summary>The PostgreSQL server that tests run on.</summary>
public sealed class TestServer
{
    private static readonly Lazy<Task<TestServer>> Shared = new(Start);
    private static readonly ToldOnce Missing = new("No PostgreSQL; the first failure says why.");

    private readonly string administration;
    private readonly string template;

    private TestServer(string administration, string template) => (this.administration, this.template) = (administration, template);

    /// <summary>
    /// The server, started on first use. Where it cannot be started, the first caller is told why and what to do, the others in one line
    /// that they fail of the same.
    /// </summary>
    public static async Task<TestServer> Get()
    {
        try
        {
            return await Shared.Value;
        }
        catch (StartException fault)
        {
            throw new NoServerException(fault.Message);
        }
    }

    /// <summary>There is nothing to run on; where in the tests that was found out says nothing.</summary>
    private sealed class NoServerException(string words) : Exception
    {
        // Asked for at each test of a class, whose fixture has thrown once.
        public override string Message => Missing.Tell(words);

        public override string? StackTrace => null;
    }

    /// <summary>Makes a database (a clone of the migrated template, or an empty one) and answers its connection string.</summary>
    public async Task<string> CreateDatabase(bool migrated = true)
    {
        var name = $"test_{Environment.ProcessId}_{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        await Run(administration, $"create database {name} template {(migrated ? template : "template0")}");
        return new NpgsqlConnectionStringBuilder(administration)
        {
            Database = name,
            Pooling = true,
            MaxPoolSize = 12,
            Timeout = 30,
        }.ConnectionString;
    }

    /// <summary>Drops a database of <see cref="CreateDatabase"/>, whoever is still connected.</summary>
    public Task DropDatabase(string connectionString) =>
        Run(administration, $"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");

    private static async Task<TestServer> Start()
    {
        var home = await Home();
        var directory = DataDirectory.Open(home);
        using var turn = await FileLock.Take(
            Path.Combine(home, "tests.lock"),
            TimeSpan.FromMinutes(3),
            "Another test run holds the lock.",
            CancellationToken.None
        );
        var administration = Environment.GetEnvironmentVariable("NEEDSSURVEY_TEST_POSTGRES") is { Length: > 0 } given
            ? given
            : await StartOwn(directory);
        var migrations = Encoding.UTF8.GetBytes(string.Concat(Migration.All.Select(file => file.Checksum)));
        var template = "template_" + Convert.ToHexStringLower(SHA256.HashData(migrations))[..16];
        administration = new NpgsqlConnectionStringBuilder(administration) { Pooling = false, Timeout = 15 }.ConnectionString;
        await MakeTemplate(administration, template);
        return new TestServer(administration, template);
    }

    // The server keeps every promise to the disk here too; a disk in memory keeps them at once. Databases of a whole run take about 1 GB.
    // Programs fetched into the directory could not be run there everywhere, so it takes a server that the machine has.
    private static async Task<string> Home()
    {
        var name = "needssurvey-tests-" + Environment.UserName;
        var inMemory = Path.Combine("/dev/shm", name);
        if (Directory.Exists(inMemory))
            return inMemory;
        return
            Directory.Exists("/dev/shm")
            && new DriveInfo("/dev/shm").AvailableFreeSpace > 3L << 30
            && await PostgresBinaries.Find(GivenBinaries, null, null, CancellationToken.None) is not null
            ? inMemory
            : Path.Combine(Path.GetTempPath(), name);
    }

    private static string? GivenBinaries => Environment.GetEnvironmentVariable("NeedsSurvey__PostgresBinaries");

    private static async Task<string> StartOwn(DataDirectory directory)
    {
        var alone = FileLock.TryTake(directory.UsersLock);
        alone?.Dispose();
        var settings = new OwnSettings
        {
            Binaries = GivenBinaries,
            Repository = Environment.GetEnvironmentVariable("NeedsSurvey__PostgresRepository"),
            // Several test processes with a pool for each class; commits stay durable, as everywhere.
            LocalConfiguration = "max_connections = 400\nshared_buffers = 256MB\nmax_wal_size = 512MB\n",
        };
        var server = await EmbeddedServer.Start(directory, settings, Console.Error.WriteLine, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        if (alone is not null)
            await DropLeftovers(server.ConnectionString);
        return server.ConnectionString;
    }

    /// <summary>What killed test runs left behind; nobody else is connected.</summary>
    private static async Task DropLeftovers(string connectionString)
    {
        var names = new List<string>();
        await using (var connection = await Open(connectionString))
        await using (
            var command = new NpgsqlCommand("select datname from pg_database where datname ~ '^(test|template|making)_'", connection)
        )
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                names.Add(reader.GetString(0));
        foreach (var name in names)
            await Run(connectionString, $"drop database if exists {name} with (force)");
    }

    private static async Task MakeTemplate(string administration, string template)
    {
        await using (var connection = await Open(administration))
        {
            await using var exists = new NpgsqlCommand($"select 1 from pg_database where datname = '{template}'", connection);
            if (await exists.ExecuteScalarAsync() is not null)
                return;
        }
        var making = "making_" + template["template_".Length..];
        await Run(administration, $"drop database if exists {making} with (force)");
        await Run(administration, $"create database {making} template template0");
        var there = new NpgsqlConnectionStringBuilder(administration) { Database = making }.ConnectionString;
        await using (var sources = new DataSources(there))
            await new MigrationRunner(Migration.All).Apply(sources, CancellationToken.None);
        await Run(administration, $"alter database {making} rename to {template}");
    }

    private static async Task<NpgsqlConnection> Open(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task Run(string connectionString, string sql)
    {
        await using var connection = await Open(connectionString);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
