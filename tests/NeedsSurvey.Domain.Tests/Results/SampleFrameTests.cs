using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>What a design says that cannot be is named, with what to do.</summary>
public sealed class SampleFrameTests
{
    private static readonly FrameCategory[] Areas = [new("north", "North", .25), new("middle", "Middle", .25), new("south", "South", .5)];

    private static SampleFrame Frame(SurveyDesign design, int? population = 200, FrameCategory[]? categories = null, bool cluster = true) =>
        SampleFrame.Of(design, population, categories ?? Areas, cluster);

    private static string Only(SampleFrame frame, SamplePlanFaultKind kind)
    {
        var fault = Assert.Single(frame.Faults);
        Assert.Equal(kind, fault.Kind);
        return fault.Message;
    }

    [Fact]
    public void Sizes_come_from_the_margins_and_the_community_or_are_typed()
    {
        Assert.Equal([50, 50, 100], Frame(new(SampleDesign.Census, "area")).Strata.Select(stratum => stratum.People));
        Assert.Equal(
            [50, 70, 100],
            Frame(new(SampleDesign.Census, "area", null, [new("middle", 70)])).Strata.Select(stratum => stratum.People)
        );
    }

    [Fact]
    public void Strata_are_merged_whichever_names_the_other()
    {
        var merged = Frame(new(SampleDesign.Census, "area", null, [new("south", null, "north")])).Strata;
        Assert.Equal(["North, South", "Middle"], merged.Select(stratum => stratum.Name));
        Assert.Equal([150, 50], merged.Select(stratum => stratum.People));
        var all = Frame(new(SampleDesign.Census, "area", null, [new("north", null, "south"), new("middle", null, "north")])).Strata;
        Assert.Equal(["north", "middle", "south"], Assert.Single(all).Codes);
    }

    [Theory]
    [InlineData("“North” is merged with itself", "north", "north")]
    [InlineData("“North”, “Middle” are merged with each other in a circle", "north", "middle", "middle", "north")]
    [InlineData("“North”, “Middle”, “South” are merged", "north", "middle", "middle", "south", "south", "north")]
    public void Categories_that_are_merged_in_a_circle_are_named(string words, params string[] pairs) =>
        Assert.Contains(
            words,
            Only(
                Frame(new(SampleDesign.Census, "area", null, [.. pairs.Chunk(2).Select(pair => new StratumSize(pair[0], null, pair[1]))])),
                SamplePlanFaultKind.MergedInCircle
            )
        );

    [Fact]
    public void A_design_with_nothing_named_is_plain() => Assert.True(Frame(new(SampleDesign.Census)).IsPlain);

    [Fact]
    public void Nobody_was_drawn_through_an_open_link() =>
        Assert.Contains("nobody was drawn", Only(Frame(new(SampleDesign.OptIn, "area")), SamplePlanFaultKind.NothingDrawn));

    [Fact]
    public void A_cluster_question_that_does_not_exist_is_named() =>
        Assert.Contains(
            "no question “hosue”",
            Only(Frame(new(SampleDesign.Census, null, "hosue"), cluster: false), SamplePlanFaultKind.NoSuchCluster)
        );

    [Fact]
    public void An_open_story_is_no_cluster_and_that_is_said() =>
        Assert.Contains(
            "open stories cannot be clusters",
            Only(SampleFrame.Of(new(SampleDesign.Census, null, "story"), 200, Areas, false, true), SamplePlanFaultKind.NoSuchCluster)
        );

