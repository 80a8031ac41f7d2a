using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Choices in order of preference.</summary>
internal sealed class RankForm : ChoiceItemForm<RankQuestion>
{
    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [new("rank", KindGroup.Choices, "Put in order", "Which comes first, second, third?", name => new RankQuestion
        {
            Name = name,
            Choices = NoChoices,
            Top = 3,
        })];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.OfSeveral;

    protected override void WriteMore(FormWriter form, RankQuestion item) => form.Number("top", item.Top).Tick("randomize", item.Randomize);

    protected override RankQuestion ReadMore(FormReader reader, RankQuestion item, RankQuestion was) =>
        item with
        {
            Top = reader.Whole("top"),
            Randomize = reader.Tick("randomize"),
        };
}
