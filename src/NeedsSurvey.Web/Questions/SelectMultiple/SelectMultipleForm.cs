using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Any number of choices.</summary>
internal sealed class SelectMultipleForm : ChoiceItemForm<SelectMultipleQuestion>
{
    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [
        new("select_multiple", KindGroup.Choices, "Choose several", "Any number of answers from a list.", name => new SelectMultipleQuestion
        {
            Name = name,
            Choices = NoChoices,
        }),
    ];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.OfSeveral;

    protected override void WriteMore(FormWriter form, SelectMultipleQuestion item) =>
        form.Tick("other", item.Other)
            .Tick("randomize", item.Randomize)
            .Tick("offers", item.Offers)
            .Number("min", item.Min)
            .Number("max", item.Max);

    protected override SelectMultipleQuestion ReadMore(FormReader reader, SelectMultipleQuestion item, SelectMultipleQuestion was) =>
        item with
        {
            Other = reader.Tick("other"),
            Randomize = reader.Tick("randomize"),
            Offers = reader.Tick("offers"),
            Min = reader.Whole("min"),
            Max = reader.Whole("max"),
        };
}
