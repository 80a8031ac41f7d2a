using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>The one interval that stands beside a share, for true figures and for safe ones.</summary>
public sealed class ShownIntervalTests
{
    private static readonly SampleFrame Everybody = SampleFrame.Plain(SampleDesign.Census, 100);

    private static ShownInterval? Shown(SafeRule rule, SampleFrame frame, int n, int yes, int seed = 5)
    {
        var units = new SampleUnits(frame);
        units.Add(null, null, n);
        var (part, of) = Counted(rule, n, yes, seed);
        return ShownIntervals.OfShare(units, new UnitCounts([n], [yes]), part, of);
    }

    private static (ShownCount Part, CountBase Of) Counted(SafeRule rule, int n, int yes, int seed)
    {
        var random = new Random(seed);
        var (all, some) = (default(RecordCounter), default(RecordCounter));
        for (var i = 0; i < n; i++)
        {
            var key = new RecordKey((ulong)random.NextInt64());
            all.Add(key);
            if (i < yes)
                some.Add(key);
        }
        var of = new Drawing(rule, all).Everyone!;
        return (of.Part(some), of);
    }

    [Fact]
    public void N5_true_figures_of_a_census_of_100_with_24_of_60_carry_32_to_48() =>
        Assert.Equal(new ShownInterval(new(.32, .48), null), Shown(SafeRule.Off, Everybody, 60, 24));

    [Fact]
    public void An_open_link_earns_no_interval()
    {
        Assert.Null(Shown(SafeRule.Off, SampleFrame.Plain(SampleDesign.OptIn, 100), 60, 24));
        Assert.Null(Shown(SafeRule.Default, SampleFrame.Plain(SampleDesign.OptIn), 60, 24));
    }

    [Fact]
    public void A_community_smaller_than_those_who_answered_has_no_interval_but_a_reason()
    {
        Assert.Null(Shown(SafeRule.Off, SampleFrame.Plain(SampleDesign.Census, 50), 60, 24));
        var units = new SampleUnits(SampleFrame.Plain(SampleDesign.Census, 50));
        units.Add(null, null, 60);
        Assert.Contains("said to hold 50, but 60 answered", units.Precision(areTrue: true), StringComparison.Ordinal);
        Assert.DoesNotContain("60", units.Precision(areTrue: false), StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_in_words_has_no_interval() => Assert.Null(Shown(SafeRule.Default, Everybody, 60, 4));

    [Fact]
    public void A_safe_interval_is_of_the_shown_numbers_and_wider_by_the_noise()
    {
        var (part, of) = Counted(SafeRule.Default, 200, 80, 5);
        var sampled = ProportionIntervals.ClopperPearson(part.Shown!.Value, of.N);
        var shown = Shown(SafeRule.Default, SampleFrame.Plain(SampleDesign.ProbabilitySample), 200, 80)!;
        Assert.Null(shown.Community);
        Assert.InRange(shown.Interval.Low, 0, sampled.Low - 1e-6);
        Assert.InRange(shown.Interval.High, sampled.High + 1e-6, 1);
        // Noise and sampling add up as squares.
        Assert.InRange(shown.Interval.Width, sampled.Width, 1.1 * sampled.Width);
    }

    [Fact]
    public void Where_everybody_answered_the_noise_alone_is_left()
    {
        var (part, of) = Counted(SafeRule.Default, 100, 40, 5);
        var width = Shown(SafeRule.Default, Everybody, 100, 40)!.Interval.Width;
        Assert.Equal(2 * (1.96 * Math.Sqrt(2 * (1 + Math.Pow(part.Shown!.Value / (double)of.N, 2))) + .5) / of.N, width, .012);
        Assert.Equal(0, Shown(SafeRule.Off, Everybody, 100, 40)!.Interval.Width);
    }

    [Fact]
    public void Safe_intervals_tell_the_effect_of_clusters_in_halves_only()
    {
        var units = new SampleUnits(SampleFrame.Of(new(SampleDesign.ProbabilitySample, null, "street"), null, null, true));
        for (var street = 0; street < 20; street++)
            units.Add(null, $"{street}", 10);
        int[] ten = [.. Enumerable.Repeat(10, 20)];
        var found = ShareIntervals.Of(units, new(ten, [.. Enumerable.Range(0, 20).Select(street => street % 2 == 0 ? 6 : 2)]))!;
        var effect = ShownIntervals.RoundedEffect(found);
        Assert.Equal(Math.Round(2 * effect), 2 * effect);
        Assert.InRange(effect, found.Share.N / found.EffectiveN, found.Share.N / found.EffectiveN + .5);
    }

    [Fact]
    public void Strata_count_by_their_size_in_true_figures_and_are_left_out_of_safe_ones_when_heard_unevenly()
    {
        var units = new SampleUnits(
            SampleFrame.Of(new(SampleDesign.ProbabilitySample, "area"), 1000, [new("north", "North", .5), new("south", "South", .5)], true)
        );
        units.Add("north", null, 200);
        units.Add("south", null, 40);
        var counts = new UnitCounts([200, 40], [10, 16]);
        var (part, of) = Counted(SafeRule.Off, 240, 26, 5);
        var shown = ShownIntervals.OfShare(units, counts, part, of)!;
        Assert.Equal((.05 + .4) / 2, shown.Community!.Value, 12);
        Assert.True(shown.Interval.Contains(.225) && !shown.Interval.Contains(26 / 240.0));
        (part, of) = Counted(SafeRule.Default, 240, 26, 5);
        Assert.NotNull(part.Shown);
        Assert.Null(ShownIntervals.OfShare(units, counts, part, of));
        Assert.Contains("count everybody alike", units.Precision(areTrue: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Means_of_few_carry_Students_t()
    {
        var units = new SampleUnits(SampleFrame.Plain(SampleDesign.ProbabilitySample));
        units.Add(null, null, 5);
        var mean = Linearised.Mean(SamplePlan.Simple(5), [1, 2, 3, 4, 5])!.Value;
        Assert.Equal(3 + 2.776445105 * Math.Sqrt(.5), ShownIntervals.OfMean(units, mean)!.Value.High, 8);
        Assert.Equal(3 + 2.776445105 * Math.Sqrt(.5 + .04), ShownIntervals.OfMean(units, mean, noiseError: .2)!.Value.High, 8);
        Assert.Null(ShownIntervals.OfMean(new SampleUnits(SampleFrame.Plain(SampleDesign.OptIn)), mean));
    }
}
