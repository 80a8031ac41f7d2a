using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Needs;

public sealed class PublicRankingTests
{
    private static NeedRanking Stated(params (int Asked, int Stated)[] needs)
    {
        var builder = new NeedAnswersBuilder(Given.Items(needs.Length), new(1, 5));
        for (var i = 0; i < 100; i++)
        {
            builder.Add();
            for (var n = 0; n < needs.Length; n++)
                if (i < needs[n].Asked)
                    builder.Set(i, n, NeedMeasure.Stated, i < needs[n].Stated ? 1 : 0);
        }
        return Rankings.Of(builder.Build(), RankingMethod.Prevalence);
    }

    [Fact]
    public void A_need_few_people_stated_or_all_but_few_is_withheld_and_leaves_no_gap()
    {
        var published = PublicRanking.Of(Stated((100, 96), (100, 60), (100, 4), (100, 30), (9, 5), (100, 0)), SmallCells.Default);
        Assert.Equal(["need1", "need3", "need5"], published.Hidden);
        Assert.Equal([("need2", 1), ("need4", 2), ("need6", 3)], published.Ranking.Rows.Take(3).Select(r => (r.Need, r.Rank!.Value)));
        Assert.All(published.Ranking.Rows.Skip(3), r =>
            Assert.Equal((null, null, 0, 0.0, 0), (r.Score, r.Rank, r.N, r.Weight, r.Figures.Count))
        );
        Assert.Equal(1, published.Ranking.Rows.Sum(r => r.Weight), 10);
    }

    [Fact]
    public void A_ranking_without_small_cells_is_published_as_it_is()
    {
        var ranking = Stated((100, 60), (100, 40));
        Assert.Same(ranking, PublicRanking.Of(ranking, SmallCells.Default).Ranking);
    }
}
