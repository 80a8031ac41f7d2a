using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Results;

public sealed class SamplePlanTests
{
    private static SamplePlan Made(SamplePlanResult result) => Assert.IsType<SamplePlanResult.Planned>(result).Plan;

    private static SamplePlanFault Fault(SamplePlanResult result) =>
        Assert.Single(Assert.IsType<SamplePlanResult.Impossible>(result).Faults);

    [Fact]
    public void A_plain_sample_has_the_textbook_standard_error()
    {
        // s² = 2.5 over n = 5: √(2.5/5), and √(1 − 5/20) of it from a community of 20.
        var mean = Linearised.Mean(SamplePlan.Simple(5), [1, 2, 3, 4, 5])!.Value;
        Assert.Equal((3.0, 4, 5), (mean.Value, mean.DegreesOfFreedom, mean.N));
        Assert.Equal(Math.Sqrt(.5), mean.StandardError, 12);
        Assert.Equal(Math.Sqrt(.5 * .75), Linearised.Mean(SamplePlan.Simple(5, 20), [1, 2, 3, 4, 5])!.Value.StandardError, 12);
        Assert.Equal(3 - 2.776445105 * Math.Sqrt(.5), mean.WithT()!.Value.Low, 8);
        Assert.Equal(3 - 2.776445105 * Math.Sqrt(.5) - .1, mean.WithT(step: 1)!.Value.Low, 8);
        Assert.Null(Linearised.Mean(SamplePlan.Simple(3), [2, 2, 2])!.Value.WithT());
    }

    [Fact]
    public void A_community_heard_in_full_leaves_nothing_to_estimate()
    {
        Assert.Equal(0, Linearised.Mean(SamplePlan.Simple(5, 5), [1, 2, 3, 4, 5])!.Value.StandardError);
        // Also where one stratum holds a single person.
        var strata = new SampleStrata(["alone", "others"], [0, 1, 1], [1, 20]);
        Assert.True(Linearised.Mean(Made(SamplePlan.Of(3, strata: strata)), [1, 2, 3])!.Value.StandardError > 0);
    }

    [Fact]
    public void Strata_sizes_alone_give_the_weights()
    {
        var plan = Made(SamplePlan.Of(4, strata: new(["small", "large"], [0, 0, 1, 1], [10, 90])));
        Assert.Equal([5, 5, 45, 45], plan.Weights.ToArray());
        Assert.Equal(.9, Linearised.Share(plan, [0, 0, 1, 1])!.Value.Value, 12);
    }

    [Fact]
    public void Clusters_are_told_apart_within_a_stratum()
    {
        var plan = Made(SamplePlan.Of(4, [1, 1, 1, 1], new(["a", "b"], [0, 0, 1, 1]), [1, 2, 1, 2]));
        Assert.Equal((4, 2, 2), (plan.Units, plan.Strata, plan.DegreesOfFreedom));
    }

    [Fact]
    public void Strata_from_which_nobody_answered_do_not_count()
    {
        var plan = Made(SamplePlan.Of(4, strata: new(["a", "silent", "b"], [0, 0, 2, 2], [10, 30, 20])));
        Assert.Equal((2, 2), (plan.Strata, plan.DegreesOfFreedom));
    }

