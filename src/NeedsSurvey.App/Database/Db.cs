// The one door to PostgreSQL: reads that cannot write, management changes that cannot forget their audit row, respondents' writes that
// leave no trace of who. It maps rows (Dapper) and ends; it knows no table but the audit log and builds no SQL.

using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>Queries and transactions. One instance serves the whole program, from any thread.</summary>
public sealed class Db(DataSources sources)
{
    private long changes;

    /// <summary>
    /// How many management changes were made through this seam, on this node. Whoever keeps something that they may change compares it.
    /// </summary>
    public long Changes => Interlocked.Read(ref changes);

    /// <summary>
    /// All rows. Reads are transactions on the primary that the server keeps from writing: what was written before is seen.
    /// </summary>
    public Task<List<T>> Query<T>(string sql, object? parameters = null, CancellationToken cancellation = default) =>
        Read(sql, parameters, async (connection, command) => (await connection.QueryAsync<T>(command)).AsList(), cancellation);

    /// <summary>The one row, or null (default) when there is none; several rows are a bug and throw.</summary>
    public Task<T?> Find<T>(string sql, object? parameters = null, CancellationToken cancellation = default) =>
        Read(sql, parameters, (connection, command) => connection.QuerySingleOrDefaultAsync<T>(command), cancellation);

    /// <summary>The one row that must be there.</summary>
    public Task<T> One<T>(string sql, object? parameters = null, CancellationToken cancellation = default) =>
        Read(sql, parameters, (connection, command) => connection.QuerySingleAsync<T>(command), cancellation);

    private async Task<T> Read<T>(
        string sql,
        object? parameters,
        Func<NpgsqlConnection, CommandDefinition, Task<T>> read,
        CancellationToken cancellation
    )
    {
        await using var connection = await sources.Reads.OpenConnectionAsync(cancellation);
        try
        {
            return await read(connection, new CommandDefinition(ReadOnly(sql), parameters, cancellationToken: cancellation));
        }
        catch (Exception fault) when (sources.Notes(fault))
        {
            throw;
        }
    }

    // Sent in one go. Every pooler carries a transaction's own mode; a connection's would be dropped, or given to somebody who writes.
    private static string ReadOnly(string sql) => "begin read only;\n" + sql + "\n;commit";

    /// <summary>
    /// Several reads of one moment: what arrives meanwhile is not seen by any of them. For exports and results, which must agree with
    /// themselves. A replica serves them when it has seen all that is written by then, so own changes are in them; what was changed on its
    /// way here is not, so nothing is decided by one.
    /// </summary>
    /// <param name="work">Reads; may take long, and holds one connection.</param>
    /// <param name="cancellation">Ends the reads on the server too.</param>
    public Task<T> Snapshot<T>(Func<ReadSnapshot, Task<T>> work, CancellationToken cancellation = default) =>
        Snapshot(wished: 1, snapshots => work(snapshots[0]), cancellation);

    /// <summary>
    /// As <see cref="Snapshot{T}(Func{ReadSnapshot, Task{T}}, CancellationToken)"/>, over several connections that all see the same
    /// moment: a large read shares the server's processors. There may be fewer connections than wished for, but always one.
    /// </summary>
    /// <param name="wished">So many connections at most.</param>
    /// <param name="work">Reads; each moment serves one query at a time.</param>
    /// <param name="cancellation">Ends the reads on the server too.</param>
    public async Task<T> Snapshot<T>(int wished, Func<IReadOnlyList<ReadSnapshot>, Task<T>> work, CancellationToken cancellation = default)
    {
        var replica = sources.Replica is { } given ? await given.Open(sources.Reads, cancellation) : null;
        var source = replica is null ? sources.Snapshots : sources.Replica!.Source;
        var connections = new List<DbConnection>();
        try
        {
            var first = await Begin(connections, replica ?? await source.OpenConnectionAsync(cancellation), ReadOnlySql, cancellation);
            var snapshots = new List<ReadSnapshot> { first };
            var snapshot = wished > 1 ? await first.One<string>("select pg_export_snapshot()") : "";
            while (snapshots.Count < wished && await Beside(source, snapshot, connections, cancellation) is { } next)
                snapshots.Add(next);
            return await work(snapshots);
        }
        catch (Exception fault) when (sources.Notes(fault))
        {
            throw;
        }
        catch (Exception fault) when (replica is not null && Outage.Of(fault) is not null)
        {
            // Away in the middle, or it could not keep what was being read. Whoever tries again reads the primary.
            sources.Replica!.Lose();
            throw;
        }
        finally
        {
            // Closing ends the transaction on it too.
            foreach (var connection in connections)
                await connection.DisposeAsync();
        }
    }

