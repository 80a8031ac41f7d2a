using FsCheck.Fluent;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.Domain.Tests.Needs;

public sealed class RankTests
{
    [Fact]
    public void Ranks_are_valid_competition_ranks() => Properties.Hold(Gen.Choose(-3, 3).ListOf().Where(l => l.Count <= 200), values =>
        {
            double[] scores = [.. values.Select(v => v == -3 ? double.NaN : v / 7.0)];
            var ranks = new int[scores.Length];
            foreach (var higherFirst in new[] { true, false })
            {
                Ranks.Competition(scores, higherFirst, ranks);
                for (var i = 0; i < ranks.Length; i++)
                    if (ranks[i] != 1 + scores.Count(s => Ranks.Before(s, scores[i], higherFirst)))
                        return false;
            }
            return true;
        });

    [Fact]
    public void Rounding_noise_does_not_separate_equal_scores()
    {
        var ranks = new int[3];
        Ranks.Competition([.1 + .2, .3, .2], true, ranks);
        Assert.Equal([1, 1, 3], ranks);
    }

    [Fact]
    public void Every_ranking_of_random_data_is_well_formed() => Properties.Hold(Gen.Choose(1, 10_000), seed =>
        {
            var data = Given.RandomRatings(1 + seed % 7, 1 + seed % 23, seed, weighted: seed % 2 == 0);
            return Rankings
                .All(data)
                .All(ranking =>
                    ranking.Rows.Count == data.Needs.Count
                    && ranking.Rows.Select(r => r.Need).Distinct().Count() == data.Needs.Count
                    && ranking.Rows.All(r =>
                        r.N.Shown >= 0 && r.N.Shown <= data.Count && r.Rank is null == r.Score is null && r.Weight >= 0
                    )
                    && Math.Abs(ranking.Rows.Sum(r => r.Weight) - 1) < 1e-9
                    && ranking
                        .Rows.Where(r => r.Rank is not null)
                        .Select(r => r.Rank!.Value)
                        .SequenceEqual(ranking.Rows.Where(r => r.Rank is not null).Select(r => r.Rank!.Value).Order())
                );
        });
}
