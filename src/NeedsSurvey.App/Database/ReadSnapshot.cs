using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace NeedsSurvey.App.Database;

/// <summary>One moment of the database, handed to the work of <see cref="Db.Snapshot"/> and of no use after it.</summary>
public sealed class ReadSnapshot(DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
{
    /// <summary>All rows.</summary>
    public async Task<List<T>> Query<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation))).AsList();

    /// <summary>The one row that must be there.</summary>
    public Task<T> One<T>(string sql, object? parameters = null) =>
        connection.QuerySingleAsync<T>(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation));

    /// <summary>
    /// Rows one by one as the server sends them, in constant memory; whoever stops early ends the query on the server too.
    /// </summary>
    public async IAsyncEnumerable<T> Stream<T>(
        string sql,
        object? parameters = null,
        [EnumeratorCancellation] CancellationToken stop = default
    )
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stop);
        await foreach (
            var row in connection.QueryUnbufferedAsync<T>(sql, parameters, transaction, commandTimeout: 0).WithCancellation(either.Token)
        )
            yield return row;
    }

    /// <summary>
    /// As <see cref="Stream{T}"/> for a hot path: the reader stands on one row after another, and nothing is made of them.
    /// </summary>
    public async IAsyncEnumerable<DbDataReader> Read(
        string sql,
        object? parameters = null,
        [EnumeratorCancellation] CancellationToken stop = default
    )
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stop);
        await using var reader = await connection.ExecuteReaderAsync(
            new CommandDefinition(sql, parameters, transaction, commandTimeout: 0, cancellationToken: either.Token)
        );
        while (await reader.ReadAsync(either.Token))
            yield return reader;
    }
}
