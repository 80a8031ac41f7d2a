namespace NeedsSurvey.Domain.Surveys;

/// <summary>A column of an export that covers several versions.</summary>
/// <param name="Header">Its header: the column's name, or the name with <c>.v2</c> for a retired column whose name a newer one has.</param>
/// <param name="Column">What it holds, as the newest version that has it defines it.</param>
/// <param name="Versions">Numbers of the versions that have it, rising; responses to other versions were not asked.</param>
/// <param name="IsRetired">True when the newest version does not have it.</param>
public sealed record VersionedColumn(string Header, ExportColumn Column, IReadOnlyList<int> Versions, bool IsRetired);

// Every answer ever given has a column (export-format.md): columns of all versions are brought together by name as long as they hold the
// same
// kind of data. A retyped question gets new columns and keeps its old ones; labels, order and relevance change nothing.

/// <summary>Brings the columns of all versions of a survey together.</summary>
public static class ExportColumnsOverVersions
{
    /// <summary>Columns in the order of the newest version, then retired ones, the most recently retired first.</summary>
    /// <param name="versions">Every published version with its number, in any order.</param>
    public static IReadOnlyList<VersionedColumn> Of(IEnumerable<(int Number, SurveyDefinition Survey)> versions)
    {
        var newestFirst = versions.OrderByDescending(version => version.Number).ToList();
        var found = new List<(ExportColumn Column, List<int> Versions)>();
        var byName = new Dictionary<(string? Repeat, string Name), List<int>>();
        foreach (var (number, survey) in newestFirst)
        foreach (var column in ExportColumns.Of(survey))
        {
            var key = (column.Repeat, column.Name);
            if (!byName.TryGetValue(key, out var namesakes))
                byName[key] = namesakes = [];
            var known = namesakes.FindIndex(index => HoldsTheSame(column, found[index].Column));
            if (known >= 0)
                found[namesakes[known]].Versions.Insert(0, number);
            else
            {
                namesakes.Add(found.Count);
                found.Add((column, [number]));
            }
        }
        return Named(found, newestFirst.Count == 0 ? 0 : newestFirst[0].Number);
    }

    private static List<VersionedColumn> Named(List<(ExportColumn Column, List<int> Versions)> found, int newest)
    {
        var taken = new HashSet<(string?, string)>();
        foreach (var (column, versions) in found)
            if (versions.Contains(newest))
                taken.Add((column.Repeat, column.Name));
        var named = new List<VersionedColumn>(found.Count);
        foreach (var (column, versions) in found)
        {
            var (header, isRetired) = (column.Name, !versions.Contains(newest));
            while (isRetired && !taken.Add((column.Repeat, header)))
                header = $"{header}.v{versions[^1]}";
            named.Add(new(header, column, versions, isRetired));
        }
        return named;
    }

    private static bool HoldsTheSame(ExportColumn older, ExportColumn newer) =>
        older.Content == newer.Content && older.Part == newer.Part && VersionIndex.SameData(older.Question, newer.Question);
}