    private static async Task<ReadSnapshot> Begin(
        List<DbConnection> connections,
        DbConnection connection,
        string sql,
        CancellationToken cancellation
    )
    {
        connections.Add(connection);
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await connection.ExecuteAsync(new CommandDefinition(sql, transaction: transaction, cancellationToken: cancellation));
        return new ReadSnapshot(connection, transaction, cancellation);
    }

    /// <summary>
    /// Null where there is no further connection to be had, or where reads go to several servers and this is another one: the work then
    /// takes longer.
    /// </summary>
    private static async Task<ReadSnapshot?> Beside(
        NpgsqlDataSource source,
        string snapshot,
        List<DbConnection> connections,
        CancellationToken cancellation
    )
    {
        try
        {
            // The statement takes no parameter; the name is the server's own.
            var sql = $"{ReadOnlySql}; set transaction snapshot '{snapshot}'";
            return await Begin(connections, await source.OpenConnectionAsync(cancellation), sql, cancellation);
        }
        catch (Exception fault)
            when (fault is PostgresException { SqlState: PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.InvalidParameterValue }
                || Outage.Of(fault) is not null
            )
        {
            return null;
        }
    }

    /// <summary>
    /// A management change. The audit row is written in the same transaction: it is there exactly when the change is. A problem or an
    /// exception undoes everything. Violations of named constraints become problems (<see cref="ConstraintNames"/>).
    /// </summary>
    /// <param name="actor">Who.</param>
    /// <param name="organisationId">Whose audit log it belongs to; null for what concerns the whole instance.</param>
    /// <param name="action">What, as <c>noun.verb</c>: <c>survey.publish</c>.</param>
    /// <param name="target">To which, in words or an id, for the reader of the log. Never a respondent's words.</param>
    /// <param name="work">The change; may add facts with <see cref="Tx.Detail"/>.</param>
    /// <param name="cancellation">Undoes the change when it comes before the commit.</param>
    public async Task<Result<T>> Change<T>(
        Actor actor,
        Guid? organisationId,
        string action,
        string target,
        Func<Tx, Task<Result<T>>> work,
        CancellationToken cancellation = default
    )
    {
        try
        {
            return await Write(
                tx =>
                {
                    (tx.Action, tx.Target) = (action, target);
                    return work(tx);
                },
                tx => Audit(tx, actor, organisationId),
                cancellation
            );
        }
        finally
        {
            // Also after a fault: a commit may have gone through although its answer was lost.
            Interlocked.Increment(ref changes);
        }
    }

    /// <summary>
    /// A respondent's write: an answer, a reply, a withdrawal. It leaves no audit row on purpose: a row with a time and an order beside
    /// each response would tell who answered when. Operations of respondents only.
    /// </summary>
    public Task<Result<T>> Collect<T>(Func<Tx, Task<Result<T>>> work, CancellationToken cancellation = default) =>
        Write(work, null, cancellation);

    /// <summary>
    /// The program's own housekeeping: sessions, used links, keys of the web framework, purging what has expired. Nobody's decision, so
    /// nothing for the audit log; what a person decides goes through <see cref="Change"/>.
    /// </summary>
    public Task<Result<T>> Maintenance<T>(Func<Tx, Task<Result<T>>> work, CancellationToken cancellation = default) =>
        Write(work, null, cancellation);

    private async Task<Result<T>> Write<T>(Func<Tx, Task<Result<T>>> work, Func<Tx, Task>? last, CancellationToken cancellation)
    {
        await using var connection = await sources.Writes.OpenConnectionAsync(cancellation);
        connection.Notice += sources.Hear;
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            var tx = new Tx(connection, transaction, cancellation);
            var result = await work(tx);
            if (result.Problem is not null)
                return result;
            if (last is not null)
                await last(tx);
            await transaction.CommitAsync(cancellation);
            return result;
        }
        catch (Exception fault) when (sources.Notes(fault))
        {
            throw;
        }
        catch (PostgresException e) when (ConstraintNames.Translate(e) is { } problem)
        {
            return problem;
        }
    }

    private static async Task Audit(Tx tx, Actor actor, Guid? organisationId)
    {
        if (tx.Action is null)
            return;

        await tx.Execute(
            AuditSql,
            new
            {
                organisationId,
                actorKind = actor.Kind.ToString(),
                actorId = actor.Id,
                actorName = actor.Name,
                tx.Action,
                tx.Target,
                detail = Jsonb.Of(JsonSerializer.SerializeToUtf8Bytes(tx.Detail)),
            }
        );
    }

    private const string ReadOnlySql = "set transaction read only";

    private const string AuditSql = """
        insert into audit_entry (organisation_id, actor_kind, actor_id, actor_name, action, target, detail)
        values (@organisationId, @actorKind, @actorId, @actorName, @Action, @Target, @detail)
        """;
}
