using System.Text;
using System.Text.Json;
using ExcelDataReader;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Tests.Surveys.Conformance;

namespace NeedsSurvey.App.Tests.Exchange;

/// <summary>Every question type in the files that say of cells what they are: the workbook and the script for R.</summary>
public sealed class ExportConformanceTests(ExportedSpecimens exported) : IClassFixture<ExportedSpecimens>
{
    public static TheoryData<string> Kinds => [.. ItemKinds.Questions];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_cell_of_the_workbook_is_of_the_kind_of_its_type(string kind)
    {
        var one = Specimens.ByKind[kind];
        Assert.All(one.Columns, column =>
        {
            var cell = exported.Sheet[Specimen.Named(column.Header, kind)];
            var wanted =
                column.Cell.Length == 0 ? null
                : one.Cells == CellKind.Number ? typeof(double)
                : one.Cells == CellKind.Day ? typeof(DateTime)
                : typeof(string);
            Assert.Equal(wanted, cell?.GetType());
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_script_for_R_reads_numbers_as_numbers_and_nothing_else(string kind)
    {
        var one = Specimens.ByKind[kind];
        Assert.All(one.Columns, column =>
            Assert.Equal(
                one.Cells == CellKind.Number,
                exported.Numbers.Contains($"\"{Specimen.Named(column.Header, kind)}\"", StringComparison.Ordinal)
            )
        );
    }
}

/// <summary>A survey of all specimens, answered once and exported.</summary>
public sealed class ExportedSpecimens : IAsyncLifetime
{
    private readonly TestData data = new();

    /// <summary>The responses' sheet: the only row by its headers.</summary>
    internal IReadOnlyDictionary<string, object?> Sheet { get; private set; } = new Dictionary<string, object?>();

    /// <summary>What the script calls numbers.</summary>
    internal string Numbers { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await data.InitializeAsync();
        var specimens = Specimens.ByKind.Values.ToList();
        var slug = await data.Survey(Specimen.Survey([.. specimens.Select(one => one.Named(one.Kind))]));
        var answers = string.Join(',', specimens.Select(one => $"\"{one.Kind}\":{one.Answer}"));
        (await data.Get<SubmitResponse>().Run(new(slug, Guid.NewGuid(), "en", JsonElement.Parse("{" + answers + "}")))).OrThrow();
        Sheet = Read(await Export(slug, "xlsx"));
        var script = Encoding.ASCII.GetString(ExportFile.Entry(await Export(slug, "zip"), "import.R"));
        var numbers = script.LastIndexOf("numbers = c(", StringComparison.Ordinal);
        Numbers = script[numbers..script.IndexOf(')', numbers)];
    }

    public Task DisposeAsync() => data.DisposeAsync();

    private async Task<byte[]> Export(string slug, string format)
    {
        using var into = new MemoryStream();
        var ready = await data.Get<ExportResponses>().Run(Actor.Operator, slug, new() { Format = format, Preset = "analysis" }, default);
        await ready.OrThrow().WriteTo(into, default);
        return into.ToArray();
    }

    private static Dictionary<string, object?> Read(byte[] book)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(book));
        reader.Read();
        string[] headers = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        reader.Read();
        return headers.Index().ToDictionary(header => header.Item, header => (object?)reader.GetValue(header.Index));
    }
}
