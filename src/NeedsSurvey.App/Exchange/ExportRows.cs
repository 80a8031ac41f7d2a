// One file of an export: ranges of rows are read and made into CSV side by side, and written one after another. PostgreSQL's work of
// turning answers into text is what an export waits for, so two connections halve it. Each reader is at most one range ahead of what is
// written, so memory stays what it is however many rows there are and however slowly they are taken.

using CsvHelper;
using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Exchange;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.App.Exchange;

/// <summary>Writes the rows of a file.</summary>
internal static class ExportRows
{
    /// <summary>
    /// Connections that an export reads over. More than two would leave too little of a small server to the people who answer meanwhile.
    /// </summary>
    public const int Readers = 2;

    /// <summary>There are no waves yet.</summary>
    public const int OnlyWave = 1;

    /// <summary>Drafts are never stored.</summary>
    public const int Complete = 1;

    /// <returns>How many rows there were, and the states of each column.</returns>
    /// <exception cref="StateCodeTakenException">An answer reads like one of the codes.</exception>
    public static async Task<(long Rows, StateCounts[] Counts)> Write(
        ExportSource source,
        AnswerFile file,
        ExportOptions options,
        string language,
        Stream into,
        CancellationToken cancellation
    )
    {
        await Header(file, options, language, into, cancellation);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Reader[] readers = [.. source.Snapshots.Select(snapshot => new Reader(source, file, options, language, snapshot))];
        var coming = new Task<MemoryStream>[readers.Length];
        try
        {
            for (var range = 0; range < source.Ranges + readers.Length; range++)
            {
                var turn = range % readers.Length;
                var piece = coming[turn] is null ? null : await coming[turn];
                if (readers[turn].CodeTaken)
                {
                    // Read to its end: a query that is cancelled would end the snapshot, which is read again.
                    await Task.WhenAll(coming.OfType<Task>());
                    throw new StateCodeTakenException();
                }
                // The next is read while this one is written.
                coming[turn] = range < source.Ranges ? readers[turn].Read(range, stopped.Token) : Task.FromResult<MemoryStream>(new());
                if (piece is { Length: > 0 })
                    await into.WriteAsync(piece.GetBuffer().AsMemory(0, (int)piece.Length), cancellation);
            }
        }
        finally
        {
            // A connection is given back only when nothing reads over it any more.
            await stopped.CancelAsync();
            await Task.WhenAll(coming.OfType<Task>())
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
        var counts = readers[0].Counts;
        foreach (var reader in readers[1..])
            for (var i = 0; i < counts.Length; i++)
                counts[i] += reader.Counts[i];
        return (readers.Sum(reader => reader.Rows), counts);
    }

    private static async Task Header(AnswerFile file, ExportOptions options, string language, Stream into, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(into, CellWriter.Options(options.Preset), leaveOpen: true);
        var headers =
            options.Preset == ExportPreset.Spreadsheet ? ExportWords.Headers(file, language) : file.Columns.Select(column => column.Name);
        csv.WriteHeader([.. ExportWords.LeadingColumns(file).Select(column => column.Name), .. headers]);
        await csv.FlushAsync(cancellation);
    }

    /// <summary>One connection's share of the rows.</summary>
    private sealed class Reader(ExportSource source, AnswerFile file, ExportOptions options, string language, ReadSnapshot over)
    {
        // One is written while the other is filled.
        private readonly MemoryStream[] pieces = [new(), new()];
        private readonly CellWriter cells = new(file, options, language);
        private int next;

        public long Rows { get; private set; }

        public StateCounts[] Counts => cells.Counts;

        /// <summary>A cell so far reads like the code of a state.</summary>
        public bool CodeTaken => cells.CodeTaken;

        public Task<MemoryStream> Read(int range, CancellationToken cancellation) =>
            Task.Run(
                async () =>
                {
                    var piece = pieces[next = 1 - next];
                    piece.SetLength(0);
                    await using var csv = CsvWriter.Create(
                        piece,
                        CellWriter.Options(options.Preset) with
                        {
                            WriteByteOrderMark = false,
                        },
                        leaveOpen: true
                    );
                    var rows = file.Repeat is null
                        ? source.Responses(over, range, cancellation)
                        : source.Instances(over, file, range, cancellation);
                    await foreach (var row in rows)
                    {
                        var version = row.GetInt32(1);
                        csv.WriteField(row.GetGuid(0));
                        if (file.Repeat is not null)
                            csv.WriteField(row.GetInt32(3));
                        else
                        {
                            csv.WriteField(version);
                            csv.WriteField(row.GetString(3));
                            csv.WriteField(row.GetFieldValue<DateOnly>(4));
                            csv.WriteField(OnlyWave);
                            csv.WriteField(Complete);
                        }
                        cells.To(csv).Take(StoredRow.Of(file, row));
                        csv.EndRecord();
                        Rows++;
                    }
                    await csv.FlushAsync(cancellation);
                    return piece;
                },
                cancellation
            );
    }
}
