// A workbook for spreadsheets. Every cell says of which type it is, so that no program guesses a day from "1-2" or drops the zeros of
// "007"; text in a cell of text is never run, so nothing is guarded. A sheet a table: the responses, each repeat, the codebook. Written row
// by row.

using System.Globalization;
using System.Text;
using NeedsSurvey.Domain.Exchange;
using NeedsSurvey.Domain.Responses;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;
using SheetCell = SpreadCheetah.Cell;

namespace NeedsSurvey.App.Exchange;

/// <summary>A sheet for the responses, one for each repeat, one for the codebook.</summary>
internal static class ExportWorkbook
{
    private static readonly SpreadCheetahOptions Options = new()
    {
        // A time of making would make every workbook another.
        DocumentProperties = null,
        PreserveStringWhitespace = true,
        // Some readers do not count cells themselves.
        WriteCellReferenceAttributes = true,
    };

    /// <exception cref="StateCodeTakenException">An answer reads like one of the codes.</exception>
    public static async Task Write(
        ExportSource source,
        ExportOptions options,
        string language,
        Stream stream,
        CancellationToken cancellation
    )
    {
        await using var drained = new DrainedStream(stream);
        await using (var book = await Spreadsheet.CreateNewAsync(drained, Options, cancellation))
        {
            var styles = new Styles(book);
            var files = source.Table.Files;
            var names = WorkbookLimits.SheetNames(files.Select(file => file.Repeat ?? "responses").Append("codebook"));
            var counted = new List<(AnswerFile File, StateCounts[] Counts)>();
            foreach (var (file, name) in files.Zip(names))
            {
                await Start(book, name, Headers(file, options, language), styles, cancellation);
                counted.Add((file, await Rows(book, source, file, options, language, styles, cancellation)));
            }
            await Start(book, names[^1], Codebook.Headers(source), styles, cancellation);
            foreach (var row in Codebook.Rows(source, counted, options, file => names[files.ToList().IndexOf(file)]))
                await book.AddRowAsync(
                    [.. row.Select(field => field is long number ? new SheetCell(number) : styles.Words((string)field))],
                    cancellation
                );
            await book.FinishAsync(cancellation);
        }
        await drained.Drain(cancellation);
    }

    private static IEnumerable<string> Headers(AnswerFile file, ExportOptions options, string language) =>
        ExportWords
            .LeadingColumns(file)
            .Select(column => column.Name)
            .Concat(
                options.Preset == ExportPreset.Spreadsheet
                    ? ExportWords.Headers(file, language)
                    : file.Columns.Select(column => column.Name)
            );

    private static async Task Start(
        Spreadsheet book,
        string name,
        IEnumerable<string> headers,
        Styles styles,
        CancellationToken cancellation
    )
    {
        await book.StartWorksheetAsync(name, new WorksheetOptions { FrozenRows = 1 }, cancellation);
        await book.AddHeaderRowAsync(
            [.. headers.Select(header => WorkbookLimits.Escaped(WorkbookLimits.Fitting(header)))],
            styles.Header,
            cancellation
        );
    }

    private static async Task<StateCounts[]> Rows(
        Spreadsheet book,
        ExportSource source,
        AnswerFile file,
        ExportOptions options,
        string language,
        Styles styles,
        CancellationToken cancellation
    )
    {
        var over = source.Snapshots[0];
        var cells = new Cells(file, options, language, styles);
        for (var range = 0; range < source.Ranges; range++)
        {
            var rows = file.Repeat is null
                ? source.Responses(over, range, cancellation)
                : source.Instances(over, file, range, cancellation);
            await foreach (var row in rows)
            {
                cells.Begin(styles.Words(row.GetGuid(0).ToString()));
                if (file.Repeat is not null)
                    cells.Add(new SheetCell(row.GetInt32(3)));
                else
                {
                    cells.Add(new SheetCell(row.GetInt32(1)));
                    cells.Add(styles.Words(row.GetString(3)));
                    cells.Add(styles.Day(row.GetFieldValue<DateOnly>(4)));
                    cells.Add(new SheetCell(ExportRows.OnlyWave));
                    cells.Add(new SheetCell(ExportRows.Complete));
                }
                cells.Take(StoredRow.Of(file, row));
                await book.AddRowAsync(cells.Row, cancellation);
            }
            if (cells.CodeTaken)
                throw new StateCodeTakenException();
        }
        return cells.Counts;
    }

    /// <summary>The cells of a row.</summary>
    private sealed class Cells(AnswerFile file, ExportOptions options, string language, Styles styles)
        : AnswerCells(file, options, language)
    {
        private readonly bool[] isDay =
        [
            .. file.Blocks.SelectMany(block => block.Columns.Select(column => block.KindOf(column) == CellKind.Day)),
        ];

        private readonly SheetCell notAsked = styles.State(options.Codes.NotAsked);
        private readonly SheetCell declined = styles.State(options.Codes.Declined);
        private readonly SheetCell unknown = styles.State(options.Codes.Unknown);

        public List<SheetCell> Row { get; } = [];

        public void Begin(SheetCell first)
        {
            Row.Clear();
            Row.Add(first);
        }

        public void Add(SheetCell cell) => Row.Add(cell);

        protected override void Put(int column, AnswerState state) =>
            Row.Add(
                state == AnswerState.NotAsked ? notAsked
                : state == AnswerState.Declined ? declined
                : state == AnswerState.Unknown ? unknown
                : default
            );

        protected override void Put(int column, CellForm form, ReadOnlySpan<byte> answer)
        {
            if (form is CellForm.Yes or CellForm.No)
                Row.Add(new SheetCell(form == CellForm.Yes ? 1 : 0));
            else if (form == CellForm.Number && WorkbookLimits.IsNumber(answer, out var number))
                Row.Add(new SheetCell(number));
            else if (form == CellForm.Code && WordsOf(column, answer) is { } label)
                Row.Add(styles.Words(label));
            else if (
                isDay[column]
                && DateOnly.TryParseExact(
                    Encoding.UTF8.GetString(answer),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
                Row.Add(styles.Day(day));
            else
                Row.Add(styles.Words(Encoding.UTF8.GetString(answer)));
        }
    }

    /// <summary>Cells of each type.</summary>
    private sealed class Styles(Spreadsheet book)
    {
        // Typed over, the cell stays text.
        private readonly StyleId text = book.AddStyle(new Style { Format = NumberFormat.Standard(StandardNumberFormat.Text) });
        private readonly StyleId day = book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy\\-mm\\-dd") });

        public StyleId Header { get; } =
            book.AddStyle(new Style { Font = { Bold = true }, Format = NumberFormat.Standard(StandardNumberFormat.Text) });

        public SheetCell Words(string words) => new(WorkbookLimits.Escaped(WorkbookLimits.Fitting(words)), text);

        public SheetCell Day(DateOnly date) =>
            WorkbookLimits.IsDay(date)
                ? new(date.ToDateTime(default), day)
                : Words(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        public SheetCell State(string code) => StateCodes.Number(code) is { } number ? new(number) : Words(code);
    }
}
