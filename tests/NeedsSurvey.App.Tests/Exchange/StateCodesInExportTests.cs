// N6, the row "told from the states only by quoting": every reader that drops quotation marks still tells the four states apart.

using System.ComponentModel;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Exchange;

namespace NeedsSurvey.App.Tests.Exchange;

public sealed class StateCodesInExportTests(TestData data) : IClassFixture<TestData>
{
    private const string Survey = """
        {"title": "Codes", "languages": ["en"], "questions": [
          {"type": "text", "name": "story", "label": "What is going on?"},
          {"type": "select_one", "name": "tenure", "other": true, "label": "How do you live?",
           "choices": [{"name": "rent", "label": "Renting"}, {"name": "own", "label": "LATER"}]},
          {"type": "select_multiple", "name": "help", "other": true, "label": "What would help?",
           "choices": [{"name": "food", "label": "Food"}, {"name": "care", "label": "Care"}]},
          {"type": "integer", "name": "people", "label": "How many?"},
          {"type": "decimal", "name": "km", "label": "How far?"},
          {"type": "calculate", "name": "said", "calculation": "concat('KO', if(${people} = 7, 'DE', 'X'))"},
          {"type": "text", "name": "why", "label": "Why?", "relevant": "${people} = 7"},
          {"type": "text", "name": "never", "label": "Never?", "relevant": "${people} = 1000"},
          {"type": "repeat", "name": "homes", "label": "Homes", "questions": [{"type": "text", "name": "place", "label": "Where?"}]}]}
        """;

    public static TheoryData<string, string?, string?, string?, string, string> Cells =>
        new()
        {
            // Answers, preset, codes asked for, codes that stand.
            { """{"story": "fine"}""", null, null, null, "NA", "REFUSED" },
            { """{"story": "fine"}""", "spreadsheet", null, null, "NA", "REFUSED" },
            { """{"story": "NA"}""", null, null, null, "NA_2", "REFUSED" },
            { """{"story": " NA\t"}""", null, null, null, "NA_2", "REFUSED" },
            { """{"story": "NA and more"}""", null, null, null, "NA", "REFUSED" },
            { """{"tenure": {"choice": "other", "other": "REFUSED"}}""", null, null, null, "NA", "REFUSED_2" },
            { """{"help": {"choices": ["other"], "other": "NA"}}""", "spreadsheet", null, null, "NA_2", "REFUSED" },
            { """{"homes": [{"place": "here"}, {"place": "NA"}]}""", null, null, null, "NA_2", "REFUSED" },
            { """{"people": 7}""", null, "KODE", "KOX", "KODE_2", "KOX" },
            { """{"people": -99}""", null, "-99", "-77", "-100", "-77" },
            { """{"people": -99}""", "spreadsheet", "-99", "-77", "-100", "-77" },
            { """{"story": "-99.0", "km": -77.5}""", null, "-99", "-77", "-100", "-77" },
            { """{"km": -77.0}""", null, "-99", "-77", "-99", "-78" },
            // What stands there without anybody's answer: choices, 1 and 0, versions, places.
            { """{"story": "fine"}""", null, "rent", "own", "rent_2", "own_2" },
            { """{"story": "fine"}""", null, "LATER", "en", "LATER", "en_2" },
            { """{"story": "fine"}""", "spreadsheet", "LATER", "x", "LATER_2", "x" },
            { """{"story": "fine"}""", null, "0", "1", "-1", "101" },
        };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task N6_a_code_equals_no_cell_of_any_shape_in_any_file(
        string answers,
        string? preset,
        string? notAsked,
        string? declined,
        string thenNotAsked,
        string thenDeclined
    )
    {
        var slug = await data.Survey(Survey);
        await Answer(slug, answers);
        var command = new ExportResponses.Command
        {
            Preset = preset,
            NotAsked = notAsked,
            Declined = declined,
        };
        var (package, codes) = await Export(slug, command);
        Assert.Equal(new StateCodes(thenNotAsked, thenDeclined), codes);
        Assert.Equal(codes, (await Export(slug, command with { Format = "csv" })).Codes);

        var manifest = JsonElement.Parse(ExportFile.Entry(package, "manifest.json")).GetProperty("codes");
        Assert.Equal(
            (thenNotAsked, thenDeclined),
            (manifest.GetProperty("not_asked").GetString(), manifest.GetProperty("declined").GetString())
        );
        Assert.Equal(notAsked ?? "NA", manifest.GetProperty("asked_for").GetProperty("not_asked").GetString());
        Assert.Equal(StateCodes.Rule, manifest.GetProperty("rule").GetString());
        var (_, codebook) = ExportFile.Read(ExportFile.Entry(package, "codebook.csv"));
        Assert.All(codebook.Where(line => line["n_answered"].Text.Length > 0), line =>
            Assert.Equal((thenNotAsked, thenDeclined), (line["not_asked"].Text, line["declined"].Text))
        );
        var script = Encoding.ASCII.GetString(ExportFile.Entry(package, "import.R"));
        Assert.Contains($"not_asked <- \"{thenNotAsked}\"\ndeclined <- \"{thenDeclined}\"\n", script, StringComparison.Ordinal);
        var (_, rows) = ExportFile.Read(ExportFile.Entry(package, "responses.csv"));
        Assert.Equal(thenNotAsked, Assert.Single(rows).Values.ElementAt(6 + Array.IndexOf(Columns, "never")).Text);
    }

