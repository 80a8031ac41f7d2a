// Two questions against each other. Small cells are hidden together with whatever would give them away; people who did not answer one of
// the two stand in a row or column of their own, so that totals are those that the results show of either question.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>A row or column: a choice, or (empty code) no answer.</summary>
public sealed record CrosstabEdge(string Code, string Label, int? Total);

/// <summary>A two-way table; null is hidden.</summary>
/// <param name="Counts">Rows × columns.</param>
/// <param name="Total">Everybody; null when the whole table is withheld.</param>
/// <param name="ColumnsExclude">Each person is in one column; false for a select-many question, whose rows then hold more picks than
/// people.</param>
public sealed record Crosstab(
    string RowLabel,
    string ColumnLabel,
    IReadOnlyList<CrosstabEdge> Rows,
    IReadOnlyList<CrosstabEdge> Columns,
    IReadOnlyList<IReadOnlyList<int?>> Counts,
    int? Total,
    bool ColumnsExclude
);

/// <summary>Tabulates two choice questions.</summary>
public sealed class ReadCrosstab(Db db, FindSurvey surveys)
{
    private const string NoAnswer = "No answer";

    /// <param name="actor">Needs <see cref="Permission.View"/>.</param>
    /// <param name="row">Name of a select-one question.</param>
    /// <param name="column">Name of a select-one or select-many question.</param>
    public async Task<Result<Crosstab>> Run(
        Actor actor,
        string survey,
        string? row,
        string? column,
        CancellationToken cancellation,
        Guid? initiativeId = null
    )
    {
        if (!(await surveys.Run(actor, Permission.View, survey, cancellation, initiativeId)).Succeeded(out var found, out var problem))
            return problem;
        return await db.Snapshot(snapshot => Read(snapshot, found.Id, row ?? "", column ?? ""), cancellation);
    }

    private static async Task<Result<Crosstab>> Read(ReadSnapshot snapshot, Guid surveyId, string row, string column)
    {
        if (await SurveyTable.Read(snapshot, surveyId) is not { } table)
            return new Problem.Conflict("not_published", "This survey was never published, so nobody has answered it.");
        AnswerBlock? Named(string name) => table.Answers.Responses.Blocks.FirstOrDefault(block => block.Name == name);
        if (Named(row) is not { Item.Item: Question asked } rows || !asked.PicksOne())
            return new Problem.Invalid("row", "unknown_question", "“row” is the name of a select-one question.");
        if (Named(column) is not { Item.Item: Question across } columns || columns == rows || !across.PicksOne() && !across.PicksSeveral())
            return new Problem.Invalid("column", "unknown_question", "“column” is the name of another select-one or select-many question.");
        var one = across.PicksOne();
        var counts = await snapshot.Query<CellRow>(
            one ? OneByOneSql : OneByManySql,
            new
            {
                surveyId,
                row = rows.Question,
                column = columns.Question,
                rowVersions = rows.Versions.ToArray(),
                columnVersions = columns.Versions.ToArray(),
            }
        );

        var rowCodes = rows.Choices.Select(choice => choice.Name).Append("").ToList();
        var columnCodes = one
            ? columns.Choices.Select(choice => choice.Name).Append("").ToList()
            : [.. columns.Choices.Select(choice => choice.Name)];
        int Count(string r, string? c) => counts.FirstOrDefault(cell => cell.Row == r && cell.Column == c)?.N ?? 0;
        IReadOnlyList<IReadOnlyList<int>> cells = [.. rowCodes.Select(r => (IReadOnlyList<int>)[.. columnCodes.Select(c => Count(r, c))])];
        // In a select-many table a row without a column counts the people of the group who answered at all.
        var safe = one
            ? Suppression.Table(cells, SmallCells.Default)
            : Suppression.OptionsByGroup(cells, [.. rowCodes.Select(r => Count(r, null))], SmallCells.Default);
        return new Crosstab(
            Label(rows, table.Language),
            Label(columns, table.Language),
            Edges(rows, rowCodes, safe.RowTotals, table.Language),
            Edges(columns, columnCodes, safe.ColumnTotals, table.Language),
            safe.Cells,
            safe.Total,
            one
        );
    }

    private static string Label(AnswerBlock block, string language) =>
        block.Item.Item.Label?.In(language) is { Length: > 0 } words ? words : block.Question;

    private static List<CrosstabEdge> Edges(AnswerBlock block, List<string> codes, IReadOnlyList<int?> totals, string language) =>
        [
            .. codes.Select(
                (code, i) => new CrosstabEdge(code, block.Choice(code)?.Label.In(language, block.Item.FirstLanguage) ?? NoAnswer, totals[i])
            ),
        ];

    // The code of a choice, or nothing: not asked, skipped, declined, or answered in a version in which the question was another one.
    private const string OneByOneSql = """
        select case when version = any(@rowVersions) then coalesce(answers -> @row ->> 'choice', case jsonb_typeof(answers -> @row)
            when 'string' then answers ->> @row end, '') else '' end as row,
               case when version = any(@columnVersions) then coalesce(answers -> @column ->> 'choice',
                   case jsonb_typeof(answers -> @column) when 'string' then answers ->> @column end, '') else '' end as "column",
               count(*)::int as n
        from counted_response where survey_id = @surveyId group by 1, 2
        """;

    private const string OneByManySql = """
        with answered as (
            select response_id,
                   case when version = any(@rowVersions) then coalesce(answers -> @row ->> 'choice', case jsonb_typeof(answers -> @row)
                       when 'string' then answers ->> @row end, '') else '' end as "row",
                   case jsonb_typeof(answers -> @column) when 'array'
                       then answers -> @column else answers -> @column -> 'choices' end as picked
            from counted_response
            where survey_id = @surveyId and version = any(@columnVersions)
              and (jsonb_typeof(answers -> @column) = 'array' or answers -> @column ? 'choices')
        )
        select "row", null as "column", count(*)::int as n from answered group by 1
        union all
        select "row", choice, count(*)::int from answered cross join jsonb_array_elements_text(picked) as p (choice) group by 1, 2
        """;

    private sealed record CellRow
    {
        public required string Row { get; init; }
        public required string? Column { get; init; }
        public required int N { get; init; }
    }
}
