using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Needs;

public sealed class ImportancePerformanceTests
{
    private static NeedAnswers Means(params (int Importance, int Satisfaction)[] needs)
    {
        var builder = new NeedAnswersBuilder(Given.Items(needs.Length), new(1, 5));
        var r = builder.Add();
        for (var i = 0; i < needs.Length; i++)
            builder.Rate(r, i, needs[i].Importance, needs[i].Satisfaction);
        return builder.Build();
    }

    [Fact]
    public void The_four_quadrants_are_cut_at_the_means()
    {
        var map = ImportancePerformance.Map(Means((5, 1), (5, 5), (1, 1), (1, 5)));
        Assert.Equal(
            [Quadrant.ConcentrateHere, Quadrant.KeepUp, Quadrant.LowPriority, Quadrant.PossibleOverkill],
            map.Points.Select(p => p.Quadrant)
        );
        Assert.Equal((3.0, 3.0), (map.ImportanceCut!.Value, map.SatisfactionCut!.Value));
    }

    [Fact]
    public void Needs_whose_quadrant_depends_on_the_cut_are_named()
    {
        // Importance 5, 5, 4, 1: mean 3.75, median 4.5; the third need lies between.
        var map = ImportancePerformance.Map(Means((5, 1), (5, 1), (4, 1), (1, 1)));
        Assert.Equal(["need3"], map.Flips);
        Assert.Equal(Quadrant.KeepUp, map.Points[2].Quadrant);
        Assert.Equal(
            Quadrant.PossibleOverkill,
            ImportancePerformance.Map(Means((5, 1), (5, 1), (4, 1), (1, 1)), QuadrantCut.Medians).Points[2].Quadrant
        );
    }

    // The mean of three means of 3.7 is above each of them by the last digit.
    private static NeedAnswers Alike()
    {
        var builder = new NeedAnswersBuilder(Given.Items(3), new(1, 5));
        for (var i = 0; i < 10; i++)
        {
            builder.Add();
            for (var need = 0; need < 3; need++)
                builder.Rate(i, need, i < 7 ? 4 : 3, i < 7 ? 3 : 2);
        }
        return builder.Build();
    }

    [Fact]
    public void Needs_that_are_rated_alike_stand_on_the_cut_and_none_below_it()
    {
        var map = ImportancePerformance.Map(Alike());
        Assert.All(map.Points, point => Assert.Equal(Quadrant.KeepUp, point.Quadrant));
        Assert.Empty(map.Flips);
    }

    [Fact]
    public void Needs_that_are_rated_alike_are_one_class_of_concern() =>
        Assert.All(ConcernsReport.Of(Alike()), concern => Assert.Equal(ConcernClass.Strength, concern.Class));

    [Fact]
    public void The_diagonal_asks_only_whether_importance_exceeds_satisfaction()
    {
        var map = ImportancePerformance.Map(Means((5, 4), (2, 2), (1, 5)), QuadrantCut.Diagonal);
        Assert.Equal([Quadrant.ConcentrateHere, Quadrant.KeepUp, Quadrant.KeepUp], map.Points.Select(p => p.Quadrant));
        Assert.Null(map.ImportanceCut);
    }

    private static NeedDraw Drawn(NeedAnswers data, int? population = null)
    {
        var units = new SampleUnits(SampleFrame.Plain(SampleDesign.ProbabilitySample, population));
        units.Add(null, null, data.Count);
        return new(units, []);
    }

    [Fact]
    public void Intervals_are_Student_s_and_allow_for_the_steps_of_the_scale()
    {
        var builder = new NeedAnswersBuilder(Given.Items(1), new(1, 5));
        foreach (var importance in (int[])[3, 4, 5])
            builder.Rate(builder.Add(), 0, importance, 1);
        var data = builder.Build();
        // 4 ± 4.303 · √(1/3) and half a step over 3 people.
        var half = 4.302653 * Math.Sqrt(1 / 3.0) + .5 / 3;
        var alone = ImportancePerformance.Map(data, draw: Drawn(data)).Points[0].ImportanceInterval!.Value;
        Assert.Equal(4 - half, alone.Low, 1e-5);
        // No mean is above the scale.
        Assert.Equal(5, alone.High);
        // 3 of 4 people in the community.
        var few = ImportancePerformance.Map(data, draw: Drawn(data, 4)).Points[0].ImportanceInterval!.Value;
        Assert.Equal((half - .5 / 3) / 2 + .5 / 3, 4 - few.Low, 1e-5);
    }

    [Fact]
    public void Intervals_are_drawn_only_where_the_design_allows_them()
    {
        var data = Given.RandomRatings(3, 50, 1);
        Assert.All(ImportancePerformance.Map(data).Points, p => Assert.Null(p.ImportanceInterval));
        Assert.All(ImportancePerformance.Map(data, draw: Drawn(data)).Points, p =>
            Assert.True(p.ImportanceInterval!.Value.Contains(p.Importance) && p.ImportanceInterval.Value.Width > 0)
        );
    }
}
