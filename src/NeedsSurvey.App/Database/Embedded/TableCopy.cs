// Copies every table of one database of this program into an empty one on another server, and compares them afterwards. The schema is not
// copied but made by the same migrations, so it must be what they make.

using System.Data;
using Dapper;
using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>Copies a database, table by table.</summary>
internal static class TableCopy
{
    /// <summary>How much was copied.</summary>
    public readonly record struct Sum(int Tables, long Rows);

    /// <summary>Migrates the target as far as the source, copies, compares; throws <see cref="StartException"/> when they differ.</summary>
    public static async Task<Sum> Run(string source, string target, CancellationToken cancellation)
    {
        await using var from = await Open(source, cancellation);
        await MigrateAlike(from, source, target, cancellation);
        await using var to = await Open(target, cancellation);
        // One moment of the source, whatever happens meanwhile.
        await using var reading = await from.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await Do(from, "set transaction read only", cancellation);
        await using var writing = await to.BeginTransactionAsync(cancellation);
        var tables = await Tables(from, cancellation);
        RefuseStrangers([
            .. tables.Except(await Tables(to, cancellation)).Select(table => "the table " + table.Name),
            .. await from.QueryAsync<string>(new CommandDefinition(OtherDatabasesSql, cancellationToken: cancellation)),
        ]);

        // Keys between tables hold in the source; checking them again would ask for an order.
        await Do(to, "set local session_replication_role = replica", cancellation);
        if (tables.Count > 0)
            await Do(to, $"truncate {string.Join(", ", tables.Select(table => table.Name))}", cancellation);
        foreach (var table in tables)
            await Copy(from, to, table, cancellation);
        foreach (
            var (name, last) in await from.QueryAsync<(string, long)>(new CommandDefinition(SequencesSql, cancellationToken: cancellation))
        )
            await to.ExecuteAsync(new CommandDefinition(SetSequenceSql, new { name, last }, cancellationToken: cancellation));

        var rows = 0L;
        foreach (var table in tables)
        {
            var (before, after) = (await Content(from, table, cancellation), await Content(to, table, cancellation));
            if (before != after)
                throw new StartException(
                    $"The table {table.Name} did not arrive as it was ({before.Rows} rows before, {after.Rows} after). Nothing was changed."
                );
            rows += after.Rows;
        }
        await writing.CommitAsync(cancellation);
        await Do(to, "analyze", cancellation);
        return new Sum(tables.Count, rows);
    }

    private static async Task MigrateAlike(NpgsqlConnection from, string source, string target, CancellationToken cancellation)
    {
        await using (var sources = new DataSources(source))
            await new MigrationRunner(Migration.All).IsCurrent(sources, cancellation);
        var applied = await from.ExecuteScalarAsync<bool>(new CommandDefinition(IsMigratedSql, cancellationToken: cancellation))
            ? await from.ExecuteScalarAsync<int>(new CommandDefinition(AppliedSql, cancellationToken: cancellation))
            : 0;
        await using var targets = new DataSources(target);
        await new MigrationRunner([.. Migration.All.Take(applied)]).Apply(targets, cancellation);
    }

    /// <summary>What is not the program's own would be lost, and columns that differ would not fit.</summary>
    private static void RefuseStrangers(string[] strange)
    {
        if (strange.Length > 0)
            throw new StartException(
                $"The server holds what NeedsSurvey did not make: {string.Join(", ", strange)}. Move it elsewhere first, or carry all over "
                    + "with pg_dump. Nothing was changed."
            );
    }

    private static async Task<List<Table>> Tables(NpgsqlConnection connection, CancellationToken cancellation) =>
        (await connection.QueryAsync<Table>(new CommandDefinition(TablesSql, cancellationToken: cancellation))).AsList();

    private static async Task Copy(NpgsqlConnection from, NpgsqlConnection to, Table table, CancellationToken cancellation)
    {
        using var reader = await from.BeginTextExportAsync($"copy {table.Name} ({table.Columns}) to stdout", cancellation);
        await using var writer = await to.BeginTextImportAsync($"copy {table.Name} ({table.Columns}) from stdin", cancellation);
        var buffer = new char[64 * 1024];
        while (await reader.ReadAsync(buffer, cancellation) is > 0 and var read)
            await writer.WriteAsync(buffer.AsMemory(0, read), cancellation);
    }

    // The sum of a hash of every row does not depend on their order.
    private static async Task<(long Rows, decimal Sum)> Content(NpgsqlConnection connection, Table table, CancellationToken cancellation) =>
        await connection.QuerySingleAsync<(long, decimal)>(
            new CommandDefinition(
                ContentSql.Replace("pg_class", table.Name, StringComparison.Ordinal),
                commandTimeout: 0,
                cancellationToken: cancellation
            )
        );

    private static async Task<NpgsqlConnection> Open(string connectionString, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString
        );
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static async Task Do(NpgsqlConnection connection, string sql, CancellationToken cancellation) =>
        await connection.ExecuteAsync(
            new CommandDefinition(sql, commandTimeout: 0, commandType: CommandType.Text, cancellationToken: cancellation)
        );

    private const string IsMigratedSql = "select to_regclass('schema_migration') is not null";

    private const string AppliedSql = "select coalesce(max(number), 0) from schema_migration";

    private const string TablesSql = """
        select c.oid::regclass::text as name,
               (select coalesce(string_agg(quote_ident(a.attname), ', ' order by a.attname), '')
                from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        order by 1
        """;

    private const string OtherDatabasesSql = """
        select 'the database ' || datname from pg_database
        where not datistemplate and datname not in ('postgres', current_database()) order by 1
        """;

    private const string SequencesSql = """
        select format('%I.%I', schemaname, sequencename), last_value from pg_sequences where last_value is not null
        """;

    private const string SetSequenceSql = "select setval(@name::regclass, @last)";

    // Of any table: its name takes the place of this one, which every server has.
    private const string ContentSql = """
        select count(*), coalesce(sum(('x' || left(md5(row_of::text), 15))::bit(60)::bigint), 0) from pg_class as row_of
        """;

    private sealed record Table(string Name, string Columns);
}