    [Fact]
    public async Task N6_the_codes_are_of_the_moment_of_the_rows_whatever_arrives_between_choosing_and_writing()
    {
        var slug = await data.Survey(Survey);
        await Answer(slug, """{"story": "fine"}""");
        using var into = new MemoryStream();
        StateCodes? codes = null;
        var export = (await Ready(slug, new())).OrThrow();
        // What cannot be taken back has its codes before its first byte.
        await export.WriteTo(new BreakingStream(into, long.MaxValue), default, chosen =>
        {
            codes = chosen;
            Answer(slug, """{"story": "NA"}""").GetAwaiter().GetResult();
        });
        Assert.Equal("NA", codes!.NotAsked);
        Assert.Single(ExportFile.Read(ExportFile.Entry(into.ToArray(), "responses.csv")).Rows);
        Assert.Equal("NA_2", (await Export(slug, new())).Codes.NotAsked);
    }

    [Theory]
    [InlineData("zip", "fine", "NA")]
    [InlineData("zip", "NA", "NA_2")]
    [InlineData("csv", "fine", "NA")]
    [InlineData("csv", "NA", "NA_2")]
    public async Task N6_a_file_that_can_be_written_again_is_the_same_as_one_that_cannot(string format, string words, string notAsked)
    {
        // One repeat fewer: where there is one, the responses alone are never written twice.
        var slug = await data.Survey(Survey[..Survey.LastIndexOf(',', Survey.IndexOf("\"repeat\"", StringComparison.Ordinal))] + "]}");
        await Answer(slug, JsonSerializer.Serialize(new { story = words }));
        var command = new ExportResponses.Command { Format = format };
        using var into = new MemoryStream();
        into.Write("before"u8);
        StateCodes? codes = null;
        await (await Ready(slug, command)).OrThrow().WriteTo(into, default, chosen => codes = chosen);
        using var once = new MemoryStream();
        await (await Ready(slug, command)).OrThrow().WriteTo(new BreakingStream(once, long.MaxValue), default);
        Assert.Equal(notAsked, codes!.NotAsked);
        Assert.Equal([.. "before"u8, .. once.ToArray()], into.ToArray());
    }

