// Brings a database to this program's schema: forward only, one transaction a file, one node at a time (an advisory lock inside each
// transaction, so it also holds behind a connection pooler and is gone with a killed process). What is applied is checked against the
// files; a difference is an error for a person, never repaired.

using System.Data.Common;
using Dapper;
using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>Brings a database up to the newest file: one node at a time, each file in a transaction of its own.</summary>
/// <param name="Files">All files in order; <see cref="Migration.All"/> but in tests.</param>
public sealed record MigrationRunner(IReadOnlyList<Migration> Files)
{
    // "Needs" in hexadecimal of ASCII: any constant that no other program on the server uses.
    private const long LockKey = 0x4e65656473;

    /// <summary>
    /// Applies what is missing and answers how many files that was. Throws <see cref="StartException"/> when a file was changed, is
    /// missing, fails, or when the database is newer than the program.
    /// </summary>
    public async Task<int> Apply(DataSources sources, CancellationToken cancellation)
    {
        await sources.FindPooler(cancellation);
        await using var connection = await sources.Writes.OpenConnectionAsync(cancellation);
        await ServerRequirements.Check(connection, cancellation);
        var applied = 0;
        if (await Pending(connection, cancellation) is null)
            return applied;
        while (await ApplyNext(connection, cancellation))
            applied++;
        return applied;
    }

    /// <summary>True when the database is at this program's schema.</summary>
    public async Task<bool> IsCurrent(DataSources sources, CancellationToken cancellation)
    {
        await using var connection = await sources.Writes.OpenConnectionAsync(cancellation);
        return await Pending(connection, cancellation) is null;
    }

    private async Task<bool> ApplyNext(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(LockSql, new { LockKey }, transaction, commandTimeout: 0, cancellationToken: cancellation)
        );
        await connection.ExecuteAsync(new CommandDefinition(TableSql, null, transaction, cancellationToken: cancellation));
        if (await Pending(connection, cancellation) is not { } next)
            return false;
        try
        {
            await connection.ExecuteAsync(
                new CommandDefinition(next.Sql, null, transaction, commandTimeout: 0, cancellationToken: cancellation)
            );
        }
        catch (PostgresException e)
        {
            throw new StartException(
                $"The migration {next.Name} failed and was undone: {e.MessageText} (SQLSTATE {e.SqlState}"
                    + (e.Position > 0 ? $", at character {e.Position}" : "")
                    + "). The database is unchanged by it.",
                e
            );
        }
        await connection.ExecuteAsync(
            new CommandDefinition(
                RecordSql,
                new
                {
                    next.Number,
                    next.Name,
                    next.Checksum,
                },
                transaction,
                cancellationToken: cancellation
            )
        );
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>The first file not yet applied, after comparing all that are; null when there is none.</summary>
    private async Task<Migration?> Pending(DbConnection connection, CancellationToken cancellation)
    {
        var known = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(HasTableSql, cancellationToken: cancellation));
        var applied = known
            ? (await connection.QueryAsync<Applied>(new CommandDefinition(AppliedSql, cancellationToken: cancellation))).AsList()
            : [];
        for (var i = 0; i < applied.Count; i++)
        {
            var row = applied[i];
            if (row.Number != i + 1)
                throw new StartException(
                    $"The table schema_migration has no row {i + 1}, yet {row.Name} is applied. Restore the database from a backup."
                );
            if (row.Number > Files.Count)
                throw new StartException(
                    $"The database is newer than this program: it has the migration {row.Name}. Install the newer program, or restore "
                        + "a backup from before the upgrade."
                );
            var file = Files[i];
            if (file.Name != row.Name)
                throw new StartException(
                    $"The migration {row.Name} was applied to the database, but the file is missing (its number now belongs to "
                        + $"{file.Name}). Bring the file back."
                );
            if (file.Checksum != row.Checksum)
                throw new StartException(
                    $"The migration {row.Name} was changed after it was applied. Bring the file back as it was and put the change into "
                        + "a new file with the next number."
                );
        }
        return applied.Count < Files.Count ? Files[applied.Count] : null;
    }

    private const string LockSql = "select pg_advisory_xact_lock(@LockKey)";

    private const string HasTableSql = "select to_regclass('schema_migration') is not null";

    private const string TableSql = """
        create table if not exists schema_migration (
            number     integer primary key,
            name       text not null,
            checksum   text not null,
            applied_at timestamptz not null default now()
        )
        """;

    private const string AppliedSql = "select number, name, checksum from schema_migration order by number";

    private const string RecordSql = "insert into schema_migration (number, name, checksum) values (@Number, @Name, @Checksum)";

    private sealed record Applied
    {
        public required int Number { get; init; }
        public required string Name { get; init; }
        public required string Checksum { get; init; }
    }
}
