using System.Reflection;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

public sealed class SafeCountTests
{
    [Theory]
    [InlineData(0, "fewer than 10")]
    [InlineData(3, "fewer than 10")]
    [InlineData(57, "all but fewer than 10")]
    [InlineData(60, "all but fewer than 10")]
    public void Few_and_nearly_all_are_told_in_words_and_so_are_nobody_and_everybody(int part, string words)
    {
        var (all, some) = Sets(60, part);
        Assert.Equal(words, new Drawing(SafeRule.Default, all).Everyone!.Part(some).ToString());
    }

    [Fact]
    public void A_number_is_at_most_5_off_and_shown_only_from_k_on()
    {
        for (var part = 10; part <= 50; part++)
        {
            var (all, some) = Sets(60, part);
            var count = new Drawing(SafeRule.Default, all).Everyone!.Part(some);
            if (count.Shown is { } shown)
                Assert.InRange(shown, Math.Max(10, part - 5), part + 5);
            else
                Assert.True(part < 15 || 60 - part < 15);
        }
    }

    [Fact]
    public void Below_k_there_is_no_base_and_so_no_result_and_no_zero()
    {
        var (all, few) = Sets(60, 9);
        var drawing = new Drawing(SafeRule.Default, all);
        Assert.Null(drawing.Base(few));
        Assert.Null(drawing.Everyone!.Within(few));
        Assert.Null(new Drawing(SafeRule.Default, few).Everyone);
        Assert.Null(drawing.Base(default));
    }

    [Fact]
    public void Two_descriptions_of_the_same_people_give_the_same_number()
    {
        var keys = Keys(90);
        RecordCounter all = default,
            byRow = default,
            even = default,
            odd = default;
        foreach (var key in keys)
            all.Add(key);
        foreach (var key in keys.Take(40).Reverse())
            byRow.Add(key);
        for (var i = 0; i < 40; i++)
        {
            if (i % 2 == 0)
                even.Add(keys[i]);
            else
                odd.Add(keys[i]);
        }
        even.Add(odd);
        Assert.Equal(byRow, even);
        var drawing = new Drawing(SafeRule.Default, all);
        Assert.Equal(drawing.Everyone!.Part(byRow), drawing.Base(even)!.Count);
    }

    [Fact]
    public void The_next_drawing_changes_the_noise_of_sets_that_did_not_change()
    {
        var keys = Keys(400);
        var changed = 0;
        for (var set = 0; set < 100; set++)
        {
            RecordCounter all = default,
                part = default;
            for (var i = 0; i < 380; i++)
            {
                all.Add(keys[i]);
                if (CellKey.Mix((ulong)((i * 1000) + set)) % 7 < 3)
                    part.Add(keys[i]);
            }
            var before = new Drawing(SafeRule.Default, all).Everyone!.Part(part);
            for (var i = 380; i < 400; i++)
                all.Add(keys[i]);
            if (before != new Drawing(SafeRule.Default, all).Everyone!.Part(part))
                changed++;
        }
        Assert.InRange(changed, 60, 95);
    }

    [Fact]
    public void A_base_that_leaves_out_few_has_no_number_and_its_shares_are_of_everybody()
    {
        var (all, answered) = Sets(60, 58);
        var everyone = new Drawing(SafeRule.Default, all).Everyone!;
        var within = everyone.Within(answered)!;
        Assert.Equal(ShownCountKind.NearlyAll, within.Count.Kind);
        Assert.Equal(everyone.N, within.N);
    }

    [Fact]
    public void No_survey_may_choose_a_threshold_below_5() => Assert.Throws<ArgumentOutOfRangeException>(() => new SafeRule(4));

    [Fact]
    public void A_part_larger_than_its_base_is_refused()
    {
        var (all, some) = Sets(60, 30);
        Assert.Throws<ArgumentException>(() => new Drawing(SafeRule.Default, all).Base(some)!.Part(all));
    }

