using System.Data.Common;
using Dapper;

namespace NeedsSurvey.App.Database;

/// <summary>
/// An open transaction, handed to the work of <see cref="Db.Change"/>, <see cref="Db.Collect"/> and <see cref="Db.Maintenance"/> and of no
/// use after it.
/// </summary>
public sealed class Tx(DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
{
    /// <summary>Facts for the audit row that are known only inside: <c>tx.Detail["version"] = 3</c>. Never a respondent's words.</summary>
    public Dictionary<string, object?> Detail { get; } = [];

    /// <summary>
    /// The audit row's action; the work may set another one that is known only inside, or null when it found nothing to change: then there
    /// is no row.
    /// </summary>
    public string? Action { get; set; }

    /// <summary>The audit row's target; the work may set one that is known only inside.</summary>
    public string Target { get; set; } = "";

    /// <summary>
    /// Runs a statement and answers how many rows it touched: none is a problem to report (gone meanwhile), unless it is all the same to
    /// whoever asked.
    /// </summary>
    public Task<int> Execute(string sql, object? parameters = null) => connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>All rows, as this transaction sees them.</summary>
    public async Task<List<T>> Query<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    /// <summary>The one row, or null (default) when there is none.</summary>
    public Task<T?> Find<T>(string sql, object? parameters = null) => connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>The one row that must be there.</summary>
    public Task<T> One<T>(string sql, object? parameters = null) => connection.QuerySingleAsync<T>(Command(sql, parameters));

    private CommandDefinition Command(string sql, object? parameters) => new(sql, parameters, transaction, cancellationToken: cancellation);
}
