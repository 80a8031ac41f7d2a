using System.Text.Json;

namespace NeedsSurvey.Domain.Responses;

/// <summary>Writes what fields hold as JSON.</summary>
internal static class FormJson
{
    /// <summary>The text as it was typed, or null for nothing.</summary>
    internal static void Text(Utf8JsonWriter writer, string? text)
    {
        if (text is null)
            writer.WriteNullValue();
        else
            writer.WriteStringValue(FormNumber.Storable(text));
    }

    /// <summary>A list of names.</summary>
    internal static void Names(Utf8JsonWriter writer, IEnumerable<string> names)
    {
        writer.WriteStartArray();
        foreach (var name in names)
            writer.WriteStringValue(FormNumber.Storable(name));
        writer.WriteEndArray();
    }
}
