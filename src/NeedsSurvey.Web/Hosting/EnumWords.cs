using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeedsSurvey.Web.Hosting;

/// <summary>Enumerations in JSON: words in snake_case; a word that is none of them is refused with those that are.</summary>
internal sealed class EnumWords : JsonConverterFactory
{
    private static readonly JsonStringEnumConverter Framework = new(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)
            Activator.CreateInstance(typeof(Words<>).MakeGenericType(typeToConvert), Framework.CreateConverter(typeToConvert, options))!;

    /// <summary>The words of an enumeration.</summary>
    public static IEnumerable<string> Of(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName);

    private sealed class Words<T>(JsonConverter<T> inner) : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return inner.Read(ref reader, typeToConvert, options);
            }
            catch (JsonException)
            {
                throw new UnknownWordException(Of(typeof(T)));
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => inner.Write(writer, value, options);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            inner.ReadAsPropertyName(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            inner.WriteAsPropertyName(writer, value, options);
    }
}

/// <summary>A word that an enumeration does not have.</summary>
public sealed class UnknownWordException(IEnumerable<string> words) : JsonException($"One of: {string.Join(", ", words)}.");
