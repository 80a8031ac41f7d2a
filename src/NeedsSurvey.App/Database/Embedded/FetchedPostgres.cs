// Servers that were fetched lie beside the data, one folder a version: DATA/postgres-…. Two ways of fetching: NpmPostgres, MavenPostgres.

namespace NeedsSurvey.App.Database;

/// <summary>PostgreSQL's programs beside the data.</summary>
internal static class FetchedPostgres
{
    /// <summary>Where programs that were fetched earlier are.</summary>
    public static IEnumerable<string> Places(DataDirectory directory) =>
        Directory.Exists(directory.Root)
            ? Directory
                .EnumerateDirectories(directory.Root, "postgres-*")
                .OrderDescending(StringComparer.Ordinal)
                .SelectMany(folder => new[] { Path.Combine(folder, "native", "bin"), Path.Combine(folder, "bin") })
                .Where(Directory.Exists)
            : [];

    /// <summary>
    /// The whole of a fetched server takes its place in one step: an interrupted start leaves nothing half unpacked under the final name.
    /// </summary>
    public static void Place(string unpacked, string home)
    {
        MakeReadable(unpacked);
        if (Directory.Exists(home))
            Directory.Delete(home, recursive: true);
        Directory.Move(unpacked, home);
    }

    /// <summary>The same for all that were fetched: a copy of the data directory is made with its maker's umask.</summary>
    public static void MakeReadable(DataDirectory directory)
    {
        foreach (var folder in Directory.EnumerateDirectories(directory.Root, "postgres-*"))
            MakeReadable(folder);
    }

    /// <summary>The server runs as another user when the program runs as root, whatever this process's umask says.</summary>
    private static void MakeReadable(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode enterable = readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        foreach (
            var entry in new DirectoryInfo(folder)
                .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                .Append(new DirectoryInfo(folder))
        )
        {
            if (entry.LinkTarget is null)
                entry.UnixFileMode =
                    entry is DirectoryInfo || Path.GetFileName(Path.GetDirectoryName(entry.FullName)) == "bin" ? enterable : readable;
        }
    }
}
