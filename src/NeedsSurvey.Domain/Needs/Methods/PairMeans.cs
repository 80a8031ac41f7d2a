using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>Mean importance and satisfaction of one need over complete pairs, with the standard errors of both means.</summary>
internal readonly record struct PairMean(
    NeedItem Item,
    ShownCount N,
    double Importance,
    double Satisfaction,
    double ImportanceError,
    double SatisfactionError
);

/// <summary>Weighted means over complete pairs, for the methods that plot both against each other.</summary>
internal static class PairMeans
{
    public static PairMean[] Of(NeedAnswers data)
    {
        var result = new PairMean[data.Needs.Count];
        for (var need = 0; need < result.Length; need++)
            result[need] = Of(data, need);
        return result;
    }

    private static PairMean Of(NeedAnswers data, int need)
    {
        var importance = data.Column(need, NeedMeasure.Importance);
        var satisfaction = data.Column(need, NeedMeasure.Satisfaction);
        var weights = data.Weights;
        var n = 0;
        double total = 0,
            squares = 0,
            i1 = 0,
            i2 = 0,
            s1 = 0,
            s2 = 0;
        for (var r = 0; r < Math.Min(importance.Length, satisfaction.Length); r++)
        {
            if (importance[r] < 0 || satisfaction[r] < 0)
                continue;
            var w = weights.Length > 0 ? weights[r] : 1;
            n++;
            total += w;
            squares += w * w;
            i1 += w * importance[r];
            i2 += w * importance[r] * importance[r];
            s1 += w * satisfaction[r];
            s2 += w * satisfaction[r] * satisfaction[r];
        }
        if (total <= 0)
            return new(data.Needs[need], ShownCount.Number(0), double.NaN, double.NaN, double.NaN, double.NaN);
        // Kish's effective n carries the loss of precision from unequal weights into the standard error.
        var effective = total * total / squares;
        return new(data.Needs[need], ShownCount.Number(n), i1 / total, s1 / total, Error(i1, i2), Error(s1, s2));

        double Error(double sum, double sumOfSquares)
        {
            var mean = sum / total;
            var variance = Math.Max(0, sumOfSquares / total - mean * mean);
            return effective > 1 ? Math.Sqrt(variance / (effective - 1)) : double.NaN;
        }
    }
}
