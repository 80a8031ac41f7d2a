using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.Domain.Tests.Needs;

public sealed class RankingTests
{
    [Fact]
    public void Borich_of_the_worked_example_is_6_16()
    {
        var row = Assert.Single(Rankings.Of(Given.WorkedPairs(), RankingMethod.Borich).Rows);
        Assert.Equal(6.16, row.Score!.Value, 2);
        Assert.Equal(5, row.N.Shown);
        Assert.Equal(4.4, row.Figures.Single(f => f.Code == "mean_importance").Value!.Value, 10);
        Assert.Equal(3.0, row.Figures.Single(f => f.Code == "mean_satisfaction").Value!.Value, 10);
    }

    [Fact]
    public void Ranked_discrepancy_of_the_worked_example_is_minus_60()
    {
        var ranking = Rankings.Of(Given.WorkedPairs(), RankingMethod.RankedDiscrepancy);
        Assert.Equal(-60, Assert.Single(ranking.Rows).Score!.Value, 10);
        Assert.False(ranking.HigherMeansGreaterNeed);
    }

    [Fact]
    public void A_pair_with_one_half_missing_does_not_count()
    {
        var data = Given.Ratings([5, 5, 4, 5, 3, 5, null], [2, 3, 4, 3, 3, null, 1]);
        var row = Assert.Single(Rankings.Of(data, RankingMethod.Borich).Rows);
        Assert.Equal(6.16, row.Score!.Value, 2);
        Assert.Equal(5, row.N.Shown);
    }

    [Fact]
    public void Prevalence_divides_by_those_asked()
    {
        var builder = new NeedAnswersBuilder(Given.Items(2), new(1, 5));
        for (var i = 0; i < 10; i++)
        {
            var r = builder.Add();
            if (i < 8)
                builder.Ask(r, 0);
            if (i < 4)
                builder.State(r, 0).State(r, 0).Ask(r, 0);
        }
        var ranking = Rankings.Of(builder.Build(), RankingMethod.Prevalence);
        Assert.Equal(0.5, ranking.Rows[0].Score!.Value, 10);
        Assert.Equal(8, ranking.Rows[0].N.Shown);
        Assert.Null(ranking.Rows[1].Score);
        Assert.Null(ranking.Rows[1].Rank);
        Assert.Equal(0, ranking.Rows[1].N.Shown);
    }

    [Fact]
    public void Importance_satisfaction_of_the_worked_example_is_a_high_1974()
    {
        var rating = ImportanceSatisfaction.Rating(.42, .53);
        Assert.Equal(.1974, rating, 4);
        Assert.Equal(PriorityBand.High, ImportanceSatisfaction.Band(rating));
        Assert.Equal(PriorityBand.VeryHigh, ImportanceSatisfaction.Band(.20));
        Assert.Equal(PriorityBand.High, ImportanceSatisfaction.Band(.10));
        Assert.Equal(PriorityBand.Current, ImportanceSatisfaction.Band(.0999));
    }

    [Fact]
    public void Importance_satisfaction_counts_the_upper_part_of_the_scale_as_satisfied()
    {
        var builder = new NeedAnswersBuilder(Given.Items(1), new(1, 5));
        for (var i = 0; i < 100; i++)
        {
            builder.Set(builder.Add(), 0, NeedMeasure.Priority, i < 42 ? 1 : 0);
            builder.Rate(i, 0, null, i < 53 ? 4 : 3);
        }
        Assert.Equal(.1974, Rankings.Of(builder.Build(), RankingMethod.ImportanceSatisfaction).Rows[0].Score!.Value, 4);
    }

    [Fact]
    public void Best_worst_of_the_worked_example_is_619_with_error_148()
    {
        Assert.Equal(.619, BestWorst.Utility(100, 40, 10), 3);
        Assert.Equal(.148, BestWorst.StandardError(100, 40, 10), 3);
        var shares = BestWorst.Shares([BestWorst.Utility(100, 40, 10), BestWorst.Utility(100, 10, 40)]);
        Assert.Equal(1, shares.Sum(), 12);
        Assert.Equal(Math.Exp(.6190392084) / (Math.Exp(.6190392084) + Math.Exp(-.6190392084)), shares[0], 6);
    }

    [Fact]
    public void An_item_always_picked_as_best_has_a_finite_utility() =>
        Assert.True(double.IsFinite(BestWorst.Utility(10, 10, 0)) && double.IsFinite(BestWorst.Utility(10, 0, 10)));

    [Theory]
    [InlineData(0, 0, 50)]
    [InlineData(1, 0, 66.67)]
    [InlineData(30, 70, 30.39)]
    public void Pairwise_scores_of_the_worked_example(int wins, int losses, double expected) =>
        Assert.Equal(expected, PairwiseVotes.Score(wins, losses), 2);

    // A catalogue brings forty needs into the codebook, of which a ranking offers three.
    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Weights_of_a_ranking_follow_the_choices_that_it_offers_however_many_needs_there_are(int needs)
    {
        var builder = new NeedAnswersBuilder(Given.Items(needs), new(1, 5)) { Places = 3 };
        builder.Add();
        for (var place = 1; place <= 3; place++)
            builder.Place(0, place - 1, place);
        var rows = Rankings.Of(builder.Build(), RankingMethod.MeanRank).Rows.Take(3);
        Assert.Equal([.5, .3333, .1667], rows.Select(row => Math.Round(row.Weight, 4)));
    }

