// From one stored response to the cells of its row. It reads the canonical form that AnswerCheck wrote and PostgreSQL keeps (jsonb: keys by length,
// then by bytes), in one pass and without allocating: exports and results read millions. It judges nothing.

using System.Text;
using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>Reads stored answers into cells, one a column of the file. Keeps no state between rows but what is known of versions; not for several threads at once.</summary>
public sealed class RowReader
{
    private readonly Dictionary<int, Plan> plans = [];
    private readonly AnswerFile file;

    /// <param name="file">Whose columns.</param>
    public RowReader(AnswerFile file) => this.file = file;

    /// <summary>Fills <paramref name="cells"/>. What was stored always fits; a value of another form is kept as its JSON in the question's first column.</summary>
    /// <param name="json">The stored answers of a response, or of one instance of a repeat: a JSON object in UTF-8.</param>
    /// <param name="version">The version that was answered.</param>
    /// <param name="cells">As many as the file has columns.</param>
    public void Read(ReadOnlySpan<byte> json, int version, Span<Cell> cells)
    {
        if (!plans.TryGetValue(version, out var plan)) plans[version] = plan = new(file, version);
        cells.Fill(new(AnswerState.NotAsked));
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = Find(in reader, plan.Keys, next);
            reader.Read();
            if (at < 0)
            {
                reader.Skip();
                continue;
            }
            next = at + 1;
            var asked = plan.Asked[at];
            Fill(ref reader, json, asked, cells.Slice(asked.Block.First, asked.Block.Columns.Count));
        }
    }

    private static void Fill(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Asked asked, Span<Cell> cells)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            asked.All(cells, AnswerState.Skipped);
            return;
        }
        if (reader.TokenType == JsonTokenType.StartObject && IsDeclined(reader))
        {
            reader.Skip();
            asked.All(cells, AnswerState.Declined);
            return;
        }
        switch (asked.Block.Item.Item, reader.TokenType)
        {
            case (SelectOneQuestion, JsonTokenType.String or JsonTokenType.StartObject): One(ref reader, asked, cells); break;
            case (SelectMultipleQuestion, JsonTokenType.StartArray or JsonTokenType.StartObject): Many(ref reader, asked, cells); break;
            case (RankQuestion, JsonTokenType.StartArray): Places(ref reader, asked, cells); break;
            case (NeedGridQuestion or MatrixQuestion, JsonTokenType.StartObject): Grid(ref reader, asked, cells); break;
            case (BestWorstQuestion, JsonTokenType.StartArray): Sets(ref reader, asked, cells); break;
            case (GeopointQuestion, JsonTokenType.StartObject): Point(ref reader, asked, cells); break;
            case (_, JsonTokenType.StartArray or JsonTokenType.StartObject):
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                cells[0] = new(AnswerState.Answered, CellForm.Text, start, (int)reader.BytesConsumed - start);
                break;
            default: cells[0] = Scalar(in reader); break;
        }
    }

    // A choice, or {"choice": "other", "other": "own words"}.
    private static void One(ref Utf8JsonReader reader, Asked asked, Span<Cell> cells)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            cells[0] = Scalar(in reader, CellForm.Code);
            if (asked.Other >= 0 && reader.ValueTextEquals(OtherUtf8)) cells[asked.Other] = new(AnswerState.Skipped);
            return;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isChoice = reader.ValueTextEquals("choice"u8);
            reader.Read();
            if (isChoice) cells[0] = Scalar(in reader, CellForm.Code);
            else cells[asked.OtherOrFirst] = Scalar(in reader);
        }
    }

    // Names of choices, or {"choices": […], "other": "own words"}.
    private static void Many(ref Utf8JsonReader reader, Asked asked, Span<Cell> cells)
    {
        for (var i = 0; i < cells.Length; i++)
            if (asked.Has[i] && i != asked.Other) cells[i] = new(AnswerState.Answered, CellForm.No);
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            Names(ref reader, asked, cells);
            return;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isChoices = reader.ValueTextEquals("choices"u8);
            reader.Read();
            if (isChoices) Names(ref reader, asked, cells);
            else cells[asked.OtherOrFirst] = Scalar(in reader);
        }
    }

    private static void Names(ref Utf8JsonReader reader, Asked asked, Span<Cell> cells)
    {
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            var at = asked.Part(in reader, next);
            if (at < 0) continue;
            next = at + 1;
            if (at != asked.Other) cells[at] = new(AnswerState.Answered, CellForm.Yes);
            else if (cells[at].State != AnswerState.Answered) cells[at] = new(AnswerState.Skipped);
        }
    }

    private static void Places(ref Utf8JsonReader reader, Asked asked, Span<Cell> cells)
    {
        asked.All(cells, AnswerState.Skipped);
        for (var place = 0; reader.Read() && reader.TokenType == JsonTokenType.String; place++)
            if (place < cells.Length) cells[place] = Scalar(in reader, CellForm.Code);
    }

    // Rows by name: a choice, {"importance": 4, "satisfaction": 1}, or declined.
    private static void Grid(ref Utf8JsonReader reader, Asked asked, Span<Cell> cells)
    {
        asked.All(cells, AnswerState.Skipped);
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = asked.Part(in reader, next);
            reader.Read();
            if (at < 0)
            {
                reader.Skip();
                continue;
            }
            next = at + 1;
            var columns = asked.Block.Item.Item is NeedGridQuestion ? cells.Slice(at, 2) : cells.Slice(at, 1);
            if (reader.TokenType != JsonTokenType.StartObject) columns[0] = Scalar(in reader, CellForm.Code);
            else if (IsDeclined(reader))
            {
                reader.Skip();
                columns.Fill(new(AnswerState.Declined));
            }
            else
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var aspect = reader.ValueTextEquals("importance"u8) ? 0 : 1;
                    reader.Read();
                    columns[aspect] = Declinable(ref reader);
                }
        }
    }

    private static void Sets(ref Utf8JsonReader reader, Asked asked, Span<Cell> cells)
    {
        asked.All(cells, AnswerState.Skipped);
        for (var set = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; set++)
        {
            if (reader.TokenType != JsonTokenType.StartObject) continue;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var at = set * 2 + (reader.ValueTextEquals("best"u8) ? 0 : 1);
                reader.Read();
                if (at < cells.Length) cells[at] = Scalar(in reader, CellForm.Code);
            }
        }
    }

    private static void Point(ref Utf8JsonReader reader, Asked asked, Span<Cell> cells)
    {
        asked.All(cells, AnswerState.Skipped);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = reader.ValueTextEquals("lat"u8) ? 0 : reader.ValueTextEquals("lon"u8) ? 1 : 2;
            reader.Read();
            cells[at] = Scalar(in reader);
        }
    }

    private static Cell Declinable(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return Scalar(in reader);
        reader.Skip();
        return new(AnswerState.Declined);
    }

    private static Cell Scalar(in Utf8JsonReader reader, CellForm text = CellForm.Text) => reader.TokenType switch
    {
        JsonTokenType.String => new(AnswerState.Answered, text, (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, reader.ValueIsEscaped),
        JsonTokenType.Number => new(AnswerState.Answered, CellForm.Number, (int)reader.TokenStartIndex, reader.ValueSpan.Length),
        JsonTokenType.Null => new(AnswerState.Skipped),
        _ => new(AnswerState.Answered, CellForm.Text, (int)reader.TokenStartIndex, reader.ValueSpan.Length),
    };

    // A copy of the reader looks ahead; the caller's stays.
    private static bool IsDeclined(Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("declined"u8);

    // Keys come in an order that does not change from row to row, so the search goes on where the last one ended.
    private static int Find(in Utf8JsonReader reader, byte[][] keys, int next)
    {
        for (var i = next; i < keys.Length; i++)
            if (reader.ValueTextEquals(keys[i])) return i;
        for (var i = 0; i < next && i < keys.Length; i++)
            if (reader.ValueTextEquals(keys[i])) return i;
        return -1;
    }

    private static readonly byte[] OtherUtf8 = Encoding.UTF8.GetBytes(CompiledItem.OtherChoice);

    /// <summary>The blocks that a version asks, in the order in which jsonb keeps their keys.</summary>
    private sealed class Plan
    {
        public Plan(AnswerFile file, int version)
        {
            Asked = [.. file.Blocks.Where(block => block.Versions.Contains(version)).Select(block => new Asked(block, version))
                .OrderBy(asked => asked.Key.Length).ThenBy(asked => asked.Block.Question, StringComparer.Ordinal)];
            Keys = [.. Asked.Select(asked => asked.Key)];
        }

        public Asked[] Asked { get; }
        public byte[][] Keys { get; }
    }

    /// <summary>A block as one version asks it.</summary>
    private sealed class Asked
    {
        private readonly byte[][] parts;

        public Asked(AnswerBlock block, int version)
        {
            Block = block;
            Key = Encoding.UTF8.GetBytes(block.Question);
            Has = [.. block.Columns.Select(column => column.Versions.Contains(version))];
            parts = [.. block.Columns.Select(column => column.PartUtf8)];
            Other = block.Columns.ToList().FindIndex(column => column.Content == ColumnContent.OtherWords);
        }

        public AnswerBlock Block { get; }
        public byte[] Key { get; }

        /// <summary>Whether the version had the column.</summary>
        public bool[] Has { get; }

        /// <summary>The column of one's own words; −1 without.</summary>
        public int Other { get; }

        public int OtherOrFirst => Math.Max(Other, 0);

        public int Part(in Utf8JsonReader reader, int next) => Find(in reader, parts, next);

        public void All(Span<Cell> cells, AnswerState state)
        {
            for (var i = 0; i < cells.Length; i++)
                if (Has[i]) cells[i] = new(state);
        }
    }
}
