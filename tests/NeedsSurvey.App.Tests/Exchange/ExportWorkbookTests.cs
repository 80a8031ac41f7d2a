// Field 25: a workbook in which nothing becomes something else, read back by another library.

using System.Data;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ExcelDataReader;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.App.Tests.Exchange;

public sealed class ExportWorkbookTests(TestData data) : IClassFixture<TestData>
{
    private const string Survey = """
        {"title": "Workbook", "languages": ["en", "es"], "questions": [
          {"type": "text", "name": "story", "label": "What is going on?"},
          {"type": "select_one", "name": "size", "label": {"en": "How many?", "es": "¿Cuántos?"},
           "choices": [{"name": "few", "label": {"en": "1-2", "es": "1/2"}}, {"name": "lots", "label": {"en": "10/12", "es": "Mar 5"}}]},
          {"type": "select_multiple", "name": "help", "label": "What would help?", "choices": [{"name": "food", "label": "3E5"}]},
          {"type": "integer", "name": "people", "label": "How many people?"},
          {"type": "decimal", "name": "km", "label": "How far?"},
          {"type": "date", "name": "since", "label": "Since when?"},
          {"type": "time", "name": "wake", "label": "When?"},
          {"type": "text", "name": "why", "label": "Why?", "relevant": "${people} = 1000"},
          {"type": "repeat", "name": "homes", "label": "Homes", "questions": [{"type": "text", "name": "place", "label": "Where?"}]}]}
        """;

    public static TheoryData<string> Typed =>
        [
            "1-2",
            "10/12",
            "Mar 5",
            "007",
            "12345678901234567",
            "3E5",
            "1/2",
            "=1+1",
            "+44 20",
            "-5",
            "@home",
            "'",
            "TRUE",
            "NULL",
            "#N/A",
            "a,b;c",
            "two\nlines",
            "<b>&amp;</b>",
            "_x000B_ and _x0041_",
            "a\u0001b\u000bc",
            "😀 مرحبا",
            "a  b",
        ];

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task Field_25_what_somebody_typed_is_the_same_text_in_a_cell_of_text(string words)
    {
        var slug = await data.Survey(Survey);
        await Answer(slug, new { story = words, homes = new[] { new { place = words } } });
        var book = await Export(slug);
        Assert.Equal((words, words), (Cell(book, "responses", "What is going on?"), Cell(book, "homes", "Where?")));
    }

    [Theory]
    [InlineData(null, "How many?", "1-2")]
    [InlineData("es", "¿Cuántos?", "1/2")]
    public async Task Field_25_words_of_choices_stay_words(string? language, string header, string words)
    {
        var slug = await data.Survey(Survey);
        await Answer(slug, new { size = "few" });
        Assert.Equal(words, Cell(await Export(slug, new() { Format = "xlsx", Language = language }), "responses", header));
    }

    [Fact]
    public async Task Every_cell_has_the_type_of_what_it_holds()
    {
        var slug = await data.Survey(Survey);
        await Answer(
            slug,
            new
            {
                size = new { declined = true },
                help = new[] { "food" },
                people = -7,
                km = 2.5,
                since = "2024-02-29",
                wake = "06:30",
            }
        );
        var book = await Export(slug);
        object?[] cells =
        [
            .. new[]
            {
                "What would help? – 3E5",
                "How many people?",
                "How far?",
                "Since when?",
                "When?",
                "How many?",
                "Why?",
                "version",
            }.Select(header => Cell(book, "responses", header)),
        ];
        Assert.Equal([1d, -7d, 2.5, new DateTime(2024, 2, 29), "06:30", "REFUSED", "NA", 1d], cells);
        Assert.IsType<DateTime>(Cell(book, "responses", "received_on"));
        Assert.Equal(DBNull.Value, Cell(book, "responses", "What is going on?"));
    }

    [Theory]
    [InlineData("1234567890123456789", "1234567890123456789")]
    [InlineData("123456789012345", 123456789012345d)]
    public async Task A_number_that_spreadsheets_would_round_is_text(string people, object cell)
    {
        var slug = await data.Survey(Survey);
        await Answer(slug, new { people = long.Parse(people, System.Globalization.CultureInfo.InvariantCulture) });
        Assert.Equal(cell, Cell(await Export(slug), "responses", "How many people?"));
    }

    [Fact]
    public async Task A_day_before_the_calendar_of_spreadsheets_is_text()
    {
        var slug = await data.Survey(Survey);
        await Answer(slug, new { since = "1899-12-31" });
        Assert.Equal("1899-12-31", Cell(await Export(slug), "responses", "Since when?"));
    }

    [Fact]
    public async Task It_has_a_sheet_for_each_table_and_the_codebook()
    {
        var slug = await data.Survey(Survey);
        await Answer(slug, new { story = "x" });
        var book = await Export(slug);
        Assert.Equal(["responses", "homes", "codebook"], book.Tables.Cast<DataTable>().Select(sheet => sheet.TableName));
        Assert.Equal(
            ["responses", "story", "1"],
            book.Tables["codebook"]!
                .Rows.Cast<DataRow>()
                .Where(row => Equals(row[1], "story"))
                .Select(row => new[] { row[0], row[1], row["n_answered"] })
                .Single()
                .Select(cell => $"{cell}")
        );
    }