    [Fact]
    public void Hanlon_scores_on_the_two_scales()
    {
        Assert.Equal(46, Hanlon.Score(HanlonScale.Uic, 8, 15, 6, Pearl.Passed), 10);
        Assert.Equal(132, Hanlon.Score(HanlonScale.Naccho, 8, 7, 6, Pearl.Passed), 10);
    }

    [Fact]
    public void What_PEARL_refuses_scores_zero() =>
        Assert.Equal(0, Hanlon.Score(HanlonScale.Naccho, 8, 7, 6, Pearl.Passed with { Legality = false }));

    [Fact]
    public void A_rating_off_its_Hanlon_scale_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hanlon.Score(HanlonScale.Naccho, 8, 15, 6, Pearl.Passed));

    [Fact]
    public void Group_informed_consensus_of_the_worked_example_is_375()
    {
        Assert.Equal(.375, GroupConsensus.Score([(8, 10), (3, 6)]), 10);
        var builder = new NeedAnswersBuilder(Given.Items(1), new(1, 5), ["east", "west"]);
        for (var i = 0; i < 10; i++)
            builder.Set(builder.Add(group: 0), 0, NeedMeasure.Agreement, i < 8 ? 1 : 0);
        for (var i = 0; i < 6; i++)
            builder.Set(builder.Add(group: 1), 0, NeedMeasure.Agreement, i < 3 ? 1 : 0);
        var ranking = Rankings.Of(builder.Build(), RankingMethod.GroupConsensus);
        Assert.Equal(.375, ranking.Rows[0].Score!.Value, 10);
        Assert.Equal(16, ranking.Rows[0].N.Shown);
    }

    [Fact]
    public void Concerns_are_percent_of_a_0_to_4_scale()
    {
        var builder = new NeedAnswersBuilder(Given.Items(2), new(0, 4));
        builder.Rate(builder.Add(), 0, 4, 1).Rate(0, 1, 3, 3);
        var concerns = ConcernsReport.Of(builder.Build());
        Assert.Equal(
            (100.0, 25.0, ConcernClass.Problem),
            (concerns[0].ImportancePercent, concerns[0].SatisfactionPercent, concerns[0].Class)
        );
        Assert.Equal((75.0, 75.0), (concerns[1].ImportancePercent, concerns[1].SatisfactionPercent));
    }

    [Fact]
    public void Equal_scores_share_a_rank()
    {
        var builder = new NeedAnswersBuilder(Given.Items(4), new(1, 5));
        var r = builder.Add();
        builder.Rate(r, 0, 3, 3).Rate(r, 1, 5, 1).Rate(r, 2, 5, 1);
        var ranking = Rankings.Of(builder.Build(), RankingMethod.Borich);
        Assert.Equal(["need2", "need3", "need1", "need4"], ranking.Rows.Select(x => x.Need));
        Assert.Equal([1, 1, 3, null], ranking.Rows.Select(x => x.Rank));
    }

    [Fact]
    public void Every_method_has_a_code_of_its_own()
    {
        var rankings = Rankings.All(Given.RandomRatings(5, 40, 7));
        Assert.Equal(7, rankings.Count);
        Assert.Equal(7, rankings.Select(ranking => ranking.Code).Distinct().Count());
    }

    [Fact]
    public void Weights_add_up_to_1_by_every_method() =>
        Assert.All(Rankings.All(Given.RandomRatings(5, 40, 7)), ranking => Assert.Equal(1, ranking.Rows.Sum(r => r.Weight), 10));

    [Fact]
    public void Every_method_is_explained() =>
        Assert.All(Rankings.All(Given.RandomRatings(5, 40, 7)), ranking => Assert.NotEmpty(ranking.Explanation));

    // 100 people share places 1 to 3 among four needs; one puts the fifth first.
    private static NeedRanking OneForTheFifth()
    {
        var builder = new NeedAnswersBuilder(Given.Items(5), new(1, 5));
        for (var i = 0; i < 101; i++)
        {
            builder.Add();
            for (var n = 0; n < 5; n++)
                builder.Set(i, n, NeedMeasure.Rank, 0);
            if (i == 100)
                builder.Set(i, 4, NeedMeasure.Rank, 1);
            else
                for (var place = 1; place <= 3; place++)
                    builder.Set(i, (i + place) % 4, NeedMeasure.Rank, place);
        }
        return Rankings.Of(builder.Build(), RankingMethod.MeanRank);
    }

    [Fact]
    public void N4_mean_rank_compares_a_need_on_all_who_were_asked()
    {
        var last = OneForTheFifth().Rows[4];
        Assert.Equal(("need5", 5, 101), (last.Need, last.Rank, last.N.Shown));
        Assert.Equal((4.5 * 100 + 1) / 101, last.Score!.Value, 9);
    }

    [Fact]
    public void N4_a_need_that_few_placed_weighs_little() => Assert.InRange(OneForTheFifth().Rows[4].Weight, 0, .01);

    [Fact]
    public void Weights_change_the_score_but_never_n()
    {
        var builder = new NeedAnswersBuilder(Given.Items(1), new(1, 5));
        builder.State(builder.Add(weight: 3), 0);
        builder.Ask(builder.Add(weight: 1), 0);
        var row = Assert.Single(Rankings.Of(builder.Build(), RankingMethod.Prevalence).Rows);
        Assert.Equal(.75, row.Score!.Value, 10);
        Assert.Equal(2, row.N.Shown);
        Assert.Equal(1, row.Figures.Single(f => f.Code == "stated").Value);
    }
}
