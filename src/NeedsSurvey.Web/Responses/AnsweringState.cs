using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>
    /// The most that it may take in a form, in bytes: about a hundred answers of the greatest length in any script. As much again is left
    /// for what a page sends (<see cref="LargestForm"/>).
    /// </summary>
    public const int LargestField = 4 * 1024 * 1024;

    /// <summary>The largest form that the answering pages take.</summary>
    public const int LargestForm = 2 * LargestField;

    /// <summary>
    /// The most characters that the fields of one page may hold together: the rest of the form, at nine bytes for a character, as forms
    /// send the scripts that take most, with room for names and for what is chosen.
    /// </summary>
    public const int MostTyped = (LargestField - 512 * 1024) / 9;

    /// <summary>The most that it may be unpacked, in bytes: what a hostile form can make of a few.</summary>
    private const int LargestUnpacked = 8 * 1024 * 1024;

    /// <summary>From here on it is packed: what is shorter costs more to pack than to send.</summary>
    private const int LongestPlain = 4096;

    private const char PackedMark = 'z';

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

    /// <summary>
    /// Drawn at the start: in which order stands what is asked in random order (<see cref="Domain.Responses.ChoiceOrder"/>). It goes with
    /// the form and is never stored.
    /// </summary>
    [JsonPropertyName("o")]
    public int Order { get; init; }

    /// <summary>The page shown; empty for the start page.</summary>
    [JsonPropertyName("p")]
    public string Page { get; init; } = "";

    /// <summary>Answers so far (<see cref="Domain.Responses.CheckedPage.Draft"/>).</summary>
    [JsonPropertyName("d")]
    public string Draft { get; init; } = "";

    /// <summary>The person came from the check-answers page to change something and goes back there.</summary>
    [JsonPropertyName("c")]
    public bool Checking { get; init; }

    /// <summary>They are led through a question that is asked part by part, which a change opened.</summary>
    [JsonPropertyName("w")]
    public bool Walking { get; init; }

    /// <summary>
    /// What was typed, could not be read and was left by going back, by field; it stands there again when they come back.
    /// </summary>
    [JsonPropertyName("t")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Typed { get; init; }

    /// <summary>The tick "you may quote my words".</summary>
    [JsonPropertyName("q")]
    public bool MayQuote { get; init; }

    /// <summary>Where somebody begins.</summary>
    public static AnsweringState Begin(int version, string language) =>
        new()
        {
            Submission = Guid.NewGuid(),
            Version = version,
            Language = language,
            Order = RandomNumberGenerator.GetInt32(int.MaxValue),
        };

    /// <summary>The answers so far as JSON.</summary>
    public JsonElement Answers() => JsonElement.Parse(Draft.Length == 0 ? "{}" : Draft);

    /// <summary>For the hidden field.</summary>
    public string Write()
    {
        var plain = JsonSerializer.Serialize(this, Json);
        return plain.Length <= LongestPlain ? plain : Pack(plain);
    }

    /// <summary>Whether it can be carried on: what the answers take, all in all, has an end.</summary>
    public bool Fits()
    {
        // Nothing is long but words; most drafts need no second look.
        if (Draft.Length + (Typed?.Sum(field => field.Value.Sum(value => value.Length)) ?? 0) < LargestField / 16)
            return true;
        var plain = JsonSerializer.Serialize(this, Json);
        return Encoding.UTF8.GetByteCount(plain) <= LargestUnpacked && Pack(plain).Length <= LargestField;
    }

    /// <summary>Null when it did not arrive whole.</summary>
    public static AnsweringState? Read(string? field)
    {
        if (string.IsNullOrEmpty(field))
            return null;
        try
        {
            var plain = field[0] == PackedMark ? Unpack(field) : Encoding.UTF8.GetBytes(field);
            return
                JsonSerializer.Deserialize<AnsweringState>(plain, Json) is { } state
                && state.Submission != Guid.Empty
                && state.Answers().ValueKind == JsonValueKind.Object
                && state.Typed?.Values.All(values => values is not null && values.All(value => value is not null)) != false
                ? state
                : null;
        }
        // ArgumentException: half of a character. The last three: not packed by us.
        catch (Exception fault)
            when (fault is JsonException or ArgumentException or FormatException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Pack(string plain)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(Encoding.UTF8.GetBytes(plain));
        return PackedMark + Base64Url.EncodeToString(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    private static byte[] Unpack(string field)
    {
        using var brotli = new BrotliStream(new MemoryStream(Base64Url.DecodeFromChars(field.AsSpan(1))), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = brotli.Read(buffer)) > 0; plain.Write(buffer, 0, read))
            if (plain.Length + read > LargestUnpacked)
                throw new InvalidDataException("More than any form of ours holds.");
        return plain.ToArray();
    }
}
