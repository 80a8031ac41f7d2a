// From stored answers to the cells of a file, whatever the file is. The five states are never mixed: no answer reads like the code for "not
// asked", "declined" or "unknown" (ExportWithFreeCodes). In the spreadsheet preset codes become words.

using System.Text;
using NeedsSurvey.Domain.Exchange;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.App.Exchange;

/// <summary>Reads the rows of one file, counts the states of each column, and hands each cell to what writes it.</summary>
internal abstract class AnswerCells
{
    private readonly RowReader reader;
    private readonly Cell[] cells;
    private readonly Dictionary<string, string>?[] words;
    private readonly StateCodeWatch watch;
    private byte[] scratch = new byte[1024];

    /// <param name="options">With the codes of the states.</param>
    /// <param name="language">Of the words, in the spreadsheet preset.</param>
    protected AnswerCells(AnswerFile file, ExportOptions options, string language)
    {
        reader = new(file);
        cells = new Cell[file.Columns.Count];
        Counts = new StateCounts[file.Columns.Count];
        watch = new(options.Codes);
        words =
        [
            .. file.Blocks.SelectMany(block =>
            {
                var labels =
                    options.Preset == ExportPreset.Spreadsheet && block.Choices.Count > 0
                        ? block.Choices.ToDictionary(choice => choice.Name, choice => choice.Label.In(language, block.Item.FirstLanguage))
                        : null;
                return block.Columns.Select(_ => labels);
            }),
        ];
    }

    /// <summary>How often each column was answered, skipped, not asked, declined and not known so far.</summary>
    public StateCounts[] Counts { get; }

    /// <summary>An answer so far reads like the code of a state.</summary>
    public bool CodeTaken { get; private set; }

    /// <summary>Hands on the cells of a row, from the first column to the last.</summary>
    public void Take(StoredRow row)
    {
        reader.Read(row.Answers, row.Version, cells, row.Whole, row.Index);
        for (var i = 0; i < cells.Length; i++)
        {
            ref readonly var cell = ref cells[i];
            Counts[i].Add(cell.State);
            if (cell.State != AnswerState.Answered)
            {
                Put(i, cell.State);
                continue;
            }
            var answer = cell.Read(row.Answers, ref scratch);
            // Codes of choices, 1 and 0 are known beforehand.
            if (cell.Form == CellForm.Text || cell.Form == CellForm.Number && watch.LooksAtNumbers)
                CodeTaken |= watch.Sees(answer);
            Put(i, cell.Form, answer);
        }
    }

    /// <summary>The next cell, of a question without an answer.</summary>
    protected abstract void Put(int column, AnswerState state);

    /// <summary>The next cell.</summary>
    /// <param name="answer">In UTF-8; what it holds is lost with the next cell.</param>
    protected abstract void Put(int column, CellForm form, ReadOnlySpan<byte> answer);

    /// <summary>The words that stand for a code in this column; null where the code itself does.</summary>
    protected string? WordsOf(int column, ReadOnlySpan<byte> code) => words[column]?.GetValueOrDefault(Encoding.UTF8.GetString(code));
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
            Unknown = one.Unknown + other.Unknown,
        };

    public long Answered { get; set; }
    public long Skipped { get; set; }
    public long NotAsked { get; set; }
    public long Declined { get; set; }
    public long Unknown { get; set; }

    public void Add(AnswerState state)
    {
        switch (state)
        {
            case AnswerState.NotAsked:
                NotAsked++;
                break;
            case AnswerState.Skipped:
                Skipped++;
                break;
            case AnswerState.Declined:
                Declined++;
                break;
            case AnswerState.Unknown:
                Unknown++;
                break;
            default:
                Answered++;
                break;
        }
    }
}
