using FsCheck.Fluent;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

public sealed class TrimmingTests
{
    [Fact]
    public void A_weight_above_five_times_the_mean_is_cut_and_the_excess_spread()
    {
        double[] weights = [.. Enumerable.Repeat(1.0, 19), 81];
        var margin = new RakingMargin(
            "age",
            ["young", "old"],
            [.5, .5],
            [.. Enumerable.Range(0, 20).Select(i => (short)(i == 19 ? 1 : 0))]
        );
        var trimmed = Trimming.Trim(weights, [margin]);
        Assert.Equal(25, trimmed.Cap, 10);
        Assert.Equal(25, trimmed.Weights[19], 10);
        Assert.Equal(75.0 / 19, trimmed.Weights[0], 10);
        Assert.Equal(1, trimmed.Trimmed);
        Assert.Equal(.25, trimmed.Margins[1].Achieved, 10);
        Assert.Equal(.5, trimmed.Margins[1].Target, 10);
    }

    [Fact]
    public void Trimming_keeps_the_total_and_leaves_no_weight_above_the_cap() =>
        Properties.Hold(Gen.Choose(0, 1000).NonEmptyListOf().Where(w => w.Sum() > 0), given =>
        {
            double[] weights = [.. given.Select(w => Math.Pow(w / 100.0, 3))];
            if (weights.Sum() <= 0)
                return true;
            var trimmed = Trimming.Trim(weights, [], cap: 1.5);
            return Math.Abs(trimmed.Weights.Sum() - weights.Sum()) < 1e-6 * weights.Sum()
                && trimmed.Weights.All(w => w <= trimmed.Cap * (1 + 1e-9));
        });
}
