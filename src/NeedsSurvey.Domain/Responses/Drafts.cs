using System.Text.Json;

namespace NeedsSurvey.Domain.Responses;

/// <summary>Opens the JSON of drafts and stored responses, which may have passed through other hands.</summary>
internal static class Drafts
{
    /// <summary>Answers nest no deeper than a grid inside a repeat.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>Null when it is not JSON.</summary>
    internal static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(string.IsNullOrWhiteSpace(json) ? "{}" : json, Options);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException) // ArgumentException: a lone surrogate in the text
        {
            return null;
        }
    }
}
