using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.Testing;

/// <summary>PgBouncer before a server, refusing the parameters it refuses when installed, in one of its two modes.</summary>
public sealed class Pooler : IAsyncDisposable
{
    private readonly Process process;
    private readonly string root;

    private Pooler(Process process, string root, int port) => (this.process, this.root, Port) = (process, root, port);

    public int Port { get; }

    /// <summary>The program, or null where it is not installed.</summary>
    public static string? Program() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Append("/usr/sbin")
            .Select(directory => Path.Combine(directory, "pgbouncer"))
            .FirstOrDefault(File.Exists);

    /// <param name="mode"><c>session</c> or <c>transaction</c>.</param>
    public static async Task<Pooler> Before(PostgresNode server, string program, string mode)
    {
        var root = Directory.CreateTempSubdirectory("needssurvey-pooler-").FullName;
        var port = PostgresNode.FreePort();
        var settings = Path.Combine(root, "pgbouncer.ini");
        await File.WriteAllTextAsync(
            settings,
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                [databases]
                * = host=127.0.0.1 port={server.Port} user=needssurvey

                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = {port}
                unix_socket_dir =
                auth_type = any
                pool_mode = {mode}
                default_pool_size = 100
                max_client_conn = 300
                logfile = {Path.Combine(root, "log")}

                """
            )
        );
        await new ServerUser(server.UserName).Own(root, default);
        var start = new ProcessStartInfo(program, ["-q", settings]) { WorkingDirectory = "/" };
        if (server.UserName is not null && !OperatingSystem.IsWindows())
            start.UserName = server.UserName;
        var pooler = new Pooler(Process.Start(start)!, root, port);
        for (var tries = 0; ; tries++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", port);
                return pooler;
            }
            catch (SocketException) when (tries < 200 && !pooler.process.HasExited)
            {
                await Task.Delay(25);
            }
        }
    }

    /// <summary>How to reach a database through it.</summary>
    public string Connection(string database) => PostgresNode.ConnectionTo($"127.0.0.1:{Port}", database);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(root, recursive: true);
    }
}
