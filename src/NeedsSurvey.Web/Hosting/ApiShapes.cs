using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Hosting;

/// <summary>Schemas of what writes itself, by hand.</summary>
internal static class ApiShapes
{
    /// <summary>RFC 9457 with what <see cref="HttpResults.Of"/> adds.</summary>
    public static OpenApiSchema Problem() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "status", "code" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text(),
                ["title"] = Text(),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
                ["detail"] = Text("What is wrong, for people."),
                ["code"] = Text("What is wrong, for programs; stable."),
                ["traceId"] = Text("For the log of whoever runs the instance."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Faults of single fields, by path.",
                    AdditionalProperties = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        Items = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Object,
                            Required = new HashSet<string> { "code", "message" },
                            Properties = new Dictionary<string, IOpenApiSchema> { ["code"] = Text(), ["message"] = Text() },
                        },
                    },
                },
            },
        };

    public static void Secret(OpenApiSchema schema) =>
        (schema.Type, schema.Description) = (JsonSchemaType.String, "Shown this once, or known to one person alone.");

    /// <summary>Words by language.</summary>
    public static void Words(OpenApiSchema schema) =>
        (schema.Type, schema.Description, schema.AdditionalProperties) = (JsonSchemaType.Object, "Words by language code.", Text());

    /// <summary>The words of an enumeration.</summary>
    public static void Enumeration(OpenApiSchema schema, Type type, bool isNullable)
    {
        schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        schema.Enum = [.. EnumWords.Of(type).Select(word => (JsonNode)word)];
        if (isNullable)
            schema.Enum.Add(JsonNullSentinel.JsonNull);
    }

    /// <summary>A survey's definition, to its first level; the rest is survey-format.md.</summary>
    public static void Definition(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description = "What a survey asks, in the words of XLSForm, in snake_case: survey-format.md.";
        schema.Required = new HashSet<string> { "title" };
        schema.AdditionalProperties = Any();
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["title"] = Any("Words in the first language, or an object from language code to words."),
            ["languages"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text() },
            ["questions"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "A question, a note, a group or a repeat; what else stands in it follows from its type.",
                    Required = new HashSet<string> { "type", "name" },
                    AdditionalProperties = Any(),
                    Properties = new Dictionary<string, IOpenApiSchema> { ["type"] = Text(), ["name"] = Text() },
                },
            },
        };
    }

    /// <summary>One person's answers.</summary>
    public static void Answers(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description =
            "From question name to answer; {\"declined\": true} stands for “I’d rather not say”, "
            + "{\"unknown\": true} for “I do not know” where it is offered (survey-format.md).";
        // Not oneOf its shapes: generators take the first of them for all.
        schema.AdditionalProperties = Any("A string, number, boolean, list or object, by the question's type.");
    }

    /// <summary>Edits of a draft: what each has besides its name depends on it.</summary>
    public static void Edits(OpenApiSchema schema)
    {
        var operations = typeof(DraftEdit).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(edit => (string)edit.TypeDiscriminator!);
        schema.Type = JsonSchemaType.Array;
        schema.Description = "Each says its op, and beside it what that needs (survey-format.md, “Edits”).";
        schema.Items = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "op" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["op"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. operations.Select(op => JsonValue.Create(op))] },
            },
            AdditionalProperties = Any("A name, number, list or object, by the op."),
        };
    }

    /// <summary>An object whose keys are not ours to list.</summary>
    public static void Anything(OpenApiSchema schema, string description) =>
        (schema.Type, schema.Description, schema.AdditionalProperties) = (JsonSchemaType.Object, description, Any());

    private static OpenApiSchema Any(string description = "Any JSON.") => new() { Description = description };

    private static OpenApiSchema Text(string? description = null) => new() { Type = JsonSchemaType.String, Description = description };
}
