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
    /// <summary>The answer's bytes (UTF-8).</summary>
    /// <param name="json">What the row was read from.</param>
    /// <param name="scratch">Used for escapes; grown when it is too small.</param>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> json, ref byte[] scratch)
    {
        if (Form == CellForm.Yes) return "1"u8;
        if (Form == CellForm.No) return "0"u8;
        if (!Escaped) return json.Slice(Start, Length);
        if (scratch.Length < Length) scratch = new byte[Length * 2];
        var reader = new Utf8JsonReader(json.Slice(Start - 1, Length + 2));
        reader.Read();
        return scratch.AsSpan(0, reader.CopyString(scratch));
    }
}
