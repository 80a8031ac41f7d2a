// The last resort on a machine with neither PostgreSQL nor npm: its programs as published in a Maven repository for Java's tests, fetched
// over HTTPS and checked against their published SHA-256 by the package MysticMind.PostgresEmbed. Only its download is used: it would run
// a server that forgets (fsync off) and lets anybody in (trust).

using MysticMind.PostgresEmbed;

namespace NeedsSurvey.App.Database;

/// <summary>Unpacks the archive <c>io.zonky.test.postgres</c> of this platform.</summary>
public static class MavenPostgres
{
    // One exact version for a new cluster; for one that exists, the newest of its major.
    private const string Version = "18.1.0";

    /// <summary>Fetches and unpacks; answers the reason when it cannot, else null.</summary>
    /// <param name="repository">The Maven repository, or null for the package's own choice.</param>
    /// <param name="major">Major version of the data, or null for a new cluster.</param>
    /// <param name="why">Begins what is said.</param>
    public static async Task<string?> Unpack(
        DataDirectory directory,
        string? repository,
        int? major,
        string why,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        var scratch = Directory.CreateDirectory(Path.Combine(directory.Root, "unpacking-" + Environment.ProcessId)).FullName;
        // A network that swallows everything is given up soon; one that answers may take its time.
        using var http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(10) })
        {
            Timeout = TimeSpan.FromMinutes(3),
        };
        try
        {
            var options = new PgServerOptions
            {
                PgVersion = major is null || Version.StartsWith($"{major}.", StringComparison.Ordinal) ? Version : $"{major}",
                DbDir = scratch,
                BinariesDir = Path.Combine(scratch, "binaries"),
                DownloadRetryCount = 0,
                HttpClient = http,
                MavenRepo = repository?.TrimEnd('/') ?? PgServerOptions.DefaultMavenRepo,
            };
            var from = Uri.TryCreate(options.MavenRepo, UriKind.Absolute, out var address) ? address.Authority : options.MavenRepo;
            say($"{why}; fetching PostgreSQL {options.PgVersion} from {from} (about 12 MB, once).");
            try
            {
                var server = new PgServer(options);
                await server.InstallAsync(cancellation);
                FetchedPostgres.Place(server.InstallDir, Path.Combine(directory.Root, "postgres-" + server.PgVersion));
                return null;
            }
            catch (Exception e) when (e is PostgresEmbedException or HttpRequestException or OperationCanceledException)
            {
                cancellation.ThrowIfCancellationRequested();
                return $"from {from}: {StartWords.HttpReason(e)}";
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}
