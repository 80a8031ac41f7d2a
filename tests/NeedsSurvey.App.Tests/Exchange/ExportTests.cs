// The promise of export-format.md: what is read back is what was stored, and the package says what is in it.

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.Domain.Exchange;
using Row = System.Collections.Generic.Dictionary<string, (string Text, bool Quoted)>;

namespace NeedsSurvey.App.Tests.Exchange;

public sealed class ExportTests(AnsweredSurvey survey) : IClassFixture<AnsweredSurvey>
{
    private async Task<(string[] Header, List<Row> Rows, IReadOnlyList<Stored> Stored)> Responses()
    {
        var (header, rows) = ExportFile.Read(ExportFile.Entry(await survey.Export(), "responses.csv"));
        var stored = await survey.Database.Db.Query<Stored>(
            "select response_id, version, language, received_on, answers from counted_response order by response_id"
        );
        return (header, rows, stored);
    }

    [Fact]
    public async Task The_columns_are_those_of_all_versions() => Assert.Equal(ExpectedCells.Columns, (await Responses()).Header);

    [Fact]
    public async Task Every_stored_response_is_in_the_file_exactly_once()
    {
        var (_, rows, stored) = await Responses();
        Assert.Equal(117, stored.Count);
        Assert.Equal(stored.Select(row => row.ResponseId.ToString()), rows.Select(row => row["response_id"].Text));
    }

    [Fact]
    public async Task Every_response_says_how_it_was_given()
    {
        var (_, rows, stored) = await Responses();
        Assert.Equal(
            stored.Select(response => ($"{response.Version}", response.Language, $"{response.ReceivedOn:yyyy-MM-dd}", "1", "1")),
            rows.Select(row => (row["version"].Text, row["language"].Text, row["received_on"].Text, row["wave"].Text, row["complete"].Text))
        );
    }

    [Fact]
    public async Task Every_cell_reads_back_as_it_was_stored()
    {
        var (_, rows, stored) = await Responses();
        Assert.Equal(117, rows.Count);
        foreach (var (row, response) in rows.Zip(stored))
        {
            var answers = JsonElement.Parse(response.Answers);
            foreach (var column in ExpectedCells.Columns[6..])
                Assert.Equal((column, ExpectedCells.Of(answers, column, response.Version)), (column, ExpectedCells.Value(row[column])));
        }
    }

    [Fact]
    public async Task N6_the_four_states_are_told_apart_by_value_even_when_somebody_writes_a_code_themselves()
    {
        var (_, rows) = ExportFile.Read(await survey.Export(new() { Format = "csv" }));
        foreach (var text in new[] { "NA", "REFUSED", "REFUSED_2", "" })
            Assert.Contains(rows, row => row["story"].Text == text);
        Assert.Contains(rows, row => row["landlord"].Text == "NA_2");
        Assert.DoesNotContain(rows, row => row["people"].Text is "NA" or "REFUSED");
    }

    [Fact]
    public async Task Codes_of_the_states_can_be_chosen()
    {
        var (_, rows) = ExportFile.Read(
            await survey.Export(
                new()
                {
                    Format = "csv",
                    Preset = "spreadsheet",
                    NotAsked = "-99",
                    Declined = "-77",
                }
            )
        );
        Assert.Contains(rows, row => row.Values.Contains(("-99", false)));
        Assert.Contains(rows, row => row.Values.Contains(("-77", false)));
        foreach (
            var command in new ExportResponses.Command[]
            {
                new() { NotAsked = "=1" },
                new() { NotAsked = "" },
                new() { NotAsked = "x", Declined = "x" },
                new() { Format = "exe" },
                new() { Preset = "x" },
                new() { Language = "tlh" },
            }
        )
            Assert.IsType<Problem.Invalid>((await survey.Ready(Actor.Operator, command)).Problem);
    }

