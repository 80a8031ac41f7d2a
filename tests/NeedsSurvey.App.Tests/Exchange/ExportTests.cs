// The promise of export-format.md, cell by cell: what is read back is what was stored. The expectation is worked out here from the stored
// JSON by its own,
// slow way; it shares no code with the export.

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NeedsSurvey.App.Exchange;

namespace NeedsSurvey.App.Tests.Exchange;

public sealed class ExportTests(AnsweredSurvey survey) : IClassFixture<AnsweredSurvey>
{
    private static readonly string[] Columns =
    [
        "response_id",
        "version",
        "language",
        "received_on",
        "wave",
        "complete",
        "story",
        "people",
        "tenure",
        "tenure.other",
        "help.food",
        "help.rest",
        "help.none",
        "help.other",
        "help.care",
        "life",
        "first.rank1",
        "first.rank2",
        "first.rank3",
        "needs.heat.importance",
        "needs.heat.satisfaction",
        "needs.housing.importance",
        "needs.housing.satisfaction",
        "needs.safety.importance",
        "needs.safety.satisfaction",
        "since",
        "age",
        "km",
        "wake",
        "landlord",
        "life.v1",
    ];

    [Fact]
    public async Task Every_stored_response_is_in_the_file_exactly_once_and_reads_back_cell_by_cell()
    {
        var (header, rows) = ExportFile.Read(ExportFile.Entry(await survey.Export(), "responses.csv"));
        Assert.Equal(Columns, header);
        var stored = await survey.Database.Db.Query<Stored>(
            "select response_id, version, language, received_on, answers from counted_response order by response_id"
        );
        Assert.Equal(116, stored.Count);
        Assert.Equal(stored.Select(row => row.ResponseId.ToString()), rows.Select(row => row["response_id"].Text));
        foreach (var (row, response) in rows.Zip(stored))
        {
            Assert.Equal(
                ($"{response.Version}", response.Language, $"{response.ReceivedOn:yyyy-MM-dd}", "1", "1"),
                (row["version"].Text, row["language"].Text, row["received_on"].Text, row["wave"].Text, row["complete"].Text)
            );
            var answers = JsonElement.Parse(response.Answers);
            foreach (var column in Columns[6..])
                Assert.Equal((column, Expected(answers, column, response.Version)), (column, Value(row[column])));
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
    public async Task Two_exports_are_the_same_bytes_and_the_manifest_tells_their_rows_columns_and_hashes()
    {
        var package = await survey.Export();
        Assert.Equal(package, await survey.Export());
        var manifest = JsonElement.Parse(ExportFile.Entry(package, "manifest.json"));
        Assert.Equal(
            (116, 3, 1),
            (
                manifest.GetProperty("responses").GetProperty("exported").GetInt32(),
                manifest.GetProperty("responses").GetProperty("withdrawn").GetInt32(),
                manifest.GetProperty("responses").GetProperty("test").GetInt32()
            )
        );
        Assert.Equal(
            ["responses.csv", "codebook.csv", "import.R"],
            manifest.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString())
        );
        foreach (var file in manifest.GetProperty("files").EnumerateArray())
        {
            var bytes = ExportFile.Entry(package, file.GetProperty("name").GetString()!);
            var (header, rows) = file.GetProperty("name").GetString() == "import.R" ? ([], []) : ExportFile.Read(bytes);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
            Assert.Equal(
                (rows.Count, header.Length, bytes.Length),
                (file.GetProperty("rows").GetInt32(), file.GetProperty("columns").GetInt32(), file.GetProperty("bytes").GetInt32())
            );
        }
        Assert.Equal(
            [1, 2],
            manifest.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("version").GetInt32())
        );
        Assert.Equal(116, manifest.GetProperty("versions").EnumerateArray().Sum(version => version.GetProperty("responses").GetInt32()));
    }

    [Fact]
    public async Task The_codebook_has_every_column_and_its_counts_are_those_of_the_file()
    {
        var package = await survey.Export();
        var (header, rows) = ExportFile.Read(ExportFile.Entry(package, "responses.csv"));
        var (_, codebook) = ExportFile.Read(ExportFile.Entry(package, "codebook.csv"));
        Assert.Equal(header, codebook.Select(line => line["column"].Text));
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
        var tenure = codebook.Single(line => line["column"].Text == "tenure");
        Assert.Equal(("select_one", "1 2", "How do you live?"), (tenure["type"].Text, tenure["versions"].Text, tenure["label.en"].Text));
        Assert.Contains("rent = =Renting, from a landlord; own = Owning", tenure["choices"].Text, StringComparison.Ordinal);
        Assert.Equal(
            ("1", "life"),
            (
                codebook.Single(line => line["column"].Text == "life.v1")["versions"].Text,
                codebook.Single(line => line["column"].Text == "life.v1")["question"].Text
            )
        );
    }

