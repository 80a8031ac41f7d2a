using System.Text.Json;
using System.Text.Json.Serialization;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// Words shown to people, in one or more languages. In JSON either a plain string (the words of the survey's first language) or
/// an object from language code to words: <c>{"en": "Rent", "es": "Alquiler"}</c>.
/// </summary>
[JsonConverter(typeof(LocalTextConverter))]
public sealed record LocalText
{
    private readonly string? plain;
    private readonly IReadOnlyDictionary<string, string>? byLanguage;

    /// <summary>Words in the survey's first language only.</summary>
    public LocalText(string plain) => this.plain = plain;

    /// <summary>Words by language code (BCP 47, as the survey lists them), in the order given.</summary>
    public LocalText(IReadOnlyDictionary<string, string> byLanguage) => this.byLanguage = byLanguage;

    /// <summary>What the program says itself, in every language that it has.</summary>
    public static LocalText Spoken(Func<Language, string> words) => new(KnownLanguages.All.ToDictionary(language => language.Code, words));

    /// <summary>The plain string, or null when the text is given by language.</summary>
    public string? Plain => plain;

    /// <summary>Words by language; empty when the text is one plain string.</summary>
    public IReadOnlyDictionary<string, string> ByLanguage => byLanguage ?? EmptyLanguages;

    /// <summary>
    /// The words in <paramref name="language"/>, else in <paramref name="fallback"/>, else the first that exist; never null.
    /// </summary>
    public string In(string language, string? fallback = null)
    {
        if (plain is not null)
            return plain;
        if (ByLanguage.TryGetValue(language, out var words) && words.Length > 0)
            return words;
        if (fallback is not null && ByLanguage.TryGetValue(fallback, out words) && words.Length > 0)
            return words;
        return ByLanguage.Values.FirstOrDefault(value => value.Length > 0) ?? "";
    }

    /// <summary>The language of what <see cref="In"/> gives; a plain string is in <paramref name="first"/>.</summary>
    public string LanguageIn(string language, string first) =>
        Has(language, first) ? language
        : Has(first, first) ? first
        : ByLanguage.FirstOrDefault(pair => pair.Value.Length > 0).Key ?? first;

    /// <summary>
    /// True when <paramref name="language"/> has words of its own; a plain string counts for <paramref name="first"/> only.
    /// </summary>
    public bool Has(string language, string first) =>
        plain is not null ? language == first && plain.Length > 0 : ByLanguage.TryGetValue(language, out var words) && words.Length > 0;

    /// <summary>Every text with its language; the plain string comes with an empty language code.</summary>
    public IEnumerable<KeyValuePair<string, string>> All() => plain is not null ? [new("", plain)] : ByLanguage;

    /// <summary>The same by language: a plain string stands under <paramref name="first"/>, the language it was written in.</summary>
    public LocalText ByLanguageFrom(string first) =>
        plain is null ? this : new LocalText(new Dictionary<string, string> { [first] = plain });

    /// <inheritdoc/>
    public bool Equals(LocalText? other) =>
        other is not null
        && plain == other.plain
        && ByLanguage.Count == other.ByLanguage.Count
        && ByLanguage.All(pair => other.ByLanguage.TryGetValue(pair.Key, out var words) && words == pair.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => plain?.GetHashCode(StringComparison.Ordinal) ?? ByLanguage.Count;

    /// <summary>A plain string is a text in the first language.</summary>
    public static implicit operator LocalText(string plain) => new(plain);

    private static readonly IReadOnlyDictionary<string, string> EmptyLanguages = new Dictionary<string, string>();
}

/// <summary>
/// Reads and writes <see cref="LocalText"/> as a string or an object of strings; anything else is a <see cref="JsonException"/>.
/// </summary>
public sealed class LocalTextConverter : JsonConverter<LocalText>
{
    /// <inheritdoc/>
    public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new LocalText(reader.GetString()!);
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Words are a string, or an object from language to string.");

        var words = new OrderedDictionary<string, string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                throw new JsonException($"The words for language '{language}' must be a string.");
            if (!words.TryAdd(language, reader.GetString()!))
                throw new JsonException($"Language '{language}' stands twice.");
        }
        return new LocalText(words);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
    {
        if (value.Plain is { } plain)
        {
            writer.WriteStringValue(plain);
            return;
        }
        writer.WriteStartObject();
        foreach (var (language, words) in value.ByLanguage.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            writer.WriteString(language, words);
        writer.WriteEndObject();
    }
}
