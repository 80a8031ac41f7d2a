using CsvHelper;
using NeedsSurvey.Domain.Exchange;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.App.Exchange;

/// <summary>
/// <c>codebook.csv</c>: every column of every file, what it means, in which versions it was asked and how often it was answered.
/// </summary>
internal static class Codebook
{
    /// <param name="counted">States of each column, counted while the files were written.</param>
    public static async Task<(long Rows, int Columns)> Write(
        ExportSource source,
        IReadOnlyList<(AnswerFile File, StateCounts[] Counts)> counted,
        ExportOptions options,
        Stream into,
        CancellationToken stop
    )
    {
        string[] headers =
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
            "not_asked",
            "declined",
        ];
        StateCell notAsked = new(options.Codes.NotAsked);
        StateCell declined = new(options.Codes.Declined);
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
        foreach (var (file, counts) in counted)
        {
            var name = ExportPackage.NameOf(file);
            foreach (var (column, meaning) in ExportWords.LeadingColumns(file))
            {
                string[] fields =
                [
                    name,
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
                ];
                await csv.WriteRecordAsync(fields, stop);
                rows++;
            }
            var at = 0;
            foreach (var block in file.Blocks)
            foreach (var column in block.Columns)
            {
                csv.WriteField(name);
                csv.WriteField(column.Name);
                csv.WriteField(block.Question);
                foreach (var language in source.Languages)
                    csv.WriteField(ExportWords.Header(block, column, language));
                csv.WriteField(ExportWords.Type(block));
                csv.WriteField(ExportWords.Meaning(block, column));
                csv.WriteField(ExportWords.Values(block, column));
                csv.WriteField(string.Join(' ', column.Versions));
                var count = counts[at++];
                csv.WriteField(count.Answered);
                csv.WriteField(count.Skipped);
                csv.WriteField(count.NotAsked);
                csv.WriteField(count.Declined);
                notAsked.Write(csv);
                declined.Write(csv);
                await csv.EndRecordAsync(stop);
                rows++;
            }
        }
        await csv.FlushAsync(stop);
        return (rows, headers.Length);
    }
}
