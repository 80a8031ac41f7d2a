using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>A day; the editor has nothing to ask about it.</summary>
internal sealed class DateForm : QuestionItemForm<DateQuestion>
{
    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [new("date", KindGroup.WordsAndNumbers, "Date", "A day.", name => new DateQuestion { Name = name })];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.All;

    public override void Write(FormWriter form, DateQuestion item) { }

    public override DateQuestion Read(FormReader reader, DateQuestion item) => item;
}
