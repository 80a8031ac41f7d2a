namespace NeedsSurvey.Domain.Goals;

/// <summary>The arithmetic of the relationship matrix, needs (rows) × goals (columns). Source: Akao, quality function deployment.</summary>
public static class Qfd
{
    /// <summary>Tⱼ = Σᵢ wᵢ·rᵢⱼ for each goal; unit of w times strength.</summary>
    /// <param name="weights">One weight a need.</param>
    /// <param name="strengths">One row a need, one strength a goal.</param>
    public static double[] GoalWeights(IReadOnlyList<double> weights, IReadOnlyList<IReadOnlyList<int>> strengths)
    {
        var totals = new double[strengths.Count == 0 ? 0 : strengths[0].Count];
        for (var need = 0; need < strengths.Count; need++)
        for (var goal = 0; goal < totals.Length; goal++)
            totals[goal] += weights[need] * strengths[need][goal];
        return totals;
    }

    /// <summary>Values as shares of their total; all zero when the total is.</summary>
    public static double[] Shares(IReadOnlyList<double> values)
    {
        var total = values.Sum();
        return [.. values.Select(v => total > 0 ? v / total : 0)];
    }

    /// <summary>C = Σwᵢ·[maxⱼ rᵢⱼ ≥ 3], weights adding up to 1.</summary>
    public static double Coverage(IReadOnlyList<double> weights, IReadOnlyList<int> strongest) =>
        Clamp(weights.Zip(strongest, (w, r) => r >= LinkStrength.Covers ? w : 0).Sum());

    /// <summary>Cₛ = Σwᵢ·maxⱼ rᵢⱼ / top, weights adding up to 1; top is 9 (5 on the 1-3-5 scale).</summary>
    public static double StrengthCoverage(IReadOnlyList<double> weights, IReadOnlyList<int> strongest, int top = LinkStrength.Strong) =>
        Clamp(weights.Zip(strongest, (w, r) => w * r / top).Sum());

    // Weights that add up to 1 only within rounding must not print 100.0000001 %.
    private static double Clamp(double share) => Math.Clamp(share, 0, 1);
}
