using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Needs;

public sealed class SafeRankingTests
{
    private static readonly AnswerReach Reach = new([2, 4, 6, 7, 8], 3);

    private static AnswerReach[] Reached(NeedAnswers data) => [.. data.Needs.Select(_ => Reach)];

    private static RecordKey[] Keys(int people, int seed = 1)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, people).Select(_ => new RecordKey(unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue)))),
        ];
    }

    private static RecordCounter Counted(IEnumerable<RecordKey> keys)
    {
        var counter = new RecordCounter();
        foreach (var key in keys)
            counter.Add(key);
        return counter;
    }

    internal static SafeRankings Safe(NeedAnswers data, SafeRule? rule = null, int seed = 1)
    {
        var keys = Keys(data.Count, seed);
        return new(data, keys, [Reached(data)], new Drawings(rule ?? SafeRule.Default, [Counted(keys)]));
    }

    // The first so many people state each need; everybody was asked.
    private static NeedAnswers Stated(int people, params int[] stated)
    {
        var builder = new NeedAnswersBuilder(Given.Items(stated.Length), new(1, 5));
        for (var i = 0; i < people; i++)
        {
            builder.Add();
            for (var n = 0; n < stated.Length; n++)
                builder.Set(i, n, NeedMeasure.Stated, i < stated[n] ? 1 : 0);
        }
        return builder.Build();
    }

    private static RankedNeed Row(SafeRanking ranking, int need) => ranking.Ranking.Rows.Single(row => row.Need == $"need{need}");

    [Fact]
    public void With_the_rule_off_safe_scores_are_the_true_ones()
    {
        var data = Given.RandomRatings(5, 300, 4);
        var rankings = Safe(data, SafeRule.Off).All();
        Assert.Equal(6, rankings.Count);
        Assert.All(rankings, safe =>
        {
            var rows = Rankings.Of(data, safe.Ranking.Method).Rows;
            Assert.Equal(rows.Select(row => (row.Need, row.Rank)), safe.Ranking.Rows.Select(row => (row.Need, row.Rank)));
            Assert.All(rows.Zip(safe.Ranking.Rows), pair => Assert.Equal(pair.First.Score!.Value, pair.Second.Score!.Value, 9));
        });
    }

    [Fact]
    public void A_safe_prevalence_is_the_share_that_the_same_people_have_everywhere()
    {
        var keys = Keys(100);
        var drawing = new Drawing(SafeRule.Default, Counted(keys));
        var asked = drawing.Everyone!.Within(Counted(keys))!;
        var data = Stated(100, 40);
        var row = Row(new SafeRankings(data, keys, [Reached(data)], new(SafeRule.Default, [Counted(keys)])).All().Single(), 1);
        Assert.Equal(ShownFigures.Share(asked.Part(Counted(keys.Take(40))), asked).Value, row.Score);
    }

    [Theory]
    [InlineData(3, ShownCountKind.Few)]
    [InlineData(97, ShownCountKind.NearlyAll)]
    public void A_share_that_is_told_in_words_has_no_score(int stated, ShownCountKind words)
    {
        var row = Row(Safe(Stated(100, 40, stated)).All().Single(), 2);
        Assert.Equal((null, words), (row.Score, row.Figures.Single().Count!.Value.Kind));
    }

    // Else the headline would name the second as what people need most.
    [Theory]
    [InlineData(3, null)]
    [InlineData(97, 1)]
    public void What_nearly_all_stated_has_its_rank_and_what_few_stated_has_none(int stated, int? rank) =>
        Assert.Equal(rank, Row(Safe(Stated(100, 40, stated)).All().Single(), 2).Rank);

    [Fact]
    public void Needs_that_nearly_all_stated_share_a_rank()
    {
        var ranking = Safe(Stated(100, 98, 97, 30)).All().Single();
        Assert.Equal([1, 1, 3], ((int[])[1, 2, 3]).Select(need => Row(ranking, need).Rank!.Value));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public void A_share_told_in_words_weighs_by_the_middle_of_what_they_allow(int stated)
    {
        var ranking = Safe(Stated(100, 40, stated)).All().Single();
        var middle = 4.5 / new Drawing(SafeRule.Default, Counted(Keys(100))).Everyone!.N;
        Assert.Equal(middle / (middle + Row(ranking, 1).Score!.Value), Row(ranking, 2).Weight, 3);
    }

    [Fact]
    public void What_nearly_all_stated_stands_before_all_numbers() =>
        Assert.Equal("need2", Safe(Stated(100, 40, 97, 30)).All().Single().Ranking.Rows[0].Need);

    [Fact]
    public void P1_a_share_behind_a_score_is_told_in_words_where_few_are_in_it()
    {
        var builder = new NeedAnswersBuilder(Given.Items(1), new(1, 5));
        for (var i = 0; i < 60; i++)
            builder.Rate(builder.Add(), 0, i < 3 ? 5 : 3, 3);
        var ranking = Safe(builder.Build()).All().Single(one => one.Ranking.Method == RankingMethod.RankedDiscrepancy);
        var share = Row(ranking, 1).Figures.Single(figure => figure.Code == "too_little");
        Assert.Equal((null, ShownCountKind.Few), (share.Value, share.Count!.Value.Kind));
    }

    // Scores of small surveys were far from the true ones, and nothing said so.
    [Fact]
    public void A_score_says_by_how_much_protection_moves_it()
    {
        foreach (var people in (int[])[60, 100, 200])
        {
            var (squares, said, count) = (0.0, 0.0, 0);
            for (var seed = 0; seed < 40; seed++)
            {
                var data = Rated(people, seed);
                if (Safe(data, seed: seed).All().SingleOrDefault(one => one.Ranking.Method == RankingMethod.Borich) is not { } safe)
                    continue;
                foreach (var row in Rankings.Of(data, RankingMethod.Borich).Rows)
                    squares += Math.Pow(row.Score!.Value - safe.Ranking.Rows.Single(other => other.Need == row.Need).Score!.Value, 2);
                (said, count) = (said + safe.Protection, count + 1);
            }
            var off = Math.Sqrt(squares / (6 * count));
            Assert.InRange(off, .4 * said / count, said / count);
        }
    }

    [Fact]
    public void A_method_is_withheld_where_a_need_that_many_rated_would_have_no_score()
    {
        // Of 40 people, no rating of the second need was given by ten.
        var builder = new NeedAnswersBuilder(Given.Items(2), new(1, 5));
        for (var i = 0; i < 40; i++)
            builder.Rate(builder.Add(), 0, i < 20 ? 5 : 4, i < 20 ? 1 : 2).Rate(i, 1, 1 + i % 5, 1 + i % 5);
        var safe = Safe(builder.Build());
        Assert.Contains("borich", safe.Withheld);
        Assert.DoesNotContain(safe.All(), one => one.Ranking.Method == RankingMethod.Borich);
    }

    // Needs differ clearly; each rating is spread over the scale.
    internal static NeedAnswers Rated(int people, int seed)
    {
        var random = new Random(seed);
        var builder = new NeedAnswersBuilder(Given.Items(6), new(1, 5));
        double[] important = [.. Enumerable.Range(0, 6).Select(_ => 2.2 + 2.4 * random.NextDouble())];
        double[] satisfied = [.. Enumerable.Range(0, 6).Select(_ => 1.8 + 2.4 * random.NextDouble())];
        int Rating(double around) =>
            Math.Clamp((int)Math.Round(around + 2.2 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)), 1, 5);
        for (var i = 0; i < people; i++)
        {
            builder.Add();
            for (var n = 0; n < 6; n++)
                builder.Rate(i, n, Rating(important[n]), Rating(satisfied[n]));
        }
        return builder.Build();
    }

    [Fact]
    public void A_method_that_fewer_than_k_people_answered_is_not_offered()
    {
        var builder = new NeedAnswersBuilder(Given.Items(1), new(1, 5));
        for (var i = 0; i < 60; i++)
        {
            builder.Set(builder.Add(), 0, NeedMeasure.Stated, i % 2);
            if (i < 9)
                builder.Rate(i, 0, 5, 1);
        }
        Assert.Equal([RankingMethod.Prevalence], Safe(builder.Build()).All().Select(one => one.Ranking.Method));
    }

    [Fact]
    public void A_need_that_fewer_than_k_were_asked_about_says_only_that()
    {
        var builder = new NeedAnswersBuilder(Given.Items(2), new(1, 5));
        for (var i = 0; i < 60; i++)
        {
            builder.Set(builder.Add(), 0, NeedMeasure.Stated, i % 2);
            if (i < 9)
                builder.State(i, 1);
        }
        var row = Row(Safe(builder.Build()).All().Single(), 2);
        Assert.Equal((null, ShownCountKind.Few, 0), (row.Score, row.N.Kind, row.Figures.Count));
    }

    [Fact]
    public void Safe_means_are_close_to_the_true_ones()
    {
        var data = Given.RandomRatings(4, 2000, 5);
        var safe = Safe(data).All().Single(one => one.Ranking.Method == RankingMethod.Borich);
        Assert.All(Rankings.Of(data, RankingMethod.Borich).Rows, row =>
            Assert.Equal(row.Score!.Value, safe.Ranking.Rows.Single(other => other.Need == row.Need).Score!.Value, .05)
        );
    }

    [Theory]
    [InlineData(RankingMethod.Prevalence)]
    [InlineData(RankingMethod.Borich)]
    [InlineData(RankingMethod.ImportanceSatisfaction)]
    public void Sets_for_ranks_are_wider_from_safe_counts(RankingMethod method)
    {
        var data = Given.RandomRatings(6, 400, 6);
        var safe = Safe(data).All().Single(one => one.Ranking.Method == method).Confidence;
        var full = RankSets.Of(data, method, new(1));
        static int Width(RankConfidence sets) => sets.Rows.Sum(row => row.TogetherHigh - row.TogetherLow);
        Assert.True(Width(safe) >= Width(full), $"{Width(safe)} and {Width(full)}");
    }

    [Fact]
    public void Safe_sets_still_tell_what_is_far_ahead() =>
        Assert.Equal(TopPlace.Surely, Safe(Stated(400, 360, 80, 70, 60, 50)).All().Single().Confidence.Rows[0].Top);

    [Fact]
    public void N10_safe_sets_hold_the_true_ranks_of_nine_in_ten_communities()
    {
        double[] truth = [.40, .39, .37, .35, .33];
        var held = 0;
        const int repetitions = 100;
        for (var seed = 0; seed < repetitions; seed++)
        {
            var random = new Random(seed);
            var builder = new NeedAnswersBuilder(Given.Items(5), new(1, 5));
            for (var i = 0; i < 200; i++)
            {
                builder.Add();
                for (var n = 0; n < 5; n++)
                    builder.Set(i, n, NeedMeasure.Stated, random.NextDouble() < truth[n] ? 1 : 0);
            }
            var rows = Safe(builder.Build(), seed: seed).All().Single().Confidence.Rows;
            if (
                Enumerable
                    .Range(1, 5)
                    .All(rank =>
                        rows.Single(row => row.Need == $"need{rank}") is var set && set.TogetherLow <= rank && rank <= set.TogetherHigh
                    )
            )
                held++;
        }
        Assert.InRange(held, 90, repetitions);
    }
}
