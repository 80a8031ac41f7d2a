using System.Diagnostics;
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

/// <summary>The stable words of formats and presets, and what a format's file is.</summary>
public static class ExportWritings
{
    /// <summary>The word in addresses and in the audit log, and the ending of the file.</summary>
    public static string Code(this ExportFormat format) =>
        format switch
        {
            ExportFormat.Zip => "zip",
            ExportFormat.Csv => "csv",
            ExportFormat.Xlsx => "xlsx",
            _ => throw new UnreachableException(),
        };

    /// <summary>The media type of the file.</summary>
    public static string ContentType(this ExportFormat format) =>
        format switch
        {
            ExportFormat.Zip => "application/zip",
            ExportFormat.Csv => "text/csv; charset=utf-8",
            ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => throw new UnreachableException(),
        };

    /// <summary>The word in addresses, in the manifest and in the audit log.</summary>
    public static string Code(this ExportPreset preset) =>
        preset switch
        {
            ExportPreset.Analysis => "analysis",
            ExportPreset.Spreadsheet => "spreadsheet",
            _ => throw new UnreachableException(),
        };

    /// <summary>The format of a word; null when it is none.</summary>
    public static ExportFormat? Format(string code) =>
        Enum.GetValues<ExportFormat>().Cast<ExportFormat?>().FirstOrDefault(format => format!.Value.Code() == code);

    /// <summary>The preset of a word; null when it is none.</summary>
    public static ExportPreset? Preset(string code) =>
        Enum.GetValues<ExportPreset>().Cast<ExportPreset?>().FirstOrDefault(preset => preset!.Value.Code() == code);
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