    [Fact]
    public void A_safe_count_has_no_arithmetic_and_a_counter_gives_no_number_away()
    {
        string[] allowed = ["op_Equality", "op_Inequality"];
        foreach (var type in (Type[])[typeof(ShownCount), typeof(RecordCounter), typeof(CountBase)])
        {
            var operators = type.GetMethods(BindingFlags.Static | BindingFlags.Public)
                .Where(m => m.Name.StartsWith("op_", StringComparison.Ordinal));
            Assert.All(operators, m => Assert.Contains(m.Name, allowed));
        }
        Assert.DoesNotContain(typeof(RecordCounter).GetProperties(), p => p.PropertyType == typeof(int));
        Assert.DoesNotContain(typeof(ShownCount).GetConstructors(), c => c.GetParameters().Length > 0);
        Assert.DoesNotMatch("[0-9]", Sets(60, 3).All.ToString());
    }

    [Fact]
    public void Quotes_need_twice_k() =>
        Assert.True(SafeRule.Default.AllowsQuote(Sets(20, 1).All) && !SafeRule.Default.AllowsQuote(Sets(19, 1).All));

    [Theory]
    [InlineData(0, 0, 9, false)]
    [InlineData(0, 0, 10, true)]
    [InlineData(60, 60, 61, false)]
    [InlineData(60, 60, 74, false)]
    [InlineData(60, 60, 75, true)]
    [InlineData(20, 20, 29, false)]
    [InlineData(20, 20, 10, true)]
    [InlineData(1000, 1000, 1249, false)]
    [InlineData(12, 12, 2, false)]
    [InlineData(45, 75, 60, false)]
    [InlineData(45, 75, 93, false)]
    [InlineData(45, 75, 94, true)]
    [InlineData(45, 75, 33, true)]
    public void Figures_are_drawn_again_at_k_and_a_quarter_beyond_all_drawings(int fewest, int most, int now, bool may) =>
        Assert.Equal(may, SafeSteps.MayDraw(new(fewest, most), now, SafeRule.Default));

    // The flooding attacker: an open link, answers sent and taken back to have everybody else drawn once more.
    [Fact]
    public void Whoever_sends_answers_and_takes_them_back_has_few_drawings_of_the_others()
    {
        const int others = 60;
        var (sizes, looks) = (new DrawnSizes(others, others), 1);
        for (var own = 0; own <= 1000; own++)
        for (var round = 0; round < 100; round++)
        {
            // All of them in, and all of them out again.
            See(others + own);
            See(others);
        }
        Assert.InRange(looks, 2, 1 + (int)Math.Log(1060.0 / others, 1.25));

        void See(int now)
        {
            if (!SafeSteps.MayDraw(sizes, now, SafeRule.Default))
                return;
            sizes = new(Math.Min(sizes.Fewest, now), Math.Max(sizes.Most, now));
            looks++;
        }
    }

    [Fact]
    public void Versions_of_a_report_differ_by_k() =>
        Assert.True(
            SafeSteps.MayPublish(0, 10, SafeRule.Default)
                && SafeSteps.MayPublish(60, 70, SafeRule.Default)
                && !SafeSteps.MayPublish(60, 69, SafeRule.Default)
                && !SafeSteps.MayPublish(0, 9, SafeRule.Default)
        );

    [Fact]
    public void A_share_says_what_the_noise_adds()
    {
        var (all, half) = Sets(400, 200);
        var everyone = new Drawing(SafeRule.Default, all).Everyone!;
        var part = everyone.Part(half);
        var share = ShownFigures.Share(part, everyone);
        Assert.Equal((double)part.Shown!.Value / everyone.N, share.Value);
        Assert.Equal(Math.Sqrt(2 * (1 + (share.Value!.Value * share.Value.Value))) / everyone.N, share.NoiseError, 1e-12);
        var few = ShownFigures.Share(everyone.Part(Sets(400, 3).Part), everyone);
        Assert.Null(few.Value);
        Assert.Equal(9.0 / everyone.N, few.AtMost);
    }

