using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Statements that share one scale of choices.</summary>
internal sealed class MatrixForm : ChoiceItemForm<MatrixQuestion>
{
    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [
        new(
            "matrix",
            KindGroup.Choices,
            "Same scale for several things",
            "Several short statements, each answered on the same scale.",
            name => new MatrixQuestion
            {
                Name = name,
                Choices = NoChoices,
                Rows = [],
            }
        ),
    ];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.None;

    public override string FirstPart(CompiledItem item, int row) => ":" + item.Rows[row].Name;

    public override string WordsOf(QuestionContext context, CompiledItem item, string part) =>
        context.Say(item.Rows.FirstOrDefault(row => row.Name == part)?.Label);

    protected override void WriteMore(FormWriter form, MatrixQuestion item) =>
        ChoiceRows.Write(form, item.Rows).Tick("randomize", item.Randomize);

    protected override MatrixQuestion ReadMore(FormReader reader, MatrixQuestion item, MatrixQuestion was) =>
        item with
        {
            Rows = ChoiceRows.Read(reader, was.Rows),
            Randomize = reader.Tick("randomize"),
        };
}
