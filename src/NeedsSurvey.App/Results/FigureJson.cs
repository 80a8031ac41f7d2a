using System.Text.Json;
using System.Text.Json.Serialization;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Results;

/// <summary>How figures are kept: keys in snake_case, enums in words, counts with what they say.</summary>
internal static class FigureJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new ShownCountConverter() },
        IncludeFields = true,
    };
}

/// <summary>
/// A count as stored figures hold it: a number, or <c>few</c> or <c>nearly_all</c> with the threshold after a colon (<c>few:10</c>).
/// </summary>
internal sealed class ShownCountConverter : JsonConverter<ShownCount>
{
    public override ShownCount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return ShownCount.Number(reader.GetInt32(), 0);
        var words = reader.GetString()!.Split(':');
        var threshold = int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture);
        return words[0] == "few" ? ShownCount.Few(threshold) : ShownCount.NearlyAll(threshold);
    }

    public override void Write(Utf8JsonWriter writer, ShownCount value, JsonSerializerOptions options)
    {
        if (value.Shown is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue($"{(value.Kind == ShownCountKind.Few ? "few" : "nearly_all")}:{value.Threshold}");
    }
}
