using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Needs;

public sealed class RankSetTests
{
    private static readonly RankSetOptions Options = new(Seed: 42);

    // People who state each need with its chance.
    private static NeedAnswers Stated(int people, int seed, params double[] chances)
    {
        var random = new Random(seed);
        var builder = new NeedAnswersBuilder(Given.Items(chances.Length), new(1, 5));
        for (var i = 0; i < people; i++)
        {
            var r = builder.Add();
            for (var n = 0; n < chances.Length; n++)
                builder.Set(r, n, NeedMeasure.Stated, random.NextDouble() < chances[n] ? 1 : 0);
        }
        return builder.Build();
    }

    [Fact]
    public void N10_the_worked_example_gives_one_first_of_three() =>
        Assert.Equal([(1, 1), (2, 3), (2, 3)], RankSets.FromDifferences([.50, .40, .38], (_, _) => Math.Sqrt(2) * .02, 2.39));

    [Fact]
    public void The_same_seed_gives_the_same_sets_whatever_the_threads()
    {
        var data = Given.RandomRatings(6, 211, 3);
        var first = RankSets.Of(data, RankingMethod.Borich, Options);
        var again = RankSets.Of(data, RankingMethod.Borich, Options with { Threads = 1 });
        Assert.Equal(first.Rows, again.Rows);
        Assert.Equal(first.Neighbours, again.Neighbours);
        Assert.Equal(first.CriticalValue, again.CriticalValue);
    }

    [Fact]
    public void Another_seed_gives_another_critical_value()
    {
        var data = Given.RandomRatings(6, 211, 3);
        Assert.NotEqual(
            RankSets.Of(data, RankingMethod.Borich, Options).CriticalValue,
            RankSets.Of(data, RankingMethod.Borich, Options with { Seed = 43 }).CriticalValue
        );
    }

    [Fact]
    public void Two_needs_have_the_critical_value_of_one_difference() =>
        // 90 % of a normal variable lie within 1.645.
        Assert.Equal(
            1.645,
            RankSets.Of(Stated(500, 1, .5, .4), RankingMethod.Prevalence, Options with { Resamples = 20_000 }).CriticalValue!.Value,
            .03
        );

    [Fact]
    public void Three_independent_needs_have_the_critical_value_of_the_studentised_range() =>
        // The 90 % quantile of the range of three is 2.902; divided by √2.
        Assert.Equal(
            2.902 / Math.Sqrt(2),
            RankSets.Of(Stated(500, 1, .5, .5, .5), RankingMethod.Prevalence, Options with { Resamples = 20_000 }).CriticalValue!.Value,
            .04
        );

    [Fact]
    public void A_need_far_ahead_is_surely_first()
    {
        var row = OneAheadThreeCloseOneBehind().Rows[0];
        Assert.Equal(("need1", 1, 1, TopPlace.Surely), (row.Need, row.TogetherLow, row.TogetherHigh, row.Top));
    }

    [Fact]
    public void A_need_far_behind_is_surely_not_among_the_first()
    {
        var row = OneAheadThreeCloseOneBehind().Rows[4];
        Assert.Equal(("need5", 5, 5, TopPlace.SurelyNot), (row.Need, row.Low, row.High, row.Top));
    }

    [Fact]
    public void Close_needs_are_possibly_among_the_first() =>
        Assert.All(OneAheadThreeCloseOneBehind().Rows.Skip(1).Take(3), row =>
            Assert.Equal((2, 4, TopPlace.Possibly), (row.TogetherLow, row.TogetherHigh, row.Top))
        );

    [Fact]
    public void The_order_of_close_needs_is_not_settled() =>
        Assert.Equal([true, false, false, true], OneAheadThreeCloseOneBehind().Neighbours.Select(pair => pair.Settled));

    private static RankConfidence OneAheadThreeCloseOneBehind() =>
        RankSets.Of(Stated(400, 5, .9, .51, .5, .49, .05), RankingMethod.Prevalence, Options with { First = 2 });

    [Fact]
    public void Standard_errors_of_differences_know_that_the_same_people_answered()
    {
        // Everybody who states need 2 states need 1 too: the difference is the share of those who state need 1 only.
        var builder = new NeedAnswersBuilder(Given.Items(2), new(1, 5));
        for (var i = 0; i < 100; i++)
            builder.Set(builder.Add(), 0, NeedMeasure.Stated, i < 60 ? 1 : 0).Set(i, 1, NeedMeasure.Stated, i < 40 ? 1 : 0);
        var pair = Assert.Single(RankSets.Of(builder.Build(), RankingMethod.Prevalence, Options).Neighbours);
        Assert.Equal(.2, pair.Difference, 12);
        Assert.Equal(Math.Sqrt(.2 * .8 / 99), pair.StandardError, 8);
    }

