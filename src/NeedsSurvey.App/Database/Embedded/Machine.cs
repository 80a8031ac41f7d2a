// What the machine has that a person could be told to use. Looked at only when words are needed; the words themselves are StartWords.

namespace NeedsSurvey.App.Database;

/// <summary>How programs are installed on a machine.</summary>
public enum Packager
{
    /// <summary>None that the program knows.</summary>
    Other,

    /// <summary>Debian, Ubuntu.</summary>
    Apt,

    /// <summary>Fedora, RHEL.</summary>
    Dnf,

    /// <summary>Alpine.</summary>
    Apk,

    /// <summary>Homebrew, on a Mac.</summary>
    Brew,

    /// <summary>Windows.</summary>
    Winget,
}

/// <summary>What a person at this machine can be told to do.</summary>
/// <param name="Packager">The system's way of installing.</param>
/// <param name="IsRoot">True when the program itself may install.</param>
/// <param name="HasSudo">True when <c>sudo</c> is there.</param>
/// <param name="HasNpm">True when the npm client is there.</param>
public sealed record Machine(Packager Packager, bool IsRoot, bool HasSudo, bool HasNpm)
{
    /// <summary>Looks at this machine.</summary>
    public static Machine Look() =>
        new(
            OperatingSystem.IsWindows() ? Packager.Winget
                : OperatingSystem.IsMacOS() ? Packager.Brew
                : OnPath("apt-get") ? Packager.Apt
                : OnPath("dnf") ? Packager.Dnf
                : OnPath("apk") ? Packager.Apk
                : Packager.Other,
            Environment.IsPrivilegedProcess,
            OnPath("sudo"),
            OnPath(NpmPostgres.Client)
        );

    /// <summary>The directories of the PATH.</summary>
    public static string[] Path() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static bool OnPath(string program) => Path().Any(directory => CanRun(System.IO.Path.Combine(directory, program)));

    private static bool CanRun(string file) =>
        File.Exists(file) && (OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute));
}
