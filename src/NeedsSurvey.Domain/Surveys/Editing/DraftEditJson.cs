using System.Text.Json;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Edits as JSON: what the API takes and the history keeps.</summary>
public static class DraftEditJson
{
    /// <summary>The edits, or what is wrong; never both.</summary>
    /// <param name="json">A list of edits.</param>
    public static (IReadOnlyList<DraftEdit>? Edits, IReadOnlyList<DefinitionFault> Faults) Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return (null, [new("edits", "wrong_type", "This is a list of edits.")]);
        if (json.GetArrayLength() == 0)
            return (null, [new("edits", "empty", "There is nothing to change. Send at least one edit.")]);
        var edits = new List<DraftEdit>();
        var faults = new List<DefinitionFault>();
        foreach (var (index, edit) in json.EnumerateArray().Index())
            if (ReadOne(edit, $"edits[{index}]", faults) is { } read)
                edits.Add(read);
        return faults.Count == 0 ? (edits, []) : (null, faults);
    }

    /// <summary>As <see cref="Read"/>, of what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read: the database was changed by other hands.</exception>
    public static IReadOnlyList<DraftEdit> ReadStored(string json)
    {
        using var document = JsonDocument.Parse(json, new() { MaxDepth = SurveyJson.MaxDepth });
        var (edits, faults) = Read(document.RootElement);
        return edits ?? throw new InvalidOperationException("A stored edit can no longer be read: " + faults[0]);
    }

    /// <summary>A list of edits.</summary>
    public static byte[] Write(IReadOnlyList<DraftEdit> edits) => JsonSerializer.SerializeToUtf8Bytes(edits, SurveyJsonOptions.Compact);

    private static DraftEdit? ReadOne(JsonElement json, string path, List<DefinitionFault> faults)
    {
        try
        {
            return json.Deserialize<DraftEdit>(SurveyJsonOptions.Compact) ?? throw new JsonException();
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            faults.Add(
                new(
                    path,
                    "bad_edit",
                    "This is no edit: it needs an 'op' such as add, change, move or remove, and the keys of that op. See survey-format.md."
                )
            );
            return null;
        }
    }
}
