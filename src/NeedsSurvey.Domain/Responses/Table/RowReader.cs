// From one stored response to the cells of its row. It reads the canonical form that AnswerCheck wrote and PostgreSQL keeps (jsonb: keys
// by length, then by bytes), in one pass and without allocating: exports and results read millions. It judges nothing.

using System.Text;
using System.Text.Json;

namespace NeedsSurvey.Domain.Responses;

/// <summary>
/// Reads stored answers into cells, one a column of the file. Keeps no state between rows but what is known of versions; not for several
/// threads at once.
/// </summary>
public sealed class RowReader
{
    private readonly Dictionary<int, Plan> plans = [];
    private readonly AnswerFile file;
    private readonly AskedBlock?[] last;

    /// <param name="file">Whose columns.</param>
    public RowReader(AnswerFile file) => (this.file, last) = (file, new AskedBlock?[file.Blocks.Count]);

    /// <summary>
    /// False where rows hold a part of the answers only: then nobody can tell what a choice filter let through, and everything counts as
    /// offered.
    /// </summary>
    public bool RowsAreWhole { get; init; } = true;

    /// <summary>
    /// Fills <paramref name="cells"/>. What was stored always fits; a value of another form is kept as its JSON in the question's first
    /// column.
    /// </summary>
    /// <param name="json">The stored answers of a response, or of one instance of a repeat: a JSON object in UTF-8.</param>
    /// <param name="version">The version that was answered.</param>
    /// <param name="cells">As many as the file has columns.</param>
    /// <param name="whole">Of an instance of a repeat, the response it belongs to, where the file has choice filters.</param>
    /// <param name="place">Of an instance, its place from 0.</param>
    public void Read(ReadOnlySpan<byte> json, int version, Span<Cell> cells, ReadOnlySpan<byte> whole = default, int place = 0)
    {
        Array.Clear(last);
        if (!plans.TryGetValue(version, out var plan))
            plans[version] = plan = new(file, version);
        cells.Fill(new(AnswerState.NotAsked));
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = AskedBlock.Find(in reader, plan.Keys, next);
            reader.Read();
            if (at < 0)
            {
                reader.Skip();
                continue;
            }
            next = at + 1;
            var asked = plan.Asked[at];
            asked.Fill(ref reader, cells.Slice(asked.First, asked.Count));
            last[plan.Blocks[at]] = asked;
            if (asked.HasFilter && RowsAreWhole && (file.Repeat is null || !whole.IsEmpty))
                asked.TakeBack(
                    file.Repeat is null ? json : whole,
                    file.Repeat is null ? default : json,
                    place,
                    cells.Slice(asked.First, asked.Count)
                );
        }
    }

    /// <summary>
    /// By the order of <see cref="AnswerBlock.Choices"/>, whether each choice was offered to the response that was read last: its version
    /// had it, and the choice filter let it through. Empty when the question was not asked.
    /// </summary>
    /// <param name="block">The index of the question in <see cref="AnswerFile.Blocks"/>.</param>
    public ReadOnlySpan<bool> Offered(int block) => last[block] is { } asked ? asked.Offered : default;

    /// <summary>The blocks that a version asks, in the order in which jsonb keeps their keys.</summary>
    private sealed class Plan
    {
        public Plan(AnswerFile file, int version)
        {
            var asked = file
                .Blocks.Select((block, index) => (block, index))
                .Where(entry => entry.block.Versions.Contains(version))
                .OrderBy(entry => Encoding.UTF8.GetByteCount(entry.block.Question))
                .ThenBy(entry => entry.block.Question, StringComparer.Ordinal)
                .ToList();
            Asked = [.. asked.Select(entry => new AskedBlock(entry.block, version))];
            Keys = [.. Asked.Select(block => block.Key)];
            Blocks = [.. asked.Select(entry => entry.index)];
        }

        public AskedBlock[] Asked { get; }
        public byte[][] Keys { get; }

        /// <summary>The index of each in the file.</summary>
        public int[] Blocks { get; }
    }
}
