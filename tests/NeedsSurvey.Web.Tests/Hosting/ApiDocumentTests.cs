// N7: the API's document against the running program. Bodies are built from the document alone, as a client generator would, and sent.

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Tests.Hosting;

public sealed class ApiDocumentTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task N7_a_body_built_from_the_document_has_the_shape_that_each_operation_takes()
    {
        var document = await Document();
        var listening = await site.Listening();
        using var client = await site.Bearer(listening.Owner.Org);
        var wrong = new List<string>();
        var sent = 0;
        foreach (var (method, path, operation) in Operations(document))
        {
            if (operation["requestBody"]?["content"]?["application/json"] is not { } body)
                continue;
            var example = body["example"] ?? Example(document, body["schema"]!, 0);
            var address = path.Replace("{org}", listening.Owner.Org, StringComparison.Ordinal)
                .Replace("{initiative}", listening.Id.ToString(), StringComparison.Ordinal)
                .Replace("{survey}", listening.Survey, StringComparison.Ordinal)
                .Replace("{slug}", listening.Survey, StringComparison.Ordinal)
                .Replace("{language}", "en", StringComparison.Ordinal)
                .Replace("{name}", "housing", StringComparison.Ordinal)
                .Replace("{field}", "story", StringComparison.Ordinal);
            address = System.Text.RegularExpressions.Regex.Replace(address, @"\{\w+\}", _ => Guid.NewGuid().ToString());
            using var request = new HttpRequestMessage(new(method.ToUpperInvariant()), address)
            {
                Content = new StringContent(example?.ToJsonString() ?? "null", Encoding.UTF8, "application/json"),
            };
            request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1\""));
            using var answer = await client.SendAsync(request);
            var said = await answer.Content.ReadAsStringAsync();
            sent++;
            if (ShapeFaults.Any(fault => said.Contains($"\"{fault}\"", StringComparison.Ordinal)) || (int)answer.StatusCode >= 500)
                wrong.Add($"{method} {path} {example?.ToJsonString()}: {said}");
        }
        Assert.Empty(wrong);
        Assert.True(sent >= 25, $"{sent} bodies were sent.");
    }

    [Fact]
    public async Task N7_every_route_that_takes_JSON_says_so_and_no_two_operations_that_take_different_things_share_a_schema()
    {
        var document = await Document();
        var bodies = Operations(document)
            .Select(operation => (Operation: $"{operation.Method} {operation.Path}", Body: operation.Operation["requestBody"]))
            .Where(operation => operation.Body is not null)
            .Select(operation =>
                (operation.Operation, Schema: (string?)operation.Body!["content"]!["application/json"]!["schema"]?["$ref"])
            )
            .Where(operation => operation.Schema is not null)
            .GroupBy(operation => operation.Schema, operation => operation.Operation)
            .Where(alike => alike.Count() > 1)
            .ToDictionary(alike => alike.Key!.Split('/')[^1], alike => string.Join(", ", alike.Order(StringComparer.Ordinal)));
        // Making a thing and replacing it take the same.
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["EditOrganisationCommand"] = "post /api/v1/organisations, put /api/v1/organisations/{org}",
                ["InitiativeFields"] = "post /api/v1/organisations/{org}/initiatives, put /api/v1/initiatives/{initiative}",
            },
            bodies
        );
        foreach (var without in new[] { "post /api/v1/initiatives/{initiative}/surveys", "put /api/v1/surveys/{survey}/draft" })
            Assert.Contains(Operations(document), operation =>
                $"{operation.Method} {operation.Path}" == without && operation.Operation["requestBody"] is not null
            );
    }

    [Fact]
    public async Task N7_every_reference_in_the_document_leads_somewhere_and_every_operation_says_what_it_answers()
    {
        var document = await Document();
        foreach (var reference in References(document))
            Assert.NotNull(Follow(document, reference));
        Assert.DoesNotContain(document["components"]!["schemas"]!.AsObject(), schema => schema.Key is "Command" or "Code" or "Decision");
        foreach (var (method, path, operation) in Operations(document))
        {
            var answers = operation["responses"]!.AsObject();
            Assert.True(answers.Any(answer => answer.Key[0] == '2'), $"{method} {path} says no status of success.");
            Assert.Equal(
                "#/components/schemas/Problem",
                (string?)answers["default"]!["content"]!["application/problem+json"]!["schema"]!["$ref"]
            );
            Assert.Equal(
                path.StartsWith("/api/v1", StringComparison.Ordinal) && path != "/api/v1/templates" ? 1 : 0,
                operation["security"]!.AsArray().Count
            );
        }
    }

    [Fact]
    public async Task N7_what_is_left_out_when_it_is_null_is_not_required_and_enumerations_are_strings()
    {
        var schemas = (await Document())["components"]!["schemas"]!.AsObject();
        Assert.DoesNotContain(
            "dropped",
            schemas["ResponseEndpointsSubmissionReceipt"]!["required"]!.AsArray().Select(name => (string?)name)
        );
        Assert.DoesNotContain("report", schemas["ResponseEndpointsPublicDefinition"]!["required"]!.AsArray().Select(name => (string?)name));
        Assert.Equal("string", (string?)schemas["Role"]!["type"]);
    }

    private static readonly string[] ShapeFaults = ["invalid_json", "not_json", "unknown_key", "wrong_type", "bad_request"];

    private async Task<JsonNode> Document()
    {
        using var client = site.NewClient();
        return JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;
    }

    private static IEnumerable<(string Method, string Path, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key is "get" or "post" or "put" or "delete"
        select (operation.Key, path.Key, operation.Value);

    private static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject thing => thing.SelectMany(pair =>
                pair.Key == "$ref" && pair.Value is JsonValue ? [(string)pair.Value!] : References(pair.Value)
            ),
            JsonArray list => list.SelectMany(References),
            _ => [],
        };

    private static JsonNode? Follow(JsonNode document, string reference) =>
        reference[2..].Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part.Replace("~1", "/", StringComparison.Ordinal)]);

    // Every property, required or not, so that each name and type is tried.
    private static JsonNode? Example(JsonNode document, JsonNode schema, int depth)
    {
        if ((string?)schema["$ref"] is { } reference)
            return Example(document, Follow(document, reference)!, depth);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray some)
            return Example(document, some.First(one => (string?)one!["type"] != "null")!, depth);
        if (schema["enum"] is JsonArray values)
            return values.First(value => value is not null)!.DeepClone();
        var type = schema["type"] is JsonArray types ? (string?)types.First(one => (string?)one != "null") : (string?)schema["type"];
        return type switch
        {
            "object" => new JsonObject(
                (schema["properties"]?.AsObject() ?? []).Select(property =>
                    KeyValuePair.Create(property.Key, depth > 8 ? null : Example(document, property.Value!, depth + 1))
                )
            ),
            "array" => depth > 8 ? new JsonArray() : new JsonArray(Example(document, schema["items"]!, depth + 1)),
            "integer" or "number" => JsonValue.Create(1),
            "boolean" => JsonValue.Create(true),
            "string" => (string?)schema["format"] switch
            {
                "uuid" => Guid.NewGuid().ToString(),
                "date" => "2026-11-30",
                "date-time" => "2026-11-30T00:00:00Z",
                _ => "words",
            },
            _ => new JsonObject(),
        };
    }
}
