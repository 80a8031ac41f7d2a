using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>A number with decimals, with bounds.</summary>
internal sealed class DecimalForm : QuestionItemForm<DecimalQuestion>
{
    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [
        new("decimal", KindGroup.WordsAndNumbers, "Number with decimals", "A measure or an amount.", name => new DecimalQuestion
        {
            Name = name,
        }),
    ];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.OfNumber;

    public override void Write(FormWriter form, DecimalQuestion item) => NumberBounds.Write(form, item.Constraint);

    public override DecimalQuestion Read(FormReader reader, DecimalQuestion item) =>
        item with
        {
            Constraint = NumberBounds.Read(reader, item.Constraint),
        };
}
