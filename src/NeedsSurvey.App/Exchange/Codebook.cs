using CsvHelper;
using NeedsSurvey.Domain.Exchange;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.App.Exchange;

/// <summary>Every column of every file, what it means, in which versions it was asked and how often it was answered.</summary>
internal static class Codebook
{
    /// <summary>Its columns.</summary>
    public static string[] Headers(ExportSource source) =>
        [
            "file",
            "column",
            "question",
            .. source.Languages.Select(language => $"label.{language}"),
            "type",
            "meaning",
            "choices",
            "versions",
            "n_answered",
            "n_skipped",
            "n_not_asked",
            "n_declined",
            "n_unknown",
            "not_asked",
            "declined",
            "unknown",
        ];

    /// <summary>Its rows: text or whole numbers, as many as there are <see cref="Headers"/>.</summary>
    /// <param name="counted">States of each column, counted while the files were written.</param>
    /// <param name="options">With the codes of the states.</param>
    /// <param name="name">What a file is called.</param>
    public static IEnumerable<IReadOnlyList<object>> Rows(
        ExportSource source,
        IReadOnlyList<(AnswerFile File, StateCounts[] Counts)> counted,
        ExportOptions options,
        Func<AnswerFile, string> name
    )
    {
        object Code(string code) => StateCodes.Number(code) is { } number ? number : code;
        foreach (var (file, counts) in counted)
        {
            foreach (var (column, meaning) in ExportWords.LeadingColumns(file))
                yield return
                [
                    name(file),
                    column,
                    "",
                    .. source.Languages.Select(_ => ""),
                    "",
                    meaning,
                    "",
                    string.Join(' ', source.Table.Versions),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                ];
            var at = 0;
            foreach (var block in file.Blocks)
            foreach (var column in block.Columns)
            {
                var count = counts[at++];
                yield return
                [
                    name(file),
                    column.Name,
                    block.Question,
                    .. source.Languages.Select(language => ExportWords.Header(block, column, language)),
                    ExportWords.Type(block),
                    ExportWords.Meaning(block, column),
                    ExportWords.Values(block, column),
                    string.Join(' ', column.Versions),
                    count.Answered,
                    count.Skipped,
                    count.NotAsked,
                    count.Declined,
                    count.Unknown,
                    Code(options.Codes.NotAsked),
                    Code(options.Codes.Declined),
                    Code(options.Codes.Unknown),
                ];
            }
        }
    }

    /// <summary><c>codebook.csv</c>.</summary>
    public static async Task<(long Rows, int Columns)> Write(
        ExportSource source,
        IReadOnlyList<(AnswerFile File, StateCounts[] Counts)> counted,
        ExportOptions options,
        Stream into,
        CancellationToken cancellation
    )
    {
        var headers = Headers(source);
        await using var csv = CsvWriter.Create(
            into,
            CellWriter.Guarded with
            {
                WriteByteOrderMark = options.Preset == ExportPreset.Spreadsheet,
            },
            leaveOpen: true
        );
        csv.WriteHeader(headers);
        var rows = 0L;
        foreach (var row in Rows(source, counted, options, ExportPackage.NameOf))
        {
            foreach (var field in row)
                if (field is long number)
                    csv.WriteField(number);
                else
                    csv.WriteField((string)field);
            await csv.EndRecordAsync(cancellation);
            rows++;
        }
        await csv.FlushAsync(cancellation);
        return (rows, headers.Length);
    }
}
