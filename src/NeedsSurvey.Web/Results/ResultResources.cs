using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Results;

// The shapes of this room's JSON answers.

/// <summary>A survey's results.</summary>
internal sealed record ResultsResource
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required FigureKind Figures { get; init; }

    /// <summary>What is said of the figures, with what a filter leaves out.</summary>
    public required IReadOnlyList<string> Note { get; init; }

    /// <summary>Those whom the figures are of: where they are safe, people of the last drawing, a number changed as all others.</summary>
    public required ShownCount Responses { get; init; }

    /// <summary>Responses that count at this moment, exactly.</summary>
    public required long ResponsesSoFar { get; init; }
    public required ShownCount InGroup { get; init; }
    public required AppliedFilter? Filter { get; init; }

    /// <summary>Counts below it are told in words; 0 where figures are true.</summary>
    public required int Threshold { get; init; }
    public required SampleDesign SampleDesign { get; init; }
    public required string Precision { get; init; }
    public required IReadOnlyList<GroupFilter> Groups { get; init; }
    public required IReadOnlyList<QuestionResult> Questions { get; init; }

    public static ResultsResource Of(SurveyResults results) =>
        new()
        {
            Id = results.Survey.Id,
            Slug = results.Survey.Slug,
            Title = results.Survey.Title,
            Figures = FigureContract.KindOf(results.Figures),
            Note = results.Note,
            Responses = results.Responses,
            ResponsesSoFar = results.ResponsesSoFar,
            InGroup = results.InGroup,
            Filter = results.Filter,
            Threshold = results.Figures.Threshold,
            SampleDesign = results.Design,
            Precision = results.Precision,
            Groups = results.Groups,
            Questions = results.Questions,
        };
}

/// <summary>Two questions against each other.</summary>
internal sealed record CrosstabResource
{
    public required FigureKind Figures { get; init; }
    public required IReadOnlyList<string> Note { get; init; }
    public required string RowLabel { get; init; }
    public required string ColumnLabel { get; init; }
    public required IReadOnlyList<CrosstabEdge> Rows { get; init; }
    public required IReadOnlyList<CrosstabColumn> Columns { get; init; }

    /// <summary>Rows × columns; null where <see cref="CountsAre"/> says a word instead, and in rows without a total.</summary>
    public required IReadOnlyList<IReadOnlyList<int?>> Counts { get; init; }
    public required IReadOnlyList<IReadOnlyList<ShownCountKind?>> CountsAre { get; init; }

    /// <summary>Rows × columns: shares of those in the row who answered and were offered the answer; null without a number.</summary>
    public required IReadOnlyList<IReadOnlyList<double?>> Shares { get; init; }

    /// <summary>
    /// Rows × columns: whom a share is of, where a version or a filter offered the answer to some of the row only; empty where all were
    /// offered everything. <see cref="OfferedToIs"/> says the words where there is no number.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<int?>> OfferedTo { get; init; }
    public required IReadOnlyList<IReadOnlyList<ShownCountKind?>> OfferedToIs { get; init; }
    public required ShownCount Total { get; init; }
    public required bool ColumnsExclude { get; init; }

    public static CrosstabResource Of(Crosstab table) =>
        new()
        {
            Figures = FigureContract.KindOf(table.Figures),
            Note = table.Note,
            RowLabel = table.RowLabel,
            ColumnLabel = table.ColumnLabel,
            Rows = table.Rows,
            Columns = [.. table.Columns.Select(column => new CrosstabColumn(column.Code, column.Label, column.Total))],
            Counts = Numbers(table.Counts),
            CountsAre = Kinds(table.Counts),
            Shares = table.Shares,
            OfferedTo = Numbers(table.OfferedTo),
            OfferedToIs = Kinds(table.OfferedTo),
            Total = table.Total,
            ColumnsExclude = table.ColumnsExclude,
        };

    private static List<List<int?>> Numbers(IReadOnlyList<IReadOnlyList<ShownCount?>> counts) =>
        [.. counts.Select(row => row.Select(count => count?.Shown).ToList())];

    private static List<List<ShownCountKind?>> Kinds(IReadOnlyList<IReadOnlyList<ShownCount?>> counts) =>
        [.. counts.Select(row => row.Select(count => count?.Kind).ToList())];
}

/// <param name="Total">People in it; null in safe figures.</param>
internal sealed record CrosstabColumn(string Code, string Label, ShownCount? Total);

/// <summary>A page of what people wrote.</summary>
/// <param name="Next">The cursor of the page that follows; null on the last.</param>
/// <param name="All">How many there are.</param>
internal sealed record WrittenAnswersResource(IReadOnlyList<WrittenAnswer> Items, string? Next, long All);