    [Fact]
    public void A_mean_is_worked_out_from_what_is_shown_with_the_hidden_people_as_the_rest()
    {
        var (all, _) = Sets(100, 0);
        var drawing = new Drawing(SafeRule.Default, all);
        var everyone = drawing.Everyone!;
        ShownCount[] cells = [ShownCount.Number(40, 10), ShownCount.Number(everyone.N - 46, 10), ShownCount.Few(10)];
        var mean = ShownFigures.Mean(cells, [1, 2, 5], everyone)!;
        Assert.Equal((40 + (2 * (everyone.N - 46)) + (5 * 6)) / (double)everyone.N, mean.Value, 1e-12);
        Assert.True(mean.Low < mean.Value && mean.High > mean.Value && mean.NoiseError > 0);
        Assert.Null(ShownFigures.Mean([ShownCount.Few(10), ShownCount.Few(10), ShownCount.Number(12, 10)], [1, 2, 3], everyone));
    }

    // 40 of 60 came out as 41 of 56.
    [Theory]
    [InlineData(0, 0, .002)]
    [InlineData(2, -.04, -.02)]
    [InlineData(9, -.17, -.13)]
    public void A_share_where_fewer_than_k_gave_no_answer_is_of_everybody(int silent, double least, double most)
    {
        // Off by so much, as a part of the share, from that of those who answered.
        const int repetitions = 2_000;
        var off = 0.0;
        for (var seed = 1; seed <= repetitions; seed++)
        {
            RecordCounter all = default,
                answered = default,
                part = default;
            foreach (var (key, i) in Keys(60, seed).Select((key, i) => (key, i)))
            {
                all.Add(key);
                if (i < 60 - silent)
                    answered.Add(key);
                if (i < 30)
                    part.Add(key);
            }
            var of = new Drawing(SafeRule.Default, all).Everyone!.Within(answered)!;
            off += ShownFigures.Share(of.Part(part), of).Value!.Value / (30.0 / (60 - silent)) - 1;
        }
        Assert.InRange(off / repetitions, least - .001, most);
    }

    [Fact]
    public void The_range_of_a_mean_holds_the_true_one_in_95_of_100()
    {
        const int repetitions = 2_000;
        var held = 0;
        for (var seed = 1; seed <= repetitions; seed++)
        {
            var random = new Random(seed);
            RecordCounter all = default;
            var cells = new RecordCounter[5];
            var sum = 0.0;
            foreach (var key in Keys(60, seed))
            {
                var value = Math.Clamp(
                    (int)Math.Round(3 + (1.2 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2)),
                    1,
                    5
                );
                all.Add(key);
                cells[value - 1].Add(key);
                sum += value;
            }
            var of = new Drawing(SafeRule.Default, all).Everyone!;
            if (ShownFigures.Mean(of.Parts(cells), [1, 2, 3, 4, 5], of) is { } mean && mean.Range.Contains(sum / 60))
                held++;
        }
        Assert.InRange(held, .95 * repetitions, repetitions);
    }

    [Fact]
    public void The_sentence_says_what_was_done_and_how_much_it_can_matter()
    {
        var words = SafeWords.Sentence(SafeRule.Default, 60);
        Assert.Contains("at most 5", words, StringComparison.Ordinal);
        Assert.Contains("need not add up", words, StringComparison.Ordinal);
        Assert.Contains("5.2 points", words, StringComparison.Ordinal);
    }

    internal static RecordKey[] Keys(int n, int seed = 1) =>
        [.. Enumerable.Range(1, n).Select(i => new RecordKey(CellKey.Mix((ulong)(i + (seed * 100_000)) * 0x9E3779B97F4A7C15)))];

    private static (RecordCounter All, RecordCounter Part) Sets(int n, int part)
    {
        RecordCounter all = default,
            some = default;
        foreach (var (key, i) in Keys(n).Select((key, i) => (key, i)))
        {
            all.Add(key);
            if (i < part)
                some.Add(key);
        }
        return (all, some);
    }
}
