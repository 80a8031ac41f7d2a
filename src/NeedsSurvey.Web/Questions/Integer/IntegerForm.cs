using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>A whole number, with bounds.</summary>
internal sealed class IntegerForm : QuestionItemForm<IntegerQuestion>
{
    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [new("integer", KindGroup.WordsAndNumbers, "Whole number", "How many? How old?", name => new IntegerQuestion { Name = name })];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.OfNumber;

    public override bool TellsGroup => true;

    public override void Write(FormWriter form, IntegerQuestion item) => NumberBounds.Write(form, item.Constraint);

    public override IntegerQuestion Read(FormReader reader, IntegerQuestion item) =>
        item with
        {
            Constraint = NumberBounds.Read(reader, item.Constraint),
        };
}
