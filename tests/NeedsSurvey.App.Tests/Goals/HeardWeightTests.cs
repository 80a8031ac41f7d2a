using NeedsSurvey.App.Goals;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Tests.Goals;

/// <summary>What needs weigh beside goals, where a catalogue has needs that nobody was asked about.</summary>
public sealed class HeardWeightTests
{
    // Two were asked about; of the third, fewer than k told, which could be a few.
    private static readonly NeedRanking Told = new(
        RankingMethod.Prevalence,
        "",
        "",
        "",
        "",
        true,
        false,
        [Row("housing", .6), Row("buses", .2), Row("air", .2)]
    );

    private static RankedNeed Row(string need, double weight) => new(need, need, weight, ShownCount.Number(60), 1, weight, []);

    private static double[] Weights(NeedRanking? ranking, params string[] heard) =>
        [
            .. AlignmentInputs
                .Of([("housing", ""), ("buses", ""), ("air", "")], ranking, [], [], [], heard.ToHashSet())
                .Needs.Select(need => need.Weight),
        ];

    [Fact]
    public void What_nobody_was_asked_about_weighs_nothing() =>
        Assert.Equal([.75, .25, 0], Weights(Told, "housing", "buses").Select(weight => Math.Round(weight, 12)));

    [Fact]
    public void Where_all_were_heard_weights_are_those_of_the_ranking() =>
        Assert.Equal([.6, .2, .2], Weights(Told, "housing", "buses", "air").Select(weight => Math.Round(weight, 12)));

    [Fact]
    public void Where_nothing_is_ranked_those_that_were_heard_weigh_alike() => Assert.Equal([1, 1, 0], Weights(null, "housing", "buses"));
}
