using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>A point of a scale, as tiles or as stars.</summary>
internal sealed class RangeForm : QuestionItemForm<RangeQuestion>
{
    private const string Stars = "rating";

    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [
        new("range", KindGroup.WordsAndNumbers, "Scale", "From 0 to 10, or stars, with words at both ends.", name => new RangeQuestion
        {
            Name = name,
        }),
    ];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.OfNumber;

    public override void Write(FormWriter form, RangeQuestion item) =>
        form.Number("start", item.Start)
            .Number("end", item.End)
            .Number("step", item.Step)
            .Words("low_label", item.LowLabel)
            .Words("high_label", item.HighLabel)
            .Text("need", item.Need)
            .Tick("stars", item.Looks(Stars));

    public override RangeQuestion Read(FormReader reader, RangeQuestion item) =>
        item with
        {
            Start = reader.Number("start") ?? 0,
            End = reader.Number("end") ?? 10,
            Step = reader.Number("step") ?? 1,
            LowLabel = reader.Words("low_label", item.LowLabel),
            HighLabel = reader.Words("high_label", item.HighLabel),
            Need = reader.Text("need"),
            Appearance = Appearance(item, Stars, reader.Tick("stars")),
        };
}
