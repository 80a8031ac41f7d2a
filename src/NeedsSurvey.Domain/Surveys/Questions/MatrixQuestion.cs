using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Rows that share one scale of choices.</summary>
[ItemType("matrix")]
public sealed record MatrixQuestion : ChoiceQuestion
{
    public required IReadOnlyList<GridRow> Rows { get; init; }

    /// <summary>Each person is asked the rows in an order of their own, on a scale that keeps its order.</summary>
    public bool Randomize { get; init; }

    internal override bool RowsInRandomOrder => Randomize;

    internal override AnswerType AnswerType => MatrixAnswerType.Instance;

    internal override void Check(QuestionCheck check)
    {
        check.Choices(Choices);
        check.Rows(Rows);
    }

    internal override IEnumerable<ExportColumn> Columns(SurveyDefinition survey) =>
        Rows.Select(row => Column("." + row.Name, ColumnContent.Row, row.Name));

    internal override void Compare(Question was, QuestionChanges changes)
    {
        if (was is not MatrixQuestion old)
            return;
        CompareChoices(old, changes);
        changes.Rows(old.Rows, Rows, nameNeeds: false);
        changes.RowOrder(old, this);
    }

    internal override double Seconds(CompiledItem item) => 4 * Rows.Count;

    internal override QuestionPages Pages => QuestionPages.One;

    internal override TallyKind Tally => TallyKind.Rows;

    internal override NameInfo Kind(CompiledItem item) => new(AnswerKind.SelectMany) { Choices = [.. Rows.Select(row => row.Name)] };

    internal override IReadOnlyList<GridRow> AskedRows => Rows;

    // Its choices are the scale of every row: none of them states a need.
    internal override IEnumerable<(string Name, LocalText Label)> NeedsIn(SurveyDefinition survey) => [];
}
