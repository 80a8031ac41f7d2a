// A PostgreSQL server of one's own, to kill, to pause and to promote: what the shared test server must not be used for. On 127.0.0.1, in a
// temporary directory, of whatever version the machine has.

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NeedsSurvey.App.Database;
using Npgsql;

namespace NeedsSurvey.Testing;

/// <summary>One server; a primary, or a standby of another.</summary>
public sealed class PostgresNode : IAsyncDisposable
{
    private readonly PostgresBinaries binaries;
    private readonly ServerUser user;
    private readonly string root;

    private PostgresNode(PostgresBinaries binaries, ServerUser user, string root, int port) =>
        (this.binaries, this.user, this.root, Port) = (binaries, user, root, port);

    public int Port { get; }

    /// <summary>The user that the server runs as; for what else must not run as root.</summary>
    public string? UserName => user.Name;

    private string Data => Path.Combine(root, "data");

    /// <summary>PostgreSQL's programs with those for replication, or null where they are not installed.</summary>
    public static async Task<PostgresBinaries?> Binaries()
    {
        // What is first on the PATH may be without them.
        string?[] places = [Environment.GetEnvironmentVariable("NeedsSurvey__PostgresBinaries"), null, .. Packaged()];
        foreach (var place in places)
            if (await PostgresBinaries.Find(place, null, null, default) is { } found && File.Exists(found.Program("pg_basebackup")))
                return found;
        return null;
    }

    private static IEnumerable<string> Packaged() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin"))
            : [];

    /// <summary>How to reach a database on it.</summary>
    public string Connection(string database = "postgres") => ConnectionTo($"127.0.0.1:{Port}", database);

    /// <summary>The same with any host or list of hosts.</summary>
    public static string ConnectionTo(string hosts, string database = "postgres") =>
        $"Host={hosts};Username=needssurvey;Database={database};SSL Mode=Disable;GSS Encryption Mode=Disable";

    /// <summary>Makes and starts a primary.</summary>
    /// <param name="settings">Lines for postgresql.conf.</param>
    /// <param name="place">Where; a new temporary directory when null.</param>
    public static async Task<PostgresNode> Primary(PostgresBinaries binaries, string settings = "", string? place = null)
    {
        var node = await Make(binaries, place);
        await node.Do(
            "initdb",
            "-D",
            node.Data,
            "-U",
            "needssurvey",
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
            "--locale",
            "C",
            "--no-sync"
        );
        await node.Configure(settings);
        await node.Start();
        return node;
    }

    /// <summary>Makes and starts a streaming standby of this server.</summary>
    public async Task<PostgresNode> Standby()
    {
        var node = await Make(binaries, null);
        var port = Port.ToString(CultureInfo.InvariantCulture);
        await node.Do(
            "pg_basebackup",
            ["-h", "127.0.0.1", "-p", port, "-U", "needssurvey", "-D", node.Data, "-R", "-X", "stream", "-c", "fast", "--no-sync"]
        );
        await node.Configure("");
        await node.Start();
        return node;
    }

    public Task Start() => Do("pg_ctl", "start", "-w", "-s", "-D", Data, "-l", Path.Combine(root, "log"));

    /// <summary>As a power cut.</summary>
    public Task Kill() => Do("pg_ctl", "stop", "-s", "-m", "immediate", "-D", Data);

    /// <summary>A standby becomes the primary.</summary>
    public Task Promote() => Do("pg_ctl", "promote", "-w", "-s", "-D", Data);

    /// <summary>Runs a statement and answers its first value.</summary>
    public async Task<object?> Run(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(Connection(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Waits until a standby of this server has replayed all that is written.</summary>
    public async Task UntilSeenBy(PostgresNode standby)
    {
        var position = (string)(await Run("select pg_current_wal_flush_lsn()::text"))!;
        for (var tries = 0; !(bool)(await standby.Run($"select pg_last_wal_replay_lsn() >= '{position}'::pg_lsn"))!; tries++)
        {
            Assert.True(tries < 500, "The standby does not follow.");
            await Task.Delay(20);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            await Child.Run(binaries.Program("pg_ctl"), ["stop", "-s", "-m", "immediate", "-D", Data], user.Name);
        Directory.Delete(root, recursive: true);
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<PostgresNode> Make(PostgresBinaries binaries, string? place)
    {
        var root = place is null
            ? Directory.CreateTempSubdirectory("needssurvey-node-").FullName
            : Directory.CreateDirectory(Path.Combine(place, "node")).FullName;
        var user = await ServerUser.For(Path.Combine(root, "data"), default);
        await user.Own(root, default);
        return new PostgresNode(binaries, user, root, FreePort());
    }

    private async Task Configure(string settings)
    {
        await File.AppendAllTextAsync(
            Path.Combine(Data, "postgresql.conf"),
            $"""

            listen_addresses = '127.0.0.1'
            port = {Port.ToString(CultureInfo.InvariantCulture)}
            unix_socket_directories = ''
            shared_buffers = 32MB
            max_connections = 150
            {settings}

            """
        );
    }

    private async Task Do(string program, params string[] arguments)
    {
        var done = await Child.Run(binaries.Program(program), arguments, user.Name, root);
        var log = Path.Combine(root, "log");
        Assert.True(done.Succeeded, $"{program}: {done.Output} {(File.Exists(log) ? await File.ReadAllTextAsync(log) : "")}");
    }
}