    [Fact]
    public async Task The_spreadsheet_preset_has_words_a_byte_order_mark_and_a_guard_that_knows_types()
    {
        var csv = await survey.Export(
            new()
            {
                Format = "csv",
                Preset = "spreadsheet",
                Language = "en",
            }
        );
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
        var (header, rows) = ExportFile.Read(csv[3..]);
        Assert.Contains("What would help? – Food", header);
        var texts = rows.SelectMany(row => row.Values).Select(cell => cell.Text).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "'=1+1",
                "'+44 20",
                "'-5",
                "'@home",
                "'\t=cmd",
                "'\n=2",
                "-0.25",
                "'=Renting, from a landlord",
                "Owning",
            },
            texts
        );
        Assert.DoesNotContain(texts, text => text.Length > 0 && "=+@\t\r\n".Contains(text[0], StringComparison.Ordinal));
        Assert.Equal(header.Length, header.Distinct().Count());
    }

    [Fact]
    public async Task Records_end_in_CRLF_and_the_header_stands_once()
    {
        var text = Encoding.UTF8.GetString(await survey.Export(new() { Format = "csv" }));
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split("response_id").Length - 1);
    }

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
            await survey.Database.Execute("update response set is_test = true where version = 1");
        });
        await export.WriteTo(meddling, default);
        await survey.Database.Execute("update response set is_test = false where version = 1");
        var manifest = JsonElement.Parse(ExportFile.Entry(into.ToArray(), "manifest.json"));
        Assert.True(withdrawn);
        Assert.Equal(
            ExportFile.Read(ExportFile.Entry(into.ToArray(), "responses.csv")).Rows.Count,
            manifest.GetProperty("versions").EnumerateArray().Sum(version => version.GetProperty("responses").GetInt32())
        );
    }

    // The text of a cell with its state; NA and REFUSED were written by people.
    private static string Value((string Text, bool Quoted) cell) =>
        cell.Text switch
        {
            "NA_2" => "<NA>",
            "REFUSED_2" => "<REFUSED>",
            "" => "<>",
            _ => cell.Text,
        };

    private static string Expected(JsonElement answers, string column, int version)
    {
        if (
            version == 1 && (column is "life" or "help.rest" or "first.rank3" || column.StartsWith("needs.heat", StringComparison.Ordinal))
            || version == 2 && column is "life.v1" or "landlord" or "help.care" && version == 2
        )
            return "<NA>";
        var parts = column.Replace(".v1", "", StringComparison.Ordinal).Split('.');
        if (!answers.TryGetProperty(parts[0], out var answer))
            return "<NA>";
        if (State(answer) is { } state)
            return state;
        switch (parts)
        {
            case [_] when answer.ValueKind == JsonValueKind.Object:
                return answer.GetProperty("choice").GetString()!;
            case [_]:
                return answer.ToString();
            case ["tenure", _]:
                return answer.ValueKind == JsonValueKind.Object ? answer.GetProperty("other").GetString()!
                    : answer.GetString() == "other" ? "<>"
                    : "<NA>";
            case ["help", var choice]:
                var chosen = answer.ValueKind == JsonValueKind.Object ? answer.GetProperty("choices") : answer;
                var has = chosen.EnumerateArray().Any(name => name.GetString() == choice);
                if (choice != "other")
                    return has ? "1" : "0";
                return !has ? "<NA>"
                    : answer.ValueKind == JsonValueKind.Object ? answer.GetProperty("other").GetString()!
                    : "<>";
            case ["first", var place]:
                return answer.EnumerateArray().Select(name => name.GetString()!).ElementAtOrDefault(place[^1] - '1') ?? "<>";
            case ["needs", var need, var aspect]:
                if (!answer.TryGetProperty(need, out var row))
                    return "<>";
                if (State(row) is { } rowState)
                    return rowState;
                return row.TryGetProperty(aspect, out var rating) ? State(rating) ?? rating.ToString() : "<>";
            default:
                throw new InvalidOperationException(column);
        }
    }

    private static string? State(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Null ? "<>"
        : answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("declined", out _) ? "<REFUSED>"
        : null;

    private sealed record Stored
    {
        public required Guid ResponseId { get; init; }
        public required int Version { get; init; }
        public required string Language { get; init; }
        public required DateOnly ReceivedOn { get; init; }
        public required string Answers { get; init; }
    }
}
