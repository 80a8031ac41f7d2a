// The body of a submission, read strictly: every unknown, repeated, missing or mistyped key is told with its path, all at once. The
// framework's own reading stops at the first and names repeated answers only as a whole; people who write clients deserve better.

using System.Text.Json;
using System.Text.Json.Serialization;
using NeedsSurvey.App;
using NeedsSurvey.App.Responses;

namespace NeedsSurvey.Web.Responses;

/// <summary>What a program sends for a person.</summary>
/// <param name="Submission">A random UUID that the client chooses and keeps for retries.</param>
/// <param name="Language">One of the survey's languages.</param>
/// <param name="Answers">From question name to answer.</param>
/// <param name="MayQuote">The person allowed their words to be quoted; false when absent.</param>
/// <param name="Version">The version that was answered; the newest when absent.</param>
public sealed record SubmissionBody(
    [property: JsonPropertyName("submission")] Guid Submission,
    [property: JsonPropertyName("language")] string Language,
    [property: JsonPropertyName("answers")] JsonElement Answers,
    [property: JsonPropertyName("may_quote")] bool MayQuote = false,
    [property: JsonPropertyName("version")] int? Version = null
)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>Reads a request; what is wrong with it comes as <see cref="Problem.Invalid"/> with the paths of the body.</summary>
    public static async Task<Result<SubmitResponse.Command>> Read(string slug, HttpRequest request)
    {
        if (!request.HasJsonContentType())
            throw new BadHttpRequestException("JSON is expected.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, Options, request.HttpContext.RequestAborted);
            return Read(slug, document.RootElement);
        }
        catch (JsonException fault)
        {
            return new Problem.Invalid(
                "",
                "not_json",
                $"The body is not JSON: look at line {fault.LineNumber + 1 ?? 1}, character {fault.BytePositionInLine + 1 ?? 1}."
            );
        }
    }

    private static Result<SubmitResponse.Command> Read(string slug, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return new Problem.Invalid("", "wrong_type", "Send a JSON object with “submission”, “language” and “answers”.");
        var faults = new List<Fault>();
        Repeated(body, "", faults);
        foreach (var property in body.EnumerateObject())
            if (NameOf(property) is not ("submission" or "language" or "answers" or "may_quote" or "version") and var name)
                faults.Add(new(name, "unknown_key", "There is no such key here. Leave it out, or check its spelling."));

        var submission = Guid.Empty;
        if (Given("submission", JsonValueKind.String) is { } id && !Guid.TryParseExact(TextOf(id), "D", out submission))
            Wrong("submission", "a UUID, for example from crypto.randomUUID()");
        var language = Given("language", JsonValueKind.String) is { } code ? TextOf(code) : "";
        var answers = Given("answers", JsonValueKind.Object);
        var mayQuote = body.TryGetProperty("may_quote", out var quote) && quote.ValueKind == JsonValueKind.True;
        if (quote.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False))
            Wrong("may_quote", "true or false");
        int? version = null;
        if (body.TryGetProperty("version", out var number))
        {
            if (number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var whole))
                version = whole;
            else if (number.ValueKind != JsonValueKind.Null)
                Wrong("version", "a whole number");
        }
        return faults.Count > 0
            ? new Problem.Invalid(faults)
            : new SubmitResponse.Command(slug, submission, language, answers!.Value.Clone()) { MayQuote = mayQuote, Version = version };

        JsonElement? Given(string key, JsonValueKind kind)
        {
            if (!body.TryGetProperty(key, out var value))
                faults.Add(new(key, "required", $"Send “{key}”."));
            else if (value.ValueKind != kind)
                Wrong(key, kind == JsonValueKind.String ? "a text" : "an object from question name to answer");
            else
                return value;
            return null;
        }

        void Wrong(string key, string wanted) => faults.Add(new(key, "wrong_type", $"“{key}” is {wanted}."));
    }

    private static void Repeated(JsonElement json, string path, List<Fault> faults)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var property in json.EnumerateObject())
            {
                var name = NameOf(property);
                var at = path.Length == 0 ? name : $"{path}.{name}";
                if (!seen.Add(name))
                    faults.Add(new(at, "duplicate_key", "This key stands twice. Send it once."));
                Repeated(property.Value, at, faults);
            }
        }
        else if (json.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var element in json.EnumerateArray())
                Repeated(element, $"{path}[{index++}]", faults);
        }
    }

    /// <summary>A key or text that is no Unicode (half a surrogate pair, bad UTF-8) reads as one that nothing has.</summary>
    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
