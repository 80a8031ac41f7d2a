// Which codes stand for "not asked", "declined" and "unknown" in one export. The rows are written while they are read, so a code cannot be
// changed once a cell has it. Where what was written can be written again, the definitions alone decide, and the cells are watched while
// they are written: almost nobody types a code, and a look over all answers costs about half of an export. Only after somebody did, and
// where nothing can be taken back, PostgreSQL looks into all stored answers first, over the same snapshot as the rows, and sends only
// values that could read like a code, which are few or none. Words can only be found where people write or a calculation says them, so it
// looks there alone, and by their beginning.

using System.Globalization;
using System.Text.Json;
using NeedsSurvey.Domain.Exchange;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Exchange;

/// <summary>An answer reads like a code that stands for a state in the same export.</summary>
internal sealed class StateCodeTakenException() : Exception("An answer reads like a code of this export.");

/// <summary>Chooses the codes of the states of one export.</summary>
internal static class ChooseStateCodes
{
    /// <summary>
    /// Writes an export with codes that no other cell of it equals.
    /// </summary>
    /// <param name="options">With the codes that were asked for.</param>
    /// <param name="language">Of the words, where words are written.</param>
    /// <param name="into">Where it goes; one that can seek may be written twice.</param>
    /// <param name="chosen">Told the codes once they are settled.</param>
    /// <param name="write">Writes all of it; ends with <see cref="StateCodeTakenException"/> when a cell reads like a code.</param>
    public static async Task Write(
        ExportSource source,
        ExportOptions options,
        string language,
        Stream into,
        Action<StateCodes> chosen,
        Func<ExportOptions, Task> write,
        CancellationToken cancellation
    )
    {
        StateCodes codes;
        // The responses alone have the codes that the package has, in which repeats are too.
        var writesAll = options.Format != ExportFormat.Csv || source.Table.Files.Count == 1;
        if (into.CanSeek && writesAll)
        {
            var start = into.Position;
            codes = OfDefinitions(source, options, language);
            try
            {
                await write(options with { Codes = codes });
                chosen(codes);
                return;
            }
            catch (StateCodeTakenException)
            {
                into.Position = start;
                into.SetLength(start);
            }
        }
        codes = await OfAnswers(source, options, language, cancellation);
        chosen(codes);
        await write(options with { Codes = codes });
    }

    private static StateCodes OfDefinitions(ExportSource source, ExportOptions options, string language)
    {
        var search = new StateCodeSearch(options.Codes);
        while (true)
        {
            foreach (var value in Defined(source, options.Preset, language))
                search.See(value);
            if (search.Settle() is { } codes)
                return codes;
        }
    }

    private static async Task<StateCodes> OfAnswers(
        ExportSource source,
        ExportOptions options,
        string language,
        CancellationToken cancellation
    )
    {
        var search = new StateCodeSearch(options.Codes);
        while (true)
        {
            var path = PathOf(search);
            var where = search.Words is { } words ? [.. OpenPlaces(source).Select(place => Beginning(place, words))] : new[] { path };
            foreach (var value in Defined(source, options.Preset, language))
                search.See(value);
            await Task.WhenAll(
                source.Snapshots.Select(
                    async (over, share) =>
                    {
                        await foreach (var value in source.Scalars(over, share, where, path, cancellation))
                            lock (search)
                                search.See(value);
                    }
                )
            );
            if (search.Settle() is { } codes)
                return codes;
        }
    }

    /// <summary>
    /// Values that are known without looking at the answers. A choice counts even when nobody picked it: the codebook lists it, and the
    /// codes of a survey should not change when the first person does.
    /// </summary>
    private static IEnumerable<string> Defined(ExportSource source, ExportPreset preset, string language)
    {
        // Wave, complete; a calculation's true and false.
        IEnumerable<string> always = ["1", "true", "false"];
        var versions = source.Table.Versions.Select(version => version.ToString(CultureInfo.InvariantCulture));
        var places = Enumerable
            .Range(1, source.Table.Files.Count > 1 ? Limits.RepeatInstances : 0)
            .Select(place => place.ToString(CultureInfo.InvariantCulture));
        var blocks = source.Table.Files.SelectMany(file => file.Blocks).ToList();
        var choices = blocks.SelectMany(block =>
            block.Choices.SelectMany(choice =>
                preset == ExportPreset.Spreadsheet
                    ? [choice.Name, choice.Label.In(language, block.Item.FirstLanguage)]
                    : new[] { choice.Name }
            )
        );
        var chosen = blocks.SelectMany(block => block.Columns).Any(column => column.Content == ColumnContent.Chosen) ? new[] { "0" } : [];
        return [.. always, .. source.Languages, .. versions, .. places, .. choices, .. chosen];
    }

    private static IEnumerable<string> OpenPlaces(ExportSource source) =>
        from file in source.Table.Files
        from block in file.Blocks
        from column in block.Columns
        where block.KindOf(column) == CellKind.Words
        let question = $"{(file.Repeat is { } repeat ? $"$.{Quoted(repeat)}[*]" : "$")}.{Quoted(block.Question)}"
        select column.Content == ColumnContent.OtherWords ? $"{question}.\"other\"" : question;

    // Blanks, which a reader may drop, sort before the exclamation mark.
    private static string Beginning(string place, IReadOnlyList<string> words) =>
        $"{place} ? ({string.Concat(words.Select(word => $"@ starts with {Quoted(word)} || "))}@ < \"!\")";

    // Strings are compared as text, numbers as numbers. Strict: each value once, and nothing is unwrapped on the way.
    private static string PathOf(StateCodeSearch search)
    {
        var numbers = search.Numbers.Select(range =>
            string.Create(CultureInfo.InvariantCulture, $" || (@ >= {range.First} && @ <= {range.Last})")
        );
        return $"strict $.** ? ((@.type() == \"string\" && @ like_regex {Quoted(search.TextPattern)}){string.Concat(numbers)})";
    }

    // A string of JSON is one of jsonpath.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, JsonSerializerOptions.Default);
}
