using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Exactly one choice.</summary>
[ItemType("select_one")]
public sealed record SelectOneQuestion : ChoiceQuestion
{
    /// <summary>Offers "other", with words of one's own.</summary>
    public bool Other { get; init; }

    /// <summary>Each person is asked in an order of their own (<see cref="ChoiceOrder"/>).</summary>
    public bool Randomize { get; init; }

    internal override bool InRandomOrder => Randomize;

    internal override IReadOnlyList<string> KnownAppearances => ["likert", "minimal", "autocomplete"];

    internal override AnswerType AnswerType => ChoiceAnswerType.Instance;

    internal override void Check(QuestionCheck check)
    {
        var list = check.Choices(Choices, most: Limits.ChoicesOfOne);
        if (Other)
            check.Other(list);
        else if (list.Count == 1 && Required)
            check.Warning("choices", "too_few", "There is only one choice, and an answer is required. Add another choice.");
    }

    internal override IEnumerable<ExportColumn> Columns(SurveyDefinition survey) =>
        Other
            ? [Column("", ColumnContent.Value), Column(".other", ColumnContent.OtherWords, CompiledItem.OtherChoice)]
            : [Column("", ColumnContent.Value)];

    internal override void Compare(Question was, QuestionChanges changes)
    {
        if (was is not SelectOneQuestion old)
            return;
        CompareChoices(old, changes);
        changes.Other(old.Other, Other);
    }

    internal override double Seconds(CompiledItem item) => 5;

    internal override QuestionPages Pages => QuestionPages.One;

    internal override TallyKind Tally => TallyKind.OneChoice;

    internal override NameInfo Kind(CompiledItem item) => new(AnswerKind.SelectOne) { Choices = item.ChoiceNames };

    internal override bool CanTellGroups => true;

    internal override bool OffersOther => Other;
}
