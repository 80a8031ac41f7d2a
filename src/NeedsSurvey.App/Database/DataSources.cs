// The pools. Writes and reads go to the primary. Snapshots, which are large, have a small pool of their own, so that no number of exports
// takes a connection from people who answer; they go to a replica (the setting ConnectionStrings__PostgresReads) when it has seen all that
// is written, else to the primary.
//
// Nothing is asked of a connection that a pooler in between would drop or give to somebody else: no start-up options, no settings of a
// session, no session's locks, and behind a pooler no prepared statements (decision 0032).

using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>The program's connection pools. One instance a process.</summary>
public sealed class DataSources : IAsyncDisposable
{
    /// <summary>Waiting longer than this for a connection helps nobody: the caller is told to come back.</summary>
    private const int SecondsForAConnection = 2;

    private const int LargestPool = 40;

    /// <summary>Exports that are made at the same time leave some of these to results.</summary>
    private const int LargestSnapshotPool = 10;

    /// <summary>The sentence for an operator whose pooler gives a statement to somebody else.</summary>
    public const string PoolerAdvice =
        "A connection pooler in transaction mode stands between the program and PostgreSQL and mixes up prepared statements. The program "
        + "prepares none from now on; set \"Max Auto Prepare=0\" in ConnectionStrings__Postgres, so that it never does.";

    private readonly string primary;
    private readonly ReplicaReads? replica;
    private readonly Lock gate = new();
    private readonly List<Pools> retired = [];
    private volatile Pools pools;
    private long unreplicated;
    private long unreplicatedAt;

    /// <param name="connectionString">The primary.</param>
    /// <param name="replica">A replica for snapshots, or null for the primary.</param>
    public DataSources(string connectionString, string? replica = null)
    {
        DapperSetup.Apply();
        primary = connectionString;
        pools = new Pools(primary, prepare: true);
        if (replica is not null)
            this.replica = new ReplicaReads(Make(replica, LargestSnapshotPool, prepare: false));
    }

    /// <summary>Connections that may write.</summary>
    public NpgsqlDataSource Writes => pools.Writes;

    /// <summary>Connections to the primary for transactions that begin as read-only (SQLSTATE 25006 refuses a write).</summary>
    public NpgsqlDataSource Reads => pools.Reads;

    /// <summary>The same for large reads; never the replica.</summary>
    public NpgsqlDataSource Snapshots => pools.Snapshots;

    /// <summary>The replica, where there is one.</summary>
    public ReplicaReads? Replica => replica;

    /// <summary>
    /// True behind a pooler: what the server calls the connection is not what the connection was told when it was opened.
    /// </summary>
    public bool IsPooled { get; private set; }

    /// <summary>True while statements that come often are prepared.</summary>
    public bool Prepares => pools.Prepares;

    /// <summary>How often a commit was acknowledged without the synchronous standby that the server is told to wait for.</summary>
    public long Unreplicated => Interlocked.Read(ref unreplicated);

    /// <summary>Told each time; by the program's log.</summary>
    public Action? CommittedHereOnly { get; set; }

    /// <summary>Told when <see cref="PoolerAdvice"/> is due.</summary>
    public Action? MixedUp { get; set; }

    /// <summary>True when the last such commit was less than a minute ago.</summary>
    public bool LacksItsStandby =>
        Interlocked.Read(ref unreplicatedAt) is > 0 and var at && TimeProvider.System.GetElapsedTime(at) < TimeSpan.FromMinutes(1);

    /// <summary>
    /// Finds out, before anything else is done, whether a pooler is in between; then nothing is prepared, unless the connection string asks
    /// for it (PgBouncer from 1.21 on can carry it).
    /// </summary>
    public async Task FindPooler(CancellationToken cancellation)
    {
        await using var connection = await OpenFirst(cancellation);
        await using var command = new NpgsqlCommand("select pg_backend_pid()", connection);
        IsPooled = (int)(await command.ExecuteScalarAsync(cancellation))! != connection.ProcessID;
        if (IsPooled && !new NpgsqlConnectionStringBuilder(primary).ShouldSerialize("Max Auto Prepare"))
            NeverPrepare();
    }

    private async Task<NpgsqlConnection> OpenFirst(CancellationToken cancellation)
    {
        try
        {
            return await Writes.OpenConnectionAsync(cancellation);
        }
        catch (PostgresException refused)
            when (refused.SqlState == PostgresErrorCodes.ProtocolViolation
                && refused.MessageText.Contains("startup parameter", StringComparison.Ordinal)
            )
        {
            throw new StartException(
                $"The connection pooler refuses the connection ({refused.MessageText}), and always will. Remove \"Options\" and other "
                    + "settings of a session from ConnectionStrings__Postgres, or name them in the pooler's ignore_startup_parameters.",
                refused
            );
        }
    }

