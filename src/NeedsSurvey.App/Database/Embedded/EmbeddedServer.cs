// The program's own PostgreSQL for people who have none: made, started, watched and stopped with the program. Several processes may use
// one server (serve and a verb); the last one out stops it. A server that outlived a killed program is taken over by the next one.
// It knows nothing of what is stored: migrations and requirements are checked by whoever connects.

using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>A running embedded server and this process's share in it.</summary>
public sealed class EmbeddedServer : IAsyncDisposable
{
    private readonly DataDirectory directory;
    private readonly ServerProcess process;
    private readonly FileLock share;
    private readonly Action<string> say;
    private readonly CancellationTokenSource stopping = new();
    private Task watch = Task.CompletedTask;

    private EmbeddedServer(DataDirectory directory, ServerProcess process, FileLock share, string connectionString, Action<string> say)
    {
        (this.directory, this.process, this.share, ConnectionString, this.say) = (directory, process, share, connectionString, say);
    }

    /// <summary>How to reach the program's database on the server.</summary>
    public string ConnectionString { get; }

    /// <summary>
    /// Makes the cluster if there is none, starts the server or joins the running one, and answers when it takes connections.
    /// Throws <see cref="StartException"/> with words when that cannot be.
    /// </summary>
    /// <param name="directory">Where everything is kept.</param>
    /// <param name="settings">What an operator said about it.</param>
    /// <param name="say">Receives a sentence where a person should know (a download, a restart).</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public static async Task<EmbeddedServer> Start(
        DataDirectory directory,
        OwnSettings settings,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        using var change = await LockForChange(directory, cancellation);
        var share = FileLock.TryTake(directory.UsersLock, shared: true)
            ?? throw new StartException(
                $"The lock {directory.UsersLock} is held by a program that is not NeedsSurvey. Stop that program, then start again."
            );
        ServerProcess? process = null;
        try
        {
            UpgradeSwap.Finish(directory);
            var major = ClusterMaker.MajorOf(directory);
            var user = await ServerUser.For(directory.Cluster, cancellation);
            await user.PassThrough(directory.Root, say, cancellation);
            await user.Mend(directory, say, cancellation);
            var binaries = await PostgresChoice.For(directory, settings, major, isUpgrade: false, say, cancellation);
            if (major is null)
                await ClusterMaker.Make(directory, binaries, user, settings.LocalConfiguration, cancellation);
            else if (!File.Exists(directory.Password))
                throw new StartException(StartWords.NoPassword(directory.Password));
            process = await ServerProcess.StartOrJoin(directory, binaries, user, cancellation);
            var connectionString = Connection(directory, process, "needssurvey");
            await EnsureDatabase(Connection(directory, process, "postgres"), cancellation);
            var server = new EmbeddedServer(directory, process, share, connectionString, say);
            server.watch = Task.Run(server.Watch, CancellationToken.None);
            return server;
        }
        catch (IOException full) when (DiskFull.Is(full))
        {
            await Leave(directory, process, share);
            throw DiskFull.Words(directory.Root, full);
        }
        catch (UnauthorizedAccessException closed)
        {
            await Leave(directory, process, share);
            var owner = OperatingSystem.IsWindows() ? null : await ServerUser.OwnerOf(directory.Cluster, cancellation);
            throw new StartException(StartWords.NotYours(directory.Root, closed.Message, owner, Environment.UserName), closed);
        }
        catch
        {
            await Leave(directory, process, share);
            throw;
        }
    }

    /// <summary>Lets go of the server and, when no other process uses it, stops it in good order.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
            return;
        await stopping.CancelAsync();
        await watch;
        using (await LockForChange(directory, CancellationToken.None))
            await Leave(directory, process, share);
        stopping.Dispose();
    }

    /// <summary>The last one out stops the server. The caller holds the lock for changes.</summary>
    private static async Task Leave(DataDirectory directory, ServerProcess? process, FileLock share)
    {
        share.Dispose();
        using var alone = FileLock.TryTake(directory.UsersLock);
        if (alone is not null && process is not null)
            await process.Stop();
    }

    /// <summary>
    /// A server that dies under the program (out of memory, an operator's kill) is started again, from its write-ahead log.
    /// </summary>
    private async Task Watch()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                try
                {
                    if (process.IsRunning())
                        continue;
                    using var change = await LockForChange(directory, stopping.Token);
                    await process.Restart(stopping.Token);
                    say("PostgreSQL had stopped unexpectedly and was started again.");
                }
                // Whatever it is, also a file that cannot be read just now: nobody else starts the server again.
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    say("PostgreSQL has stopped and could not be started again; trying again in 5 seconds. " + fault.Message);
                    await Task.Delay(TimeSpan.FromSeconds(5), stopping.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: DisposeAsync does the rest.
        }
    }

    internal static Task<FileLock> LockForChange(DataDirectory directory, CancellationToken cancellation) =>
        FileLock.Take(
            directory.ChangeLock,
            TimeSpan.FromMinutes(2),
            $"Another NeedsSurvey process has been starting or stopping PostgreSQL in {directory.Root} for two minutes. Stop it, then "
                + "start again.",
            cancellation
        );

    private static string Connection(DataDirectory directory, ServerProcess process, string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = process.Host,
            Port = process.Port,
            Username = ClusterMaker.Role,
            Password = File.ReadAllText(directory.Password),
            Database = database,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;

    private static async Task EnsureDatabase(string connectionString, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync(cancellation);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = 'needssurvey'", connection);
        if (await exists.ExecuteScalarAsync(cancellation) is not null)
            return;
        await using var create = new NpgsqlCommand("create database needssurvey", connection);
        await create.ExecuteNonQueryAsync(cancellation);
    }
}
