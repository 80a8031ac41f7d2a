using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>A time of day; the editor has nothing to ask about it.</summary>
internal sealed class TimeForm : QuestionItemForm<TimeQuestion>
{
    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [new("time", KindGroup.WordsAndNumbers, "Time", "A time of day.", name => new TimeQuestion { Name = name })];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.All;

    public override void Write(FormWriter form, TimeQuestion item) { }

    public override TimeQuestion Read(FormReader reader, TimeQuestion item) => item;
}
