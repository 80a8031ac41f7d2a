// Reads postmaster.pid and tells whether its process is really the server of this cluster: a process id alone may be reused.

using System.Diagnostics;
using System.Globalization;

namespace NeedsSurvey.App.Database;

/// <summary>What a running PostgreSQL says about itself.</summary>
internal sealed record PidFile(int ProcessId, string Host, int Port, bool Ready)
{
    /// <summary>Path of the file in a cluster.</summary>
    public static string PathIn(string cluster) => Path.Combine(cluster, "postmaster.pid");

    /// <summary>The file's content, or null when there is none or it is only half written yet.</summary>
    public static PidFile? Read(string cluster)
    {
        try
        {
            // Lines: process, directory, start time, port, socket directory, TCP address, shared memory, state.
            var lines = File.ReadAllLines(PathIn(cluster));
            if (lines.Length < 1 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var process))
                return null;
            var port = lines.Length > 3 && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var number) ? number : 0;
            var host = lines.ElementAtOrDefault(4) is { Length: > 0 } socket ? socket : lines.ElementAtOrDefault(5) ?? "";
            return new PidFile(process, host, port, lines.ElementAtOrDefault(7)?.Trim() == "ready");
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>True when the process lives and is a server on this cluster.</summary>
    public bool IsAlive(string cluster)
    {
        if (OperatingSystem.IsLinux())
            return IsServerOnLinux(cluster);
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return !process.HasExited && process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A PostgreSQL server's working directory is its cluster. A dead process not yet collected by its parent has none.</summary>
    private bool IsServerOnLinux(string cluster)
    {
        try
        {
            return Path.GetFullPath(cluster) is var full
                && new DirectoryInfo($"/proc/{ProcessId}/cwd").LinkTarget is { } directory
                && (directory == full || directory == new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
