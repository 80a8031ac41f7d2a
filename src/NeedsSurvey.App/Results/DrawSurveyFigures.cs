// All safe figures of a survey are drawn in one moment: its results, those of each group, every cross-tab. Were each drawn when somebody
// first asks for it, whoever answered many times could take one response back before each: every table would be drawn of other people, with
// noise of its own, and so many looks at the same counts take the noise off.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Results;

/// <summary>Gives a document of a survey's safe figures, all of which are drawn together; the caller has asked for permission.</summary>
public sealed class DrawSurveyFigures(DrawnFigures drawn)
{
    private const string All = "results";

    /// <summary>Name of results, of everybody or of one group.</summary>
    /// <param name="filter">As in <see cref="ReadResults"/>.</param>
    public static string ResultsOf(string? filter) => string.IsNullOrEmpty(filter) ? All : $"{All}?filter={Uri.EscapeDataString(filter)}";

    /// <summary>Name of a cross-tab.</summary>
    public static string CrosstabOf(string row, string column) =>
        $"crosstab?row={Uri.EscapeDataString(row)}&column={Uri.EscapeDataString(column)}";

    /// <returns>
    /// Null where there is none: its group is too small, or, where figures wait, the document is of a later version than they are.
    /// </returns>
    public Task<Kept<T?>> Run<T>(SurveyName survey, string document, CancellationToken cancellation)
        where T : class =>
        drawn.OneOf<T>(
            survey.Id,
            All,
            document,
            async snapshot => new((await AboutSurvey.Read(snapshot, survey.Id)).Basis),
            snapshot => Draw(snapshot, survey, cancellation),
            cancellation
        );

    private static async Task<Dictionary<string, object>> Draw(ReadSnapshot snapshot, SurveyName survey, CancellationToken cancellation)
    {
        var rule = SafeRule.Default;
        var units = await SampleUnitsReader.BeforeResponses(snapshot, survey.Id, drawnOnly: true);
        if (await SurveyTable.Read(snapshot, survey.Id) is not { } table)
            return new() { [All] = ReadResults.Unpublished(survey, units, rule) };
        var file = table.Answers.Responses;
        var groups = await GroupPlaces.Safe(snapshot, survey.Id, file, rule, cancellation);
        var everybody = new SurveyTally(table, 1, units);
        SurveyTally[] apart = [.. groups.Select(group => new SurveyTally(table, group.Block.Choices.Count + 1))];
        var reader = new RowReader(file);
        var cells = new Cell[file.Columns.Count];
        var read = 0;
        var asked = new
        {
            surveyId = survey.Id,
            strata = units.Frame.StrataQuestion,
            cluster = units.Frame.ClusterQuestion,
        };
        await foreach (var row in snapshot.Read(AnswersSql, asked, cancellation))
        {
            read++;
            var answers = row.GetFieldValue<byte[]>(1);
            var key = new RecordKey(unchecked((ulong)row.GetInt64(2)));
            var version = row.GetInt32(0);
            reader.Read(answers, version, cells);
            everybody.Add(reader, answers, cells, version, 0, key, SampleUnitsReader.UnitOf(units, row, 3));
            for (var g = 0; g < apart.Length; g++)
            {
                var place = groups[g].Of(answers, cells, key);
                apart[g].Add(reader, answers, cells, version, place < 0 ? groups[g].Block.Choices.Count : place, key);
            }
        }

        if (units.Frame.IsPlain)
            units.Add(null, null, read);
        var drawing = new Drawing(rule, everybody.People(0));
        var documents = new Dictionary<string, object> { [All] = ReadResults.Of(survey, units, table, drawing, everybody, 0, null) };
        foreach (var (group, tally) in groups.Zip(apart))
        {
            for (var choice = 0; choice < group.Block.Choices.Count; choice++)
                if (group.Breakdown.Stands(choice) && drawing.Base(tally.People(choice)) is not null)
                {
                    var filter = ReadResults.FilterBy(group.Block, choice, table.Language);
                    // Where the question had another type before, its first block is the one that filters.
                    documents.TryAdd(
                        ResultsOf($"{filter.Question}={filter.Code}"),
                        ReadResults.Of(survey, units, table, drawing, tally, choice, filter)
                    );
                }
            foreach (var across in tally.Questions.OfType<ChoiceTally>().Where(across => across.Block != group.Block))
                documents[CrosstabOf(group.Block.Name, across.Block.Name)] = ReadCrosstab.Table(across, group.Block, table.Language, rule);
        }
        return documents;
    }

    private const string AnswersSql = $"""
        select version, answers, record_key, {SampleUnitsReader.UnitColumns}
        from counted_response where survey_id = @surveyId and drawn
        """;
}
