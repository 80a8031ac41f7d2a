// All answers that a survey ever took, as one table: every answer ever given has a column, whichever version it was given to. The export
// and the results read stored answers through it and through nothing else, so that both mean the same by a column. It holds no answers.

using System.Globalization;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>The columns of a survey over all its versions (export-format.md, "Data file").</summary>
public sealed class AnswerTable
{
    private AnswerTable(IReadOnlyList<int> versions, IReadOnlyList<AnswerFile> files) => (Versions, Files) = (versions, files);

    /// <summary>Versions, oldest first.</summary>
    public IReadOnlyList<int> Versions { get; }

    /// <summary>The responses first, then one file for each repeat that any version had.</summary>
    public IReadOnlyList<AnswerFile> Files { get; }

    /// <summary>The file with one row a response.</summary>
    public AnswerFile Responses => Files[0];

    /// <summary>Lays out the columns: questions in the order of the newest version, then retired ones, the last retired first.</summary>
    /// <param name="versions">Every published version with its number, in any order; at least one.</param>
    public static AnswerTable Of(IEnumerable<(int Version, CompiledSurvey Survey)> versions)
    {
        var ordered = versions.OrderBy(version => version.Version).ToList();
        var lineages = new List<Lineage>();
        foreach (var (version, survey) in ordered)
        foreach (var item in survey.Items.Where(item => VersionIndex.HasData(item.Item)))
        {
            var known = lineages.FindLast(lineage => lineage.Question == item.Name && lineage.Repeat == item.Repeat?.Name);
            if (known is null || !VersionIndex.SameData(known.Newest.Item.Item, item.Item))
                lineages.Add(known = new(item.Name, item.Repeat?.Name));
            known.Stages.Add(new(version, survey, item));
        }

        var newest = ordered[^1].Version;
        var inOrder = lineages.OrderByDescending(lineage => lineage.Newest.Version).ThenBy(lineage => lineage.Newest.Item.Slot).ToList();
        var repeats = inOrder.Select(lineage => lineage.Repeat).OfType<string>().Distinct(StringComparer.Ordinal);
        return new(
            [.. ordered.Select(version => version.Version)],
            [.. repeats.Prepend(null).Select(repeat => File(repeat, inOrder.Where(lineage => lineage.Repeat == repeat), newest))]
        );
    }

    private static AnswerFile File(string? repeat, IEnumerable<Lineage> lineages, int newest)
    {
        var names = new HashSet<string>(ExportColumns.Reserved, StringComparer.OrdinalIgnoreCase);
        var questions = new HashSet<string>(StringComparer.Ordinal);
        var blocks = new List<AnswerBlock>();
        var first = 0;
        foreach (var lineage in lineages)
        {
            // Newest first, so the plain name belongs to the question that has it now.
            var name = questions.Add(lineage.Question) ? lineage.Question : $"{lineage.Question}{Suffix(lineage)}";
            var block = Block(lineage, name, first, newest, names);
            blocks.Add(block);
            first += block.Columns.Count;
        }
        return new(repeat, blocks);
    }

    private static AnswerBlock Block(Lineage lineage, string name, int first, int newest, HashSet<string> names)
    {
        var stages = lineage.Stages.AsEnumerable().Reverse().ToList();
        var columns = new OrderedDictionary<(ColumnContent, string), (string Tail, List<int> Versions)>();
        foreach (var stage in stages)
        foreach (var column in ExportColumns.Of(stage.Survey.Definition, stage.Item.Item))
        {
            if (!columns.TryGetValue((column.Content, column.Part), out var known))
                columns.Add((column.Content, column.Part), known = (column.Name[lineage.Question.Length..], []));
            known.Versions.Insert(0, stage.Version);
        }
        return new()
        {
            Question = lineage.Question,
            Name = name,
            Item = lineage.Newest.Item,
            Versions = [.. lineage.Stages.Select(stage => stage.Version)],
            IsRetired = lineage.Newest.Version != newest,
            Columns =
            [
                .. columns.Select(column => new AnswerColumn(
                    Unique(name + column.Value.Tail, $"{lineage.Question}{Suffix(lineage)}{column.Value.Tail}", names),
                    column.Key.Item1,
                    column.Key.Item2,
                    column.Value.Versions
                )),
            ],
            First = first,
            Asked = lineage.Stages.ToDictionary(stage => stage.Version, stage => (stage.Survey, stage.Item)),
            Choices = [.. stages.SelectMany(stage => stage.Item.Choices).DistinctBy(choice => choice.Name)],
            Rows = [.. stages.SelectMany(stage => stage.Item.Rows).DistinctBy(row => row.Name)],
        };
    }

    // A retired question may have a name that a newer question's column has by now: q.food was a question, then q got a choice food.
    private static string Unique(string plain, string suffixed, HashSet<string> names)
    {
        if (names.Add(plain))
            return plain;
        if (names.Add(suffixed))
            return suffixed;
        for (var number = 2; ; number++)
            if (names.Add($"{suffixed}_{number}"))
                return $"{suffixed}_{number}";
    }

    private static string Suffix(Lineage lineage) => ".v" + lineage.Newest.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>A question through the versions in which it had the same type.</summary>
    private sealed record Lineage(string Question, string? Repeat)
    {
        public List<Stage> Stages { get; } = [];
        public Stage Newest => Stages[^1];
    }

    private sealed record Stage(int Version, CompiledSurvey Survey, CompiledItem Item);
}
