using NeedsSurvey.Domain.Results;
using Xunit.Abstractions;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>
/// How often intervals hold the truth. With NEEDSSURVEY_EXPLORE set, thousands of draws and a bound of nominal − 1 point (the table of
/// src/docs/methods.md); else a few, which only what is grossly wrong fails.
/// </summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private static readonly (int Times, double Least) Asked = Properties.Exploring ? (6000, .94) : (20, .75);

    // The second is an independent check of the first.
    private static readonly int[] Seeds = Properties.Seed is { } seed ? [seed] : [20261129, 71];

    public static TheoryData<string> Shares => new(ShareDesigns.All.Select(design => design.Name));

    public static TheoryData<string> Safe => new(SafeDesigns.All.Select(design => design.Name));

    public static TheoryData<string> Summed => new(SummedDesigns.All.Select(design => design.Name));

    public static TheoryData<string> Means => new(MeanDesigns.All.Select(design => design.Name));

    [Theory]
    [MemberData(nameof(Shares))]
    public void N8_N9_N11_intervals_of_shares_hold_the_truth_as_often_as_they_say(string name) =>
        Holds(ShareDesigns.All.Single(design => design.Name == name));

    [Theory]
    [MemberData(nameof(Safe))]
    public void N8_N9_intervals_of_safe_shares_hold_the_truth_as_often_as_they_say(string name) =>
        Holds(SafeDesigns.All.Single(design => design.Name == name));

    [Theory]
    [MemberData(nameof(Summed))]
    public void N8_intervals_of_shares_summed_over_surveys_hold_the_truth_as_often_as_they_say(string name) =>
        Holds(SummedDesigns.All.Single(design => design.Name == name));

    [Theory]
    [MemberData(nameof(Means))]
    public void N8_N9_N11_intervals_of_means_ratios_and_totals_hold_the_truth_as_often_as_they_say(string name) =>
        Holds(MeanDesigns.All.Single(design => design.Name == name));

    [Fact]
    public void The_simulation_finds_an_interval_that_does_not_know_of_clusters()
    {
        int[] membership = [.. Enumerable.Range(0, 200).Select(i => i / 10)];
        var blind = new CoverageDesign("clusters unknown", .3, random =>
        {
            double[] chances = [.. Enumerable.Range(0, 20).Select(_ => random.ClusterChance(.3, .2))];
            return ProportionIntervals.Wilson(membership.Sum(c => random.Yes(chances[c])), 200);
        });
        Assert.InRange(blind.Repeat(400, 1).Covered, .65, .84);
    }

    private void Holds(CoverageDesign design)
    {
        double[] found =
        [
            .. (Properties.Exploring ? Seeds : Seeds[..1]).Select(seed =>
            {
                var (covered, width, shown) = design.Repeat(Asked.Times, seed);
                output.WriteLine($"{design.Name}, seed {seed}: {100 * covered:0.0} %, mean width {width:0.####}");
                Assert.True(shown > .9 * Asked.Times, $"only {shown} of {Asked.Times} draws have an interval");
                return covered;
            }),
        ];
        Assert.All(found, covered => Assert.True(covered >= Asked.Least, $"{design.Name}: {covered:0.000}"));
    }
}