    [Theory]
    [InlineData(RankingMethod.Prevalence)]
    [InlineData(RankingMethod.Borich)]
    [InlineData(RankingMethod.RankedDiscrepancy)]
    [InlineData(RankingMethod.ImportanceSatisfaction)]
    [InlineData(RankingMethod.GroupConsensus)]
    public void Standard_errors_of_every_method_agree_with_leaving_one_person_out(RankingMethod method)
    {
        var data = Given.RandomRatings(2, 150, 8);
        var pair = Assert.Single(RankSets.Of(data, method, Options).Neighbours);
        double Difference(int without)
        {
            var builder = new NeedAnswersBuilder(data.Needs, data.Scale, data.GroupNames);
            for (var r = 0; r < data.Count; r++)
            {
                if (r == without)
                    continue;
                var added = builder.Add(1, data.Groups[r]);
                foreach (var measure in Enum.GetValues<NeedMeasure>())
                    for (var n = 0; n < 2; n++)
                        if (data.Column(n, measure) is { Length: > 0 } column && column[r] >= 0)
                            builder.Set(added, n, measure, column[r]);
            }
            var rows = Rankings.Of(builder.Build(), method).Rows;
            return rows.Single(row => row.Need == pair.Ahead).Score!.Value - rows.Single(row => row.Need == pair.Behind).Score!.Value;
        }
        double[] left = [.. Enumerable.Range(0, data.Count).Select(Difference)];
        var jackknife = Math.Sqrt((data.Count - 1.0) / data.Count * left.Sum(one => (one - left.Average()) * (one - left.Average())));
        Assert.Equal(jackknife, pair.StandardError, jackknife * .05);
    }

    [Fact]
    public void Whole_clusters_are_redrawn_so_that_people_of_one_mind_settle_less()
    {
        // 10 clusters of 30 people who answer alike.
        var answers = new[] { new double[300], new double[300] };
        for (var i = 0; i < 300; i++)
            (answers[0][i], answers[1][i]) = (i / 30 % 10 < 6 ? 1 : 0, i / 30 % 10 < 4 ? 1 : 0);
        var plan = ((SamplePlanResult.Planned)SamplePlan.Of(300, clusters: [.. Enumerable.Range(0, 300).Select(i => i / 30)])).Plan;
        bool Settled(SamplePlan? plan) => Assert.Single(RankSets.OfScores(Given.Items(2), answers, true, Options, plan).Neighbours).Settled;
        Assert.True(Settled(null));
        Assert.False(Settled(plan));
    }

    [Fact]
    public void A_community_heard_in_full_settles_every_difference()
    {
        var data = Stated(60, 3, .5, .4, .45);
        Assert.Contains(RankSets.Of(data, RankingMethod.Prevalence, Options).Neighbours, pair => !pair.Settled);
        var full = RankSets.Of(data, RankingMethod.Prevalence, Options, SamplePlan.Simple(60, 60)).Rows;
        Assert.All(full, row => Assert.Equal((row.Rank, full.Count(other => other.Rank <= row.Rank)), (row.TogetherLow, row.TogetherHigh)));
    }

    [Fact]
    public void Lower_means_rank_first_where_asked()
    {
        double[][] places =
        [
            [1, 1, 1, 2, 1, 1],
            [2, 2, 2, 1, 2, 2],
        ];
        Assert.Equal("need1", RankSets.OfScores(Given.Items(2), places, false, Options).Rows[0].Need);
        Assert.Equal("need2", RankSets.OfScores(Given.Items(2), places, true, Options).Rows[0].Need);
    }

    [Fact]
    public void Three_people_of_one_mind_settle_nothing_against_a_hundred()
    {
        var scores = new[] { new double[100], new double[100] };
        for (var i = 0; i < 100; i++)
            (scores[0][i], scores[1][i]) = (i < 3 ? 1 : double.NaN, i % 5 < 3 ? 1 : 0);
        Assert.False(Assert.Single(RankSets.OfScores(Given.Items(2), scores, true, Options).Neighbours).Settled);
    }

    [Fact]
    public void A_need_nobody_answered_could_have_any_rank()
    {
        double[][] scores =
        [
            [1, 0, 1],
            [double.NaN, double.NaN, double.NaN],
        ];
        var last = RankSets.OfScores(Given.Items(2), scores, true, Options with { First = 1 }).Rows[1];
        Assert.Equal((null, 1, 2, TopPlace.Possibly), (last.Rank, last.Low, last.High, last.Top));
    }

    [Fact]
    public void One_person_settles_nothing()
    {
        Assert.All(
            RankSets
                .OfScores(
                    Given.Items(2),
                    [
                        [1],
                        [0],
                    ],
                    true,
                    Options
                )
                .Rows,
            row => Assert.Equal((1, 2), (row.Low, row.High))
        );
    }

    [Fact]
    public void Needs_that_tie_exactly_are_never_told_apart() =>
        Assert.All(
            RankSets
                .OfScores(
                    Given.Items(2),
                    [
                        [1, 1, 1],
                        [1, 1, 1],
                    ],
                    true,
                    Options
                )
                .Neighbours,
            pair => Assert.False(pair.Settled)
        );

    [Fact]
    public void Impossible_options_are_refused()
    {
        var data = Given.WorkedPairs();
        Assert.Throws<ArgumentOutOfRangeException>(() => RankSets.Of(data, RankingMethod.Borich, Options with { Resamples = 999 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankSets.Of(data, RankingMethod.Borich, Options with { Confidence = 1 }));
        Assert.Throws<ArgumentException>(() => RankSets.Of(data, RankingMethod.Borich, Options, SamplePlan.Simple(6)));
    }
}
