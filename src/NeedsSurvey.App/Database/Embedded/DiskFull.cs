namespace NeedsSurvey.App.Database;

/// <summary>Recognises a disk without room.</summary>
internal static class DiskFull
{
    // ENOSPC and EDQUOT; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private static readonly int[] Unix = [28, 122];
    private static readonly int[] Windows = [unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>True when this is what the system said.</summary>
    public static bool Is(IOException fault) => (OperatingSystem.IsWindows() ? Windows : Unix).Contains(fault.HResult);

    // A server unpacked and the first data beside it take about twice as much.
    private const long LeastForAServer = 128L << 20;

    /// <summary>Whether there is no room for a server, looked at before one is fetched: each client words it in its own way.</summary>
    public static bool IsIn(string directory) => new DriveInfo(directory).AvailableFreeSpace < LeastForAServer;

    /// <summary>What to do about it.</summary>
    public static StartException Words(string directory, IOException? fault = null) =>
        new(
            $"The disk of the data directory {directory} is full, so nothing can be started on it. Make room (some hundred megabytes), "
                + "then start again. Nothing was changed.",
            fault
        );
}
