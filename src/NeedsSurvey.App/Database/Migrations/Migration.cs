// The numbered SQL files of the program. They are part of the assembly, so an installed program cannot lose one.

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NeedsSurvey.App.Database;

/// <summary>One file: its number, its whole name (<c>0001_accounts.sql</c>) and its SQL.</summary>
public sealed partial record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the SQL in lower-case hexadecimal; the same whatever line ends a checkout gave the file.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>All files of this program in order; throws <see cref="StartException"/> when the numbers have a gap or a double.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    private static List<Migration> Load()
    {
        var assembly = typeof(Migration).Assembly;
        return InOrder(
            assembly
                .GetManifestResourceNames()
                .Where(resource => resource.StartsWith("migrations/", StringComparison.Ordinal))
                .Select(resource =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
                    return Parse(resource["migrations/".Length..], reader.ReadToEnd());
                })
        );
    }

    /// <summary>A file from its name and text.</summary>
    public static Migration Parse(string name, string sql) =>
        FileName().Match(name) is { Success: true } match
            ? new Migration(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), name, sql)
            : throw new StartException($"The migration {name} is not named like 0007_what_it_does.sql. Rename it.");

    /// <summary>Sorted by number, which must run 1, 2, 3… without a gap.</summary>
    public static List<Migration> InOrder(IEnumerable<Migration> files)
    {
        var sorted = files.OrderBy(file => file.Number).ThenBy(file => file.Name, StringComparer.Ordinal).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            if (sorted[i].Number != i + 1)
                throw new StartException(
                    i > 0 && sorted[i].Number == sorted[i - 1].Number
                        ? $"The migrations {sorted[i - 1].Name} and {sorted[i].Name} have the same number. Give the newer one the next "
                            + "free number."
                        : $"There is a gap before the migration {sorted[i].Name}: number {i + 1} is missing. Bring the file back or "
                            + "renumber."
                );
        }
        return sorted;
    }

    [GeneratedRegex(@"^(\d{4})_[a-z0-9_]+\.sql$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex FileName();
}
