// N7, case clients 1 to 4: what the API's document says. Bodies are built from it alone, as a client generator would, and sent.

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace NeedsSurvey.Web.Tests.Hosting;

public sealed class ApiDocumentTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task N7_a_body_built_from_the_document_has_the_shape_that_each_operation_takes()
    {
        var (sent, wrong) = await Sent((_, _, whole) => [whole]);
        Assert.Empty(wrong);
        Assert.True(sent >= 25, $"{sent} bodies were sent.");
    }

    // clients, fault 2: a client that is made from the document writes null for what was not set.
    [Fact]
    public async Task Whatever_may_be_left_out_of_a_body_may_be_null()
    {
        var (sent, wrong) = await Sent(WithNulls);
        Assert.Empty(wrong);
        Assert.True(sent >= 60, $"{sent} bodies were sent.");
    }

    [Fact]
    public async Task The_document_says_that_what_may_be_left_out_may_be_null()
    {
        var api = await ApiText.Of(site);
        foreach (var operation in api.Operations)
            if (operation.Node["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema)
                foreach (var (name, property) in LeftOut(api.Document, schema))
                    Assert.True(TakesNull(property), $"{operation}: {name} {property}");
    }

    private async Task<(int Sent, List<string> Wrong)> Sent(Func<JsonNode, JsonNode, JsonNode, IEnumerable<JsonNode>> bodies)
    {
        var api = await ApiText.Of(site);
        var document = api.Document;
        var listening = await site.Listening();
        using var client = await site.Bearer(listening.Owner.Org);
        var wrong = new List<string>();
        var sent = 0;
        foreach (var (method, path, operation) in api.Operations)
        {
            if (operation["requestBody"]?["content"]?["application/json"] is not { } body)
                continue;
            var example = body["example"] ?? Example(document, body["schema"]!, 0) ?? new JsonObject();
            foreach (var one in bodies(document, body["schema"]!, example))
            {
                var address = path.Replace("{org}", listening.Owner.Org, StringComparison.Ordinal)
                    .Replace("{initiative}", listening.Id.ToString(), StringComparison.Ordinal)
                    .Replace("{survey}", listening.Survey, StringComparison.Ordinal)
                    .Replace("{slug}", listening.Survey, StringComparison.Ordinal)
                    .Replace("{language}", "en", StringComparison.Ordinal)
                    .Replace("{name}", "housing", StringComparison.Ordinal)
                    .Replace("{field}", "story", StringComparison.Ordinal);
                address = System.Text.RegularExpressions.Regex.Replace(address, @"\{\w+\}", _ => Guid.NewGuid().ToString());
                using var request = new HttpRequestMessage(new(method), address)
                {
                    Content = new StringContent(one.ToJsonString(), Encoding.UTF8, "application/json"),
                };
                request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1\""));
                using var answer = await client.SendAsync(request);
                var said = await answer.Content.ReadAsStringAsync();
                sent++;
                if (ShapeFaults.Any(fault => said.Contains($"\"{fault}\"", StringComparison.Ordinal)) || (int)answer.StatusCode >= 500)
                    wrong.Add($"{method} {path} {one.ToJsonString()}: {said}");
            }
        }
        return (sent, wrong);
    }

    // One body for each thing that may be left out, with null in its place.
    private static IEnumerable<JsonNode> WithNulls(JsonNode document, JsonNode schema, JsonNode whole)
    {
        var count = Places(document, schema, whole).Count();
        for (var i = 0; i < count; i++)
        {
            var body = whole.DeepClone();
            var (holder, name) = Places(document, schema, body).ElementAt(i);
            holder[name] = null;
            yield return body;
        }
    }

    private static IEnumerable<(JsonObject Holder, string Name)> Places(JsonNode document, JsonNode schema, JsonNode? value) =>
        value switch
        {
            JsonObject holder => LeftOut(document, schema)
                .Select(property => (holder, property.Name))
                .ToList()
                .Concat(Properties(document, schema).SelectMany(property => Places(document, property.Schema, holder[property.Name]))),
            JsonArray { Count: > 0 } list when Plain(document, schema)["items"] is { } item => Places(document, item, list[0]),
            _ => [],
        };

    private static IEnumerable<(string Name, JsonNode Schema)> LeftOut(JsonNode document, JsonNode schema)
    {
        var required = Plain(document, schema)["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        return Properties(document, schema).Where(property => !required.Contains(property.Name));
    }

    private static IEnumerable<(string Name, JsonNode Schema)> Properties(JsonNode document, JsonNode schema) =>
        Plain(document, schema)["properties"]?.AsObject().Select(property => (property.Key, property.Value!)) ?? [];

    // The schema that is meant where a reference or "this or null" stands.
    private static JsonNode Plain(JsonNode document, JsonNode schema) =>
        (string?)schema["$ref"] is { } reference ? Follow(document, reference)!
        : (schema["oneOf"] ?? schema["anyOf"]) is JsonArray some ? Plain(document, some.First(one => (string?)one!["type"] != "null")!)
        : schema;

    private static bool TakesNull(JsonNode schema) =>
        schema["type"] switch
        {
            JsonArray types => types.Any(type => (string?)type == "null"),
            null => (schema["oneOf"] ?? schema["anyOf"]) is not JsonArray some
                ? schema["$ref"] is null
                : some.Any(one => (string?)one!["type"] == "null"),
            _ => false,
        };

    [Fact]
    public async Task N7_no_two_operations_that_take_different_things_share_a_schema()
    {
        var bodies = (await ApiText.Of(site))
            .Operations.Select(operation =>
                (operation.Id, Schema: (string?)operation.Node["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"])
            )
            .Where(operation => operation.Schema is not null)
            .GroupBy(operation => operation.Schema, operation => operation.Id)
            .Where(alike => alike.Count() > 1)
            .ToDictionary(alike => alike.Key!.Split('/')[^1], alike => string.Join(", ", alike.Order(StringComparer.Ordinal)));
        // Making a thing and replacing it take the same.
        Assert.Equal(new Dictionary<string, string> { ["InitiativeFields"] = "createInitiative, updateInitiative" }, bodies);
    }

    [Fact]
    public async Task N7_every_reference_in_the_document_leads_somewhere()
    {
        var document = (await ApiText.Of(site)).Document;
        foreach (var reference in References(document))
            Assert.NotNull(Follow(document, reference));
        Assert.DoesNotContain(document["components"]!["schemas"]!.AsObject(), schema => schema.Key is "Command" or "Code" or "Decision");
    }

    // case clients 3, 4.
    [Fact]
    public async Task Every_operation_says_what_it_is_for()
    {
        var api = await ApiText.Of(site);
        var tags = api.Document["tags"]!.AsArray().ToDictionary(tag => (string)tag!["name"]!, tag => (string?)tag!["description"]);
        Assert.All(api.Operations, operation =>
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)operation.Node["summary"]), $"{operation} has no summary.");
            Assert.False(string.IsNullOrWhiteSpace((string?)operation.Node["description"]), $"{operation} has no description.");
            Assert.False(string.IsNullOrWhiteSpace(tags[(string)operation.Node["tags"]![0]!]), $"{operation} has a tag without words.");
        });
    }

    [Fact]
    public async Task Every_operation_names_a_success_and_its_problems_have_one_schema()
    {
        foreach (var operation in (await ApiText.Of(site)).Operations)
        {
            Assert.True(operation.Statuses.Any(status => status[0] == '2'), $"{operation} says no status of success.");
            foreach (var problem in operation.Node["responses"]!.AsObject().Where(answer => answer.Key[0] != '2'))
                Assert.Equal(
                    "#/components/schemas/Problem",
                    (string?)problem.Value!["content"]!["application/problem+json"]!["schema"]!["$ref"]
                );
        }
    }

    [Fact]
    public async Task A_key_is_asked_for_where_one_is_needed_and_nowhere_else()
    {
        foreach (var operation in (await ApiText.Of(site)).Operations)
            Assert.Equal(
                operation.Path.StartsWith("/api/v1", StringComparison.Ordinal) && operation.Id != "listTemplates" ? 1 : 0,
                operation.Node["security"]!.AsArray().Count
            );
    }

    // case clients 2.
    [Fact]
    public async Task No_schema_stands_for_anything_at_all()
    {
        var api = await ApiText.Of(site);
        Assert.Empty(Empty(api.Document["components"]!["schemas"]!).Concat(Empty(api.Document["paths"]!)));
    }

    [Fact]
    public async Task Enumerations_are_strings()
    {
        var schemas = (await ApiText.Of(site)).Document["components"]!["schemas"]!.AsObject();
        Assert.Equal("string", (string?)schemas["Role"]!["type"]);
        Assert.Equal(
            ["owner", "organiser", "analyst", "coder", "translator", "viewer"],
            schemas["Role"]!["enum"]!.AsArray().Select(word => (string?)word)
        );
    }

    // case clients 2: a client that reads by the schema must not fail over a part that is missing.
    [Fact]
    public async Task Everything_in_an_answer_is_always_there()
    {
        var schemas = (await ApiText.Of(site)).Document["components"]!["schemas"]!.AsObject();
        foreach (var answer in new[] { "SubmissionReceipt", "PublishedSurveyResource", "SurveyResource", "NeedsResource" })
            Assert.Equal(
                schemas[answer]!["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal),
                schemas[answer]!["required"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal)
            );
    }

    [Fact]
    public async Task Names_in_an_address_begin_small()
    {
        var names = (await ApiText.Of(site)).Operations.SelectMany(operation =>
            (operation.Node["parameters"]?.AsArray() ?? [])
                .Where(one => (string?)one!["in"] is "query" or "path")
                .Select(one => (string)one!["name"]!)
        );
        Assert.DoesNotContain(names, name => char.IsUpper(name[0]));
    }

    private static readonly string[] ShapeFaults = ["invalid_json", "not_json", "unknown_key", "wrong_type", "bad_request"];

    // Where a schema is {}.
    private static IEnumerable<string> Empty(JsonNode node) =>
        node switch
        {
            JsonObject { Count: 0 } when node.Parent is not null && node.GetPropertyName() is not ("paths" or "schemas") =>
            [
                node.GetPath(),
            ],
            JsonObject thing => thing.Where(pair => pair.Value is not null && pair.Key != "example").SelectMany(pair => Empty(pair.Value!)),
            JsonArray list => list.Where(item => item is not null).SelectMany(item => Empty(item!)),
            _ => [],
        };

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
