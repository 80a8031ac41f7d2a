// Finds PostgreSQL's programs on this machine. It downloads nothing (PostgresChoice does) and starts no server (EmbeddedServer does).

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace NeedsSurvey.App.Database;

/// <summary>A directory with <c>initdb</c>, <c>postgres</c> and <c>pg_ctl</c> of one major version.</summary>
public sealed partial record PostgresBinaries(string Directory, int Major)
{
    /// <summary>Path of one of the programs.</summary>
    public string Program(string name) => Path.Combine(Directory, OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <summary>
    /// The first usable set in the order: configured directory, PATH, the usual places (newest first), what was fetched earlier.
    /// A cluster that exists already wants its own major version.
    /// </summary>
    /// <param name="configured">Setting <c>NeedsSurvey__PostgresBinaries</c>; when given, nothing else is looked at.</param>
    /// <param name="directory">The data directory, for what was fetched into it.</param>
    /// <param name="wanted">Major version of the existing cluster, or null for a new one.</param>
    public static async Task<PostgresBinaries?> Find(
        string? configured,
        DataDirectory? directory,
        int? wanted,
        CancellationToken cancellation
    )
    {
        await foreach (var found in All(configured, directory, cancellation))
            if (wanted is null ? ServerRequirements.Accepts(found.Major) : found.Major == wanted)
                return found;
        return null;
    }

    /// <summary>All sets in that order, of whatever version.</summary>
    public static async IAsyncEnumerable<PostgresBinaries> All(
        string? configured,
        DataDirectory? directory,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var places = string.IsNullOrWhiteSpace(configured)
            ? Machine.Path().Concat(UsualPlaces()).Concat(directory is null ? [] : FetchedPostgres.Places(directory))
            : [configured];
        foreach (var place in places.Distinct())
            if (await Look(place, cancellation) is { } found)
                yield return found;
    }

    private static async Task<PostgresBinaries?> Look(string directory, CancellationToken cancellation)
    {
        var candidate = new PostgresBinaries(directory, 0);
        if (!Programs.All(name => File.Exists(candidate.Program(name))))
            return null;
        var version = await Child.Run(candidate.Program("postgres"), ["--version"], cancellation: cancellation);
        return version.Succeeded && Version().Match(version.Output) is { Success: true } match
            ? candidate with
            {
                Major = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
            }
            : null;
    }

    private static readonly string[] Programs = ["initdb", "postgres", "pg_ctl"];

    private static IEnumerable<string> UsualPlaces() =>
        new[]
        {
            ("/usr/lib/postgresql", "bin"),
            ("/usr", "bin"),
            ("/usr/local/pgsql", "bin"),
            ("/opt/homebrew/opt", "bin"),
            ("/usr/local/opt", "bin"),
            ("/Applications/Postgres.app/Contents/Versions", "bin"),
            (@"C:\Program Files\PostgreSQL", "bin"),
        }.SelectMany(place => Candidates(place.Item1, place.Item2));

    /// <summary>The directory itself and its version-named children ("16", "pgsql-16", "postgresql@16"), newest first.</summary>
    private static IEnumerable<string> Candidates(string parent, string bin) =>
        System.IO.Directory.Exists(parent)
            ? new[] { Path.Combine(parent, bin) }.Concat(
                System
                    .IO.Directory.EnumerateDirectories(parent)
                    .Where(child => VersionedName().IsMatch(Path.GetFileName(child)))
                    .OrderByDescending(child =>
                        int.Parse(VersionedName().Match(Path.GetFileName(child)).Groups[1].ValueSpan, CultureInfo.InvariantCulture)
                    )
                    .Select(child => Path.Combine(child, bin))
            )
            : [];

    [GeneratedRegex(@"\(PostgreSQL\) (\d{1,3})", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Version();

    [GeneratedRegex(@"^(?:pgsql-|postgresql@)?(\d{2})$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex VersionedName();
}
