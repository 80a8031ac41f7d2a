// How the files of an export come out, one after another, while the database still sends. Which files there are and what their columns are
// called is Domain's; what a caller may ask for is ExportResponses'.

using System.IO.Compression;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Exchange;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.App.Exchange;

/// <summary>Writes the package, the responses alone, or the workbook.</summary>
internal static class ExportPackage
{
    // Any fixed time will do; the earliest that a zip can hold says least.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What was asked for, over one snapshot.</summary>
    /// <param name="chosen">Told the codes of the states once they are settled.</param>
    public static Task Write(
        Db db,
        SurveyName survey,
        ExportOptions options,
        string programVersion,
        Stream stream,
        Action<StateCodes> chosen,
        CancellationToken cancellation
    ) =>
        db.Snapshot(
            ExportRows.Readers,
            async snapshots =>
            {
                var source = await ExportSource.Open(snapshots, survey.Id);
                var language = options.Language ?? source.Newest.FirstLanguage;
                Func<ExportOptions, Task> write = options.Format switch
                {
                    ExportFormat.Csv => settled =>
                        ExportRows.Write(source, source.Table.Responses, settled, language, stream, cancellation),
                    ExportFormat.Xlsx => settled => ExportWorkbook.Write(source, settled, language, stream, cancellation),
                    _ => settled => Zip(source, survey, settled, options.Codes, language, programVersion, stream, cancellation),
                };
                await ChooseStateCodes.Write(source, options, language, stream, chosen, write, cancellation);
                return Done.It;
            },
            cancellation
        );

    // The zip is closed only when everything is in it: without its last part no program takes it for whole.
    private static async Task Zip(
        ExportSource source,
        SurveyName survey,
        ExportOptions options,
        StateCodes asked,
        string language,
        string programVersion,
        Stream stream,
        CancellationToken cancellation
    )
    {
        await using var drained = new DrainedStream(stream);
        var zip = await ZipArchive.CreateAsync(drained, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var files = new List<ExportManifest.FilePart>();
        var counted = new List<(AnswerFile, StateCounts[])>();
        foreach (var file in source.Table.Files)
        {
            StateCounts[] counts = [];
            files.Add(
                await Entry(
                    zip,
                    NameOf(file),
                    async into =>
                    {
                        (var rows, counts) = await ExportRows.Write(source, file, options, language, into, cancellation);
                        return (rows, ExportWords.LeadingColumns(file).Count + file.Columns.Count);
                    },
                    cancellation
                )
            );
            counted.Add((file, counts));
        }
        files.Add(await Entry(zip, "codebook.csv", into => Codebook.Write(source, counted, options, into, cancellation), cancellation));
        files.Add(await Entry(zip, "import.R", into => ReaderScript.Write(source, survey, options, into, cancellation), cancellation));
        var manifest = await ManifestOf(source, survey, options, asked, language, programVersion, files);
        await Entry(
            zip,
            "manifest.json",
            async into =>
            {
                await into.WriteAsync(manifest.ToJson(), cancellation);
                return (0, 0);
            },
            cancellation
        );
        await zip.DisposeAsync();
        await drained.Drain(cancellation);
    }

    private static async Task<ExportManifest> ManifestOf(
        ExportSource source,
        SurveyName survey,
        ExportOptions options,
        StateCodes asked,
        string language,
        string programVersion,
        List<ExportManifest.FilePart> files
    )
    {
        var withdrawn = await source.Withdrawn();
        return new()
        {
            Program = "NeedsSurvey",
            ProgramVersion = programVersion,
            Survey = new(survey.Id, survey.Slug, survey.Title, survey.State.ToString().ToLowerInvariant()),
            TimeZone = source.Zone,
            Versions =
            [
                .. source.Versions.Select(version => new ExportManifest.VersionPart(
                    version.Version,
                    InitiativeClock.Today(source.Zone, version.PublishedAt),
                    version.Responses
                )),
            ],
            Preset = options.Preset.ToString().ToLowerInvariant(),
            Language = options.Preset == ExportPreset.Spreadsheet ? language : null,
            Codes = new("", options.Codes.NotAsked, options.Codes.Declined, options.Codes.Unknown, asked, StateCodes.Rule),
            Responses = new(files[0].Rows, withdrawn),
            Files = files,
        };
    }

    /// <summary>The path of a file in the package.</summary>
    public static string NameOf(AnswerFile file) => file.Repeat is null ? "responses.csv" : $"repeats/{file.Repeat}.csv";

    private static async Task<ExportManifest.FilePart> Entry(
        ZipArchive zip,
        string name,
        Func<Stream, Task<(long Rows, int Columns)>> write,
        CancellationToken cancellation
    )
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        await using var into = await entry.OpenAsync(cancellation);
        await using var hashing = new HashingStream(into);
        var (rows, columns) = await write(hashing);
        return new(name, rows, columns, hashing.Bytes, hashing.Sha256());
    }
}
