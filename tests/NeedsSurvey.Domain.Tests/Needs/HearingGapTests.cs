using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.Domain.Tests.Needs;

public sealed class HearingGapTests
{
    // Stated by 9, 7, 7, 3 and 1 of ten people: ranks 1, 2, 2, 4, 5.
    private static NeedRanking Stated()
    {
        var builder = new NeedAnswersBuilder(Given.Items(5), new(1, 5));
        int[] stated = [9, 7, 7, 3, 1];
        for (var i = 0; i < 10; i++)
        {
            builder.Add();
            for (var n = 0; n < 5; n++)
                builder.Set(i, n, NeedMeasure.Stated, i < stated[n] ? 1 : 0);
        }
        return Rankings.Of(builder.Build(), RankingMethod.Prevalence);
    }

    [Fact]
    public void Differences_are_predicted_minus_stated_and_tops_overlap()
    {
        var gap = HearingGap.Of(["need4", "need1", "need2", "need3", "need5"], Stated());
        Assert.Equal((3, 2), (gap.K, gap.Overlap));
        Assert.Equal([1, 1, 2, -3, 0], gap.Rows.Select(r => r.Difference));
        // 10 pairs; C = 6, D = 3, one pair tied in the stated order: 3/√(10·9).
        Assert.Equal(3 / Math.Sqrt(90), gap.TauB!.Value, 10);
    }

    [Fact]
    public void A_need_left_out_of_the_prediction_has_no_difference()
    {
        var gap = HearingGap.Of(["need1", "need2"], Stated());
        Assert.Equal(2, gap.K);
        Assert.Null(gap.Rows.Single(r => r.Need == "need5").Difference);
        Assert.Equal(1, gap.TauB!.Value, 10);
    }

    [Fact]
    public void A_need_predicted_twice_is_refused() => Assert.Throws<ArgumentException>(() => HearingGap.Of(["need1", "need1"], Stated()));

    [Fact]
    public void Tau_b_is_1_for_the_same_order_minus_1_reversed_and_null_without_any()
    {
        Assert.Equal(1, KendallTau.B([1, 2, 3], [10, 20, 30]));
        Assert.Equal(-1, KendallTau.B([1, 2, 3], [3, 2, 1]));
        Assert.Null(KendallTau.B([1, 1, 1], [1, 2, 3]));
        Assert.Null(KendallTau.B([], []));
    }
}
