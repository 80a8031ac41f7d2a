// Rank sets need to know how each person moves each score. A method's score is a smooth formula over sums; its
// slope at the sums, times what a person adds to them, is that person's influence. So every method, any weights and any draw share one
// bootstrap.
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>Scores with each unit's influence on them; only needs that have a score. Turned so that higher ranks first.</summary>
/// <param name="Needs">Index of each among all needs.</param>
/// <param name="Estimates">Scores.</param>
/// <param name="UnitTotals">[need][unit]: what the unit adds to the score, to first order (Σ of w·u over its people).</param>
/// <param name="People">Respondents who said something about the need.</param>
/// <param name="DegreesOfFreedom">Units less strata among them.</param>
/// <param name="Reach">From the least to the most that one person can say, in the unit of the score: 1 for shares.</param>
internal sealed record ScoreInfluence(
    IReadOnlyList<int> Needs,
    double[] Estimates,
    double[][] UnitTotals,
    int[] People,
    int[] DegreesOfFreedom,
    double Reach
)
{
    /// <summary>Of one method's scores. Source of the linearisation: Woodruff 1971.</summary>
    public static ScoreInfluence Of(NeedAnswers data, NeedScoring scoring, SamplePlan plan)
    {
        // Mean weight 1, so that methods that add one or two imaginary answers keep their meaning.
        var scale = plan.People / Sum(plan.Weights);
        var build = new Builder(plan, scale);
        var terms = new sbyte[scoring.Sums][];
        for (var sum = 0; sum < terms.Length; sum++)
            terms[sum] = new sbyte[data.Count];
        for (var need = 0; need < data.Needs.Count; need++)
        {
            foreach (var column in terms)
                Array.Clear(column);
            scoring.Terms(data, need, terms);
            var sums = new double[terms.Length];
            for (var sum = 0; sum < sums.Length; sum++)
            for (var r = 0; r < data.Count; r++)
                sums[sum] += scale * plan.Weights[r] * terms[sum][r];
            var score = scoring.Score(sums);
            if (double.IsNaN(score))
                continue;
            var slopes = Slopes(scoring.Score, sums);
            var influence = new double[data.Count];
            var said = new bool[data.Count];
            for (var sum = 0; sum < sums.Length; sum++)
            {
                for (var r = 0; r < data.Count; r++)
                {
                    influence[r] += slopes[sum] * terms[sum][r];
                    said[r] |= terms[sum][r] != 0;
                }
            }
            build.Add(need, score, influence, said, scoring.HigherMeansGreaterNeed);
        }
        return build.Done();
    }

    /// <summary>Of means of scores.</summary>
    public static ScoreInfluence OfMeans(IReadOnlyList<double[]> scores, bool higherFirst, SamplePlan plan)
    {
        var scale = plan.People / Sum(plan.Weights);
        var build = new Builder(plan, scale);
        for (var need = 0; need < scores.Count; need++)
        {
            if (Linearised.Mean(plan, scores[need]) is not { } mean)
                continue;
            bool[] said = [.. scores[need].Select(score => !double.IsNaN(score))];
            var weight = 0.0;
            for (var r = 0; r < said.Length; r++)
                weight += said[r] ? scale * plan.Weights[r] : 0;
            build.Add(
                need,
                mean.Value,
                [.. scores[need].Select(score => double.IsNaN(score) ? 0 : (score - mean.Value) / weight)],
                said,
                higherFirst
            );
        }
        return build.Done();
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }

    // Central differences: off by about 1e-8 of the slope.
    internal static double[] Slopes(Func<double[], double> score, double[] sums)
    {
        var slopes = new double[sums.Length];
        for (var sum = 0; sum < sums.Length; sum++)
        {
            var (kept, step) = (sums[sum], 1e-4 * Math.Max(1, Math.Abs(sums[sum])));
            sums[sum] = kept + step;
            var above = score(sums);
            sums[sum] = kept - step;
            var below = score(sums);
            sums[sum] = kept;
            var slope = (above - below) / (2 * step);
            slopes[sum] = double.IsFinite(slope) ? slope : 0;
        }
        return slopes;
    }

    private sealed class Builder(SamplePlan plan, double scale)
    {
        private readonly List<(int Need, double Score, double[] Totals, int People, int Freedom)> all = [];
        private double reach;

        public void Add(int need, double score, double[] influence, bool[] said, bool higherFirst)
        {
            var people = said.Count(one => one);
            var sign = higherFirst ? 1 : -1;
            var (least, most) = (0.0, 0.0);
            for (var r = 0; r < influence.Length; r++)
            {
                (least, most) = (Math.Min(least, people * influence[r]), Math.Max(most, people * influence[r]));
                // The plan's weights are in another unit than those the score was worked out with.
                influence[r] *= sign * scale;
            }
            reach = Math.Max(reach, most - least);
            all.Add((need, sign * score, Linearised.UnitTotals(plan, influence), people, Freedom(said)));
        }

        public ScoreInfluence Done()
        {
            double[] scores = [.. all.Select(one => one.Score)];
            var spread = scores.Length > 0 ? scores.Max() - scores.Min() : 0;
            return new(
                [.. all.Select(one => one.Need)],
                scores,
                [.. all.Select(one => one.Totals)],
                [.. all.Select(one => one.People)],
                [.. all.Select(one => one.Freedom)],
                Math.Max(reach, spread)
            );
        }

        private int Freedom(bool[] said)
        {
            var (units, strata) = (new bool[plan.Units], new bool[plan.Strata]);
            for (var r = 0; r < said.Length; r++)
                if (said[r])
                    units[plan.UnitOf[r]] = strata[plan.StratumOf[plan.UnitOf[r]]] = true;
            return units.Count(one => one) - strata.Count(one => one);
        }
    }
}
