using System.Text;
using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>A block as one version asks it: which of its columns that version had, and where each part stands.</summary>
internal sealed class AskedBlock
{
    private readonly AnswerType? type;
    private readonly byte[][] parts;
    private readonly OfferedChoices? filter;
    private readonly bool[] offered;
    private readonly int[] orders;

    internal AskedBlock(AnswerBlock block, int version)
    {
        type = (block.Item.Item as Question)?.AnswerType;
        (First, Count) = (block.First, block.Columns.Count);
        Key = Encoding.UTF8.GetBytes(block.Question);
        Has = [.. block.Columns.Select(column => column.Versions.Contains(version))];
        parts = [.. block.Columns.Select(column => column.PartUtf8)];
        Other = block.Columns.ToList().FindIndex(column => column.Content == ColumnContent.OtherWords);
        (var survey, Item) = block.Asked[version];
        filter = OfferedChoices.Of(survey, Item);
        orders = [.. block.Choices.Select(choice => Item.ChoiceOrder(choice.Name))];
        offered = [.. orders.Select(order => order >= 0)];
        Orders = [.. block.Columns.Select(column => Item.ChoiceOrder(column.Part))];
    }

    /// <summary>The question as the version asks it.</summary>
    internal CompiledItem Item { get; }

    /// <summary>Where the choice that each column is about stands among the version's; −1 for columns about none.</summary>
    internal int[] Orders { get; }

    /// <summary>By the block's choices, whether each was offered to the response that was filled last.</summary>
    internal ReadOnlySpan<bool> Offered => offered;

    /// <summary>A choice filter says of stored answers what was offered.</summary>
    internal bool HasFilter => filter is not null;

    /// <summary>What the filter never offered was not asked.</summary>
    internal void TakeBack(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> instance, int place, Span<Cell> cells)
    {
        var let = filter!.To(whole, instance, place);
        for (var i = 0; i < offered.Length; i++)
            offered[i] = orders[i] >= 0 && let[orders[i]];
        type?.TakeBack(this, let, cells);
    }

    /// <summary>Where nothing was offered there was nothing to skip; what was said all the same stays.</summary>
    internal static void NothingOffered(Span<Cell> cells)
    {
        for (var i = 0; i < cells.Length; i++)
            if (cells[i].State == AnswerState.Skipped)
                cells[i] = new(AnswerState.NotAsked);
    }

    /// <summary>Index of its first column in the file.</summary>
    internal int First { get; }

    /// <summary>How many columns it has.</summary>
    internal int Count { get; }

    /// <summary>Its key in the stored answers.</summary>
    internal byte[] Key { get; }

    /// <summary>Whether the version had the column.</summary>
    internal bool[] Has { get; }

    /// <summary>The column of one's own words; −1 without.</summary>
    internal int Other { get; }

    internal int OtherOrFirst => Math.Max(Other, 0);

    /// <summary>The column of the part whose name the reader stands on, looked for from <paramref name="next"/> on; −1 for none.</summary>
    internal int Part(in Utf8JsonReader reader, int next) => Find(in reader, parts, next);

    /// <summary>Every column that the version had.</summary>
    internal void All(Span<Cell> cells, AnswerState state)
    {
        for (var i = 0; i < cells.Length; i++)
            if (Has[i])
                cells[i] = new(state);
    }

    /// <summary>
    /// Goes to the value of the next row of an object; false behind the last. A row without a column has −1 in <paramref name="at"/>, and
    /// its value is passed over.
    /// </summary>
    internal bool NextRow(ref Utf8JsonReader reader, ref int next, out int at)
    {
        at = -1;
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
            return false;
        at = Part(in reader, next);
        reader.Read();
        if (at < 0)
            reader.Skip();
        else
            next = at + 1;
        return true;
    }

    /// <summary>Reads the value that the reader stands on into the block's cells.</summary>
    internal void Fill(ref Utf8JsonReader reader, Span<Cell> cells)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            All(cells, AnswerState.Skipped);
        }
        else if (reader.TokenType == JsonTokenType.StartObject && Cell.MissingAt(reader) is { } missing)
        {
            reader.Skip();
            All(cells, missing);
        }
        else if (type?.TryFill(ref reader, this, cells) != true)
        {
            cells[0] = Cell.OfAny(ref reader);
        }
    }

    // Keys come in an order that does not change from row to row, so the search goes on where the last one ended.
    internal static int Find(in Utf8JsonReader reader, byte[][] keys, int next)
    {
        for (var i = next; i < keys.Length; i++)
            if (reader.ValueTextEquals(keys[i]))
                return i;
        for (var i = 0; i < next && i < keys.Length; i++)
            if (reader.ValueTextEquals(keys[i]))
                return i;
        return -1;
    }
}
