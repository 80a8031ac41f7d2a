// How the files of an export come out, one after another, while the database still sends. Which files there are and what their columns are
// called is Domain's; what a caller may ask for is ExportResponses'.

using System.IO.Compression;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Exchange;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.App.Exchange;

/// <summary>Writes the package, or the responses alone.</summary>
internal static class ExportPackage
{
    // Any fixed time will do; the earliest that a zip can hold says least.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The zip. It is closed only when everything is in it: without its last part no program takes it for whole.</summary>
    public static Task Write(
        Db db,
        SurveyName survey,
        ExportOptions options,
        string programVersion,
        Stream stream,
        Action<StateCodes> chosen,
        CancellationToken stop
    ) =>
        db.Snapshot(
            ExportRows.Readers,
            async snapshots =>
            {
                var source = await ExportSource.Open(snapshots, survey.Id);
                var language = options.Language ?? source.Newest.FirstLanguage;
                var asked = options.Codes;
                options = await Settled(source, options, language, chosen, stop);
                await using var drained = new DrainedStream(stream);
                var zip = await ZipArchive.CreateAsync(drained, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop);
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
                                (var rows, counts) = await ExportRows.Write(source, file, options, language, into, stop);
                                return (rows, ExportWords.LeadingColumns(file).Count + file.Columns.Count);
                            },
                            stop
                        )
                    );
                    counted.Add((file, counts));
                }
                files.Add(await Entry(zip, "codebook.csv", into => Codebook.Write(source, counted, options, into, stop), stop));
                files.Add(await Entry(zip, "import.R", into => ReaderScript.Write(source, survey, options, into, stop), stop));
                var leftOut = await source.LeftOutOf();
                var manifest = new ExportManifest
                {
                    Program = "NeedsSurvey",
                    ProgramVersion = programVersion,
                    Survey = new(survey.Id, survey.Slug, survey.Title, survey.State.ToString().ToLowerInvariant()),
                    Versions =
                    [
                        .. source.Versions.Select(version => new ExportManifest.VersionPart(
                            version.Version,
                            DateOnly.FromDateTime(version.PublishedAt.UtcDateTime),
                            version.Responses
                        )),
                    ],
                    Preset = options.Preset.ToString().ToLowerInvariant(),
                    Language = options.Preset == ExportPreset.Spreadsheet ? language : null,
                    Codes = new("", options.Codes.NotAsked, options.Codes.Declined, asked, StateCodes.Rule),
                    Responses = new(files[0].Rows, leftOut.Withdrawn, leftOut.Test),
                    Files = files,
                };
                await Entry(
                    zip,
                    "manifest.json",
                    async into =>
                    {
                        await into.WriteAsync(manifest.ToJson(), stop);
                        return (0, 0);
                    },
                    stop
                );
                await zip.DisposeAsync();
                await drained.Drain(stop);
                return Done.It;
            },
            stop
        );

    /// <summary><c>responses.csv</c> alone.</summary>
    public static Task WriteResponses(
        Db db,
        SurveyName survey,
        ExportOptions options,
        Stream stream,
        Action<StateCodes> chosen,
        CancellationToken stop
    ) =>
        db.Snapshot(
            ExportRows.Readers,
            async snapshots =>
            {
                var source = await ExportSource.Open(snapshots, survey.Id);
                var language = options.Language ?? source.Newest.FirstLanguage;
                options = await Settled(source, options, language, chosen, stop);
                await ExportRows.Write(source, source.Table.Responses, options, language, stream, stop);
                return Done.It;
            },
            stop
        );

    private static async Task<ExportOptions> Settled(
        ExportSource source,
        ExportOptions options,
        string language,
        Action<StateCodes> chosen,
        CancellationToken stop
    )
    {
        var codes = await ChooseStateCodes.Run(source, options, language, stop);
        chosen(codes);
        return options with { Codes = codes };
    }

    /// <summary>The path of a file in the package.</summary>
    public static string NameOf(AnswerFile file) => file.Repeat is null ? "responses.csv" : $"repeats/{file.Repeat}.csv";

    private static async Task<ExportManifest.FilePart> Entry(
        ZipArchive zip,
        string name,
        Func<Stream, Task<(long Rows, int Columns)>> write,
        CancellationToken stop
    )
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        await using var into = await entry.OpenAsync(stop);
        await using var hashing = new HashingStream(into);
        var (rows, columns) = await write(hashing);
        return new(name, rows, columns, hashing.Bytes, hashing.Sha256());
    }
}
