using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.Domain.Tests.Needs;

public sealed class StabilityTests
{
    [Theory]
    [InlineData(RankingMethod.Borich, false)]
    [InlineData(RankingMethod.Borich, true)]
    [InlineData(RankingMethod.Prevalence, false)]
    [InlineData(RankingMethod.GroupConsensus, true)]
    public void The_same_seed_gives_the_same_figures_and_another_seed_others(RankingMethod method, bool weighted)
    {
        var data = Given.RandomRatings(6, 211, 3, weighted);
        var first = Stability.Of(data, method, seed: 42);
        var again = Stability.Of(data, method, seed: 42);
        Assert.Equal(first.Rows, again.Rows);
        Assert.Equal(first.Neighbours, again.Neighbours);
        Assert.NotEqual(first.Rows, Stability.Of(data, method, seed: 43).Rows);
    }

    [Fact]
    public void Figures_do_not_depend_on_the_number_of_threads()
    {
        var data = Given.RandomRatings(5, 100, 9);
        var narrow = Stability.Of(data, RankingMethod.Borich, 5, threads: 1);
        Assert.Equal(narrow.Rows, Stability.Of(data, RankingMethod.Borich, 5).Rows);
    }

    [Fact]
    public void A_need_far_ahead_is_surely_on_top_and_a_coin_toss_is_not_settled()
    {
        var random = new Random(1);
        var builder = new NeedAnswersBuilder(Given.Items(5), new(1, 5));
        for (var i = 0; i < 400; i++)
        {
            var r = builder.Add();
            builder.Set(r, 0, NeedMeasure.Stated, random.Next(10) < 9 ? 1 : 0);
            for (var n = 1; n < 5; n++)
                builder.Set(r, n, NeedMeasure.Stated, (i + n) % 2);
        }
        var stability = Stability.Of(builder.Build(), RankingMethod.Prevalence, 7);
        var sure = stability.Rows[0];
        Assert.Equal(("need1", 1.0, 1, 1), (sure.Need, sure.TopShare, sure.RankLow, sure.RankHigh));
        Assert.True(stability.Neighbours[0].Settled);
        Assert.NotEmpty(stability.Unsettled);
        Assert.All(stability.Rows, row => Assert.InRange(row.RankHigh, row.RankLow, 5));
    }

    [Fact]
    public void A_flip_share_agrees_with_its_known_chance()
    {
        // 100 people, need 1 stated by 55 and need 2 by the other 45: in a resample, need 2 leads when a Binomial(100, .55) is below 50.
        var builder = new NeedAnswersBuilder(Given.Items(2), new(1, 5));
        for (var i = 0; i < 100; i++)
        {
            var r = builder.Add();
            builder.Set(r, 0, NeedMeasure.Stated, i < 55 ? 1 : 0).Set(r, 1, NeedMeasure.Stated, i < 55 ? 0 : 1);
        }
        var chance = Enumerable.Range(0, 50).Sum(k => Math.Exp(SpecialLogBinomial(100, k) + k * Math.Log(.55) + (100 - k) * Math.Log(.45)));
        var flip = Assert.Single(Stability.Of(builder.Build(), RankingMethod.Prevalence, 11, resamples: 40_000).Neighbours).FlipShare;
        Assert.Equal(chance, flip, .01);
    }

    [Fact]
    public void Weights_that_are_all_alike_change_nothing()
    {
        var (plain, weighted) = (new NeedAnswersBuilder(Given.Items(3), new(1, 5)), new NeedAnswersBuilder(Given.Items(3), new(1, 5)));
        var random = new Random(5);
        for (var i = 0; i < 150; i++)
        {
            plain.Add();
            weighted.Add(weight: 2.5);
            for (var n = 0; n < 3; n++)
            {
                var (importance, satisfaction) = (random.Next(1, 6), random.Next(1, 6));
                plain.Rate(i, n, importance, satisfaction);
                weighted.Rate(i, n, importance, satisfaction);
            }
        }
        Assert.True(weighted.Build().Weighted);
        Assert.Equal(
            Stability.Of(plain.Build(), RankingMethod.Borich, 3).Rows,
            Stability.Of(weighted.Build(), RankingMethod.Borich, 3).Rows
        );
    }

    [Fact]
    public void Fewer_than_a_thousand_resamples_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Stability.Of(Given.WorkedPairs(), RankingMethod.Borich, 1, resamples: 999));

    [Fact]
    public void Vector_sums_agree_with_plain_ones_even_where_lanes_would_overflow()
    {
        var random = new Random(2);
        foreach (
            var (people, term, count) in new[]
            {
                (1, 127, 3),
                (31, 5, 2),
                (1000, 127, 200),
                (5003, 5, 9),
                (5003, 127, 1),
                (320, 127, 32000),
            }
        )
        {
            sbyte[] terms = [.. Enumerable.Range(0, people).Select(_ => (sbyte)random.Next(-term, term + 1))];
            short[] counts = [.. Enumerable.Range(0, people).Select(_ => (short)random.Next(0, count + 1))];
            var expected = terms.Zip(counts, (t, c) => (long)t * c).Sum();
            Assert.Equal(expected, new TermColumn(terms).Sum(counts, counts.Max()));
            var size = terms.Zip(counts, (t, c) => Math.Abs((double)t * c)).Sum();
            Assert.Equal(expected, new TermColumn(terms).Sum([.. counts.Select(c => (float)c)]), size * 1e-6);
        }
    }

    private static double SpecialLogBinomial(int n, int k) =>
        NeedsSurvey.Domain.Results.SpecialFunctions.LogGamma(n + 1)
        - NeedsSurvey.Domain.Results.SpecialFunctions.LogGamma(k + 1)
        - NeedsSurvey.Domain.Results.SpecialFunctions.LogGamma(n - k + 1);
}
