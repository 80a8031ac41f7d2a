using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// A password, a token, a key or a receipt on its way between a person and an operation. It prints as nothing but that it is one, so that
/// whatever carries it can stray into a log; only <see cref="Reveal"/> gives it away, and JSON, in which the API shows it the once.
/// </summary>
[JsonConverter(typeof(SecretTextConverter))]
public readonly record struct SecretText
{
    private readonly string? text;

    private SecretText(string? text) => this.text = text;

    /// <summary>The text itself, empty when there is none: to hash it, to check it, or to show it to whom it belongs.</summary>
    public string Reveal() => text ?? "";

    /// <summary>Never the text.</summary>
    public override string ToString() => "(secret)";

    public static implicit operator SecretText(string? text) => new(text);
}

/// <summary>A secret as a JSON string.</summary>
public sealed class SecretTextConverter : JsonConverter<SecretText>
{
    /// <inheritdoc/>
    public override SecretText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SecretText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal());
}
