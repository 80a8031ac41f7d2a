// From cells to CSV fields. The four states are never mixed: no answer reads like the code for "not asked" or "declined"
// (ChooseStateCodes). In the spreadsheet preset codes become words, and text that a spreadsheet would run is guarded.

using System.Globalization;
using System.Text;
using CsvHelper;
using NeedsSurvey.Domain.Exchange;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.App.Exchange;

/// <summary>Writes the rows of one file and counts the states of each column.</summary>
internal sealed class CellWriter
{
    private readonly RowReader reader;
    private readonly Cell[] cells;
    private readonly Dictionary<string, string>?[] words;
    private readonly StateCell notAsked;
    private readonly StateCell declined;
    private readonly bool guarded;
    private byte[] scratch = new byte[1024];

    /// <param name="options">With codes that no answer equals.</param>
    public CellWriter(AnswerFile file, ExportOptions options, string language)
    {
        reader = new(file);
        cells = new Cell[file.Columns.Count];
        Counts = new StateCounts[file.Columns.Count];
        (notAsked, declined) = (new(options.Codes.NotAsked), new(options.Codes.Declined));
        guarded = options.Preset == ExportPreset.Spreadsheet;
        words =
        [
            .. file.Blocks.SelectMany(block =>
            {
                var labels =
                    guarded && block.Choices.Count > 0
                        ? block.Choices.ToDictionary(choice => choice.Name, choice => choice.Label.In(language, block.Item.FirstLanguage))
                        : null;
                return block.Columns.Select(_ => labels);
            }),
        ];
    }

    /// <summary>How often each column was answered, skipped, not asked and declined so far.</summary>
    public StateCounts[] Counts { get; }

    /// <summary>How the files of a preset are written.</summary>
    public static CsvWriterOptions Options(ExportPreset preset) =>
        preset == ExportPreset.Analysis ? CsvWriterOptions.Default : Guarded with { WriteByteOrderMark = true };

    /// <summary>For files that people read and programs need not: words that begin like a formula are always guarded.</summary>
    public static readonly CsvWriterOptions Guarded = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        InjectionCharacters = "=+-@\t\r\n",
    };

    /// <summary>Appends the answers' fields to the record; the caller ends it.</summary>
    public void Write(CsvWriter csv, ReadOnlySpan<byte> answers, int version)
    {
        reader.Read(answers, version, cells);
        for (var i = 0; i < cells.Length; i++)
        {
            ref readonly var cell = ref cells[i];
            switch (cell.State)
            {
                case AnswerState.NotAsked:
                    Counts[i].NotAsked++;
                    notAsked.Write(csv);
                    break;
                case AnswerState.Skipped:
                    Counts[i].Skipped++;
                    csv.WriteField(ReadOnlySpan<byte>.Empty);
                    break;
                case AnswerState.Declined:
                    Counts[i].Declined++;
                    declined.Write(csv);
                    break;
                default:
                    Counts[i].Answered++;
                    WriteAnswer(csv, i, cell.Form, cell.Read(answers, ref scratch));
                    break;
            }
        }
    }

    private void WriteAnswer(CsvWriter csv, int column, CellForm form, ReadOnlySpan<byte> answer)
    {
        if (form is CellForm.Yes or CellForm.No)
            csv.WriteField(answer);
        else if (form == CellForm.Code && words[column] is { } labels && labels.TryGetValue(Encoding.UTF8.GetString(answer), out var label))
            csv.WriteField(Encoding.UTF8.GetBytes(label));
        else if (form == CellForm.Number && guarded)
            WriteNumber(csv, answer);
        else
            csv.WriteField(answer);
    }

    // In its own type, so that the guard leaves a negative one alone.
    private static void WriteNumber(CsvWriter csv, ReadOnlySpan<byte> digits)
    {
        if (decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            csv.WriteField(number);
        else
            csv.WriteField(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
    }
}

/// <summary>The cell of a state: a number in its own type, so that the guard leaves −99 alone.</summary>
internal sealed class StateCell(string code)
{
    private readonly byte[] utf8 = Encoding.UTF8.GetBytes(code);

    private readonly long? number = long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : null;

    public void Write(CsvWriter csv)
    {
        if (number is { } whole)
            csv.WriteField(whole);
        else
            csv.WriteField(utf8);
    }
}

/// <summary>Rows of a column by state; they add up to the file's rows.</summary>
internal record struct StateCounts
{
    public static StateCounts operator +(StateCounts one, StateCounts other) =>
        new()
        {
            Answered = one.Answered + other.Answered,
            Skipped = one.Skipped + other.Skipped,
            NotAsked = one.NotAsked + other.NotAsked,
            Declined = one.Declined + other.Declined,
        };

    public long Answered { get; set; }
    public long Skipped { get; set; }
    public long NotAsked { get; set; }
    public long Declined { get; set; }
}
