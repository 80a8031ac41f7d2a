using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

public sealed class ProportionIntervalTests
{
    private static void Near(double low, double high, Interval interval, int digits = 4)
    {
        Assert.Equal(low, interval.Low, digits);
        Assert.Equal(high, interval.High, digits);
    }

    [Fact]
    public void Wilson_of_the_worked_examples()
    {
        Near(.2553, .3662, ProportionIntervals.Wilson(81, 263));
        Near(0, .1611, ProportionIntervals.Wilson(0, 20));
    }

    [Fact]
    public void Agresti_Coull_of_the_worked_examples()
    {
        Near(.2552, .3663, ProportionIntervals.AgrestiCoull(81, 263));
        Near(0, .1898, ProportionIntervals.AgrestiCoull(0, 20));
    }

    // Newcombe 1998, table I: the exact (Clopper–Pearson) intervals of his four examples.
    [Theory]
    [InlineData(81, 263, .2527, .3676)]
    [InlineData(15, 148, .0578, .1617)]
    [InlineData(0, 20, 0, .1684)]
    [InlineData(1, 29, .0009, .1776)]
    public void Clopper_Pearson_agrees_with_Newcombe(int x, int n, double low, double high) =>
        Near(low, high, ProportionIntervals.ClopperPearson(x, n));

    [Fact]
    public void Clopper_Pearson_ends_have_exactly_half_the_error_in_each_tail()
    {
        var interval = ProportionIntervals.ClopperPearson(7, 50);
        Assert.Equal(.025, SpecialFunctions.RegularizedBeta(interval.Low, 7, 44), 10);
        Assert.Equal(.975, SpecialFunctions.RegularizedBeta(interval.High, 8, 43), 10);
        Assert.Equal(new Interval(0, 1 - Math.Pow(.025, .1)).High, ProportionIntervals.ClopperPearson(0, 10).High, 12);
    }

    [Fact]
    public void Log_gamma_and_incomplete_beta_have_their_known_values()
    {
        Assert.Equal(Math.Log(362880), SpecialFunctions.LogGamma(10), 11);
        Assert.Equal(.5 * Math.Log(Math.PI), SpecialFunctions.LogGamma(.5), 12);
        Assert.Equal(.6875, SpecialFunctions.RegularizedBeta(.5, 2, 3), 12);
        Assert.Equal(.3, SpecialFunctions.RegularizedBeta(.3, 1, 1), 12);
    }

    [Fact]
    public void A_finite_population_narrows_the_margin_from_6_93_to_6_20_points()
    {
        var margin = 100 * ProportionIntervals.MarginOfError(.5, 200);
        Assert.Equal(6.93, margin, 2);
        Assert.Equal(6.20, margin * ProportionIntervals.FinitePopulationFactor(200, 1000), 2);
        Assert.Equal(0, ProportionIntervals.FinitePopulationFactor(1000, 1000));
    }

    [Fact]
    public void A_share_of_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ProportionIntervals.Wilson(0, 0));
}
