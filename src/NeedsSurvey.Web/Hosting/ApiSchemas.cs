using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace NeedsSurvey.Web.Hosting;

/// <summary>Schemas of the API's document: their names, and what the framework leaves out of them.</summary>
internal static class ApiSchemas
{
    public const string Problem = "Problem";

    /// <summary>
    /// A name for each type: a nested one carries the name of what it stands in, so that the <c>Command</c> of one operation is not
    /// another's. Null for types without a name of their own, which are written where they are used.
    /// </summary>
    public static string? IdOf(JsonTypeInfo type) =>
        type.Type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) ? null
        : OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null
        : Claimed(NameOf(type.Type), type.Type);

    // The framework would take one type's schema for the other's without a word.
    private static string Claimed(string id, Type type) =>
        ByName.GetOrAdd(id, type) == type
            ? id
            : throw new InvalidOperationException($"{type} and {ByName[id]} would share the schema {id}: rename one.");

    private static readonly ConcurrentDictionary<string, Type> ByName = new(StringComparer.Ordinal);

    private static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return "NullableOf" + NameOf(underlying);
        if (type.IsArray)
            return "ArrayOf" + NameOf(type.GetElementType()!);
        var name = type.DeclaringType is { } within ? NameOf(within) + type.Name : type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick] + "Of" + string.Join("And", type.GetGenericArguments().Select(NameOf));
    }

    /// <summary>Enumerations are strings, and a property that is left out when it is null is not required.</summary>
    public static Task Mend(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo;
        if (schema.Enum is { Count: > 0 } && (Nullable.GetUnderlyingType(type.Type) ?? type.Type).IsEnum)
            schema.Type = Nullable.GetUnderlyingType(type.Type) is null
                ? JsonSchemaType.String
                : JsonSchemaType.String | JsonSchemaType.Null;
        foreach (var property in type.Properties)
            if (
                property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true)
                is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull }, ..]
            )
                schema.Required?.Remove(property.Name);
        return Task.CompletedTask;
    }

    /// <summary>RFC 9457 with what <see cref="HttpResults.Of"/> adds.</summary>
    public static OpenApiSchema OfProblem() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "status", "code" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text(""),
                ["title"] = Text(""),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
                ["detail"] = Text("What is wrong, for people."),
                ["code"] = Text("What is wrong, for programs; stable."),
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
                            Properties = new Dictionary<string, IOpenApiSchema> { ["code"] = Text(""), ["message"] = Text("") },
                        },
                    },
                },
            },
        };

    private static OpenApiSchema Text(string description) =>
        new() { Type = JsonSchemaType.String, Description = description.Length > 0 ? description : null };
}
