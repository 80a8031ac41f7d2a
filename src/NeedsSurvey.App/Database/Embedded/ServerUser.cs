// PostgreSQL refuses to run as root. When the program is root, the server runs as an unprivileged user, and this file makes sure that
// user can reach what is his. As anybody else it does nothing.

namespace NeedsSurvey.App.Database;

/// <summary>The user the embedded server runs as: null for this one.</summary>
public sealed record ServerUser(string? Name)
{
    /// <summary>This user, or as root: the owner of the cluster if there is one that is not root, else <c>nobody</c>.</summary>
    public static async Task<ServerUser> For(string cluster, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new ServerUser((string?)null);
        if (!Directory.Exists(cluster))
            return new ServerUser("nobody");
        return new ServerUser(await OwnerOf(cluster, cancellation) is { } name and not "root" ? name : "nobody");
    }

    /// <summary>Whom a file belongs to; null where that has no name.</summary>
    public static async Task<string?> OwnerOf(string path, CancellationToken cancellation)
    {
        var owner = await Child.Run(
            "stat",
            OperatingSystem.IsLinux() ? ["-c", "%U", path] : ["-f", "%Su", path],
            cancellation: cancellation
        );
        return owner.Succeeded && owner.Output.Trim() is var name and not ("UNKNOWN" or "") ? name : null;
    }

    /// <summary>
    /// A copy of a data directory belongs to whoever made it and may be open to others, neither of which PostgreSQL takes. Both are mended
    /// as far as this user may, and the first is said.
    /// </summary>
    public async Task Mend(DataDirectory directory, Action<string> say, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(directory.Cluster))
            return;
        const UnixFileMode closed = UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if ((File.GetUnixFileMode(directory.Cluster) & closed) != 0)
            File.SetUnixFileMode(directory.Cluster, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Name is null)
            return;
        foreach (var one in new[] { directory.Cluster, Path.Combine(directory.Cluster, "PG_VERSION") })
        {
            if (await OwnerOf(one, cancellation) == Name)
                continue;
            await Own(directory.Cluster, cancellation);
            FetchedPostgres.MakeReadable(directory);
            say($"{directory.Cluster} did not belong to the user {Name}, as whom PostgreSQL runs (a copy?); now it does.");
            return;
        }
    }

    /// <summary>Gives a directory and what is in it to the user.</summary>
    public async Task Own(string directory, CancellationToken cancellation)
    {
        if (Name is null)
            return;
        var given = await Child.Run("chown", ["-R", Name, directory], cancellation: cancellation);
        if (!given.Succeeded)
            throw new StartException(
                $"PostgreSQL cannot run as root, and {directory} cannot be given to the user {Name}: {given.Output.Trim()}."
            );
    }

    /// <summary>
    /// Makes sure the user can pass through the directory and those above it. A directory that is closed to everyone but root is opened to
    /// the user's group for passing through only (listing stays forbidden), and said; one with other rules is left alone and refused.
    /// </summary>
    public async Task PassThrough(string directory, Action<string> say, CancellationToken cancellation)
    {
        if (Name is null || OperatingSystem.IsWindows() || await CanEnter(directory, cancellation))
            return;
        for (var closed = new DirectoryInfo(directory); closed is not null; closed = closed.Parent)
        {
            const UnixFileMode group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
            if (await CanEnter(closed.FullName, cancellation) || closed.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                continue;
            var gid = await Child.Run("id", ["-g", Name], cancellation: cancellation);
            if (
                (closed.UnixFileMode & group) == 0
                && gid.Succeeded
                && (await Child.Run("chgrp", [gid.Output.Trim(), closed.FullName], cancellation: cancellation)).Succeeded
            )
            {
                closed.UnixFileMode |= UnixFileMode.GroupExecute;
                say($"PostgreSQL cannot run as root, so it runs as {Name}, who may now pass through {closed.FullName} (but not list it).");
            }
        }
        if (!await CanEnter(directory, cancellation))
            throw new StartException(
                $"PostgreSQL cannot run as root, and the user {Name} may not enter {directory}. "
                    + "Name a directory that others may enter with the setting NeedsSurvey__DataDirectory, for example "
                    + "/var/lib/needssurvey."
            );
    }

    private async Task<bool> CanEnter(string directory, CancellationToken cancellation) =>
        (await Child.Run("/bin/sh", ["-c", "cd \"$1\"", "sh", directory], Name, cancellation: cancellation)).Succeeded;
}