    [SkippableTheory]
    [InlineData(null)]
    [InlineData("spreadsheet")]
    public async Task N6_import_R_brings_back_all_four_states_and_every_typed_word(string? preset)
    {
        var slug = await data.Survey(Survey);
        string[] typed =
        [
            "NA",
            "REFUSED",
            "NA_2",
            "\"NA\"",
            "TRUE",
            "007",
            "x  y",
            "a,b",
            "\"q\", two\n\nlines",
            "don't",
            "# no",
            "\\n",
            "é مرحبا",
        ];
        foreach (var words in typed)
            await Answer(
                slug,
                JsonSerializer.Serialize(
                    new
                    {
                        story = words,
                        people = 7,
                        help = new[] { "food" },
                        homes = new[] { new { place = words } },
                    }
                )
            );
        await Answer(slug, """{"people": 3}""");
        await Answer(slug, """{"story": {"declined": true}, "people": {"declined": true}, "homes": [{"place": {"declined": true}}, {}]}""");
        var (package, codes) = await Export(slug, new() { Preset = preset });
        Assert.Equal(new StateCodes("NA_3", "REFUSED_2"), codes);

        var read = ReadByR(package);
        Skip.If(read is null, "NOT CHECKED against R: Rscript is not installed (Debian: r-base-core).");
        Assert.Equal(
            [
                .. typed
                    .Select(words => $"answered:{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(words))}")
                    .Order(StringComparer.Ordinal),
                "declined:",
                "skipped:",
            ],
            read["story"].Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [
                .. typed
                    .Select(words => $"answered:{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(words))}")
                    .Order(StringComparer.Ordinal),
                "declined:",
                "skipped:",
            ],
            read["place"].Order(StringComparer.Ordinal)
        );
        Assert.Equal([.. typed.Select(_ => "skipped"), "not_asked", "not_asked"], read["why"].Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(["integer", "numeric", "Date", "94"], read["kinds"]);
    }

    private static readonly string[] Columns =
    [
        "story",
        "tenure",
        "tenure.other",
        "help.food",
        "help.care",
        "help.other",
        "people",
        "km",
        "said",
        "why",
        "never",
    ];

    // R prints in the encoding of its locale, so it prints bytes.
    private static Dictionary<string, string[]>? ReadByR(byte[] package)
    {
        var folder = Directory.CreateTempSubdirectory("needssurvey-r-");
        try
        {
            using (var zip = new ZipArchive(new MemoryStream(package)))
                zip.ExtractToDirectory(folder.FullName);
            const string print = """
                source("import.R", chdir = TRUE)
                bytes <- function(text) ifelse(is.na(text), "", sapply(text, function(one) paste(charToRaw(enc2utf8(one)), collapse = "")))
                say <- function(name, values) cat(name, values, "\n", sep = "\t")
                say("story", paste0(responses_states$story, ":", bytes(responses$story)))
                say("place", paste0(repeats_states$homes$place, ":", bytes(repeats$homes$place)))
                say("why", as.character(responses_states$why))
                say("kinds", c(class(responses$version), class(responses$people), class(responses$received_on),
                  sum(responses$people, na.rm = TRUE)))
                """;
            using var process = Process.Start(
                new ProcessStartInfo("Rscript", ["-e", print])
                {
                    WorkingDirectory = folder.FullName,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var faults = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, faults.Result);
            return text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t', StringSplitOptions.RemoveEmptyEntries))
                .ToDictionary(parts => parts[0], parts => parts[1..]);
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task Answer(string slug, string answers) =>
        (await data.Get<SubmitResponse>().Run(new(slug, Guid.NewGuid(), "en", JsonElement.Parse(answers)))).OrThrow();

    private Task<Result<ReadyExport>> Ready(string slug, ExportResponses.Command command) =>
        data.Get<ExportResponses>().Run(Actor.Operator, slug, command, default);

    private async Task<(byte[] Package, StateCodes Codes)> Export(string slug, ExportResponses.Command command)
    {
        using var into = new MemoryStream();
        StateCodes? codes = null;
        await (await Ready(slug, command)).OrThrow().WriteTo(into, default, chosen => codes = chosen);
        return (into.ToArray(), codes!);
    }
}
