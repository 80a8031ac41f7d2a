using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace NeedsSurvey.Web.Responses;

/// <summary>
/// Where a person is in a survey, carried in one hidden field of the form: nothing of it is kept on the server or in a cookie, so nothing
/// remains when the page is closed. It is not trusted: every answer in it is judged again when it is submitted.
/// </summary>
public sealed record AnsweringState
{
    /// <summary>The name of the hidden field; no question's name can begin with a dash.</summary>
    public const string Field = "-state";

    /// <summary>The key that stands for the check-answers page; no survey page has it.</summary>
    public const string CheckPage = ":check";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Strict)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 24,
    };

    /// <summary>Made at the start, so that however often and by whatever way it is sent, it is one response.</summary>
    [JsonPropertyName("s")]
    public required Guid Submission { get; init; }

    /// <summary>The version being answered: a new one published in between changes nothing for this person.</summary>
    [JsonPropertyName("v")]
    public required int Version { get; init; }

    [JsonPropertyName("l")]
    public required string Language { get; init; }

    /// <summary>The page shown; empty for the start page.</summary>
    [JsonPropertyName("p")]
    public string Page { get; init; } = "";

    /// <summary>Answers so far (<see cref="Domain.Responses.CheckedPage.Draft"/>).</summary>
    [JsonPropertyName("d")]
    public string Draft { get; init; } = "";

    /// <summary>The person came from the check-answers page to change something and goes back there.</summary>
    [JsonPropertyName("c")]
    public bool Checking { get; init; }

    /// <summary>The tick "you may quote my words".</summary>
    [JsonPropertyName("q")]
    public bool MayQuote { get; init; }

    /// <summary>The answers so far as JSON.</summary>
    public JsonElement Answers() => JsonElement.Parse(Draft.Length == 0 ? "{}" : Draft);

    /// <summary>For the hidden field.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Null when it did not arrive whole.</summary>
    public static AnsweringState? Read(string? field)
    {
        if (string.IsNullOrEmpty(field))
            return null;
        try
        {
            return
                JsonSerializer.Deserialize<AnsweringState>(field, Json) is { } state
                && state.Submission != Guid.Empty
                && state.Answers().ValueKind == JsonValueKind.Object
                ? state
                : null;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException) // ArgumentException: half of a character
        {
            return null;
        }
    }
}
