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
    public void Differences_are_predicted_minus_stated() => Assert.Equal([1, 1, 2, -3, 0], Predicted().Rows.Select(r => r.Difference));

    [Fact]
    public void Tops_of_three_are_compared() => Assert.Equal((3, 2), (Predicted().K, Predicted().Overlap));

    [Fact]
    public void Agreement_of_both_orders_allows_for_ties() =>
        // 10 pairs; C = 6, D = 3, one pair tied in the stated order: 3/√(10·9).
        Assert.Equal(3 / Math.Sqrt(90), Predicted().TauB!.Value, 10);

    private static HearingGap Predicted() => HearingGap.Of(["need4", "need1", "need2", "need3", "need5"], Stated());

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
    public void Tau_b_is_1_for_the_same_order() => Assert.Equal(1, KendallTau.B([1, 2, 3], [10, 20, 30]));

    [Fact]
    public void Tau_b_is_minus_1_for_the_order_reversed() => Assert.Equal(-1, KendallTau.B([1, 2, 3], [3, 2, 1]));

    [Fact]
    public void Without_an_order_there_is_no_tau_b()
    {
        Assert.Null(KendallTau.B([1, 1, 1], [1, 2, 3]));
        Assert.Null(KendallTau.B([], []));
    }
}
