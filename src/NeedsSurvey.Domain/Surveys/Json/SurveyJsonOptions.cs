using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace NeedsSurvey.Domain.Surveys;

// Contracts come from reflection, not from the source generator: generated constructors pass every init-only property, so a key
// that is absent would overwrite the record's own default (may_decline: true, end: 10) with the zero of its type.

/// <summary>The serializer's settings, which make reading strict and writing canonical.</summary>
internal static class SurveyJsonOptions
{
    /// <summary>Compact; the form that is stored.</summary>
    internal static readonly JsonSerializerOptions Compact = Create(indented: false);

    /// <summary>For people.</summary>
    internal static readonly JsonSerializerOptions Indented = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            AllowOutOfOrderMetadataProperties = true, // PostgreSQL reorders the keys of jsonb, so "type" may come late
            MaxDepth = SurveyJson.MaxDepth,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), // every script readable, < > & ' still escaped
            WriteIndented = indented,
            NewLine = "\n",
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Types, NullIsAbsent.Modify, Canonical } },
        };
        options.MakeReadOnly();
        return options;
    }

    // The model names its types itself (ItemTypes), so that a new one needs no line here.
    private static void Types(JsonTypeInfo type)
    {
        if (type.Type != typeof(SurveyItem))
            return;
        type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "type" };
        foreach (var (word, item) in ItemTypes.ByWord)
            type.PolymorphismOptions.DerivedTypes.Add(new(item, word));
    }

    private static void Canonical(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        var fresh = type.CreateObject?.Invoke();
        foreach (var property in type.Properties)
        {
            if (!property.IsRequired)
                property.ShouldSerialize = IsWorthWriting(fresh is null ? null : property.Get?.Invoke(fresh));
            if (property.PropertyType == typeof(IReadOnlyDictionary<string, IReadOnlyList<Choice>>))
                SortKeys<IReadOnlyList<Choice>>(property);
            if (property.PropertyType == typeof(IReadOnlyDictionary<string, string>))
                SortKeys<string>(property);
        }
    }

    // What a record begins with is left out: the serializer's own "when writing default" would drop may_decline: false and keep
    // may_decline: true, because it knows the default of the type of a key and not of the key.
    private static Func<object, object?, bool> IsWorthWriting(object? fresh) =>
        fresh switch
        {
            IReadOnlyList<string> list => (_, value) => value is not IReadOnlyList<string> given || !given.SequenceEqual(list),
            ICollection => (_, value) => value is not (null or ICollection { Count: 0 }),
            _ => (_, value) => value is not ICollection { Count: 0 } && !Equals(value, fresh),
        };

    private static void SortKeys<T>(JsonPropertyInfo property)
    {
        var get = property.Get!;
        property.Get = item =>
            get(item) is IReadOnlyDictionary<string, T> keys
                ? new SortedDictionary<string, T>(keys.ToDictionary(), StringComparer.Ordinal)
                : null;
    }
}
