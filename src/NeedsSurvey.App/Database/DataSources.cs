// The pools. Writes and reads go to the primary, reads through connections that the server itself keeps from writing. A replica (the
// setting ConnectionStrings__PostgresReads) serves snapshots only: exports and results, which are large, agree with themselves and may be
// a moment old. A replica may lag behind a change that a person has just made, so no page and no decision reads one; what was written is
// read from then on.

using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>The program's connection pools. One instance a process.</summary>
public sealed class DataSources : IAsyncDisposable
{
    /// <summary>Waiting longer than this for a connection helps nobody: the caller is told to come back.</summary>
    private const int SecondsForAConnection = 2;

    private const int LargestPool = 40;

    private const string ReadOnly = " -c default_transaction_read_only=on";

    /// <param name="connectionString">The primary.</param>
    /// <param name="replica">A replica for snapshots, or null for the primary.</param>
    public DataSources(string connectionString, string? replica = null)
    {
        DapperSetup.Apply();
        Writes = NpgsqlDataSource.Create(Tuned(connectionString, ""));
        Reads = NpgsqlDataSource.Create(Tuned(connectionString, ReadOnly));
        Snapshots = replica is null ? Reads : NpgsqlDataSource.Create(Tuned(replica, ReadOnly));
    }

    /// <summary>Connections that may write.</summary>
    public NpgsqlDataSource Writes { get; }

    /// <summary>Connections to the primary on which it refuses every write (SQLSTATE 25006).</summary>
    public NpgsqlDataSource Reads { get; }

    /// <summary>The same for large reads that may be a moment old: to the replica, where there is one.</summary>
    public NpgsqlDataSource Snapshots { get; }

    /// <summary>Asks the primary whether it takes writes now (it does not while absent, or after a fail-over to another).</summary>
    public async Task<bool> CanWrite(CancellationToken cancellation)
    {
        try
        {
            await using var command = Writes.CreateCommand("select not pg_is_in_recovery()");
            return (bool)(await command.ExecuteScalarAsync(cancellation))!;
        }
        catch (Exception e) when (Outage.Of(e) is not null)
        {
            return false;
        }
    }

    /// <summary>Closes both pools.</summary>
    public async ValueTask DisposeAsync()
    {
        await Snapshots.DisposeAsync();
        await Reads.DisposeAsync();
        await Writes.DisposeAsync();
    }

    // The operator's own words win: only what a connection string leaves open is set.
    private static string Tuned(string connectionString, string options)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        void Default(string key, object value)
        {
            if (!builder.ShouldSerialize(key))
                builder[key] = value;
        }
        Default("Timeout", SecondsForAConnection);
        Default("Maximum Pool Size", LargestPool);
        Default("Application Name", "NeedsSurvey");
        Default("Max Auto Prepare", 50);
        Default("Include Error Detail", false);
        // Nothing here changes a session's settings or takes a session's lock, and resetting one costs more than most queries.
        Default("No Reset On Close", true);
        // Compiling a query pays for itself after seconds; the planner guesses high for queries over jsonb, and a page would wait for the
        // compiler.
        builder.Options = (builder.Options + " -c jit=off" + options).Trim();
        return builder.ConnectionString;
    }
}
