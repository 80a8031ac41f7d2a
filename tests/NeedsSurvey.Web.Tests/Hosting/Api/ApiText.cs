// The API's document as its readers see it: operations, references, and schemas to hold answers against.

using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace NeedsSurvey.Web.Tests.Hosting;

/// <param name="Path">As the document writes it.</param>
internal sealed record ApiOperation(string Method, string Path, JsonNode Node)
{
    public string Id => (string)Node["operationId"]!;

    public IReadOnlyList<string> Statuses => [.. Node["responses"]!.AsObject().Select(answer => answer.Key)];

    public JsonObject? ContentOf(string status) => Node["responses"]![status]?["content"]?.AsObject();

    public bool TakesJson => Node["requestBody"]?["content"]?["application/json"] is not null;

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>The document of a running program.</summary>
internal sealed class ApiText(JsonNode document)
{
    private readonly JsonNode definitions = Closed(document["components"]!["schemas"]!.DeepClone());

    public JsonNode Document => document;

    public static async Task<ApiText> Of(TestSite site)
    {
        using var client = site.NewClient();
        return new(JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!);
    }

    public IEnumerable<ApiOperation> Operations =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key is "get" or "post" or "put" or "delete"
        select new ApiOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value);

    /// <summary>What in an answer does not fit, with where; empty when it fits.</summary>
    public IReadOnlyList<string> Faults(JsonNode schema, string body)
    {
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$defs"] = definitions.DeepClone(),
            ["allOf"] = new JsonArray(schema.DeepClone()),
        };
        var text = whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        using var json = JsonDocument.Parse(body);
        var result = JsonSchema.FromText(text).Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid
            ? []
            :
            [
                .. (result.Details ?? [])
                    .Where(detail => detail.Errors is { Count: > 0 })
                    .Select(detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}"),
            ];
    }

    // An answer may get more keys in time, so its schema allows them; here each key must be one that the document names.
    private static JsonNode Closed(JsonNode schemas)
    {
        Close(schemas);
        return schemas;
    }

    private static void Close(JsonNode node)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Close(item!);
        if (node is not JsonObject thing)
            return;
        if (thing["properties"] is JsonObject && thing["additionalProperties"] is null)
            thing["additionalProperties"] = false;
        foreach (var (_, inner) in thing.ToList())
            if (inner is JsonObject or JsonArray)
                Close(inner);
    }
}
