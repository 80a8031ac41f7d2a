namespace NeedsSurvey.Domain.Needs;

/// <summary>Best–worst scaling by counts. Source: Flynn &amp; Louviere (case 1, analytical estimate of the multinomial logit).</summary>
public static class BestWorst
{
    /// <summary>p = (n − w + b) / 2n for an item shown n times, best b times and worst w times; NaN when never shown.</summary>
    public static double Probability(double shown, double best, double worst) =>
        shown > 0 ? (shown - worst + best) / (2 * shown) : double.NaN;

    /// <summary>
    /// Utility u = ln(p / (1 − p)); 0 = as often best as worst. An item always best or always worst would be infinite; it is held
    /// half a pick inside, which is documented beside the figure.
    /// </summary>
    public static double Utility(double shown, double best, double worst)
    {
        var p = Inside(shown, best, worst);
        return Math.Log(p / (1 - p));
    }

    /// <summary>Standard error of u: √(p(1−p)/2n) / (p(1−p)).</summary>
    public static double StandardError(double shown, double best, double worst)
    {
        var p = Inside(shown, best, worst);
        return Math.Sqrt(p * (1 - p) / (2 * shown)) / (p * (1 - p));
    }

    /// <summary>Preference shares eᵘ / Σeᵘ; items without a utility (NaN) get 0.</summary>
    public static double[] Shares(IReadOnlyList<double> utilities)
    {
        var weights = utilities.Select(u => double.IsNaN(u) ? 0 : Math.Exp(u)).ToArray();
        var total = weights.Sum();
        return total > 0 ? [.. weights.Select(w => w / total)] : weights;
    }

    private static double Inside(double shown, double best, double worst)
    {
        var edge = 1 / (4 * shown);
        return Math.Clamp(Probability(shown, best, worst), edge, 1 - edge);
    }

    internal static readonly NeedScoring Scoring = new()
    {
        Method = RankingMethod.BestWorst,
        Name = "Best–worst counts",
        Unit = "utility (log odds)",
        Reads = [NeedMeasure.Shown, NeedMeasure.Best, NeedMeasure.Worst],
        Sums = 4,
        Terms = (data, need, into) =>
        {
            var shown = data.Column(need, NeedMeasure.Shown);
            var best = data.Column(need, NeedMeasure.Best);
            var worst = data.Column(need, NeedMeasure.Worst);
            for (var r = 0; r < shown.Length; r++)
            {
                if (shown[r] <= 0)
                    continue;
                into[0][r] = shown[r];
                if (best.Length > 0 && best[r] > 0)
                    into[1][r] = best[r];
                if (worst.Length > 0 && worst[r] > 0)
                    into[2][r] = worst[r];
                into[3][r] = 1;
            }
        },
        Score = s => s[0] > 0 ? Utility(s[0], s[1], s[2]) : double.NaN,
        N = s => s[3],
        Figures =
        [
            new("shown", "Times shown", NeedFigureKind.Times, 0, s => s[0]),
            new("best", "Times picked as most needed", NeedFigureKind.Times, 1, s => s[1]),
            new("worst", "Times picked as least needed", NeedFigureKind.Times, 2, s => s[2]),
            new("standard_error", "Standard error of the utility", NeedFigureKind.Value, 0, s => StandardError(s[0], s[1], s[2])),
        ],
        Bases = [3, 3, 3, 3],
        Values = (_, reach, sum) => sum == 3 ? null : [.. Enumerable.Range(0, reach.MostShown + 1)],
        RawWeight = (score, _) => Math.Exp(score),
    };
}
