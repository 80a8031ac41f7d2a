using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

public sealed class SmallCellTests
{
    private static readonly SmallCells Rule = SmallCells.Default;

    [Fact]
    public void Counts_from_1_to_9_are_hidden_and_zero_may_be_shown()
    {
        Assert.Equal(Enumerable.Range(1, 9), Enumerable.Range(0, 40).Where(Rule.Hides));
        Assert.True(new SmallCells(10, showZero: false).Hides(0));
    }

    [Fact]
    public void No_survey_may_choose_a_threshold_below_5() => Assert.Throws<ArgumentOutOfRangeException>(() => new SmallCells(4));

    [Theory]
    [InlineData(9, 100, false)]
    [InlineData(0, 100, false)]
    [InlineData(10, 100, true)]
    [InlineData(91, 100, false)]
    [InlineData(90, 100, true)]
    [InlineData(100, 100, true)]
    public void A_filter_that_leaves_or_leaves_out_a_small_group_gives_no_result(int group, int everyone, bool allowed) =>
        Assert.Equal(allowed, Rule.AllowsFilter(group, everyone));

    [Fact]
    public void Live_figures_advance_in_steps_of_k()
    {
        Assert.False(Rule.MayAdvance(added: 9, removed: 0));
        Assert.True(Rule.MayAdvance(added: 7, removed: 3));
        Assert.Equal([0, 10, 20, 120], new[] { 9, 10, 29, 125 }.Select(Rule.PublishableCount));
    }

    [Fact]
    public void A_quote_needs_a_group_of_twice_k() => Assert.True(Rule.AllowsQuote(20) && !Rule.AllowsQuote(19));
}
