using System.Text;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>One column of the table of answers, over all versions that had it.</summary>
/// <param name="Name">The header: stable, unique in its file.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Part">The choice, row, or 1-based place or set it is about; empty for the whole answer.</param>
/// <param name="Versions">Versions in which it could be answered, oldest first; a response to any other has "not asked" in it.</param>
public sealed record AnswerColumn(string Name, ColumnContent Content, string Part, IReadOnlyList<int> Versions)
{
    internal byte[] PartUtf8 { get; } = Encoding.UTF8.GetBytes(Part);
}

/// <summary>
/// A question (or calculation) as long as it kept its type: columns that stand side by side. Renamed words do not make a new block;
/// another type does, and the old block stays with the last version that asked it in its columns' names.
/// </summary>
public sealed record AnswerBlock
{
    /// <summary>Key of the stored answers.</summary>
    public required string Question { get; init; }

    /// <summary>The question's name, with <c>.v2</c> behind it when the name has another type by now.</summary>
    public required string Name { get; init; }

    /// <summary>As the newest of its versions asked it.</summary>
    public required CompiledItem Item { get; init; }

    /// <summary>Versions that asked it, oldest first.</summary>
    public required IReadOnlyList<int> Versions { get; init; }

    /// <summary>No longer in the newest version.</summary>
    public required bool IsRetired { get; init; }

    /// <summary>Its columns: the newest version's, then those that only older versions had.</summary>
    public required IReadOnlyList<AnswerColumn> Columns { get; init; }

    /// <summary>Index of its first column in <see cref="AnswerFile.Columns"/>.</summary>
    public required int First { get; init; }

    /// <summary>Every choice that any version offered, the newest version's first, in its newest words.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>Every row that any version had, the newest version's first, in its newest words.</summary>
    public required IReadOnlyList<GridRow> Rows { get; init; }

    /// <summary>The item of each version that asked it.</summary>
    internal IReadOnlyDictionary<int, (CompiledSurvey Survey, CompiledItem Item)> Asked { get; init; } = NeverAsked;

    private static readonly Dictionary<int, (CompiledSurvey Survey, CompiledItem Item)> NeverAsked = [];

    /// <summary>Whether any version offered choices of it to some people only.</summary>
    public bool HasFilter => Asked.Values.Any(asked => asked.Item.ChoiceFilter is not null);

    /// <summary>The words of a choice; null for a code that no version offered.</summary>
    public Choice? Choice(string code) => Choices.FirstOrDefault(choice => choice.Name == code);
}

/// <summary>Columns that belong into one file: one row a response, or one row an instance of a repeat.</summary>
/// <param name="Repeat">The repeat; null for the responses themselves.</param>
public sealed record AnswerFile(string? Repeat, IReadOnlyList<AnswerBlock> Blocks)
{
    /// <summary>All columns of all blocks, in order.</summary>
    public IReadOnlyList<AnswerColumn> Columns { get; } = [.. Blocks.SelectMany(block => block.Columns)];

    /// <summary>Whether any version offered choices of one of its questions to some people only.</summary>
    public bool HasFilters { get; } = Blocks.Any(block => block.HasFilter);
}
