// Two questions against each other. Rows are bases of their own; those who gave no answer to the row question stand outside.
// True figures have them, and those without an answer to the column question, in a row and a column of their own, and totals; safe figures
// have neither, because a breakdown never covers everybody.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>A row or column: a choice, or (empty code) no answer.</summary>
/// <param name="Total">
/// Of a row: those who answered the column question, whom shares are of; null where they are too few for any figure. Of a column: people in
/// it; null in safe figures.
/// </param>
/// <param name="Base">The number that shares of a row are of; 0 without one, and in columns.</param>
public sealed record CrosstabEdge(string Code, string Label, ShownCount? Total, int Base = 0);

/// <summary>A two-way table.</summary>
/// <param name="Counts">Rows × columns; null in rows without a total.</param>
/// <param name="Total">Everybody, also those outside.</param>
/// <param name="ColumnsExclude">Each person is in one column; false for a select-many question, whose rows then hold more picks than
/// people.</param>
public sealed record Crosstab(
    FigureNote Figures,
    string RowLabel,
    string ColumnLabel,
    IReadOnlyList<CrosstabEdge> Rows,
    IReadOnlyList<CrosstabEdge> Columns,
    IReadOnlyList<IReadOnlyList<ShownCount?>> Counts,
    ShownCount Total,
    bool ColumnsExclude
)
{
    /// <summary>Rows × columns: of those in the row who answered the column question and were offered the answer; null where the count has
    /// no number, and without them.</summary>
    public IReadOnlyList<IReadOnlyList<double?>> Shares { get; init; } = [];

    /// <summary>
    /// Rows × columns: whom a share is of, where a version or a filter offered the answer to some of the row only; else null. Empty where
    /// all were offered everything.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<ShownCount?>> OfferedTo { get; init; } = [];

    /// <summary>What is said of the figures.</summary>
    public IReadOnlyList<string> Note => (Figures with { BreaksDown = true }).Sentences;
}

/// <summary>Tabulates two choice questions.</summary>
public sealed class ReadCrosstab(Db db, FindSurvey surveys, DrawSurveyFigures drawn)
{
    private const string NoAnswer = "No answer";

