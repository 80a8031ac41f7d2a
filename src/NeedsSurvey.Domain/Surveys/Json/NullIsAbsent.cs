using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// Null in the place of what may be left out is taken as left out, in every JSON that is sent: many clients write null for what was not
/// set, and cannot be told otherwise.
/// </summary>
public static class NullIsAbsent
{
    /// <summary>A modifier of contracts.</summary>
    public static void Modify(JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        object? fresh = null;
        foreach (var property in type.Properties.Where(MayBeLeftOut))
            if (property is { PropertyType: { IsValueType: false } of, Set: { } set } && of != typeof(string))
            {
                property.IsSetNullable = true;
                property.Set = (item, value) =>
                {
                    if (value is not null)
                        set(item, value);
                };
            }
            else if ((fresh ??= Fresh(type)) is { } plain && property.Get?.Invoke(plain) is { } usual)
                property.CustomConverter = (JsonConverter)
                    Activator.CreateInstance(
                        typeof(Leaf<>).MakeGenericType(property.PropertyType),
                        property.CustomConverter ?? type.Options.GetConverter(property.PropertyType),
                        usual
                    )!;
    }

    private static bool MayBeLeftOut(JsonPropertyInfo property) =>
        !property.IsRequired
        && (property.AssociatedParameter?.HasDefaultValue ?? property.Set is not null)
        && (property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is null : !property.IsSetNullable);

    // What a body has that says nothing but what it must.
    private static object? Fresh(JsonTypeInfo type) =>
        type.CreateObject is { } create ? create()
        : type.ConstructorAttributeProvider is ConstructorInfo constructor
            ? constructor.Invoke([.. constructor.GetParameters().Select(one => one.HasDefaultValue ? one.DefaultValue : null)])
        : null;

    private sealed class Leaf<T>(JsonConverter<T> inner, T usual) : JsonConverter<T>
    {
        public override bool HandleNull => true;

        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? usual : inner.Read(ref reader, typeToConvert, options);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => inner.Write(writer, value, options);
    }
}
