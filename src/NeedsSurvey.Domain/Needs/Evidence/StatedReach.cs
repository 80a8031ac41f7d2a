// What a question's answers can hold of a need at most, whoever answers, so that safe tables have their cells from the questions and not
// from the people.
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Needs;

/// <summary>What one question can say of a need.</summary>
internal static class StatedReach
{
    /// <param name="survey">The version that asks it.</param>
    /// <param name="asked">One that names needs.</param>
    /// <param name="scale">The common scale of importance and satisfaction.</param>
    /// <param name="names">Whether a name is the need's.</param>
    public static AnswerReach Of(SurveyDefinition survey, StatedNeeds.AskedQuestion asked, RatingScale scale, Func<string, bool> names)
    {
        bool IsIt(string? name) => name is not null && names(name);
        bool Offers(ChoiceQuestion choices) => choices.Choices.In(survey).Any(choice => IsIt(choice.Need));
        int[] Points(GridAspect of) =>
            [.. of.Scale.Select(point => scale.Of(point.Value, of.Scale.Min(p => p.Value), of.Scale.Max(p => p.Value)))];
        var question = asked.Question;
        return question switch
        {
            RankQuestion rank when Offers(rank) => AnswerReach.None with
            {
                TwicePlaces =
                [
                    .. RankPlaces
                        .Twice(rank.Choices.In(survey).Count, rank.Top, orFewer: asked.Filter is not null)
                        .Select(twice => Math.Min(twice, sbyte.MaxValue)),
                ],
            },
            BestWorstQuestion sets when Offers(sets) => AnswerReach.None with
            {
                MostShown = Math.Min(
                    sbyte.MaxValue,
                    sets.Choices.In(survey)
                        .Where(choice => IsIt(choice.Need))
                        .Sum(choice => sets.Sets.Count(set => set.Contains(choice.Name)))
                ),
            },
            NeedGridQuestion grid when grid.Rows.Any(row => IsIt(row.Need ?? row.Name)) => AnswerReach.None with
            {
                Importance = Points(grid.Importance),
                Satisfaction = Points(grid.Satisfaction),
            },
            RangeQuestion range when IsIt(range.Need) => AnswerReach.None with
            {
                Importance = [.. range.Points.Select(point => scale.Of((double)point, (double)range.Start, (double)range.End)).Distinct()],
            },
            SelectOneQuestion or SelectMultipleQuestion => AnswerReach.None,
            RankQuestion or BestWorstQuestion or NeedGridQuestion or RangeQuestion => AnswerReach.None,
            _ => throw StatedNeeds.Unread(question),
        };
    }
}
