// The postgres process itself: configuration, start, readiness, stop. What PostgreSQL writes into postmaster.pid is the one record of a
// running server (process, port, socket directory, state), so nothing of ours can disagree with it.

using System.Net;
using System.Net.Sockets;

namespace NeedsSurvey.App.Database;

/// <summary>One embedded postgres, started by this process or by an earlier one.</summary>
internal sealed class ServerProcess
{
    // A socket address holds 107 bytes (103 on a Mac); the socket's own name takes 16 of them.
    private const int LongestSocketDirectory = 86;

    private const long LargestLog = 10_000_000;

    private readonly DataDirectory directory;
    private readonly PostgresBinaries binaries;
    private readonly ServerUser user;

    private ServerProcess(DataDirectory directory, PostgresBinaries binaries, ServerUser user, string host, int port)
    {
        (this.directory, this.binaries, this.user, Host, Port) = (directory, binaries, user, host, port);
    }

    /// <summary>Directory of the Unix socket, or 127.0.0.1 where there are none.</summary>
    public string Host { get; }

    /// <summary>Port number; on a Unix socket only part of its name.</summary>
    public int Port { get; }

    /// <summary>Joins the server that runs on the directory, or starts one.</summary>
    public static async Task<ServerProcess> StartOrJoin(
        DataDirectory directory,
        PostgresBinaries binaries,
        ServerUser user,
        CancellationToken cancellation
    )
    {
        if (PidFile.Read(directory.Cluster) is { } running && running.IsAlive(directory.Cluster))
        {
            var joined = new ServerProcess(directory, binaries, user, running.Host, running.Port);
            if (await joined.UntilReady(null, cancellation))
                return joined;
        }
        var server = OperatingSystem.IsWindows()
            ? new ServerProcess(directory, binaries, user, IPAddress.Loopback.ToString(), FreePort())
            : new ServerProcess(directory, binaries, user, await SocketDirectory(directory, user, cancellation), 5432);
        try
        {
            await server.Restart(cancellation);
            return server;
        }
        catch
        {
            await server.Stop();
            throw;
        }
    }

    /// <summary>True while the server's process lives.</summary>
    public bool IsRunning() => PidFile.Read(directory.Cluster) is { } file && file.IsAlive(directory.Cluster);

    /// <summary>Starts the server (again) at the same address and waits until it takes connections.</summary>
    public async Task Restart(CancellationToken cancellation)
    {
        // A pid file whose process is gone, or is by now somebody else's, would keep PostgreSQL from starting.
        if (PidFile.Read(directory.Cluster) is { } stale && !stale.IsAlive(directory.Cluster))
            File.Delete(PidFile.PathIn(directory.Cluster));
        if (Directory.Exists(Host))
            foreach (var socket in Directory.GetFiles(Host, ".s.PGSQL.*"))
                File.Delete(socket);
        await ServerConfiguration.Write(directory.Cluster, Host, Port, user, cancellation);
        if (new FileInfo(directory.Log) is { Exists: true, Length: > LargestLog })
            File.Move(directory.Log, directory.Log + ".old", overwrite: true);
        if (!File.Exists(directory.Log))
            await File.WriteAllTextAsync(directory.Log, "", cancellation);
        await user.Own(directory.Log, cancellation);
        var before = new FileInfo(directory.Log).Length;

        // pg_ctl puts the server into a session of its own, so that Ctrl+C in a terminal reaches only this program, which then stops it
        // last. It passes its arguments through a shell without minding quotes in them, hence names relative to the directory. It is never
        // cut short: its child is the server. It looks ten times a second, UntilReady more often.
        var start = Child.Run(
            binaries.Program("pg_ctl"),
            ["start", "-w", "-t", "86400", "-s", "-D", Path.GetFileName(directory.Cluster), "-l", Path.GetFileName(directory.Log)],
            user.Name,
            directory.Root,
            CancellationToken.None
        );
        if (!await UntilReady(start, cancellation))
            throw new StartException(
                $"PostgreSQL did not start in {directory.Root}:\n{(await start).Output.Trim()}\n{LogSince(before)}".TrimEnd()
            );
    }

    /// <summary>Stops the server in good order, and waits until it is gone.</summary>
    public async Task Stop()
    {
        if (IsRunning())
            await Child.Run(
                binaries.Program("pg_ctl"),
                ["stop", "-s", "-m", "fast", "-t", "60", "-D", directory.Cluster],
                user.Name,
                directory.Root
            );
        RemoveSocketDirectory();
    }

    /// <summary>One in the temporary directory is of no use any more; the next start makes another.</summary>
    private void RemoveSocketDirectory()
    {
        if (!Host.StartsWith(directory.Root, StringComparison.Ordinal) && Directory.Exists(Host))
            Directory.Delete(Host, recursive: true);
    }

    /// <summary>Waits while the server starts or recovers, however long that takes; false when it ended instead.</summary>
    /// <param name="start">The program that starts it, or null when it runs already.</param>
    private async Task<bool> UntilReady(Task<Child>? start, CancellationToken cancellation)
    {
        while (true)
        {
            if (PidFile.Read(directory.Cluster) is { } file && file.IsAlive(directory.Cluster))
            {
                if (file.Ready)
                    return true;
            }
            else if (start is null or { IsCompleted: true })
            {
                return false;
            }
            await Task.Delay(15, cancellation);
        }
    }

    private static async Task<string> SocketDirectory(DataDirectory directory, ServerUser user, CancellationToken cancellation)
    {
        var inside = Path.Combine(directory.Root, "socket");
        if (System.Text.Encoding.UTF8.GetByteCount(inside) > LongestSocketDirectory)
            inside = Directory.CreateTempSubdirectory("needssurvey-").FullName;
        else
            ClusterMaker.CreatePrivate(inside);
        await user.Own(inside, cancellation);
        return inside;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string LogSince(long position)
    {
        using var log = new FileStream(directory.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Seek(Math.Max(position, log.Length - 4000), SeekOrigin.Begin);
        return new StreamReader(log).ReadToEnd().Trim();
    }
}