    [Fact]
    public async Task N6_a_typed_code_makes_the_next_one_stand_for_the_state()
    {
        var slug = await data.Survey(Survey);
        await Answer(slug, new { story = "NA" });
        var book = await Export(slug);
        Assert.Equal(("NA", "NA_2"), (Cell(book, "responses", "What is going on?"), Cell(book, "responses", "Why?")));
    }

    [Fact]
    public async Task The_analysis_preset_writes_codes()
    {
        var slug = await data.Survey(Survey);
        await Answer(slug, new { size = "few" });
        Assert.Equal("few", Cell(await Export(slug, new() { Format = "xlsx", Preset = "analysis" }), "responses", "size"));
    }

    [Fact]
    public async Task Field_25_what_is_too_long_for_a_cell_says_so_in_it()
    {
        var villages = string.Join(",", Enumerable.Range(1, 3_000).Select(n => $$"""{"name":"v{{n}}","label":"Village {{n}}"}"""));
        var slug = await data.Survey(
            $$"""{"title":"T","questions":[{"type":"select_one","name":"v","label":"Where?","choices":[{{villages}}]}]}"""
        );
        await Answer(slug, new { v = "v7" });
        var book = await Export(slug);
        var values = book.Tables["codebook"]!.Rows.Cast<DataRow>().Single(row => Equals(row[1], "v"))["choices"];
        Assert.Matches(
            @"^\[\d\d,\d{3} characters, more than a cell of a workbook holds\. The package of CSV files has them all\.\]$",
            $"{values}"
        );
    }

    [Fact]
    public async Task Field_25_more_columns_than_a_sheet_has_are_refused_in_words()
    {
        var slug = await data.Survey(Boxes("a"));
        await data.Publish(slug, Boxes("b"));
        var refused = await data.Get<ExportResponses>().Run(Actor.Operator, slug, new() { Format = "xlsx" }, default);
        var problem = Assert.IsType<Problem.Conflict>(refused.Problem);
        Assert.Equal("too_large_for_a_sheet", problem.Code);
        Assert.Contains("holds 16,374 columns of answers", problem.Message, StringComparison.Ordinal);

        static string Boxes(string name)
        {
            var choices = string.Join(",", Enumerable.Range(1, 950).Select(n => $$"""{"name":"c{{n}}","label":"C{{n}}"}"""));
            var questions = string.Join(
                ",",
                Enumerable.Range(1, 9).Select(n => $$"""{"type":"select_multiple","name":"{{name}}{{n}}","label":"Q{{n}}","choices":"c"}""")
            );
            return $$"""{"title":"T","choices":{"c":[{{choices}}]},"questions":[{{questions}}]}""";
        }
    }

    [Fact]
    public async Task The_same_answers_give_the_same_sheets()
    {
        var slug = await data.Survey(Survey);
        await Answer(slug, new { size = "few" });
        Assert.Equal(Parts(await Bytes(slug, new() { Format = "xlsx" })), Parts(await Bytes(slug, new() { Format = "xlsx" })));

        static IEnumerable<string> Parts(byte[] book)
        {
            using var zip = new ZipArchive(new MemoryStream(book));
            return [.. zip.Entries.Select(entry => $"{entry.FullName} {entry.Crc32} {entry.Length}")];
        }
    }

    // The reader wants it before it looks at the file.
    static ExportWorkbookTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static object? Cell(DataSet book, string sheet, string header) => book.Tables[sheet]!.Rows[0][header];

    private async Task<DataSet> Export(string slug, ExportResponses.Command? command = null)
    {
        using var file = new MemoryStream(await Bytes(slug, command ?? new() { Format = "xlsx" }));
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(file);
        var book = new DataSet();
        do
        {
            var sheet = book.Tables.Add(reader.Name);
            sheet.CaseSensitive = true;
            reader.Read();
            for (var column = 0; column < reader.FieldCount; column++)
                sheet.Columns.Add(reader.GetString(column), typeof(object));
            while (reader.Read())
                sheet.Rows.Add([.. Enumerable.Range(0, sheet.Columns.Count).Select(reader.GetValue)]);
        } while (reader.NextResult());
        return book;
    }

    private async Task<byte[]> Bytes(string slug, ExportResponses.Command command)
    {
        using var into = new MemoryStream();
        var ready = await data.Get<ExportResponses>().Run(Actor.Operator, slug, command, default);
        await ready.OrThrow().WriteTo(into, default);
        return into.ToArray();
    }

    private async Task Answer(string slug, object answers) =>
        (await data.Get<SubmitResponse>().Run(new(slug, Guid.NewGuid(), "en", JsonSerializer.SerializeToElement(answers)))).OrThrow();
}
