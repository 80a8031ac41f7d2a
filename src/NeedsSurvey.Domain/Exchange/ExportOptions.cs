using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain.Exchange;

/// <summary>Who reads the file: a statistics program, or a person in a spreadsheet.</summary>
public enum ExportPreset
{
    /// <summary>Stable codes, exactly what was stored, no byte order mark.</summary>
    Analysis,

    /// <summary>Words in a language, a byte order mark, and a guard against cells that a spreadsheet would run as formulas.</summary>
    Spreadsheet,
}

/// <summary>The whole package, the responses alone, or a workbook.</summary>
public enum ExportFormat
{
    Zip,
    Csv,

    /// <summary>A sheet a table, every cell of its own type, so that no spreadsheet has to guess.</summary>
    Xlsx,
}

/// <summary>How an export is written.</summary>
public sealed partial record ExportOptions
{
    public ExportFormat Format { get; init; } = ExportFormat.Zip;
    public ExportPreset Preset { get; init; }

    /// <summary>Language of the words (spreadsheet preset); null for the survey's first.</summary>
    public string? Language { get; init; }

    /// <summary>The cells of "not asked", "prefer not to say" and "I do not know", as far as no other cell reads the same.</summary>
    public StateCodes Codes { get; init; } = new(StateCodes.DefaultNotAsked, StateCodes.DefaultDeclined);

    /// <summary>Whether a text can stand for a state: short, plain, no formula (a negative number is none).</summary>
    public static bool IsCode(string code) => Code().IsMatch(code);

    [GeneratedRegex(@"\A(?:0|-?[1-9][0-9]{0,8}|[A-Za-z][A-Za-z0-9_./-]{0,19})\z", RegexOptions.None, 100)]
    private static partial Regex Code();
}
