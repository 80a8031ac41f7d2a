using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>A point: latitude, longitude, accuracy.</summary>
[ItemType("geopoint")]
public sealed record GeopointQuestion : Question
{
    internal override AnswerType AnswerType => PointAnswerType.Instance;

    internal override void Check(QuestionCheck check)
    {
        // Nothing but what every question is asked for.
    }

    internal override IEnumerable<ExportColumn> Columns(SurveyDefinition survey) =>
        [Column(".lat", ColumnContent.Latitude), Column(".lon", ColumnContent.Longitude), Column(".accuracy", ColumnContent.Accuracy)];

    internal override void Compare(Question was, QuestionChanges changes)
    {
        // It has no keys of its own.
    }

    internal override double Seconds(CompiledItem item) => 25;

    internal override QuestionPages Pages => QuestionPages.One;

    internal override TallyKind Tally => TallyKind.Given;

    internal override NameInfo Kind(CompiledItem item) => new(AnswerKind.Other);

    internal override IEnumerable<(string Name, LocalText Label)> NeedsIn(SurveyDefinition survey) => [];
}
