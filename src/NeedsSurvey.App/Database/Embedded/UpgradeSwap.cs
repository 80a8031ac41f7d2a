// The moment in which a new cluster takes the place of the old one: two renames, and a note that tells the next start how far it came.

namespace NeedsSurvey.App.Database;

/// <summary>Swaps clusters. The caller holds the lock for changes; neither cluster runs.</summary>
internal static class UpgradeSwap
{
    /// <summary>Where the new cluster is made.</summary>
    public static string Scratch(DataDirectory directory) => Path.Combine(directory.Root, "upgrading");

    /// <summary>Puts the new cluster in place and keeps the old one under another name, which is answered.</summary>
    public static string Swap(DataDirectory directory, int oldMajor)
    {
        var kept = Enumerable
            .Range(1, int.MaxValue)
            .Select(number => $"{directory.Cluster}-{oldMajor}" + (number == 1 ? "" : $"-{number}"))
            .First(name => !Directory.Exists(name));
        File.WriteAllText(Note(directory), kept);
        Directory.Move(directory.Cluster, kept);
        Finish(directory);
        return kept;
    }

    /// <summary>Finishes what was cut short after the old cluster was moved; before that, the old one stands and the note goes.</summary>
    public static void Finish(DataDirectory directory)
    {
        if (!File.Exists(Note(directory)))
            return;
        var made = Path.Combine(Scratch(directory), Path.GetFileName(directory.Cluster));
        if (!Directory.Exists(directory.Cluster) && Directory.Exists(made))
            Directory.Move(made, directory.Cluster);
        if (Directory.Exists(Scratch(directory)))
            Directory.Delete(Scratch(directory), recursive: true);
        File.Delete(Note(directory));
    }

    private static string Note(DataDirectory directory) => Path.Combine(directory.Root, "upgrade.note");
}