    /// <summary>
    /// Work with a connection of these. A fault goes through uncaught; on the first that tells that a statement was prepared for somebody
    /// else, none is prepared again.
    /// </summary>
    internal async Task<T> Watch<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (Notes(fault))
        {
            throw;
        }
    }

    // A filter that catches nothing.
    private bool Notes(Exception fault)
    {
        if (Outage.IsMixedUp(fault) && NeverPrepare())
            MixedUp?.Invoke();
        return false;
    }

    /// <summary>
    /// PostgreSQL says so, as a mere warning, when it stops waiting for its synchronous standby: the transaction is committed on this
    /// server and perhaps on no other.
    /// </summary>
    internal void Hear(object sender, NpgsqlNoticeEventArgs heard)
    {
        if (
            heard.Notice.SqlState != PostgresErrorCodes.Warning
            || !heard.Notice.MessageText.Contains("synchronous", StringComparison.Ordinal)
        )
            return;
        Interlocked.Increment(ref unreplicated);
        Interlocked.Exchange(ref unreplicatedAt, TimeProvider.System.GetTimestamp());
        CommittedHereOnly?.Invoke();
    }

    /// <summary>Closes all pools.</summary>
    public async ValueTask DisposeAsync()
    {
        if (replica is not null)
            await replica.DisposeAsync();
        foreach (var old in retired)
            await old.DisposeAsync();
        await pools.DisposeAsync();
    }

    /// <summary>False when nothing was prepared before either.</summary>
    private bool NeverPrepare()
    {
        lock (gate)
        {
            if (!pools.Prepares)
                return false;
            // Whoever still works on a connection of the old pools finishes; they are closed with the program.
            retired.Add(pools);
            pools = new Pools(primary, prepare: false);
            return true;
        }
    }

    // The operator's own words win: only what a connection string leaves open is set.
    private static NpgsqlDataSource Make(string connectionString, int largestPool, bool prepare)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        void Default(string key, object value)
        {
            if (!builder.ShouldSerialize(key))
                builder[key] = value;
        }
        Default("Timeout", SecondsForAConnection);
        Default("Maximum Pool Size", largestPool);
        Default("Application Name", "NeedsSurvey");
        Default("Max Auto Prepare", 50);
        Default("Include Error Detail", false);
        // Nothing here changes a session's settings or takes a session's lock, and resetting one costs more than most queries.
        Default("No Reset On Close", true);
        // With several hosts: how long the one that was the primary is taken for it still.
        Default("Host Recheck Seconds", 1);
        if (!prepare)
            builder.MaxAutoPrepare = 0;
        var source = new NpgsqlDataSourceBuilder(builder.ConnectionString);
        source.UsePhysicalConnectionInitializer(WithoutCompiler, WithoutCompilerAsync);
        return source.Build();
    }

    private static void WithoutCompiler(NpgsqlConnection connection)
    {
        using var command = CompilerOff(connection);
        command.ExecuteNonQuery();
    }

    private static async Task WithoutCompilerAsync(NpgsqlConnection connection)
    {
        await using var command = CompilerOff(connection);
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlCommand CompilerOff(NpgsqlConnection connection) =>
        new(CompilerOffSql, connection) { Parameters = { new() { Value = connection.ProcessID } } };

    // Compiling a query pays for itself after seconds; the planner guesses high for queries over jsonb, and a page would wait for the
    // compiler. Only on a connection that is the server's own: behind a pooler the role has the setting (deployment.md).
    private const string CompilerOffSql = "select set_config('jit', 'off', false) where pg_backend_pid() = $1";

    private sealed class Pools(string connectionString, bool prepare) : IAsyncDisposable
    {
        public bool Prepares => prepare;
        public NpgsqlDataSource Writes { get; } = Make(connectionString, LargestPool, prepare);
        public NpgsqlDataSource Reads { get; } = Make(connectionString, LargestPool, prepare);
        public NpgsqlDataSource Snapshots { get; } = Make(connectionString, LargestSnapshotPool, prepare);

        public async ValueTask DisposeAsync()
        {
            await Snapshots.DisposeAsync();
            await Reads.DisposeAsync();
            await Writes.DisposeAsync();
        }
    }
}
