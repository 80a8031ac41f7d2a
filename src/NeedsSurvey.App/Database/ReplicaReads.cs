// A replica is read only when it has seen all that was acknowledged before it was asked: then nobody who has just published, answered or
// withdrawn is shown the time before. A replica that lags, is gone, or is none at all is passed by, and the primary is read.

using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>What the replica was when it was last needed.</summary>
public enum ReplicaState
{
    /// <summary>It had seen everything.</summary>
    Current,

    /// <summary>It had not, not even after a short wait.</summary>
    Behind,

    /// <summary>It could not be reached.</summary>
    Away,

    /// <summary>What answers there is no streaming replica (any more).</summary>
    NotAReplica,
}

/// <summary>The way to the replica.</summary>
public sealed class ReplicaReads(NpgsqlDataSource source) : IAsyncDisposable
{
    /// <summary>After a look in vain the next ones do not wait for it either.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>A healthy replica is there within milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private long restsSince;

    /// <summary>What it was when it was last needed.</summary>
    public ReplicaState State { get; private set; }

    /// <summary>The pool behind it, for a second connection beside one that <see cref="Open"/> gave.</summary>
    internal NpgsqlDataSource Source => source;

    /// <summary>A connection that has seen all that the primary acknowledged until now, or null: read the primary.</summary>
    internal async Task<NpgsqlConnection?> Open(NpgsqlDataSource primary, CancellationToken cancellation)
    {
        if (Interlocked.Read(ref restsSince) is > 0 and var since && TimeProvider.System.GetElapsedTime(since) < Rest)
            return null;
        await using var asked = primary.CreateCommand("select pg_current_wal_flush_lsn()::text");
        var position = (string)(await asked.ExecuteScalarAsync(cancellation))!;
        NpgsqlConnection? connection = null;
        try
        {
            connection = await source.OpenConnectionAsync(cancellation);
            State = await Reached(connection, position, cancellation);
        }
        catch (Exception fault) when (Outage.Of(fault) is not null)
        {
            State = ReplicaState.Away;
        }
        catch
        {
            if (connection is not null)
                await connection.DisposeAsync();
            throw;
        }
        if (State == ReplicaState.Current)
        {
            Interlocked.Exchange(ref restsSince, 0);
            return connection;
        }
        Pass();
        if (connection is not null)
            await connection.DisposeAsync();
        return null;
    }

    /// <summary>It was lost in the middle of a read: whoever tries again reads the primary.</summary>
    internal void Lose()
    {
        State = ReplicaState.Away;
        Pass();
    }

    /// <summary>Closes the pool.</summary>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    private void Pass() => Interlocked.Exchange(ref restsSince, TimeProvider.System.GetTimestamp());

    private static async Task<ReplicaState> Reached(NpgsqlConnection connection, string position, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await using var look = new NpgsqlCommand(ReachedSql, connection)
            {
                CommandTimeout = 2,
                Parameters = { new() { Value = position } },
            };
            if (await look.ExecuteScalarAsync(cancellation) is not bool reached)
                return ReplicaState.NotAReplica;
            if (reached)
                return ReplicaState.Current;
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                return ReplicaState.Behind;
            await Task.Delay(BetweenLooks, cancellation);
        }
    }

    // Null on a server that is in no recovery.
    private const string ReachedSql = "select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() >= $1::pg_lsn end";
}
