using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Where a question's choices come from: a list of its own, or a shared list by name. In JSON an array or a string.</summary>
[JsonConverter(typeof(ChoiceSourceConverter))]
public abstract record ChoiceSource
{
    private ChoiceSource() { }

    /// <summary>The question's own choices.</summary>
    public sealed record Inline(IReadOnlyList<Choice> List) : ChoiceSource;

    /// <summary>A list in <see cref="SurveyDefinition.Choices"/>.</summary>
    public sealed record Shared(string ListName) : ChoiceSource;

    /// <summary>The choices, or an empty list when the shared list does not exist (<c>DefinitionCheck</c> reports that).</summary>
    public IReadOnlyList<Choice> In(SurveyDefinition survey) =>
        this switch
        {
            Inline inline => inline.List,
            Shared shared => survey.Choices.GetValueOrDefault(shared.ListName) ?? [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>Reads and writes <see cref="ChoiceSource"/>; anything but an array or a string is a <see cref="JsonException"/>.</summary>
public sealed class ChoiceSourceConverter : JsonConverter<ChoiceSource>
{
    /// <inheritdoc/>
    public override ChoiceSource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => new ChoiceSource.Shared(reader.GetString()!),
            JsonTokenType.StartArray => new ChoiceSource.Inline(JsonSerializer.Deserialize<List<Choice>>(ref reader, options)!),
            _ => throw new JsonException("Choices are a list, or the name of a list under 'choices'."),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ChoiceSource value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case ChoiceSource.Shared shared:
                writer.WriteStringValue(shared.ListName);
                break;
            case ChoiceSource.Inline inline:
                JsonSerializer.Serialize(writer, inline.List, options);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
