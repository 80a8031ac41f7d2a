// Where the embedded server keeps everything, and the names inside. It knows paths and locks; it starts nothing.

namespace NeedsSurvey.App.Database;

/// <summary>The program's data directory (setting <c>NeedsSurvey__DataDirectory</c>) and the files in it.</summary>
public sealed class DataDirectory
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // As root the server runs as another user, who must be able to pass through.
    private const UnixFileMode Enterable = Private | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private DataDirectory(string root) => Root = root;

    /// <summary>Absolute path of the directory.</summary>
    public string Root { get; }

    /// <summary>The PostgreSQL cluster.</summary>
    public string Cluster => Path.Combine(Root, "pgdata");

    /// <summary>What PostgreSQL writes about itself.</summary>
    public string Log => Path.Combine(Root, "postgres.log");

    /// <summary>The password of the one database role; readable by the owner of the directory only.</summary>
    public string Password => Path.Combine(Root, "password");

    /// <summary>Held exclusively while the server is being started or stopped.</summary>
    public string ChangeLock => Path.Combine(Root, "change.lock");

    /// <summary>Held in common by every process that uses the server: the last one out stops it.</summary>
    public string UsersLock => Path.Combine(Root, "users.lock");

    /// <summary>Held by <c>serve</c> for as long as it runs.</summary>
    public string ServeLock => Path.Combine(Root, "serve.lock");

    /// <summary>Absolute path of the configured directory, or of this user's; it need not be there.</summary>
    public static string PathOf(string? configured) => Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? Default() : configured);

    /// <summary>Opens (and makes, if need be) the configured directory, or the default one of this user.</summary>
    public static DataDirectory Open(string? configured)
    {
        var root = PathOf(configured);
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(root);
            else
                Directory.CreateDirectory(root, Environment.IsPrivilegedProcess ? Enterable : Private);
            FileLock.TryTake(Path.Combine(root, "change.lock"), shared: true)?.Dispose();
        }
        catch (IOException full) when (DiskFull.Is(full))
        {
            throw DiskFull.Words(root, full);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new StartException(
                $"The data directory {root} cannot be written ({e.Message}). "
                    + "Make it writable for this user, or name another with the setting NeedsSurvey__DataDirectory.",
                e
            );
        }
        return new DataDirectory(root);
    }

    /// <summary>
    /// Marks this process as the one <c>serve</c> of the directory. Throws <see cref="StartException"/> with exit code 2 when there is one
    /// already.
    /// </summary>
    public FileLock LockForServe() =>
        FileLock.TryTake(ServeLock)
        ?? throw new StartException(
            $"NeedsSurvey is already running on the data directory {Root}. "
                + "Use that one, stop it first, or name another directory with the setting NeedsSurvey__DataDirectory.",
            exitCode: 2
        );

    /// <summary>The user's own data directory; for root, whose home other users may not enter, the machine's.</summary>
    private static string Default()
    {
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            return "/var/lib/needssurvey";
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return local.Length > 0
            ? Path.Combine(local, "needssurvey")
            : throw new StartException(
                "This user has no home directory to keep data in. Name a directory with the setting NeedsSurvey__DataDirectory."
            );
    }
}