    [Fact]
    public async Task Every_format_is_written()
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            Assert.Equal(format, ExportWritings.Format(format.Code()));
            Assert.NotEmpty(await survey.Export(new() { Format = format.Code() }));
        }
    }

    [Fact]
    public async Task Two_exports_are_the_same_bytes() => Assert.Equal(await survey.Export(), await survey.Export());

    private static JsonElement Manifest(byte[] package) => JsonElement.Parse(ExportFile.Entry(package, "manifest.json"));

    [Fact]
    public async Task The_manifest_counts_the_responses()
    {
        var responses = Manifest(await survey.Export()).GetProperty("responses");
        Assert.Equal((117, 3), (Count("exported"), Count("withdrawn")));

        int Count(string which) => responses.GetProperty(which).GetInt32();
    }

    [Fact]
    public async Task The_manifest_counts_the_responses_of_each_version()
    {
        var versions = Manifest(await survey.Export()).GetProperty("versions").EnumerateArray().ToList();
        Assert.Equal([1, 2], versions.Select(version => version.GetProperty("version").GetInt32()));
        Assert.Equal(117, versions.Sum(version => version.GetProperty("responses").GetInt32()));
    }

    [Fact]
    public async Task The_manifest_describes_each_file_as_it_is()
    {
        var package = await survey.Export();
        var files = Manifest(package).GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(["responses.csv", "codebook.csv", "import.R"], files.Select(file => file.GetProperty("name").GetString()));
        foreach (var file in files)
        {
            var bytes = ExportFile.Entry(package, file.GetProperty("name").GetString()!);
            var (header, rows) = file.GetProperty("name").GetString() == "import.R" ? ([], []) : ExportFile.Read(bytes);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
            Assert.Equal(
                (rows.Count, header.Length, bytes.Length),
                (file.GetProperty("rows").GetInt32(), file.GetProperty("columns").GetInt32(), file.GetProperty("bytes").GetInt32())
            );
        }
    }

    private static (string[] Header, List<Row> Rows) Codebook(byte[] package) => ExportFile.Read(ExportFile.Entry(package, "codebook.csv"));

    [Fact]
    public async Task The_codebook_has_every_column() =>
        Assert.Equal(ExpectedCells.Columns, Codebook(await survey.Export()).Rows.Select(line => line["column"].Text));

    [Fact]
    public async Task The_counts_of_the_codebook_are_those_of_the_file()
    {
        var package = await survey.Export();
        var (_, rows) = ExportFile.Read(ExportFile.Entry(package, "responses.csv"));
        var (_, codebook) = Codebook(package);
        Assert.NotEmpty(codebook.Skip(6));
        foreach (var line in codebook.Skip(6))
        {
            var cells = rows.Select(row => row[line["column"].Text]).ToList();
            string Count(Func<(string, bool), bool> state) => $"{cells.Count(state)}";
            Assert.Equal(
                (Count(cell => cell == ("", false)), Count(cell => cell == ("NA_2", false)), Count(cell => cell == ("REFUSED_2", false))),
                (line["n_skipped"].Text, line["n_not_asked"].Text, line["n_declined"].Text)
            );
            Assert.Equal(
                rows.Count,
                new[] { "n_answered", "n_skipped", "n_not_asked", "n_declined" }.Sum(state =>
                    int.Parse(line[state].Text, System.Globalization.CultureInfo.InvariantCulture)
                )
            );
        }
    }

    [Fact]
    public async Task The_codebook_describes_a_question_with_its_choices()
    {
        var (_, codebook) = Codebook(await survey.Export());
        var tenure = codebook.Single(line => line["column"].Text == "tenure");
        Assert.Equal(("select_one", "1 2", "How do you live?"), (tenure["type"].Text, tenure["versions"].Text, tenure["label.en"].Text));
        Assert.Contains("rent = =Renting, from a landlord; own = Owning", tenure["choices"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_codebook_tells_to_which_versions_a_column_belongs()
    {
        var (_, codebook) = Codebook(await survey.Export());
        var life = codebook.Single(line => line["column"].Text == "life.v1");
        Assert.Equal(("1", "life"), (life["versions"].Text, life["question"].Text));
    }

    private Task<byte[]> Spreadsheet() =>
        survey.Export(
            new()
            {
                Format = "csv",
                Preset = "spreadsheet",
                Language = "en",
            }
        );

    [Fact]
    public async Task A_spreadsheet_begins_with_a_byte_order_mark() =>
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), (await Spreadsheet())[..3]);

    [Fact]
    public async Task A_spreadsheet_has_words_in_place_of_codes()
    {
        var (header, rows) = ExportFile.Read((await Spreadsheet())[3..]);
        Assert.Contains("What would help? – Food", header);
        Assert.Contains("Owning", rows.SelectMany(row => row.Values).Select(cell => cell.Text));
    }

    [Fact]
    public async Task No_two_columns_of_a_spreadsheet_have_the_same_words()
    {
        var (header, _) = ExportFile.Read((await Spreadsheet())[3..]);
        Assert.Equal(header.Length, header.Distinct().Count());
    }

    // faults, row 14
    [Fact]
    public async Task The_formula_guard_of_a_spreadsheet_knows_types()
    {
        var (_, rows) = ExportFile.Read((await Spreadsheet())[3..]);
        var texts = rows.SelectMany(row => row.Values).Select(cell => cell.Text).ToHashSet();
        Assert.Superset(
            new HashSet<string> { "'=1+1", "'+44 20", "'-5", "'@home", "'=cmd", "'=2", "-0.25", "'=Renting, from a landlord" },
            texts
        );
        Assert.DoesNotContain(texts, text => text.Length > 0 && "=+@\t\r\n".Contains(text[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Records_end_in_CRLF() =>
        Assert.EndsWith("\r\n", Encoding.UTF8.GetString(await survey.Export(new() { Format = "csv" })), StringComparison.Ordinal);

    [Fact]
    public async Task The_header_stands_once() =>
        Assert.Equal(1, Encoding.UTF8.GetString(await survey.Export(new() { Format = "csv" })).Split("response_id").Length - 1);

    [Fact]
    public async Task A_package_that_breaks_off_cannot_be_opened()
    {
        var export = (await survey.Ready(Actor.Operator, new())).OrThrow();
        using var into = new MemoryStream();
        using var breaking = new BreakingStream(into, 4_000);
        await Assert.ThrowsAsync<IOException>(() => export.WriteTo(breaking, default));
        Assert.True(into.Length > 0);
        Assert.Throws<InvalidDataException>(() => new ZipArchive(new MemoryStream(into.ToArray())));
    }

    [Fact]
    public async Task What_arrives_while_an_export_runs_is_in_none_of_its_files()
    {
        var export = (await survey.Ready(Actor.Operator, new())).OrThrow();
        using var into = new MemoryStream();
        var withdrawn = false;
        using var meddling = new BreakingStream(into, long.MaxValue, async () =>
        {
            if (withdrawn)
                return;
            withdrawn = true;
            await survey.Database.Execute("update response set withdrawn_on = received_on where version = 1 and withdrawn_on is null");
        });
        await export.WriteTo(meddling, default);
        await survey.Database.Execute("update response set withdrawn_on = null where version = 1 and answers <> '{}'");
        var manifest = JsonElement.Parse(ExportFile.Entry(into.ToArray(), "manifest.json"));
        Assert.True(withdrawn);
        Assert.Equal(
            ExportFile.Read(ExportFile.Entry(into.ToArray(), "responses.csv")).Rows.Count,
            manifest.GetProperty("versions").EnumerateArray().Sum(version => version.GetProperty("responses").GetInt32())
        );
    }

    private sealed record Stored
    {
        public required Guid ResponseId { get; init; }
        public required int Version { get; init; }
        public required string Language { get; init; }
        public required DateOnly ReceivedOn { get; init; }
        public required string Answers { get; init; }
    }
}
