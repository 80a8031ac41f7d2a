using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Tells the Logic room what answers of each type look like to an expression.</summary>
internal static class AnswerKinds
{
    internal static NameInfo Of(CompiledItem item) => item.Item switch
    {
        TextQuestion => new(AnswerKind.Text),
        IntegerQuestion => new(AnswerKind.Integer),
        DecimalQuestion or RangeQuestion => new(AnswerKind.Decimal),
        DateQuestion => new(AnswerKind.Date),
        TimeQuestion => new(AnswerKind.Time),
        SelectOneQuestion => new(AnswerKind.SelectOne) { Choices = item.ChoiceNames },
        SelectMultipleQuestion or RankQuestion or BestWorstQuestion =>
            new(AnswerKind.SelectMany) { Choices = item.ChoiceNames },
        NeedGridQuestion or MatrixQuestion => new(AnswerKind.SelectMany) { Choices = [.. item.Rows.Select(row => row.Name)] },
        GeopointQuestion => new(AnswerKind.Other),
        Calculate => new(AnswerKind.Any),
        Repeat => new(AnswerKind.Repeat),
        Group or Note => new(AnswerKind.NoAnswer),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
