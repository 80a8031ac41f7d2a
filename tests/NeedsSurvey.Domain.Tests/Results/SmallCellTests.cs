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

    [Fact]
    public void A_quote_needs_a_group_of_twice_k() => Assert.True(Rule.AllowsQuote(20) && !Rule.AllowsQuote(19));
}
