using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>A decimal number.</summary>
[ItemType("decimal")]
public sealed record DecimalQuestion : Question
{
    internal override AnswerType AnswerType => NumberAnswerType.Instance;

    internal override void Check(QuestionCheck check)
    {
        // Nothing but what every question is asked for.
    }

    internal override IEnumerable<ExportColumn> Columns(SurveyDefinition survey) => [Column("", ColumnContent.Value)];

    internal override void Compare(Question was, QuestionChanges changes)
    {
        // It has no keys of its own.
    }

    /// <summary>Whole numbers are decimals too.</summary>
    internal override bool Widens(Question was) => was is IntegerQuestion;

    internal override double Seconds(CompiledItem item) => 8;

    internal override QuestionPages Pages => QuestionPages.One;

    internal override TallyKind Tally => TallyKind.Numbers;

    internal override NameInfo Kind(CompiledItem item) => new(AnswerKind.Decimal);

    internal override IEnumerable<(string Name, LocalText Label)> NeedsIn(SurveyDefinition survey) => [];
}
