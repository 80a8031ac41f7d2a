using FsCheck.Fluent;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>Shares from counts by unit are those worked out person by person.</summary>
public sealed class UnitShareTests
{
    private static readonly string[] Codes = ["north", "south", "east"];

    // Somebody who answered: stratum, cluster, and yes, no or nothing.
    private sealed record Person(int Stratum, int Cluster, double Yes);

    private sealed record Sample(bool Strata, bool Clusters, bool Community, Person[] People)
    {
        public override string ToString() => $"{Strata} {Clusters} {Community} {string.Join("; ", People.Select(p => p.ToString()))}";
    }

    [Fact]
    public void N9_counts_by_unit_give_the_interval_of_the_people()
    {
        var person =
            from stratum in Gen.Choose(0, 2)
            from cluster in Gen.Choose(0, 5)
            from yes in Gen.Frequency((4, Gen.Constant(1.0)), (4, Gen.Constant(0.0)), (1, Gen.Constant(double.NaN)))
            select new Person(stratum, cluster, yes);
        var sample =
            from strata in Gen.Elements(true, false)
            from clusters in Gen.Elements(true, false)
            from community in Gen.Elements(true, false)
            from people in person.ArrayOf(40)
            select new Sample(strata, clusters, community, people);
        Properties.Hold(sample, Same, 2_000);
    }

    private static bool Same(Sample sample)
    {
        double[] sizes = [100, 250, 60];
        var design = new SurveyDesign(
            SampleDesign.ProbabilitySample,
            sample.Strata ? "area" : null,
            sample.Clusters ? "street" : null,
            [.. Codes.Select((code, h) => new StratumSize(code, (int)sizes[h]))]
        );
        var units = new SampleUnits(
            SampleFrame.Of(design, sample.Community ? 410 : null, [.. Codes.Select(code => new FrameCategory(code, code, null))], true)
        );
        foreach (var p in sample.People)
            units.Add(sample.Strata ? Codes[p.Stratum] : null, $"street {p.Cluster}");
        int[] rows = [.. sample.People.Select(p => units.Row(sample.Strata ? Codes[p.Stratum] : null, $"street {p.Cluster}")!.Value)];
        var (answered, yes) = (new int[units.Count], new int[units.Count]);
        for (var r = 0; r < rows.Length; r++)
        {
            if (double.IsNaN(sample.People[r].Yes))
                continue;
            answered[rows[r]]++;
            yes[rows[r]] += (int)sample.People[r].Yes;
        }
        var plain = !sample.Strata && !sample.Clusters;
        var found = ShareIntervals.Of(units, new(answered, yes, sample.People.Count(p => double.IsNaN(p.Yes))));

        // Everybody drawn alike: only those who answered are the draw. Else all are in it.
        Person[] drawn = plain ? [.. sample.People.Where(p => !double.IsNaN(p.Yes))] : sample.People;
        int[] strata = [.. drawn.Select(p => p.Stratum)];
        double[] weights = [.. strata.Select(h => sizes[h] / strata.Count(other => other == h))];
        var plan = SamplePlan.Of(
            drawn.Length,
            sample.Strata && sample.Clusters ? weights : null,
            sample.Strata ? new SampleStrata(Codes, strata, sample.Clusters ? null : sizes) : null,
            sample.Clusters ? [.. drawn.Select(p => p.Cluster)] : null,
            plain && sample.Community ? 410 : null
        );
        var expected = plan is SamplePlanResult.Planned { Plan: var made } ? ShareIntervals.Of(made, [.. drawn.Select(p => p.Yes)]) : null;
        if (expected is null || found is null)
            return expected is null && found is null;
        return expected.Kind == found.Kind
            && (expected.Share.N, expected.Share.DegreesOfFreedom) == (found.Share.N, found.Share.DegreesOfFreedom)
            && Near(expected.Share.Value, found.Share.Value)
            && Near(expected.Share.StandardError, found.Share.StandardError)
            && Near(expected.EffectiveN, found.EffectiveN)
            && Near(expected.Interval.Low, found.Interval.Low)
            && Near(expected.Interval.High, found.Interval.High);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));

    [Fact]
    public void N5_a_census_of_100_with_24_of_60_has_one_interval_from_counts_too()
    {
        var units = new SampleUnits(SampleFrame.Plain(SampleDesign.Census, 100));
        for (var i = 0; i < 63; i++)
            units.Add(null, null);
        // Three left the question out.
        Assert.Equal(new Interval(.32, .48), ShareIntervals.Of(units, new([60], [24], 3))!.Interval);
    }

    [Fact]
    public void More_clusters_than_are_counted_apart_are_named_and_take_no_more_room()
    {
        var units = new SampleUnits(SampleFrame.Of(new(SampleDesign.Census, null, "household"), null, null, true));
        for (var i = 0; i < SampleUnits.MostClusters + 7; i++)
            units.Add(null, $"{i}");
        Assert.Equal(SampleUnits.MostClusters, units.Count);
        Assert.Equal(SamplePlanFaultKind.TooManyClusters, Assert.Single(units.Faults).Kind);
        Assert.Contains("more than 5,000 different answers", units.Precision(true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_is_the_same_however_it_is_written_and_those_who_do_not_say_are_one()
    {
        var units = new SampleUnits(SampleFrame.Of(new(SampleDesign.Census, null, "street"), null, null, true));
        foreach (var street in (string?[])["High Street", " high street ", null, "  "])
            units.Add(null, street);
        Assert.Equal([0, 0, 1, 1], new[] { "HIGH STREET", "High Street", "", null }.Select(street => units.Row(null, street)));
        Assert.Equal(2, units.Count);
    }

    [Fact]
    public void Who_does_not_say_a_stratum_stands_outside()
    {
        var units = new SampleUnits(
            SampleFrame.Of(new(SampleDesign.Census, "area"), 100, [new("north", "North", .5), new("south", "South", .5)], true)
        );
        units.Add("north", null, 3);
        units.Add(null, null);
        units.Add("elsewhere", null);
        Assert.Equal((2, 3), (units.Outside, units.People));
        Assert.Null(units.Row("elsewhere", null));
        Assert.Contains("2 who did not say their stratum", units.Precision(true), StringComparison.Ordinal);
    }
}
