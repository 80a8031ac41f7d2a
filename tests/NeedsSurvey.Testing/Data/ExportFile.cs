using System.IO.Compression;
using CsvHelper;

namespace NeedsSurvey.Testing;

/// <summary>Reads what the program exports.</summary>
public static class ExportFile
{
    /// <summary>A file of a package, byte for byte.</summary>
    public static byte[] Entry(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var stream = zip.GetEntry(name)!.Open();
        using var into = new MemoryStream();
        stream.CopyTo(into);
        return into.ToArray();
    }

    /// <summary>Records by column name, each cell with whether it stands in quotation marks.</summary>
    public static (string[] Header, List<Dictionary<string, (string Text, bool Quoted)>> Rows) Read(byte[] csv)
    {
        using var reader = CsvReader.Create(csv, CsvReaderOptions.Default with { HasHeader = false });
        string[]? header = null;
        var rows = new List<Dictionary<string, (string, bool)>>();
        while (reader.Read())
        {
            var cells = Enumerable
                .Range(0, reader.FieldCount)
                .Select(i => (reader.GetString(i), reader.GetRawSpan(i) is [(byte)'"', ..]))
                .ToArray();
            if (header is null)
                header = [.. cells.Select(cell => cell.Item1)];
            else
                rows.Add(header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
        }
        return (header!, rows);
    }
}
