using System.Text.Json;

namespace NeedsSurvey.Domain.Responses;

/// <summary>How an answered cell reads.</summary>
public enum CellForm : byte
{
    /// <summary>Words, a day, a time, true or false: as they stand.</summary>
    Text,

    /// <summary>The code of a choice.</summary>
    Code,

    /// <summary>A number as JSON writes it.</summary>
    Number,

    /// <summary>Picked.</summary>
    Yes,

    /// <summary>Answered without picking it.</summary>
    No,
}

/// <summary>
/// One answer in one column: its state, and where in the stored JSON its bytes stand. It holds no text of its own, so that reading a row
/// allocates nothing.
/// </summary>
/// <param name="State">Only <see cref="AnswerState.Answered"/> gives meaning to the rest.</param>
/// <param name="Form">How the bytes read.</param>
/// <param name="Start">First byte, behind an opening quotation mark.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Escaped">The bytes hold JSON escapes; read them with <see cref="Read"/>.</param>
public readonly record struct Cell(AnswerState State, CellForm Form = CellForm.Text, int Start = 0, int Length = 0, bool Escaped = false)
{
    /// <summary>The one value that the reader stands on.</summary>
    internal static Cell Of(in Utf8JsonReader reader, CellForm text = CellForm.Text) =>
        reader.TokenType switch
        {
            JsonTokenType.String => new(
                AnswerState.Answered,
                text,
                (int)reader.TokenStartIndex + 1,
                reader.ValueSpan.Length,
                reader.ValueIsEscaped
            ),
            JsonTokenType.Number => new(AnswerState.Answered, CellForm.Number, (int)reader.TokenStartIndex, reader.ValueSpan.Length),
            JsonTokenType.Null => new(AnswerState.Skipped),
            _ => new(AnswerState.Answered, CellForm.Text, (int)reader.TokenStartIndex, reader.ValueSpan.Length),
        };

    /// <summary>Whatever the reader stands on: a list or an object is kept as its JSON.</summary>
    internal static Cell OfAny(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
            return Of(in reader);
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new(AnswerState.Answered, CellForm.Text, start, (int)reader.BytesConsumed - start);
    }

    /// <summary>A value, or what was said in its place, which is an object.</summary>
    internal static Cell OrMissing(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return Of(in reader);
        var missing = MissingAt(reader);
        reader.Skip();
        return new(missing ?? AnswerState.Declined);
    }

    /// <summary>
    /// The state that the reader stands on: "prefer not to say" or "I do not know", null for anything else. A copy looks ahead; the
    /// caller's reader stays.
    /// </summary>
    internal static AnswerState? MissingAt(Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
            return null;
        foreach (var missing in MissingAnswer.Both)
            if (reader.ValueTextEquals(missing.KeyUtf8))
                return reader.Read() && reader.TokenType == JsonTokenType.True ? missing.State : null;
        return null;
    }

    /// <summary>The answer's bytes (UTF-8).</summary>
    /// <param name="json">What the row was read from.</param>
    /// <param name="scratch">Used for escapes; grown when it is too small.</param>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> json, ref byte[] scratch)
    {
        if (Form == CellForm.Yes)
            return "1"u8;
        if (Form == CellForm.No)
            return "0"u8;
        if (!Escaped)
            return json.Slice(Start, Length);
        if (scratch.Length < Length)
            scratch = new byte[Length * 2];
        var reader = new Utf8JsonReader(json.Slice(Start - 1, Length + 2));
        reader.Read();
        return scratch.AsSpan(0, reader.CopyString(scratch));
    }
}
