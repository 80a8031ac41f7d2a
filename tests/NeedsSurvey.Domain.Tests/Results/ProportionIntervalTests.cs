using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

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
    public void An_opt_in_link_gets_a_sentence_instead_of_an_interval()
    {
        Assert.Null(ProportionIntervals.WhereAllowed(SampleDesign.OptIn, 81.0 / 263, 263));
        Near(.2553, .3662, ProportionIntervals.WhereAllowed(SampleDesign.ProbabilitySample, 81.0 / 263, 263)!.Value);
        Assert.Equal(new Interval(.3, .3), ProportionIntervals.WhereAllowed(SampleDesign.Census, .3, 200, population: 200));
        Assert.Contains("no margin of error applies", SampleDesign.OptIn.PrecisionSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void Unequal_weights_widen_an_interval_and_a_small_community_narrows_it()
    {
        double Width(double deff, int? population) =>
            ProportionIntervals.WhereAllowed(SampleDesign.ProbabilitySample, .5, 200, deff, population)!.Value.Width;
        Assert.Equal(
            ProportionIntervals.Wilson(50, 100),
            ProportionIntervals.WhereAllowed(SampleDesign.ProbabilitySample, .5, 200, deff: 2)
        );
        Assert.True(Width(1, 1000) < Width(1, null) && Width(1, null) < Width(1.5, null));
    }

    [Fact]
    public void A_share_of_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ProportionIntervals.Wilson(0, 0));
}
