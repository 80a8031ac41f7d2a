using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Responses;

/// <summary>
/// What answers mean to expressions. Declined and absent answers are the empty value. A need grid or matrix is the list of its
/// answered rows, so <c>selected(${needs}, 'housing')</c> asks whether a row was rated; best–worst is the list of what was called
/// best; a point is <c>lat lon 0 accuracy</c> as in XForms.
/// </summary>
internal static class AnswerValue
{
    internal static Value Of(Answer? answer) => answer switch
    {
        null or Answer.Declined => Value.Empty,
        Answer.Text text => Value.Of(text.Words),
        Answer.Whole whole => Value.Of((double)whole.Value),
        Answer.Number number => Value.Of((double)number.Value),
        Answer.Day day => Value.Of(day.Value),
        Answer.Clock clock => Value.Of(clock.Value),
        Answer.One one => Value.Of(one.Choice),
        Answer.Many many => Value.OfChoices(many.Choices),
        Answer.Ranking ranking => Value.OfChoices(ranking.Choices),
        Answer.NeedRatings grid => Value.OfChoices([.. grid.Rows.Select(row => row.Row)]),
        Answer.MatrixRows matrix => Value.OfChoices([.. matrix.Rows.Select(row => row.Row)]),
        Answer.BestWorst sets => Value.OfChoices([.. sets.Sets.Select(pick => pick?.Best).OfType<string>()]),
        Answer.Point point => Value.Of(FormattableString.Invariant($"{point.Latitude} {point.Longitude} 0 {point.Accuracy ?? 0}")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