    /// <param name="actor">Needs <see cref="Permission.View"/>; with <see cref="Permission.Export"/> the figures are true.</param>
    /// <param name="row">Name of a select-one question, with a group role where figures are safe.</param>
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
        if (actor.SeesTrueFigures(found.OrganisationId))
            return await db.Snapshot(snapshot => True(snapshot, found.Id, row ?? "", column ?? "", cancellation), cancellation);
        var asked = await db.Snapshot(snapshot => Find(snapshot, found.Id, row ?? "", column ?? "", SafeRule.Default), cancellation);
        if (!asked.Succeeded(out var two, out problem))
            return problem;
        var document = DrawSurveyFigures.CrosstabOf(two.Rows.Name, two.Columns.Name);
        var (table, waits) = await drawn.Run<Crosstab>(found, document, cancellation);
        // It is missing only where a version was published since.
        return table is not null ? table with { Figures = table.Figures with { Waits = waits } }
            : waits ? ReadResults.NotDrawn
            : UnknownColumn;
    }

    private static async Task<Result<Crosstab>> True(
        ReadSnapshot snapshot,
        Guid surveyId,
        string row,
        string column,
        CancellationToken cancellation
    )
    {
        if (!(await Find(snapshot, surveyId, row, column, SafeRule.Off)).Succeeded(out var two, out var problem))
            return problem;
        var file = two.Table.Answers.Responses;
        var outside = two.Rows.Choices.Count;
        var tally = (ChoiceTally)QuestionTally.Of(two.Columns, outside + 1, two.Table.Versions);
        // What a filter offered is told by answers to other questions, so whole responses are read where there is one.
        var whole = two.Columns.HasFilter;
        var reader = new RowReader(file) { RowsAreWhole = whole };
        var at = file.Blocks.ToList().IndexOf(two.Columns);
        var cells = new Cell[file.Columns.Count];
        var names = new
        {
            surveyId,
            row = two.Rows.Question,
            column = two.Columns.Question,
        };
        await foreach (var alike in snapshot.Read(whole ? WholeSql : AlikeSql, names, cancellation))
        {
            var answers = alike.GetFieldValue<byte[]>(1);
            var version = alike.GetInt32(0);
            reader.Read(answers, version, cells);
            var place = GroupPlaces.Choice(two.Rows, answers, cells);
            // True counts need no keys.
            var people = new RecordCounter(alike.GetInt32(2), 0);
            tally.Add(GivenAnswer.Of(reader, answers, cells, two.Columns, at, version), place < 0 ? outside : place, people);
        }
        var everyone = RecordCounter.Of([.. Enumerable.Range(0, tally.Groups).Select(tally.Everybody)]);
        return Table(tally, two.Rows, two.Table.Language, Drawing.True(everyone), tally.Everybody);
    }

    private static async Task<Result<Asked>> Find(ReadSnapshot snapshot, Guid surveyId, string row, string column, SafeRule rule)
    {
        if (await SurveyTable.Read(snapshot, surveyId) is not { } table)
            return new Problem.Conflict("not_published", "This survey was never published, so nobody has answered it.");
        AnswerBlock? Named(string name) => table.Answers.Responses.Blocks.FirstOrDefault(block => block.Name == name);
        if (Named(row) is not { Item.Item: Question asked } rows || !asked.PicksOne())
            return new Problem.Invalid("row", "unknown_question", "“row” is the name of a select-one question.");
        if (!rule.IsOff && !GroupPlaces.IsGroup(rows))
            return new Problem.Invalid(
                "row",
                "not_a_group_question",
                "“row” is the name of a select-one question with a group role: people who may not export answers see "
                    + "breakdowns by group questions only."
            );
        if (Named(column) is not { Item.Item: Question across } columns || columns == rows || !across.PicksOne() && !across.PicksSeveral())
            return UnknownColumn;
        return new Asked(table, rows, columns);
    }

    /// <param name="everybody">Of each row: those who stand in it, the base that its answers are parts of.</param>
    internal static Crosstab Table(
        ChoiceTally tally,
        AnswerBlock rows,
        string language,
        Drawing drawing,
        Func<int, RecordCounter> everybody
    )
    {
        var (columns, rule) = (tally.Block, drawing.Rule);
        var all = Enumerable.Range(0, tally.Groups).ToList();
        // A column for those without an answer, where people are in one column each.
        var withNone = rule.IsOff && tally.OneEach;
        var shown = rule.IsOff ? all : all[..^1];
        var edges = new List<CrosstabEdge>();
        var counts = new List<IReadOnlyList<ShownCount?>>();
        var (shares, offeredTo) = (new List<IReadOnlyList<double?>>(), new List<IReadOnlyList<ShownCount?>>());
        foreach (var group in shown)
        {
            var people = drawing.Base(everybody(group));
            var answered = people?.Within(Answered(group));
            var (code, label) = group < rows.Choices.Count ? Words(rows, rows.Choices[group]) : ("", NoAnswer);
            ShownCount? total = answered?.Count ?? (rule.IsOff ? rule.Nobody : null);
            edges.Add(new(code, label, total, answered?.N ?? 0));
            CrosstabCell[] cells = [.. columns.Choices.Select((_, column) => Cell(group, column, people, answered))];
            counts.Add([
                .. cells.Select(cell => cell.Count),
                .. withNone ? [people?.Part(Silent(group)) ?? rule.Nobody] : Array.Empty<ShownCount?>(),
            ]);
            shares.Add([.. cells.Select(cell => cell.Share), .. withNone ? [null] : Array.Empty<double?>()]);
            offeredTo.Add([.. cells.Select(cell => cell.OfferedTo), .. withNone ? [null] : Array.Empty<ShownCount?>()]);
        }
        List<CrosstabEdge> across =
        [
            .. columns.Choices.Select(
                (choice, i) =>
                {
                    var (code, label) = Words(columns, choice);
                    return new CrosstabEdge(code, label, Total(tally.Counts.Column(i)));
                }
            ),
        ];
        if (withNone)
            across.Add(new("", NoAnswer, Total(RecordCounter.Of([.. all.Select(Silent)]))));
        return new(
            FigureNote.Of(drawing),
            Label(rows, language),
            Label(columns, language),
            edges,
            across,
            counts,
            drawing.Everyone?.Count ?? rule.Nobody,
            tally.OneEach
        )
        {
            Shares = shares,
            OfferedTo = offeredTo.Any(row => row.Any(count => count is not null)) ? offeredTo : [],
        };

        // As in results: each answer among those who were offered it.
        CrosstabCell Cell(int group, int column, CountBase? people, CountBase? answered)
        {
            if (answered is null)
                return new(rule.IsOff ? rule.Nobody : null, null, null);
            var never = tally.NotOffered(group, column);
            var of = never == default ? answered : people?.Within(tally.OfferedTo(group, column));
            if (of is null)
                return new(rule.Nobody, null, rule.Nobody);
            var count = of.Part(tally.Counts[group, column]);
            return new(count, ShownFigures.Share(count, of).Value, ResultRules.OfferedTo(answered, never, of));
        }

        RecordCounter Answered(int group) => tally.State(group, AnswerState.Answered);
        RecordCounter Silent(int group) =>
            RecordCounter.Of([
                tally.State(group, AnswerState.Skipped),
                tally.State(group, AnswerState.NotAsked),
                tally.State(group, AnswerState.Declined),
                tally.State(group, AnswerState.Unknown),
            ]);
        ShownCount? Total(RecordCounter column) => rule.IsOff ? drawing.Everyone?.Part(column) ?? rule.Nobody : null;
        (string, string) Words(AnswerBlock block, Choice choice) => (choice.Name, choice.Label.In(language, block.Item.FirstLanguage));
    }

    private static string Label(AnswerBlock block, string language) =>
        block.Item.Item.Label?.In(language) is { Length: > 0 } words ? words : block.Question;

    private static readonly Problem.Invalid UnknownColumn = new(
        "column",
        "unknown_question",
        "“column” is the name of another select-one or select-many question."
    );

    // Those who gave the same two answers count together, sent under the questions' own names, so that they are read like a response.
    // Grouped as text, because comparing jsonb takes several times as long; a code begins with neither a brace nor a bracket.
    private const string AlikeSql = """
        select version, jsonb_build_object(
                   @row::text, case when left("row", 1) in ('{', '[') then "row"::jsonb else to_jsonb("row") end,
                   @column::text, case when left("column", 1) in ('{', '[') then "column"::jsonb else to_jsonb("column") end) as answers, n
        from (
            select version, answers ->> @row as "row", answers ->> @column as "column", count(*)::int as n
            from counted_response where survey_id = @surveyId group by 1, 2, 3
        ) alike
        """;

    private const string WholeSql = "select version, answers, 1 as n from counted_response where survey_id = @surveyId";

    private readonly record struct CrosstabCell(ShownCount? Count, double? Share, ShownCount? OfferedTo);

    private sealed record Asked(SurveyTable Table, AnswerBlock Rows, AnswerBlock Columns);
}
