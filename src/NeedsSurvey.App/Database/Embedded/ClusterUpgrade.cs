// Carries the data over to another major version of PostgreSQL without pg_upgrade or pg_dump, which fetched servers do not bring: a new
// cluster with this program's own schema, every table copied and compared, then the two change places. The old one is only read, and kept.

using System.Globalization;
using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>The verb <c>upgrade</c>.</summary>
public static class ClusterUpgrade
{
    /// <summary>What was done.</summary>
    /// <param name="From">Major version before.</param>
    /// <param name="To">Major version now.</param>
    /// <param name="Tables">How many tables were copied.</param>
    /// <param name="Rows">How many rows, in all of them.</param>
    /// <param name="Kept">Where the old cluster is now.</param>
    public sealed record Done(int From, int To, int Tables, long Rows, string Kept);

    /// <summary>
    /// The version to go to: the one asked for, else the newest on the machine or to be fetched. Null when that is not newer.
    /// </summary>
    /// <param name="there">Versions whose programs are on the machine.</param>
    public static int? Target(IEnumerable<int> there, int from, int? asked) =>
        asked ?? (there.Append(NpmPostgres.Major).Where(ServerRequirements.Accepts).Max() is var newest && newest > from ? newest : null);

    /// <summary>
    /// Does it; the caller keeps <c>serve</c> out. Throws <see cref="StartException"/> with words when it cannot, and has then changed
    /// nothing.
    /// </summary>
    /// <param name="asked">Major version to go to, or null for the newest.</param>
    public static async Task<Done> Run(
        DataDirectory directory,
        OwnSettings settings,
        int? asked,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        using (await EmbeddedServer.LockForChange(directory, cancellation))
            UpgradeSwap.Finish(directory);
        if (ClusterMaker.MajorOf(directory) is not { } from)
            throw new StartException($"There is no data in {directory.Root} yet: nothing to carry over.", exitCode: 2);
        var there = new HashSet<int>();
        await foreach (var found in PostgresBinaries.All(null, directory, cancellation))
            there.Add(found.Major);
        if (asked is { } wrong && (!ServerRequirements.Accepts(wrong) || wrong == from))
            throw new StartException(
                wrong == from
                    ? $"The data in {directory.Root} is PostgreSQL {from}'s already."
                    : $"NeedsSurvey works with PostgreSQL {ServerRequirements.Oldest} to {ServerRequirements.Newest}.",
                exitCode: 2
            );
        if (Target(there, from, asked) is not { } to)
            throw new StartException($"The data in {directory.Root} is PostgreSQL {from}'s, the newest that there is.", exitCode: 2);
        // The setting may name either version's programs.
        async Task<PostgresBinaries> Programs(int major) =>
            await PostgresBinaries.Find(settings.Binaries, directory, major, cancellation)
            ?? await PostgresChoice.For(directory, settings with { Binaries = null }, major, isUpgrade: major == to, say, cancellation);
        return await Carry(directory, await Programs(from), await Programs(to), say, cancellation);
    }

    /// <summary>The same with the programs given; also between equal versions.</summary>
    internal static async Task<Done> Carry(
        DataDirectory directory,
        PostgresBinaries old,
        PostgresBinaries @new,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        var scratch = UpgradeSwap.Scratch(directory);
        await Clear(scratch, @new, cancellation);
        say($"Carrying the data over from PostgreSQL {old.Major} to {@new.Major}. The old data is only read.");
        try
        {
            var copied = await Copy(directory, old, @new, say, cancellation);
            using var change = await EmbeddedServer.LockForChange(directory, cancellation);
            using var alone = FileLock.TryTake(directory.UsersLock)
                ?? throw new StartException(
                    $"Another NeedsSurvey process uses {directory.Root}. Stop it and try again. Nothing was changed."
                );
            return new Done(old.Major, @new.Major, copied.Tables, copied.Rows, UpgradeSwap.Swap(directory, old.Major));
        }
        catch
        {
            await Clear(scratch, @new, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Makes the new cluster beside the old one and fills it; both are stopped afterwards.</summary>
    private static async Task<TableCopy.Sum> Copy(
        DataDirectory directory,
        PostgresBinaries old,
        PostgresBinaries @new,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        await using var source = await EmbeddedServer.Start(directory, new() { Binaries = old.Directory }, say, cancellation);
        var local = Path.Combine(directory.Cluster, "local.conf");
        var settings = new OwnSettings
        {
            Binaries = @new.Directory,
            LocalConfiguration = File.Exists(local) ? await File.ReadAllTextAsync(local, cancellation) : null,
        };
        await using var target = await EmbeddedServer.Start(
            DataDirectory.Open(UpgradeSwap.Scratch(directory)),
            settings,
            say,
            cancellation
        );
        var copied = await TableCopy.Run(source.ConnectionString, target.ConnectionString, cancellation);
        await SamePassword(target.ConnectionString, await File.ReadAllTextAsync(directory.Password, cancellation), cancellation);
        return copied;
    }

    /// <summary>What an upgrade that was cut short left behind, server and all.</summary>
    private static async Task Clear(string scratch, PostgresBinaries binaries, CancellationToken cancellation)
    {
        if (!Directory.Exists(scratch))
            return;
        var cluster = Path.Combine(scratch, "pgdata");
        if (PidFile.Read(cluster) is { } running && running.IsAlive(cluster))
        {
            var user = await ServerUser.For(cluster, cancellation);
            await Child.Run(
                binaries.Program("pg_ctl"),
                ["stop", "-s", "-m", "immediate", "-D", cluster],
                user.Name,
                cancellation: cancellation
            );
        }
        Directory.Delete(scratch, recursive: true);
    }

    // The old cluster's password opens both, so that either can stand in the place of the other.
    private static async Task SamePassword(string connectionString, string password, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellation);
        var quoted = password.Trim().Replace("'", "''", StringComparison.Ordinal);
        await using var command = new NpgsqlCommand(
            string.Create(CultureInfo.InvariantCulture, $"alter role {ClusterMaker.Role} password '{quoted}'"),
            connection
        );
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
