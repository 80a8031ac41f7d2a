using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>Mean importance and satisfaction of one need over complete pairs, with the intervals of both; null where none may be
/// shown.</summary>
internal readonly record struct PairMean(
    NeedItem Item,
    ShownCount N,
    double Importance,
    double Satisfaction,
    Interval? ImportanceInterval = null,
    Interval? SatisfactionInterval = null
);

/// <summary>Weighted means over complete pairs, for the methods that plot both against each other.</summary>
internal static class PairMeans
{
    /// <param name="data">What people said.</param>
    /// <param name="draw">How they were drawn; null where no interval is shown.</param>
    public static PairMean[] Of(NeedAnswers data, NeedDraw? draw = null)
    {
        var result = new PairMean[data.Needs.Count];
        for (var need = 0; need < result.Length; need++)
            result[need] = Of(data, need) with
            {
                ImportanceInterval = draw?.Mean(data, need, NeedMeasure.Importance),
                SatisfactionInterval = draw?.Mean(data, need, NeedMeasure.Satisfaction),
            };
        return result;
    }

    private static PairMean Of(NeedAnswers data, int need)
    {
        var importance = data.Column(need, NeedMeasure.Importance);
        var satisfaction = data.Column(need, NeedMeasure.Satisfaction);
        var weights = data.Weights;
        var n = 0;
        double total = 0,
            sumImportance = 0,
            sumSatisfaction = 0;
        for (var r = 0; r < Math.Min(importance.Length, satisfaction.Length); r++)
        {
            if (importance[r] < 0 || satisfaction[r] < 0)
                continue;
            var w = weights.Length > 0 ? weights[r] : 1;
            n++;
            total += w;
            sumImportance += w * importance[r];
            sumSatisfaction += w * satisfaction[r];
        }
        return total > 0
            ? new(data.Needs[need], ShownCount.Number(n), sumImportance / total, sumSatisfaction / total)
            : new(data.Needs[need], ShownCount.Number(0), double.NaN, double.NaN);
    }
}
