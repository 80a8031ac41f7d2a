using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Hosting;

/// <summary>Schemas of the API's document: their names, and what the framework leaves out of them.</summary>
internal static class ApiSchemas
{
    public const string Problem = "Problem";

    private const string Definition = nameof(SurveyDefinition);

    /// <summary>
    /// A name for each type: a nested one carries the name of what it stands in, so that the <c>Command</c> of one operation is not
    /// another's. Null for types without a name of their own, which are written where they are used.
    /// </summary>
    public static string? IdOf(JsonTypeInfo type) =>
        type.Type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.Type == typeof(SecretText) ? null
        // As null or one of the words, where it is used: a null in a schema of its own would be said twice.
        : Nullable.GetUnderlyingType(type.Type) is { IsEnum: true } ? null
        : type.Type == typeof(JsonElement) || OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null
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
        // Where a route maps its handlers says nothing to a client.
        var name =
            type.DeclaringType is { Name: var within }
            && !within.EndsWith("Api", StringComparison.Ordinal)
            && !within.EndsWith("Endpoints", StringComparison.Ordinal)
                ? NameOf(type.DeclaringType) + type.Name
                : type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick] + "Of" + string.Join("And", type.GetGenericArguments().Select(NameOf));
    }

    /// <summary>Types that write themselves, and what the framework does not tell of an enumeration.</summary>
    public static Task Mend(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
            ApiShapes.Enumeration(schema, type, isNullable: type != context.JsonTypeInfo.Type);
        else if (type == typeof(SecretText))
            ApiShapes.Secret(schema);
        else if (type == typeof(LocalText))
            ApiShapes.Words(schema);
        else if (type == typeof(SurveyDefinition))
            ApiShapes.Definition(schema);
        else if (type == typeof(JsonElement) && context.JsonPropertyInfo?.Name is "answers")
            ApiShapes.Answers(schema);
        else if (type == typeof(JsonElement) && context.JsonPropertyInfo?.Name is "edits")
            ApiShapes.Edits(schema);
        else if (type == typeof(JsonElement) && context.JsonPropertyInfo?.Name is "detail")
            ApiShapes.Anything(schema, "What else is known of the action, by its name.");
        // Some lists come without what is in them: those in a list, and a list of words by language.
        for (
            var (list, of) = (schema, type);
            list is not null && ElementOf(of) is { } element;
            (list, of) = (list.Items as OpenApiSchema, element)
        )
            if (list.Items is null && (Nullable.GetUnderlyingType(element) ?? element) is { IsEnum: true } words)
            {
                var items = new OpenApiSchema();
                ApiShapes.Enumeration(items, words, isNullable: words != element);
                list.Items = items;
            }
            else if (list.Items is null && element == typeof(LocalText))
            {
                var text = new OpenApiSchema();
                ApiShapes.Words(text);
                list.Items = text;
            }
        return Task.CompletedTask;
    }

    private static Type? ElementOf(Type type) =>
        type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
            : null;

    /// <summary>
    /// Adds what no type stands for, and tells answers from bodies: everything in an answer is always there, and it may get more in time;
    /// what is more in a body is refused.
    /// </summary>
    public static Task Finish(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        var schemas = document.Components!.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        schemas[Problem] = ApiShapes.Problem();
        foreach (var schema in schemas.Values.OfType<OpenApiSchema>())
            if (schema.Properties?.TryGetValue("definition", out var inner) == true && inner is OpenApiSchema { Type: null, OneOf: null })
                schema.Properties["definition"] = new OpenApiSchemaReference(Definition, document);

        var sent = new HashSet<string>();
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value))
        foreach (var body in operation.RequestBody?.Content?.Values ?? [])
            Reach(body.Schema, schemas, sent);
        foreach (var body in sent.Select(id => schemas[id]).OfType<OpenApiSchema>())
        foreach (var (name, property) in body.Properties?.ToList() ?? [])
            if (body.Required?.Contains(name) != true)
                body.Properties![name] = OrNull(property);
        // What is left out has a default, but a generator that reads one takes it for something that is always there.
        foreach (var property in sent.Select(id => schemas[id]).SelectMany(body => body.Properties?.Values ?? []).OfType<OpenApiSchema>())
            if (property.Default is { } usual)
            {
                property.Description = $"{property.Description} When absent: {usual.ToJsonString()}.".Trim();
                property.Default = null;
            }
        foreach (var (id, schema) in schemas)
            if (!sent.Contains(id) && id != Problem && schema is OpenApiSchema { Properties: { } properties } answer)
            {
                answer.Required = properties.Keys.ToHashSet();
                answer.AdditionalPropertiesAllowed = true;
            }
        return Task.CompletedTask;
    }

    // What may be left out may be null (NullIsAbsent).
    private static IOpenApiSchema OrNull(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference)
            return new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, schema] };
        if (schema is OpenApiSchema { Type: { } type } own && !type.HasFlag(JsonSchemaType.Null))
        {
            own.Type = type | JsonSchemaType.Null;
            own.Enum?.Add(JsonNullSentinel.JsonNull);
        }
        return schema;
    }

    // The names of all schemas that stand in this one.
    private static void Reach(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> schemas, HashSet<string> reached)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            if (reached.Add(id) && schemas.TryGetValue(id, out var target))
                Reach(target, schemas, reached);
            return;
        }
        foreach (
            var inner in (schema?.Properties?.Values ?? [])
                .Concat(schema?.OneOf ?? [])
                .Concat(schema?.AnyOf ?? [])
                .Append(schema?.Items)
                .Append(schema?.AdditionalProperties)
        )
            if (inner is not null)
                Reach(inner, schemas, reached);
    }
}
