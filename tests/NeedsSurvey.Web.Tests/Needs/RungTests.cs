using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Web.Needs;

namespace NeedsSurvey.Web.Tests.Needs;

public sealed class RungTests
{
    // Of too little minus too much, and of places, the least speaks most for a need; what speaks against it has no bar.
    [Theory]
    [InlineData(RankingMethod.Borich, true, 2, 1, -1.5, new[] { 1, .5, 0 })]
    [InlineData(RankingMethod.RankedDiscrepancy, false, -80, -20, 40, new[] { 1, .25, 0 })]
    [InlineData(RankingMethod.MeanRank, false, 1, 2, 2.5, new[] { 1, 2 / 3.0, .5 })]
    [InlineData(RankingMethod.Borich, true, -1, -2, -3, new double[] { 0, 0, 0 })]
    [InlineData(RankingMethod.Prevalence, true, .4, .2, .1, new[] { .4, .2, .1 })]
    public void A_bar_is_as_long_as_its_score_speaks_for_the_need(
        RankingMethod method,
        bool higher,
        double a,
        double b,
        double c,
        double[] lengths
    )
    {
        double[] scores = [a, b, c];
        var rows = scores.Select((score, i) => new RankedNeed($"n{i}", "", score, ShownCount.Number(60), i + 1, 0, [])).ToList();
        var ranking = new NeedRanking(method, "", "", "", "", higher, false, rows);
        Assert.Equal(lengths, scores.Select(score => Rung.LengthOf(ranking, score)));
    }
}
