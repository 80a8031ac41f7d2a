// Whether the database can do now what people are about to ask of it, found out by doing a little of it. Whoever asks while somebody is
// looking gets the same answer, and the disk is tried once a second: nobody can make work by asking often.

using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>What the database can do.</summary>
/// <param name="Serves">False when answers cannot be taken.</param>
/// <param name="Words">A sentence for each thing that is not as it should be; for the operator, without addresses and names.</param>
public sealed record DatabaseCondition(bool Serves, IReadOnlyList<string> Words);

/// <summary>Looks at the database. One instance a process.</summary>
public sealed class DatabaseHealth(DataSources sources, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task<DatabaseCondition> looking = Task.FromResult(new DatabaseCondition(false, []));
    private long? hadRoomAt;

    /// <summary>Its condition now.</summary>
    public Task<DatabaseCondition> Look(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (looking.IsCompleted)
                looking = LookNow();
            return looking.WaitAsync(cancellation);
        }
    }

    private async Task<DatabaseCondition> LookNow()
    {
        var looks = await Task.WhenAll(
            Try(sources.Writes, "Answers cannot be stored", Write),
            Try(sources.Reads, "Pages cannot be read", Reaches),
            Replica()
        );
        string[] faults = [.. looks.Take(2).OfType<string>()];
        string[] notes = [.. looks.Skip(2).OfType<string>()];
        if (sources.LacksItsStandby)
            notes = [.. notes, "The synchronous standby does not confirm: what was stored within the last minute is on this server only."];
        return new DatabaseCondition(faults.Length == 0, [.. faults, .. notes]);
    }

    private static async Task<string?> Try(NpgsqlDataSource pool, string what, Func<NpgsqlConnection, Task<string?>> look)
    {
        for (var again = false; ; again = true)
        {
            try
            {
                await using var connection = await pool.OpenConnectionAsync();
                return await look(connection) is { } why ? $"{what}: {why}" : null;
            }
            catch (Exception fault) when (!again && Why(fault) is null && Outage.Of(fault) is not null)
            {
                // Connections from before a restart of the server. A new one says how it is now, and nobody else meets the old ones.
                pool.Clear();
            }
            catch (Exception fault) when (Outage.Of(fault) is { } outage)
            {
                return $"{what}: {Why(fault) ?? outage.Message}";
            }
        }
    }

    private static string? Why(Exception fault) =>
        fault switch
        {
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "the database server's disk is full.",
            NpgsqlException { InnerException: TimeoutException } => "no connection was free within two seconds.",
            _ => null,
        };

    private async Task<string?> Write(NpgsqlConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var role = new NpgsqlCommand(TakesWritesSql, connection, transaction) { CommandTimeout = 5 };
        if (!(bool)(await role.ExecuteScalarAsync())!)
            return "the database is a standby, or read-only.";
        if (hadRoomAt is { } at && clock.GetElapsedTime(at) < Fresh)
            return null;
        // A little more than fits into the memory allowed goes to the disk, and fails where a table could not grow either.
        await using var spill = new NpgsqlCommand(SpillSql, connection, transaction) { CommandTimeout = 5 };
        await spill.ExecuteNonQueryAsync();
        hadRoomAt = clock.GetTimestamp();
        return null;
    }

    private static async Task<string?> Reaches(NpgsqlConnection connection)
    {
        await using var one = new NpgsqlCommand("select 1", connection) { CommandTimeout = 5 };
        await one.ExecuteScalarAsync();
        return null;
    }

    private async Task<string?> Replica()
    {
        if (sources.Replica is not { } replica)
            return null;
        try
        {
            if (await replica.Open(sources.Reads, CancellationToken.None) is { } connection)
                await connection.DisposeAsync();
        }
        catch (Exception fault) when (Outage.Of(fault) is not null)
        {
            // The primary is away: said by the others.
            return null;
        }
        return replica.State switch
        {
            ReplicaState.Current => null,
            ReplicaState.Behind => "The replica lags; results and exports are read from the primary.",
            ReplicaState.Away => "The replica cannot be reached; results and exports are read from the primary.",
            _ => "ConnectionStrings__PostgresReads leads to no streaming replica; results and exports are read from the primary.",
        };
    }

    private const string TakesWritesSql = "select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'";

    private const string SpillSql = "set local work_mem = '64kB'; select count(*) from generate_series(1, 20000)";
}
