// What the program asks of any PostgreSQL server, its own or another's, before it trusts it with answers.

using Dapper;
using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>Accepted versions and settings of the server.</summary>
public static class ServerRequirements
{
    /// <summary>Oldest accepted major version.</summary>
    public const int Oldest = 14;

    /// <summary>Newest accepted major version.</summary>
    public const int Newest = 18;

    /// <summary>True for a major version the program is tested with.</summary>
    public static bool Accepts(int major) => major is >= Oldest and <= Newest;

    /// <summary>
    /// Throws <see cref="StartException"/> when the server is of another version, or would acknowledge what is not on disk.
    /// </summary>
    public static async Task Check(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var row = await connection.QuerySingleAsync<Row>(new CommandDefinition(SettingsSql, cancellationToken: cancellation));
        var major = row.VersionNumber / 10000;
        if (!Accepts(major))
            throw new StartException(
                $"The PostgreSQL server is version {major}; NeedsSurvey works with {Oldest} to {Newest}. Connect to one of those."
            );
        Refuse("fsync", row.Fsync);
        Refuse("full_page_writes", row.FullPageWrites);
        Refuse("synchronous_commit", row.SynchronousCommit);
        if (row.Encoding != "UTF8")
            throw new StartException(
                $"The database stores text as {row.Encoding}; NeedsSurvey needs UTF8 for people's words in every language. "
                    + "Create the database with: create database needssurvey encoding 'UTF8' template template0;"
            );
    }

    private static void Refuse(string setting, string value)
    {
        if (value == "off")
            throw new StartException(
                $"The PostgreSQL server runs with {setting} = off, so an answer it acknowledged could be lost in a crash. "
                    + $"Set {setting} = on in its configuration, reload it, and start again."
            );
    }

    private const string SettingsSql = """
        select current_setting('server_version_num')::int as version_number,
               current_setting('fsync') as fsync,
               current_setting('full_page_writes') as full_page_writes,
               current_setting('synchronous_commit') as synchronous_commit,
               current_setting('server_encoding') as encoding
        """;

    private sealed record Row
    {
        public required int VersionNumber { get; init; }
        public required string Fsync { get; init; }
        public required string FullPageWrites { get; init; }
        public required string SynchronousCommit { get; init; }
        public required string Encoding { get; init; }
    }
}
