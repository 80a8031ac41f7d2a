using System.Text.Json;
using System.Text.Json.Serialization;
using NeedsSurvey.Domain.Exchange;

namespace NeedsSurvey.App.Exchange;

/// <summary>
/// <c>manifest.json</c>: what is in the package, so that a reader can tell whether it is whole. Nothing in it depends on when it was
/// written: the same answers give the same bytes.
/// </summary>
internal sealed record ExportManifest
{
    public required string Program { get; init; }
    public required string ProgramVersion { get; init; }
    public required SurveyPart Survey { get; init; }

    /// <summary>The initiative's (IANA name): on its clock are all days of the package.</summary>
    public required string TimeZone { get; init; }
    public required IReadOnlyList<VersionPart> Versions { get; init; }

    /// <summary><c>analysis</c> or <c>spreadsheet</c>.</summary>
    public required string Preset { get; init; }

    /// <summary>Language of the words; null where codes are written.</summary>
    public required string? Language { get; init; }

    /// <summary>How a cell without an answer reads; no cell with one reads the same.</summary>
    public required CodesPart Codes { get; init; }

    public required ResponsesPart Responses { get; init; }
    public required IReadOnlyList<FilePart> Files { get; init; }

    /// <summary>As UTF-8, ending in a line feed.</summary>
    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Options), (byte)'\n'];

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    internal sealed record SurveyPart(Guid Id, string Slug, string Title, string State);

    internal sealed record VersionPart(int Version, DateOnly PublishedOn, long Responses);

    /// <param name="AskedFor">What the caller, or nobody, asked for; something else stands where an answer equals it.</param>
    /// <param name="Rule">In words.</param>
    internal sealed record CodesPart(string Skipped, string NotAsked, string Declined, string Unknown, StateCodes AskedFor, string Rule);

    /// <param name="Exported">Rows of <c>responses.csv</c>.</param>
    /// <param name="Withdrawn">Taken back by the people who answered; their answers no longer exist.</param>
    internal sealed record ResponsesPart(long Exported, long Withdrawn);

    /// <param name="Rows">Records, without the header; 0 for what is no table.</param>
    /// <param name="Sha256">Of the file as it is in the package, unpacked; lower-case hexadecimal.</param>
    internal sealed record FilePart(string Name, long Rows, int Columns, long Bytes, string Sha256);
}
