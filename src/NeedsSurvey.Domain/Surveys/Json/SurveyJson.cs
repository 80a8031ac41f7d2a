using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>A definition that was read, or the faults that kept it from being read; never both.</summary>
public sealed record SurveyReading(SurveyDefinition? Definition, IReadOnlyList<DefinitionFault> Faults)
{
    /// <summary>
    /// True when the JSON had the right shape. Whether the survey makes sense is <see cref="DefinitionCheck"/>'s question.
    /// </summary>
    [MemberNotNullWhen(true, nameof(Definition))]
    public bool Ok => Definition is not null;
}

// The one way of survey definitions to JSON and back: strict on the way in, the same bytes every time on the way out.
// It judges shape only (keys, types, text that can be stored); meaning is DefinitionCheck's.

/// <summary>
/// Reads and writes <see cref="SurveyDefinition"/> as JSON (survey-format.md, "Reading and writing"). Reading refuses unknown keys, keys
/// that stand twice, wrong types, text that PostgreSQL cannot store (NUL, lone surrogates), nesting deeper than
/// <see cref="MaxDepth"/> and more than <see cref="Limits.DefinitionBytes"/>; it reports every such fault and never throws.
/// Writing is canonical: the same definition gives the same text, whatever order a database kept its keys in.
/// </summary>
public static class SurveyJson
{
    /// <summary>Levels of arrays and objects; twice the groups allowed, with room for a question's own parts.</summary>
    public const int MaxDepth = 64;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads UTF-8 JSON.</summary>
    public static SurveyReading Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > Limits.DefinitionBytes)
            return Refused(
                "too_large",
                $"The survey is larger than {Limits.DefinitionBytes / 1024 / 1024} MB. Shorten it or split it in two."
            );
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        try
        {
            // Checked here once because the parser leaves the bytes inside strings unread.
            StrictUtf8.GetCharCount(utf8.Span);
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            return Refused("not_json", NotJson(fault));
        }
        catch (DecoderFallbackException)
        {
            return Refused("not_utf8", "The survey is not UTF-8 text. Save it as UTF-8 and try again.");
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote and was stored since.</summary>
    /// <exception cref="InvalidOperationException">The text is no definition: the database was changed by other hands.</exception>
    public static SurveyDefinition ReadStored(string json)
    {
        var reading = Read(json);
        // Drafts of 0.1.0 could hold questions for files, which no version could: they are left out, and the rest of the draft is kept.
        if (reading.Faults.Any(fault => fault.Code == "not_offered") && JsonNode.Parse(json) is { } draft)
        {
            LeaveOut(draft);
            reading = Read(draft.ToJsonString());
        }
        return reading.Definition
            ?? throw new InvalidOperationException("A stored survey definition can no longer be read: " + reading.Faults[0]);
    }

    private static void LeaveOut(JsonNode container)
    {
        if (container["questions"] is not JsonArray items)
            return;
        foreach (var item in items.OfType<JsonObject>().ToList())
            if (item["type"]?.GetValueKind() == JsonValueKind.String && ItemTypes.NotYet.Contains(item["type"]!.GetValue<string>()))
                items.Remove(item);
            else
                LeaveOut(item);
    }

    /// <summary>Reads JSON text.</summary>
    public static SurveyReading Read(string json)
    {
        if (json.Length > Limits.DefinitionBytes)
            return Read(new byte[Limits.DefinitionBytes + 1]);
        try
        {
            return Read(StrictUtf8.GetBytes(json));
        }
        catch (EncoderFallbackException)
        {
            return Refused("bad_text", "The survey holds half of a character (a lone surrogate). Retype the text around it.");
        }
    }

    /// <summary>Reads JSON that is already parsed, e.g. the <c>definition</c> of a request.</summary>
    public static SurveyReading Read(JsonElement json)
    {
        var faults = JsonShape.Faults(json, typeof(SurveyDefinition), SurveyJsonOptions.Compact);
        if (faults.Count > 0)
            return new(null, faults);
        try
        {
            return new((SurveyDefinition)json.Deserialize(SurveyJsonOptions.Compact.GetTypeInfo(typeof(SurveyDefinition)))!, []);
        }
        catch (JsonException fault)
        {
            return new(null, [new(fault.Path?.TrimStart('$', '.') ?? "", "bad_shape", "This does not fit the format of a survey.")]);
        }
    }

    /// <summary>
    /// Canonical JSON: snake_case keys in one order, defaults left out, shared lists and languages in ordinal order of their keys,
    /// text unescaped but for what HTML could read.
    /// </summary>
    /// <param name="definition">What to write.</param>
    /// <param name="indented">Two spaces and line breaks, for people and <c>seeds/</c>; the default is compact.</param>
    public static string Write(SurveyDefinition definition, bool indented = false) =>
        JsonSerializer.Serialize(
            definition,
            (indented ? SurveyJsonOptions.Indented : SurveyJsonOptions.Compact).GetTypeInfo(typeof(SurveyDefinition))
        );

    /// <summary>As <see cref="Write"/>, compact, in UTF-8.</summary>
    public static byte[] WriteUtf8(SurveyDefinition definition) =>
        JsonSerializer.SerializeToUtf8Bytes(definition, SurveyJsonOptions.Compact.GetTypeInfo(typeof(SurveyDefinition)));

    /// <summary>Writes one item alone, e.g. to compare two versions of a question.</summary>
    internal static string Write(SurveyItem item) =>
        JsonSerializer.Serialize(item, SurveyJsonOptions.Compact.GetTypeInfo(typeof(SurveyItem)));

    private static string NotJson(JsonException fault) =>
        fault.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase)
            ? $"The survey is nested deeper than {MaxDepth} levels. Take some groups apart."
            : $"The survey is not JSON: look at line {fault.LineNumber + 1 ?? 1}, character {fault.BytePositionInLine + 1 ?? 1}.";

    private static SurveyReading Refused(string code, string message) => new(null, [new("", code, message)]);
}
