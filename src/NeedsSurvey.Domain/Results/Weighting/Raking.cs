// Weights that bring the people heard to the community's known shares. Respondents who belong to the same
// group in every margin (and there are few such cells) always get the same factor, so the rounds run over cells, not over people.
// It never returns weights that miss a margin: RakingDiagnosis says why instead. Capping weights afterwards is Trimming's.
namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Raking (iterative proportional fitting) to population margins. Source: Deming &amp; Stephan 1940; Deville &amp; Särndal 1992.
/// Respondents whose group is unknown in a margin keep their weight through that margin's step, and the target applies to the others.
/// </summary>
public static class Raking
{
    /// <summary>Greatest difference between achieved and target share that counts as met.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>Rounds over all margins before giving up.</summary>
    public const int MostIterations = 1000;

    /// <summary>A factor this far below the average one means that margins are met only by all but dropping people.</summary>
    internal const double Vanishing = 1e-6;

    /// <summary>Weights for all margins at once.</summary>
    /// <param name="margins">At least one; all with one membership a respondent.</param>
    /// <param name="baseWeights">Design weights, not negative, in any unit; empty for none.</param>
    /// <exception cref="ArgumentException">No margin or respondent, lengths that differ, a negative share, or a membership outside the
    /// groups.</exception>
    public static RakingResult Rake(IReadOnlyList<RakingMargin> margins, ReadOnlySpan<double> baseWeights = default)
    {
        var people = Check(margins, baseWeights);
        var cells = RakingCells.Of(margins, people, baseWeights);
        var faults = RakingDiagnosis.BeforeRaking(margins, cells);
        if (faults.Count > 0)
            return new RakingResult.NotRaked(faults);

        double[][] targets = [.. margins.Select(m => Scaled(m.Shares))];
        var weights = (double[])cells.Base.Clone();
        var iterations = 0;
        while (iterations < MostIterations)
        {
            iterations++;
            for (var m = 0; m < margins.Count; m++)
                Step(weights, cells.Groups[m], targets[m]);
            if (Worst(weights, cells, targets) <= Tolerance)
                break;
        }
        if (Worst(weights, cells, targets) > Tolerance || Vanishes(weights, cells.Base))
            return new RakingResult.NotRaked(RakingDiagnosis.AfterRaking(margins, cells, targets, weights));

        var result = new double[people];
        var scale = people / weights.Sum();
        for (var r = 0; r < people; r++)
        {
            var cell = cells.CellOf[r];
            var own = baseWeights.IsEmpty ? 1 : baseWeights[r];
            if (own > 0)
                result[r] = own * (weights[cell] / cells.Base[cell]) * scale;
        }
        return new RakingResult.Raked(result, iterations, DesignEffect.Of(result), Margins.Report(margins, result));
    }

    private static void Step(double[] weights, short[] groups, double[] targets)
    {
        var sums = GroupSums(weights, groups, targets.Length, out var known);
        for (var g = 0; g < sums.Length; g++)
            sums[g] = sums[g] > 0 ? targets[g] * known / sums[g] : 0;
        for (var c = 0; c < weights.Length; c++)
            if (groups[c] >= 0)
                weights[c] *= sums[groups[c]];
    }

    private static double Worst(double[] weights, RakingCells cells, double[][] targets)
    {
        var worst = 0.0;
        for (var m = 0; m < targets.Length; m++)
        {
            var sums = GroupSums(weights, cells.Groups[m], targets[m].Length, out var known);
            for (var g = 0; g < sums.Length; g++)
                worst = Math.Max(worst, Math.Abs(sums[g] / known - targets[m][g]));
        }
        return double.IsNaN(worst) ? double.PositiveInfinity : worst;
    }

    internal static double[] GroupSums(double[] weights, short[] groups, int count, out double known)
    {
        var sums = new double[count];
        for (var c = 0; c < weights.Length; c++)
            if (groups[c] >= 0)
                sums[groups[c]] += weights[c];
        known = sums.Sum();
        return sums;
    }

    private static bool Vanishes(double[] weights, double[] before)
    {
        var average = weights.Sum() / before.Sum();
        for (var c = 0; c < weights.Length; c++)
            if (before[c] > 0 && weights[c] / before[c] < Vanishing * average)
                return true;
        return false;
    }

    private static double[] Scaled(IReadOnlyList<double> shares)
    {
        var total = shares.Sum();
        return [.. shares.Select(s => s / total)];
    }

    private static int Check(IReadOnlyList<RakingMargin> margins, ReadOnlySpan<double> baseWeights)
    {
        if (margins.Count == 0)
            throw new ArgumentException("Raking needs at least one margin.", nameof(margins));
        var people = margins[0].Membership.Length;
        if (people == 0)
            throw new ArgumentException("Raking needs at least one respondent.", nameof(margins));
        if (baseWeights.Length > 0 && baseWeights.Length != people)
            throw new ArgumentException("One base weight a respondent.", nameof(baseWeights));
        var total = 0.0;
        foreach (var w in baseWeights)
        {
            if (!(w >= 0) || double.IsInfinity(w))
                throw new ArgumentException("A weight is a number from 0 up.", nameof(baseWeights));
            total += w;
        }
        if (baseWeights.Length > 0 && total <= 0)
            throw new ArgumentException("All base weights are zero.", nameof(baseWeights));
        foreach (var margin in margins)
        {
            if (margin.Membership.Length != people)
                throw new ArgumentException($"Margin '{margin.Name}' knows another number of respondents.", nameof(margins));
            if (margin.Shares.Count != margin.Groups.Count)
                throw new ArgumentException($"Margin '{margin.Name}' has not one share a group.", nameof(margins));
            if (margin.Shares.Any(s => !(s >= 0) || double.IsInfinity(s)) || !(margin.Shares.Sum() > 0))
                throw new ArgumentException($"The shares of margin '{margin.Name}' must be numbers from 0 up, not all 0.", nameof(margins));
            foreach (var group in margin.Membership)
                if (group < -1 || group >= margin.Groups.Count)
                    throw new ArgumentException($"Margin '{margin.Name}' has no group {group}.", nameof(margins));
        }
        return people;
    }
}
