using System.Globalization;
using System.Text.Json;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>A place: degrees north, degrees east, and accuracy in metres if known.</summary>
public sealed record PointAnswer(decimal Latitude, decimal Longitude, decimal? Accuracy = null) : Answer
{
    internal override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("lat", Latitude);
        writer.WriteNumber("lon", Longitude);
        if (Accuracy is { } metres)
            writer.WriteNumber("accuracy", metres);
        writer.WriteEndObject();
    }

    /// <summary><c>lat lon 0 accuracy</c>, as in XForms.</summary>
    internal override Value ToValue() => Value.Of(FormattableString.Invariant($"{Latitude} {Longitude} 0 {Accuracy ?? 0}"));
}

/// <summary><c>{"lat": 51.5, "lon": -0.1, "accuracy": 12}</c>; three fields in a form.</summary>
internal sealed class PointAnswerType : AnswerType<PointAnswer>
{
    internal static readonly PointAnswerType Instance = new();

    private static readonly string[] Parts = ["lat", "lon", "accuracy"];

    internal override Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        if (
            json.ValueKind == JsonValueKind.Object
            && TryParts(json, out var lat, out var lon, out var accuracy)
            && lat is >= -90 and <= 90
            && lon is >= -180 and <= 180
            && accuracy is null or >= 0
        )
            return new PointAnswer(
                AnswerReader.Plain(lat.Value),
                AnswerReader.Plain(lon.Value),
                accuracy is { } metres ? AnswerReader.Plain(metres) : null
            );
        return AnswerReader.IsEmpty(json) ? null : AnswerReader.Fault(faults, at, "point_needed");
    }

    private static bool TryParts(JsonElement json, out decimal? lat, out decimal? lon, out decimal? accuracy)
    {
        lat = lon = accuracy = null;
        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
                continue;
            if (property.Value.ValueKind != JsonValueKind.Number || !property.Value.TryGetDecimal(out var number))
                return false;
            if (property.Is("lat"u8) && lat is null)
                lat = number;
            else if (property.Is("lon"u8) && lon is null)
                lon = number;
            else if (property.Is("accuracy"u8) && accuracy is null)
                accuracy = number;
            else
                return false;
        }
        return lat is not null && lon is not null;
    }

    private protected override IReadOnlyList<AnswerLine> Say(CompiledItem item, PointAnswer answer, Speech speech) =>
        AnswerWords.Line(FormattableString.Invariant($"{answer.Latitude}, {answer.Longitude}"));

    internal override void FromForm(Utf8JsonWriter writer, FormQuestion form)
    {
        if (form.Part("lat") is null && form.Part("lon") is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        foreach (var part in Parts)
        {
            writer.WritePropertyName(part);
            FormNumber.Write(writer, form.Part(part), Marks.Decimal);
        }
        writer.WriteEndObject();
    }

    internal override IEnumerable<string> FormParts(CompiledItem item) => ["lat", "lon"];

    private protected override void Fill(FilledQuestion form, PointAnswer answer)
    {
        form.Put("lat", answer.Latitude.ToString(CultureInfo.InvariantCulture));
        form.Put("lon", answer.Longitude.ToString(CultureInfo.InvariantCulture));
        form.Put("accuracy", answer.Accuracy?.ToString(CultureInfo.InvariantCulture));
    }

    internal override bool TryFill(ref Utf8JsonReader reader, AskedBlock asked, Span<Cell> cells)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        asked.All(cells, AnswerState.Skipped);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at =
                reader.ValueTextEquals("lat"u8) ? 0
                : reader.ValueTextEquals("lon"u8) ? 1
                : 2;
            reader.Read();
            cells[at] = Cell.Of(in reader);
        }
        return true;
    }
}
