using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>A whole number (64 bits).</summary>
[ItemType("integer")]
public sealed record IntegerQuestion : Question
{
    internal override AnswerType AnswerType => WholeAnswerType.Instance;

    internal override void Check(QuestionCheck check)
    {
        // Nothing but what every question is asked for.
    }

    internal override IEnumerable<ExportColumn> Columns(SurveyDefinition survey) => [Column("", ColumnContent.Value)];

    internal override void Compare(Question was, QuestionChanges changes)
    {
        // It has no keys of its own.
    }

    internal override double Seconds(CompiledItem item) => 8;

    internal override bool CanTellClusters => true;

    internal override QuestionPages Pages => QuestionPages.One;

    internal override TallyKind Tally => TallyKind.Numbers;

    internal override bool IsWhole => true;

    internal override NameInfo Kind(CompiledItem item) => new(AnswerKind.Integer);

    internal override IEnumerable<(string Name, LocalText Label)> NeedsIn(SurveyDefinition survey) => [];
}
