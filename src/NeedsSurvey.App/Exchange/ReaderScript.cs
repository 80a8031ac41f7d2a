using System.Globalization;
using System.Text;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Exchange;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.App.Exchange;

/// <summary>
/// <c>import.R</c>: reads the package into R with the five states of every answer, whatever people typed. ASCII only, so that R reads it
/// alike in every locale.
/// </summary>
internal static class ReaderScript
{
    // Everything is read as text and compared with the codes as it stands: what R would guess of "NA", "T", "007" or "1e5" is wrong
    // somewhere. Columns are named here, because headers are words in the spreadsheet preset.
    private const string Reading = """
        read_answers <- function(file, leading, answers, numbers) {
          cells <- read.csv(file, colClasses = "character", na.strings = character(0), check.names = FALSE, encoding = "UTF-8",
            strip.white = FALSE, blank.lines.skip = FALSE, fill = FALSE, comment.char = "", quote = "\"")
          columns <- c(leading, answers)
          if (ncol(cells) != length(columns)) stop(file, " has other columns than this script: take both from one package.")
          names(cells) <- columns
          values <- states <- cells
          for (column in leading) {
            text <- as.character(cells[[column]])
            values[[column]] <- states[[column]] <- switch(column, response_id = , language = text, received_on = as.Date(text),
              as.integer(text))
          }
          for (column in answers) {
            text <- as.character(cells[[column]])
            state <- rep("answered", length(text))
            state[text == ""] <- "skipped"
            state[text == not_asked] <- "not_asked"
            state[text == declined] <- "declined"
            state[text == unknown] <- "unknown"
            text[state != "answered"] <- NA
            values[[column]] <- if (column %in% numbers) as.numeric(text) else text
            states[[column]] <- factor(state, levels = c("answered", "skipped", "not_asked", "declined", "unknown"))
          }
          list(values = values, states = states)
        }

        """;

    /// <param name="options">With the codes that the files have.</param>
    public static async Task<(long Rows, int Columns)> Write(
        ExportSource source,
        SurveyName survey,
        ExportOptions options,
        Stream into,
        CancellationToken cancellation
    )
    {
        var script = new StringBuilder();
        script
            .Append(
                CultureInfo.InvariantCulture,
                $"""
                # Reads this export of the survey {survey.Slug} into R (no packages needed) and keeps the five states of every answer apart:
                #   source("import.R", chdir = TRUE)
                #   responses, responses_states                  rows and columns of responses.csv
                #   repeats[["NAME"]], repeats_states[["NAME"]]  of repeats/NAME.csv
                # The first of each pair holds the answers, NA where there is none. The second says of every answer whether it was answered,
                # skipped, not_asked, declined or unknown. What somebody typed is an answer, whatever it reads like.
                # {StateCodes.Rule}
                skipped <- ""
                not_asked <- {Quoted(options.Codes.NotAsked)}
                declined <- {Quoted(options.Codes.Declined)}
                unknown <- {Quoted(options.Codes.Unknown)}


                """
            )
            .Append(Reading)
            .Append("\nrepeats <- repeats_states <- list()\n");
        foreach (var file in source.Table.Files)
        {
            script.Append(
                CultureInfo.InvariantCulture,
                $"""

                read <- read_answers({Quoted(ExportPackage.NameOf(file))},
                  leading = {List(ExportWords.LeadingColumns(file).Select(column => column.Name))},
                  answers = {List(file.Columns.Select(column => column.Name))},
                  numbers = {List(Numbers(file))})

                """
            );
            script.Append(
                file.Repeat is { } repeat
                    ? $"repeats[[{Quoted(repeat)}]] <- read$values\nrepeats_states[[{Quoted(repeat)}]] <- read$states\n"
                    : "responses <- read$values\nresponses_states <- read$states\n"
            );
        }
        script.Append("rm(read)\n");
        await into.WriteAsync(Encoding.ASCII.GetBytes(script.ToString().ReplaceLineEndings("\n")), cancellation);
        return (0, 0);
    }

    private static IEnumerable<string> Numbers(AnswerFile file) =>
        file.Blocks.SelectMany(block =>
            block.Columns.Where(column => block.KindOf(column) == CellKind.Number).Select(column => column.Name)
        );

    private static string List(IEnumerable<string> names) => $"c({string.Join(",\n    ", names.Select(Quoted))})";

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '"' or '\\')
                quoted.Append('\\').Append((char)rune.Value);
            else if (rune.Value is >= ' ' and < 0x7f)
                quoted.Append((char)rune.Value);
            else
                quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
        return quoted.Append('"').ToString();
    }
}