    [Fact]
    public void A_stratum_with_one_unit_is_named_with_the_neighbour_to_merge_it_with()
    {
        var people = Fault(SamplePlan.Of(5, strata: new(["north", "middle", "south"], [0, 0, 1, 2, 2], [9, 9, 9])));
        Assert.Equal((SamplePlanFaultKind.SingleUnitStratum, "middle"), (people.Kind, people.Stratum));
        Assert.Equal(["north", "middle"], people.Merge);
        Assert.Contains("Only one person answered from the stratum “middle”", people.Message, StringComparison.Ordinal);
        var clusters = Fault(SamplePlan.Of(4, [1, 1, 1, 1], new(["north", "south"], [0, 0, 1, 1]), [1, 2, 3, 3]));
        Assert.Contains("Only one cluster answered from the stratum “south”", clusters.Message, StringComparison.Ordinal);
        Assert.Contains("Merge it", clusters.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_question_with_one_value_is_named()
    {
        var fault = Fault(SamplePlan.Of(3, clusters: [7, 7, 7]));
        Assert.Equal(SamplePlanFaultKind.OneCluster, fault.Kind);
        Assert.Contains("Name another question", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_community_smaller_than_those_who_answered_is_named()
    {
        Assert.Contains("said to hold 2, but 3 answered", Fault(SamplePlan.Of(3, population: 2)).Message, StringComparison.Ordinal);
        Assert.Equal("b", Fault(SamplePlan.Of(4, strata: new(["a", "b"], [0, 0, 1, 1], [5, 1]))).Stratum);
    }

    [Fact]
    public void Strata_with_neither_sizes_nor_weights_are_named()
    {
        var strata = new SampleStrata(["a", "b"], [0, 0, 1, 1]);
        Assert.Equal(SamplePlanFaultKind.StrataWithoutPopulation, Fault(SamplePlan.Of(4, strata: strata)).Kind);
        Assert.IsType<SamplePlanResult.Planned>(SamplePlan.Of(4, [1, 1, 2, 2], strata));
    }

    [Fact]
    public void One_answer_is_too_few() => Assert.Equal(SamplePlanFaultKind.TooFewPeople, Fault(SamplePlan.Of(1)).Kind);

    [Fact]
    public void Nobody_inside_has_no_figure()
    {
        Assert.Null(Linearised.Mean(SamplePlan.Simple(2), [double.NaN, double.NaN]));
        Assert.Null(ShareIntervals.Of(SamplePlan.Simple(3), [double.NaN, double.NaN, 1]));
        Assert.Null(Linearised.Mean(SamplePlan.Simple(3), [double.NaN, double.NaN, 1])!.Value.WithT());
    }

    [Fact]
    public void Values_that_are_no_shares_or_of_another_number_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Linearised.Share(SamplePlan.Simple(2), [0, 2]));
        Assert.Throws<ArgumentException>(() => Linearised.Mean(SamplePlan.Simple(2), [0]));
        Assert.Throws<ArgumentException>(() => Linearised.Mean(SamplePlan.Simple(2), [0, double.PositiveInfinity]));
        Assert.Throws<ArgumentException>(() => SamplePlan.Of(2, [1, -1]));
        Assert.Throws<ArgumentException>(() => SamplePlan.Of(2, clusters: [1]));
    }

    [Fact]
    public void N5_a_census_of_100_with_24_of_60_has_one_interval()
    {
        double[] yes = [.. Enumerable.Range(0, 60).Select(i => i < 24 ? 1.0 : 0)];
        var share = ShareIntervals.Of(SamplePlan.Simple(60, 100), yes)!;
        Assert.Equal((ShareIntervalKind.Finite, new Interval(.32, .48)), (share.Kind, share.Interval));
    }

    [Fact]
    public void People_of_one_mind_within_clusters_count_as_one_each()
    {
        // 10 clusters of 10, each all yes or all no, 4 of them yes: as precise as 10 people, seen with 9 degrees of freedom.
        int[] clusters = [.. Enumerable.Range(0, 100).Select(i => i / 10)];
        var plan = Made(SamplePlan.Of(100, clusters: clusters));
        var share = ShareIntervals.Of(plan, [.. clusters.Select(c => c < 4 ? 1.0 : 0)])!;
        Assert.Equal(Math.Sqrt(.4 * .6 / 9), share.Share.StandardError, 12);
        Assert.InRange(share.EffectiveN, 6, 9);
        Assert.Equal(10, ShareIntervals.Of(plan, new double[100])!.EffectiveN, 12);
    }

    [Fact]
    public void Raking_takes_what_the_margins_explain_out_of_the_standard_error()
    {
        // The answer is the group: after raking to its shares nothing is left to vary.
        short[] groups = [.. Enumerable.Range(0, 40).Select(i => (short)(i % 3 == 0 ? 0 : 1))];
        RakingMargin[] margins = [new("group", ["a", "b"], [.5, .5], groups)];
        var plan = SamplePlan.Simple(40).RakedTo(margins, Assert.IsType<RakingResult.Raked>(Raking.Rake(margins)));
        var share = Linearised.Share(plan, [.. groups.Select(g => (double)g)])!.Value;
        Assert.Equal(.5, share.Value, 9);
        Assert.Equal(0, share.StandardError, 9);
        // An answer that has nothing to do with the group pays for the weights instead.
        double[] other = [.. Enumerable.Range(0, 40).Select(i => (double)(i / 3 % 2))];
        Assert.True(
            Linearised.Share(plan, other)!.Value.StandardError > Linearised.Share(SamplePlan.Simple(40), other)!.Value.StandardError
        );
    }
}
