// From cells to CSV fields. In the spreadsheet preset text that a spreadsheet would run is guarded.

using System.Globalization;
using System.Text;
using CsvHelper;
using NeedsSurvey.Domain.Exchange;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.App.Exchange;

/// <summary>Writes the rows of one file as CSV; call <see cref="To"/> before a row.</summary>
internal sealed class CellWriter(AnswerFile file, ExportOptions options, string language) : AnswerCells(file, options, language)
{
    private readonly StateCell notAsked = new(options.Codes.NotAsked);
    private readonly StateCell declined = new(options.Codes.Declined);
    private readonly StateCell unknown = new(options.Codes.Unknown);
    private readonly bool guarded = options.Preset == ExportPreset.Spreadsheet;
    private CsvWriter csv = null!;

    /// <summary>How the files of a preset are written.</summary>
    public static CsvWriterOptions Options(ExportPreset preset) =>
        preset == ExportPreset.Analysis ? CsvWriterOptions.Default : Guarded with { WriteByteOrderMark = true };

    /// <summary>For files that people read and programs need not: words that begin like a formula are always guarded.</summary>
    public static readonly CsvWriterOptions Guarded = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        InjectionCharacters = "=+-@\t\r\n",
    };

    /// <summary>Where the fields go; the caller ends the record.</summary>
    public CellWriter To(CsvWriter writer)
    {
        csv = writer;
        return this;
    }

    protected override void Put(int column, AnswerState state)
    {
        if (state == AnswerState.NotAsked)
            notAsked.Write(csv);
        else if (state == AnswerState.Declined)
            declined.Write(csv);
        else if (state == AnswerState.Unknown)
            unknown.Write(csv);
        else
            csv.WriteField(ReadOnlySpan<byte>.Empty);
    }

    protected override void Put(int column, CellForm form, ReadOnlySpan<byte> answer)
    {
        if (form == CellForm.Code && guarded && WordsOf(column, answer) is { } label)
            csv.WriteField(Encoding.UTF8.GetBytes(label));
        else if (form == CellForm.Number && guarded)
            WriteNumber(answer);
        else
            csv.WriteField(answer);
    }

    // In its own type, so that the guard leaves a negative one alone.
    private void WriteNumber(ReadOnlySpan<byte> digits)
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

    private readonly long? number = StateCodes.Number(code);

    public void Write(CsvWriter csv)
    {
        if (number is { } whole)
            csv.WriteField(whole);
        else
            csv.WriteField(utf8);
    }
}
