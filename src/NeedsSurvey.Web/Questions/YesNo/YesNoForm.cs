using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Yes or no; the editor has nothing to ask about it.</summary>
internal sealed class YesNoForm : QuestionItemForm<YesNoQuestion>
{
    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [new("yes_no", KindGroup.Choices, "Yes or no", "Two answers, in every language.", name => new YesNoQuestion { Name = name })];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.OfOne;

    public override bool TellsGroup => true;

    public override void Write(FormWriter form, YesNoQuestion item) { }

    public override YesNoQuestion Read(FormReader reader, YesNoQuestion item) => item;
}
