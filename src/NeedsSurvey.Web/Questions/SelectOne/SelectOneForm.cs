using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>One choice of several.</summary>
internal sealed class SelectOneForm : ChoiceItemForm<SelectOneQuestion>
{
    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [
        new("select_one", KindGroup.Choices, "Choose one", "One answer from a list.", name => new SelectOneQuestion
        {
            Name = name,
            Choices = NoChoices,
        }),
    ];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.OfOne;

    public override bool TellsGroup => true;

    protected override void WriteMore(FormWriter form, SelectOneQuestion item) =>
        form.Tick("other", item.Other).Tick("randomize", item.Randomize);

    protected override SelectOneQuestion ReadMore(FormReader reader, SelectOneQuestion item, SelectOneQuestion was) =>
        item with
        {
            Other = reader.Tick("other"),
            Randomize = reader.Tick("randomize"),
        };
}
