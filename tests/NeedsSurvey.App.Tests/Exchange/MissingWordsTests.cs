// Field 18, 19 and Outsiders 10: answers that programs read as missing by habit come back as what they are with the codes that the
// export says.

using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Exchange;

namespace NeedsSurvey.App.Tests.Exchange;

public sealed class MissingWordsTests(TestData data) : IClassFixture<TestData>
{
    private const string Survey = """
        {"title": "Missing", "languages": ["en"], "questions": [
          {"type": "select_one", "name": "one", "label": "One?", "other": true,
           "choices": [{"name": "NA", "label": "NA"}, {"name": "REFUSED", "label": "REFUSED"}, {"name": "None", "label": "None"}]},
          {"type": "select_multiple", "name": "many", "label": "Many?", "choices": [{"name": "NULL", "label": "NULL"}]},
          {"type": "rank", "name": "order", "label": "Order?", "choices": [{"name": "NaN", "label": "NaN"}, {"name": "x", "label": "X"}]},
          {"type": "matrix", "name": "often", "label": "How often?", "rows": [{"name": "bus", "label": "Bus"}],
           "choices": [{"name": "NA", "label": "NA"}]},
          {"type": "text", "name": "words", "label": "Words?"},
          {"type": "calculate", "name": "said", "calculation": "concat('N', 'A')"},
          {"type": "text", "name": "never", "label": "Never?", "relevant": "${words} = 'never'"}]}
        """;

    private const string Answers = """
        {"one": "NA", "many": ["NULL"], "order": ["NaN"], "often": {"bus": "NA"}, "words": "REFUSED"}
        """;

    // What is answered, state by state, in the order of the columns.
    private static readonly string[] Cells = ["NA", "<not asked>", "1", "NaN", "<skipped>", "NA", "REFUSED", "NA", "<not asked>"];

    [SkippableTheory]
    [InlineData(null, "base")]
    [InlineData("spreadsheet", "base")]
    [InlineData(null, "readr")]
    public async Task Field_18_19_readers_that_are_told_the_codes_bring_back_what_was_said(string? preset, string reader)
    {
        var slug = await data.Survey(Survey);
        (await data.Get<SubmitResponse>().Run(new(slug, Guid.NewGuid(), "en", JsonElement.Parse(Answers)))).OrThrow();
        using var into = new MemoryStream();
        StateCodes? codes = null;
        var command = new ExportResponses.Command { Format = "csv", Preset = preset };
        var ready = await data.Get<ExportResponses>().Run(Actor.Operator, slug, command, default);
        await ready.OrThrow().WriteTo(into, default, chosen => codes = chosen);
        Assert.Equal(new StateCodes("NA_2", "REFUSED_2"), codes);
        var read = await ReadByR(into.ToArray(), codes!, reader);
        Skip.If(read is null, "NOT CHECKED against R: Rscript or its package readr is not installed (Debian: r-base-core, r-cran-readr).");
        Assert.Equal(Cells, read);
    }

    // Told the code of "not asked" as missing, and no other word; the other code is then compared.
    private static async Task<string[]?> ReadByR(byte[] csv, StateCodes codes, string reader)
    {
        var folder = Directory.CreateTempSubdirectory("needssurvey-r-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "responses.csv"), csv);
            var read =
                reader == "readr"
                    ? $"readr::read_csv(\"responses.csv\", na = \"{codes.NotAsked}\", col_types = readr::cols(.default = \"c\"))"
                    : $"read.csv(\"responses.csv\", na.strings = \"{codes.NotAsked}\", colClasses = \"character\", encoding = \"UTF-8\")";
            var print = $$"""
                if ("{{reader}}" == "readr" && !requireNamespace("readr", quietly = TRUE)) quit(status = 77)
                cells <- unlist({{read}}[1, -(1:6)], use.names = FALSE)
                cat(ifelse(is.na(cells), "<not asked>", ifelse(cells == "", "<skipped>", cells)), sep = "\n")
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
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode == 77)
                return null;
            Assert.True(process.ExitCode == 0, await faults);
            return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
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
}
