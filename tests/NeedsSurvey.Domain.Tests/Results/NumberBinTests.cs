using System.Globalization;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

public sealed class NumberBinTests
{
    private static double Read(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static NumberBin HolderOf(IReadOnlyList<NumberBin> bins, string answer) => Assert.Single(bins, bin => bin.Holds(Read(answer)));

    [Fact]
    public void N1_each_tenth_of_a_range_is_in_the_bar_its_text_names()
    {
        string[] answers = ["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1"];
        var bins = NumberBins.Of(answers.Select(Read), 10);
        Assert.Equal(10, bins.Count);
        foreach (var answer in answers[..^2])
            Assert.StartsWith($"{answer} to under ", HolderOf(bins, answer).Label, StringComparison.Ordinal);
        Assert.Equal("0.3 to under 0.4", bins[3].Label);
    }

    // A scale from 0 to 1 has no room above 1.
    [Fact]
    public void The_last_bar_ends_with_the_greatest_value_and_not_with_what_nobody_can_say()
    {
        var bins = NumberBins.Of([0, .5, 1], 10);
        Assert.Equal("0.9 to 1", bins[^1].Label);
        Assert.Equal(bins[^1], HolderOf(bins, "1"));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, -5)]
    [InlineData(5, -2)]
    [InlineData(25, -3)]
    [InlineData(3, -1)]
    [InlineData(7, -9)]
    [InlineData(1, 20)]
    [InlineData(1, -30)]
    [InlineData(11, 300)]
    public void Every_answer_is_in_exactly_the_bar_its_text_names_whatever_the_step(int digits, int exponent)
    {
        for (var start = -40; start <= 40; start += 13)
        {
            // Answers and bars as whole numbers of the smallest digit, where comparing is exact.
            int[] steps = [.. Enumerable.Range(start, 37)];
            var bins = NumberBins.Of(steps.Select(i => Read($"{i * digits}E{exponent}")), 10);
            Assert.InRange(bins.Count, 1, 12);
            foreach (var i in steps)
            {
                var bin = Assert.Single(bins, bin => bin.Holds(Read($"{i * digits}E{exponent}")));
                Assert.True(
                    exponent < -20 || exponent > 20 || Names(bin.Label, i * digits, exponent),
                    $"{i * digits}E{exponent} in {bin.Label}"
                );
            }
        }
    }

    [Fact]
    public void Random_decimals_are_in_the_bar_their_text_names() =>
        Properties.Hold(
            from n in Gen.Choose(1, 40)
            from digits in Gen.Choose(-99_999, 99_999).ArrayOf(n)
            from places in Gen.Choose(0, 4).ArrayOf(n)
            select digits.Zip(places, (digit, place) => new decimal(Math.Abs(digit), 0, 0, digit < 0, (byte)place)).ToArray(),
            answers =>
            {
                double[] read = [.. answers.Select(answer => Read(answer.ToString(CultureInfo.InvariantCulture)))];
                var bins = NumberBins.Of(read, 10);
                return answers
                    .Zip(read)
                    .All(pair => bins.Where(bin => bin.Holds(pair.Second)).ToList() is [var bin] && Names(bin.Label, pair.First));
            }
        );

    [Fact]
    public void A_scale_is_shown_point_by_point_and_longer_whole_numbers_in_whole_bars()
    {
        Assert.Equal(["0", "1", "2", "3"], NumberBins.Of([0, 3], 10).Select(bin => bin.Label));
        Assert.Equal(["0–4", "5–9", "10–14"], NumberBins.Of([0, 14], 4).Select(bin => bin.Label));
        Assert.Equal(["−9 to −7", "0–2"], NumberBins.Of([-9, 14], 10).Where((_, i) => i is 0 or 3).Select(bin => bin.Words));
        Assert.Equal("100,000–199,999", NumberBins.Of([0, 999_999], 10)[1].Words);
        Assert.Equal("1985–1989", NumberBins.Of([1985, 2024], 10)[0].Words);
        Assert.Equal(["−9–−7", "−6–−4", "−3–−1", "0–2"], NumberBins.Of([-9, 14], 10).Take(4).Select(bin => bin.Label));
    }

    [Fact]
    public void Open_bars_hold_whatever_is_below_and_above()
    {
        var bins = NumberBins.Open(NumberBins.Of([18, 67], 10, isWhole: true));
        Assert.Equal(["19 or less", "20–24"], bins.Take(2).Select(bin => bin.Label));
        Assert.Equal("65 or more", bins[^1].Label);
        Assert.Equal(bins[0], HolderOf(bins, "-3"));
        Assert.Equal(bins[^1], HolderOf(bins, "1e9"));
        Assert.Equal("under 0.2", NumberBins.Open(NumberBins.Of([0, 1.5], 10, isWhole: false))[0].Label);
    }

    [Fact]
    public void A_first_bar_begins_at_the_least_value_there_can_be()
    {
        Assert.Equal("0", NumberBins.Open(NumberBins.Of([0, 9], 10, isWhole: true), least: 0)[0].Label);
        Assert.Equal("0–4", NumberBins.Open(NumberBins.Of([0, 44], 10, isWhole: true), least: 0)[0].Label);
        Assert.Equal("19 or less", NumberBins.Open(NumberBins.Of([18, 67], 10, isWhole: true), least: 0)[0].Label);
    }

    [Fact]
    public void One_value_is_one_bar_and_no_value_none()
    {
        Assert.Equal("0.3", Assert.Single(NumberBins.Of([.3, .3], 10)).Label);
        Assert.Equal("7", Assert.Single(NumberBins.Of([7], 10)).Label);
        Assert.Equal("0", Assert.Single(NumberBins.Of([-0.0], 10)).Label);
        Assert.Empty(NumberBins.Of([], 10));
    }

    private static bool Names(string label, long digits, int exponent) =>
        Names(label, decimal.Parse($"{digits}E{exponent}", NumberStyles.Float, CultureInfo.InvariantCulture));

    // What a person reads off the label, in decimal.
    private static bool Names(string label, decimal answer)
    {
        static decimal Parse(string text) => decimal.Parse(text.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (label.Split(" to under ") is [var low, var high])
            return Parse(low) <= answer && answer < Parse(high);
        if (label.Split(" to ") is [var from, var to])
            return Parse(from) <= answer && answer <= Parse(to);
        return label.Split('–') is [var first, var last] ? Parse(first) <= answer && answer <= Parse(last) : Parse(label) == answer;
    }
}
