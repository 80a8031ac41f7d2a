// Raked weights meet the margins in every sample, so that what the margins explain of a figure does not vary. Its
// standard error is that of what they leave unexplained. People alike in all margins are one cell, so the regression is over cells.
namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Residuals of a regression on the raking margins, with the weights before raking: e = u − x'B, B = (Σ d x x')⁻¹ Σ d x u.
/// Source: Deville &amp; Särndal 1992, "Calibration estimators in survey sampling". R's survey: <c>calibrate</c>; its <c>rake</c> regresses
/// without weights, which is the same where the weights before raking are alike.
/// </summary>
internal sealed class RakedResiduals
{
    private readonly int[] cellOf;
    private readonly double[] before;
    private readonly double[][] design;
    private readonly double[][] factor;

    private RakedResiduals(int[] cellOf, double[] before, double[][] design, double[][] factor) =>
        (this.cellOf, this.before, this.design, this.factor) = (cellOf, before, design, factor);

    /// <param name="margins">The margins raked to.</param>
    /// <param name="before">Weights before raking.</param>
    public static RakedResiduals Of(IReadOnlyList<RakingMargin> margins, double[] before)
    {
        var cells = RakingCells.Of(margins, before.Length, before);
        double[][] design = [.. Enumerable.Range(0, cells.Base.Length).Select(cell => Row(margins, cells, cell))];
        return new(cells.CellOf, before, design, Cholesky(design, cells.Base));
    }

    /// <summary>Residuals of one value a respondent.</summary>
    public double[] Of(ReadOnlySpan<double> values)
    {
        var sums = new double[design.Length];
        for (var r = 0; r < values.Length; r++)
            sums[cellOf[r]] += before[r] * values[r];
        var right = new double[factor.Length];
        for (var cell = 0; cell < design.Length; cell++)
        for (var j = 0; j < right.Length; j++)
            right[j] += design[cell][j] * sums[cell];
        Solve(right);
        var fitted = new double[design.Length];
        for (var cell = 0; cell < design.Length; cell++)
        for (var j = 0; j < right.Length; j++)
            fitted[cell] += design[cell][j] * right[j];
        var result = new double[values.Length];
        for (var r = 0; r < result.Length; r++)
            result[r] = values[r] - fitted[cellOf[r]];
        return result;
    }

    // A constant, and for every group but the first of each margin whether people belong to it, less its share in the community; those
    // whose group is unknown have no part in that margin (as in Raking).
    private static double[] Row(IReadOnlyList<RakingMargin> margins, RakingCells cells, int cell)
    {
        var row = new List<double> { 1 };
        for (var m = 0; m < margins.Count; m++)
        {
            var group = cells.Groups[m][cell];
            var total = margins[m].Shares.Sum();
            for (var g = 1; g < margins[m].Groups.Count; g++)
                row.Add(group < 0 ? 0 : (group == g ? 1 : 0) - margins[m].Shares[g] / total);
        }
        return [.. row];
    }

    // Lower triangle of Σ d x x'; a column that others explain (an empty group, two margins that say the same) is left out: pivot 0.
    private static double[][] Cholesky(double[][] design, double[] weights)
    {
        var size = design[0].Length;
        double[][] lower = [.. Enumerable.Range(0, size).Select(i => new double[i + 1])];
        for (var cell = 0; cell < design.Length; cell++)
        for (var i = 0; i < size; i++)
        for (var j = 0; j <= i; j++)
            lower[i][j] += weights[cell] * design[cell][i] * design[cell][j];
        for (var j = 0; j < size; j++)
        {
            var scale = lower[j][j];
            for (var k = 0; k < j; k++)
                lower[j][j] -= lower[j][k] * lower[j][k];
            var pivot = lower[j][j] > scale * 1e-10 ? Math.Sqrt(lower[j][j]) : 0;
            lower[j][j] = pivot;
            for (var i = j + 1; i < size; i++)
            {
                for (var k = 0; k < j; k++)
                    lower[i][j] -= lower[i][k] * lower[j][k];
                lower[i][j] = pivot > 0 ? lower[i][j] / pivot : 0;
            }
        }
        return lower;
    }

    private void Solve(double[] right)
    {
        for (var i = 0; i < right.Length; i++)
        {
            for (var k = 0; k < i; k++)
                right[i] -= factor[i][k] * right[k];
            right[i] = factor[i][i] > 0 ? right[i] / factor[i][i] : 0;
        }
        for (var i = right.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < right.Length; k++)
                right[i] -= factor[k][i] * right[k];
            right[i] = factor[i][i] > 0 ? right[i] / factor[i][i] : 0;
        }
    }
}