    [Fact]
    public void Surveys_reached_in_different_ways_are_not_said_to_be_behind_an_open_link()
    {
        var units = new SampleUnits(SampleFrame.Mixed);
        Assert.Equal(units.Precision(areTrue: true), units.Precision(areTrue: false));
        Assert.All(KnownLanguages.All, spoken =>
            Assert.Equal((spoken.Precision.Mixed, false), (units.SafePrecision(spoken), SampleFrame.Mixed.Kind.AllowsIntervals()))
        );
        Assert.DoesNotContain("open link", units.Precision(areTrue: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_strata_question_that_does_not_exist_is_named() =>
        Assert.Contains(
            "no group question “aera”",
            Only(SampleFrame.Of(new(SampleDesign.Census, "aera"), 200, null, true), SamplePlanFaultKind.NoSuchStrata)
        );

    [Fact]
    public void The_same_question_for_both_is_refused() =>
        Assert.Contains("cannot be both", Only(Frame(new(SampleDesign.Census, "area", "area")), SamplePlanFaultKind.NoSuchCluster));

    [Fact]
    public void Strata_without_population_figures_are_named()
    {
        var design = new SurveyDesign(SampleDesign.Census, "area");
        FrameCategory[] unknown = [Areas[0], new("other", "Another area", null)];
        Assert.Contains("in “Another area” is not known", Only(Frame(design, 200, unknown), SamplePlanFaultKind.StrataWithoutPopulation));
        Assert.Contains("community's size", Only(Frame(design, null), SamplePlanFaultKind.StrataWithoutPopulation));
    }

    [Fact]
    public void A_category_that_does_not_exist_is_named()
    {
        Assert.Contains(
            "no choice “west”",
            Only(Frame(new(SampleDesign.Census, "area", null, [new("west", 9)])), SamplePlanFaultKind.NoSuchCategory)
        );
        Assert.Contains(
            "no choice “west”",
            Only(Frame(new(SampleDesign.Census, "area", null, [new("north", 9, "west")])), SamplePlanFaultKind.NoSuchCategory)
        );
    }

    // figures, 10 of the fresh tester
    [Fact]
    public void Strata_that_are_not_as_large_together_as_the_community_are_named()
    {
        var typed = new SurveyDesign(SampleDesign.Census, "area", null, [new("north", 500), new("middle", 200), new("south", 100)]);
        var said = Only(Frame(typed, 900), SamplePlanFaultKind.StrataUnlikeCommunity);
        Assert.Contains("hold 800 people, and the community is said to have 900", said, StringComparison.Ordinal);
        Assert.Empty(Frame(typed, 807).Faults);
        Assert.Empty(Frame(typed, null).Faults);
    }

    // figures, 10 of the fresh tester
    [Fact]
    public void That_strata_are_unlike_the_community_is_said_in_every_language()
    {
        var units = new SampleUnits(Frame(new(SampleDesign.Census, "area", null, [new("north", 500)])));
        Assert.All(KnownLanguages.All.Where(spoken => spoken != KnownLanguages.English), spoken =>
            Assert.Contains(spoken.Precision.SizesUnlike, units.SafePrecision(spoken), StringComparison.Ordinal)
        );
    }

    // figures, 9 and 15 of the fresh tester
    [Theory]
    [InlineData(SampleDesign.Census)]
    [InlineData(SampleDesign.ProbabilitySample)]
    public void Of_ranges_nothing_is_said_where_there_are_none(SampleDesign kind)
    {
        var units = new SampleUnits(Frame(new(kind, "area", "street")));
        foreach (var (area, people) in ((string, int)[])[("north", 16), ("middle", 16), ("south", 32)])
        foreach (var street in (string[])["a", "b"])
            units.Add(area, street, people);
        foreach (var spoken in KnownLanguages.All)
        {
            string[] ofRanges =
            [
                spoken.Precision.SampleRanges,
                spoken.Precision.CensusRanges,
                spoken.Precision.WithStrata,
                spoken.Precision.WithClusters,
            ];
            var (with, without) = (units.SafePrecision(spoken), units.SafePrecision(spoken, withRanges: false));
            Assert.Contains(ofRanges, said => with.Contains(said, StringComparison.Ordinal));
            Assert.DoesNotContain(ofRanges, said => without.Contains(said, StringComparison.Ordinal));
        }
        Assert.DoesNotContain("range", units.Precision(areTrue: true, withRanges: false), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Once_people_answered_what_they_answered_is_looked_at_too()
    {
        SamplePlanFault[] After(SurveyDesign design, int? population, params (string? Area, string? Street)[] people)
        {
            var units = new SampleUnits(Frame(design, population));
            foreach (var (area, street) in people)
                units.Add(area, street);
            return [.. units.Faults];
        }

        var strata = new SurveyDesign(SampleDesign.Census, "area");
        Assert.Equal(SamplePlanFaultKind.TooFewPeople, Assert.Single(After(new(SampleDesign.Census), null, (null, null))).Kind);
        Assert.Equal(
            (SamplePlanFaultKind.SingleUnitStratum, "Middle"),
            Assert.Single(After(strata, 200, ("north", null), ("north", null), ("middle", null), ("south", null), ("south", null))).Said()
        );
        Assert.Equal(
            (SamplePlanFaultKind.PopulationTooSmall, "North"),
            Assert.Single(After(strata, 8, ("north", null), ("north", null), ("north", null))).Said()
        );
        var clusters = new SurveyDesign(SampleDesign.Census, null, "street");
        Assert.Equal(SamplePlanFaultKind.OneCluster, Assert.Single(After(clusters, null, (null, "a"), (null, "A"), (null, "a "))).Kind);
        Assert.Equal(
            (SamplePlanFaultKind.PopulationTooSmall, null),
            Assert.Single(After(clusters, 2, (null, "a"), (null, "b"), (null, "b"))).Said()
        );
        Assert.Equal(
            (SamplePlanFaultKind.PopulationTooSmall, null),
            Assert.Single(After(new(SampleDesign.Census), 1, (null, null), (null, null))).Said()
        );
    }

    private static SamplePlanFault Clusters(params (string? Street, int People)[] streets)
    {
        var units = new SampleUnits(Frame(new(SampleDesign.Census, null, "street"), 1000));
        foreach (var (street, people) in streets)
            units.Add(null, street, people);
        return Assert.Single(units.Faults);
    }

    [Fact]
    public void A_cluster_question_that_most_were_not_asked_is_named() =>
        Assert.Equal(SamplePlanFaultKind.ClustersUnknown, Clusters((null, 31), ("a", 15), ("b", 14)).Kind);

    [Fact]
    public void A_cluster_question_that_nearly_everybody_answers_otherwise_is_named() =>
        Assert.Equal(
            SamplePlanFaultKind.ClustersOfOne,
            Clusters([.. Enumerable.Range(0, 58).Select(i => ((string?)$"house {i}", 1)), ("home", 2)]).Kind
        );

    // Kinds of sentences and intervals are figures too.
    [Fact]
    public void No_safe_sentence_tells_how_few_answered_from_a_stratum()
    {
        string Said(int south)
        {
            var units = new SampleUnits(Frame(new(SampleDesign.Census, "area"), 200));
            units.Add("north", null, 40);
            units.Add("middle", null, 45);
            units.Add("south", null, south);
            return units.Precision(areTrue: false);
        }
        Assert.Single(Enumerable.Range(0, SampleUnits.SafeStratum).Select(Said).Distinct());
        Assert.NotEqual(Said(0), Said(90));
    }

    [Fact]
    public void Strata_from_which_nobody_answered_are_said()
    {
        var units = new SampleUnits(Frame(new(SampleDesign.Census, "area")));
        foreach (var area in (string[])["north", "north", "south", "south"])
            units.Add(area, null);
        Assert.Empty(units.Faults);
        Assert.Contains("Nobody answered from Middle", units.Precision(true), StringComparison.Ordinal);
    }
}

file static class Faults
{
    public static (SamplePlanFaultKind, string?) Said(this SamplePlanFault fault) => (fault.Kind, fault.Stratum);
}
