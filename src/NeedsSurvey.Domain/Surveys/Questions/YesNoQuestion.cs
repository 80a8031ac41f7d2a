using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Yes or no, in the words of whoever answers; answered, stored and exported as the code <c>yes</c> or <c>no</c>.</summary>
[ItemType("yes_no")]
public sealed record YesNoQuestion : Question
{
    private static readonly IReadOnlyList<Choice> YesAndNo =
    [
        new() { Name = "yes", Label = new LocalText(StandardAnswers.ByLanguage(words => words.Yes)) },
        new() { Name = "no", Label = new LocalText(StandardAnswers.ByLanguage(words => words.No)) },
    ];

    public override IReadOnlyList<Choice> ChoicesIn(SurveyDefinition survey) => YesAndNo;

    internal override AnswerType AnswerType => ChoiceAnswerType.Instance;

    internal override void Check(QuestionCheck check)
    {
        // Nothing but what every question is asked for.
    }

    internal override IEnumerable<ExportColumn> Columns(SurveyDefinition survey) => [Column("", ColumnContent.Value)];

    internal override void Compare(Question was, QuestionChanges changes)
    {
        // It has no keys of its own.
    }

    internal override double Seconds(CompiledItem item) => 5;

    internal override QuestionPages Pages => QuestionPages.One;

    internal override TallyKind Tally => TallyKind.OneChoice;

    internal override NameInfo Kind(CompiledItem item) => new(AnswerKind.SelectOne) { Choices = item.ChoiceNames };

    internal override bool CanTellGroups => true;

    internal override IEnumerable<(string Name, LocalText Label)> NeedsIn(SurveyDefinition survey) => [];
}
