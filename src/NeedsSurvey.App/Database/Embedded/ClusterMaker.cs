// Makes a new PostgreSQL cluster, all or nothing: an interrupted initdb leaves only a directory that the next start removes.

using System.Globalization;
using System.Security.Cryptography;

namespace NeedsSurvey.App.Database;

/// <summary>Runs <c>initdb</c> for the data directory.</summary>
internal static class ClusterMaker
{
    /// <summary>The one database role of an embedded server.</summary>
    public const string Role = "needssurvey";

    /// <summary>Major version that made the cluster, or null when there is none yet.</summary>
    public static int? MajorOf(DataDirectory directory)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(directory.Cluster, "PG_VERSION")).Trim();
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : throw NoCluster(directory);
        }
        catch (FileNotFoundException)
        {
            throw NoCluster(directory);
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static StartException NoCluster(DataDirectory directory) =>
        new(
            $"{directory.Cluster} is not a PostgreSQL data directory. Move it away, or name another place with NeedsSurvey__DataDirectory."
        );

    /// <summary>
    /// Makes the cluster with UTF-8, checksums and a random password. Texts are in the order of their bytes, and every alphabet has large
    /// and small letters where the machine can: PostgreSQL's own C.UTF-8 from 17 on, the system's before, plain C where it has none.
    /// </summary>
    public static async Task Make(
        DataDirectory directory,
        PostgresBinaries binaries,
        ServerUser user,
        string? localConfiguration,
        CancellationToken cancellation
    )
    {
        var unfinished = directory.Cluster + ".unfinished";
        var password = RandomNumberGenerator.GetHexString(40, lowercase: true);
        WritePrivate(directory.Password, password);
        // initdb reads the password as the server's user, who may not read ours.
        var handed = directory.Cluster + ".handed";
        WritePrivate(handed, password);
        try
        {
            await user.Own(handed, cancellation);
            string output = "";
            var succeeded = false;
            foreach (var locale in Locales(binaries.Major))
            {
                if (Directory.Exists(unfinished))
                    Directory.Delete(unfinished, recursive: true);
                CreatePrivate(unfinished);
                await user.Own(unfinished, cancellation);
                var made = await Child.Run(
                    binaries.Program("initdb"),
                    [
                        "-D",
                        Path.GetFileName(unfinished),
                        "-U",
                        Role,
                        "--pwfile",
                        Path.GetFileName(handed),
                        "--auth",
                        "scram-sha-256",
                        "--encoding",
                        "UTF8",
                        "--data-checksums",
                        .. locale,
                    ],
                    user.Name,
                    directory.Root,
                    cancellation
                );
                (output, succeeded) = (made.Output, made.Succeeded);
                // Any other fault is the same with every locale.
                if (succeeded || !output.Contains("locale", StringComparison.OrdinalIgnoreCase))
                    break;
            }
            if (!succeeded)
                throw output.Contains("No space left on device", StringComparison.Ordinal)
                    ? DiskFull.Words(directory.Root)
                    : new StartException(StartWords.NotMade(directory.Root, output));
            var local = Path.Combine(unfinished, "local.conf");
            await File.WriteAllTextAsync(
                local,
                localConfiguration ?? "# PostgreSQL settings of your own; read last, never written by NeedsSurvey.\n",
                cancellation
            );
            await user.Own(local, cancellation);
            Directory.Move(unfinished, directory.Cluster);
        }
        finally
        {
            File.Delete(handed);
        }
    }

    private static string[][] Locales(int major) =>
        major >= 17
            ?
            [
                ["--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
            ]
            :
            [
                ["--locale", "C", "--lc-ctype", "C.UTF-8"],
                ["--locale", "C"],
            ];

    /// <summary>Writes a file that only this user may read.</summary>
    private static void WritePrivate(string path, string text)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, System.Text.Encoding.ASCII, options);
        file.Write(text);
    }

    /// <summary>Makes a directory that only this user may enter.</summary>
    internal static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
