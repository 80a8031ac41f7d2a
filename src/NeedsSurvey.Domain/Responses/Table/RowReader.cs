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

    /// <param name="file">Whose columns.</param>
    public RowReader(AnswerFile file) => this.file = file;

    /// <summary>
    /// Fills <paramref name="cells"/>. What was stored always fits; a value of another form is kept as its JSON in the question's first
    /// column.
    /// </summary>
    /// <param name="json">The stored answers of a response, or of one instance of a repeat: a JSON object in UTF-8.</param>
    /// <param name="version">The version that was answered.</param>
    /// <param name="cells">As many as the file has columns.</param>
    public void Read(ReadOnlySpan<byte> json, int version, Span<Cell> cells)
    {
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
        }
    }

    /// <summary>The blocks that a version asks, in the order in which jsonb keeps their keys.</summary>
    private sealed class Plan
    {
        public Plan(AnswerFile file, int version)
        {
            Asked =
            [
                .. file
                    .Blocks.Where(block => block.Versions.Contains(version))
                    .Select(block => new AskedBlock(block, version))
                    .OrderBy(asked => asked.Key.Length)
                    .ThenBy(asked => Encoding.UTF8.GetString(asked.Key), StringComparer.Ordinal),
            ];
            Keys = [.. Asked.Select(asked => asked.Key)];
        }

        public AskedBlock[] Asked { get; }
        public byte[][] Keys { get; }
    }
}
