using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.Domain.Tests.Goals;

public sealed class AlignmentTests
{
    private static readonly Disposition Act = new(DispositionKind.Act, "Most people asked for it.");

    [Fact]
    public void Quality_function_deployment_of_the_worked_example()
    {
        var totals = Qfd.GoalWeights(
            [5, 3, 4],
            [
                [9, 3, 0],
                [0, 9, 1],
                [3, 0, 9],
            ]
        );
        Assert.Equal([57, 42, 39], totals);
        Assert.Equal([41.3, 30.4, 28.3], Qfd.Shares(totals).Select(s => Math.Round(100 * s, 1)));
    }

    [Fact]
    public void Coverage_of_the_worked_example_is_70_percent() => Assert.Equal(.70, Qfd.Coverage([.4, .3, .2, .1], [9, 3, 0, 1]), 10);

    [Fact]
    public void Strength_coverage_of_the_worked_example_is_511_thousandths() =>
        Assert.Equal(.511, Qfd.StrengthCoverage([.4, .3, .2, .1], [9, 3, 0, 1]), 3);

    [Fact]
    public void The_whole_analysis_agrees_with_the_worked_example()
    {
        var alignment = Alignments.Of(Worked());
        Assert.Equal(.70, alignment.Coverage, 10);
        Assert.Equal(.511, alignment.StrengthCoverage, 3);
        Assert.Equal(["c", "d"], alignment.UnheardNeeds);
        Assert.Equal(["g3"], alignment.UngroundedGoals);
        Assert.Equal(["g2"], alignment.MissionDrift);
        // Efforts 6/3/1; strongest pillar links 9/1/9.
        Assert.Equal(.6 * 1 + .3 / 9 + .1 * 1, alignment.MissionAlignment!.Value, 10);
        Assert.Equal(1, alignment.Needs.Sum(n => n.Weight), 10);
        Assert.Equal(.75, alignment.DispositionShare!.Value, 10);
    }

    private static Alignment Unreasoned()
    {
        var input = Worked();
        return Alignments.Of(input with { NeedLinks = [.. input.NeedLinks.Select(l => l with { Reason = " " })] });
    }

    [Fact]
    public void A_link_without_a_written_reason_does_not_count()
    {
        var alignment = Unreasoned();
        Assert.Equal(0, alignment.Coverage);
        Assert.Equal(3, alignment.UngroundedGoals.Count);
    }

    [Fact]
    public void A_link_without_a_written_reason_is_listed()
    {
        var alignment = Unreasoned();
        Assert.Equal(4, alignment.WithoutReason.Count);
        Assert.Contains("does not count", alignment.WithoutReason[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DispositionKind.Partner, false)]
    [InlineData(DispositionKind.Refer, false)]
    [InlineData(DispositionKind.Advocate, false)]
    [InlineData(DispositionKind.NotNow, false)]
    [InlineData(DispositionKind.Decline, false)]
    [InlineData(DispositionKind.Act, true)]
    public void A_need_is_unheard_without_a_disposition_or_when_act_has_no_goal(DispositionKind kind, bool unheard)
    {
        var alignment = Alignments.Of(
            new()
            {
                Needs = [new("a", "A", 1, 1, new(kind, "Because.")), new("b", "B", 1, 2), new("c", "C", 1, 3, new(kind, null))],
                Goals = [],
            }
        );
        Assert.Equal(unheard, alignment.UnheardNeeds.Contains("a"));
        Assert.Contains("b", alignment.UnheardNeeds);
        Assert.Contains("c", alignment.UnheardNeeds);
        Assert.Null(alignment.MissionAlignment);
        Assert.Equal(kind, Dispositions.Parse(kind.Code()));
    }

    [Fact]
    public void Sensitivity_says_which_goals_would_change_places()
    {
        // 1-3-9: g1 = 9, g2 = 3+3 = 6. 1-3-5: g1 = 5, g2 = 6.
        var alignment = Alignments.Of(
            new()
            {
                Needs = [new("a", "A", 1), new("b", "B", 1)],
                Goals = [new("g1", "Deep"), new("g2", "Broad")],
                NeedLinks = [new("g1", "a", 9, "r"), new("g2", "a", 3, "r"), new("g2", "b", 3, "r")],
            }
        );
        Assert.Equal(["g1", "g2"], alignment.Goals.Select(g => g.Id));
        Assert.Equal(["g2", "g1"], alignment.Sensitivity.Goals.Select(g => g.Goal));
        Assert.Contains("“Broad” would come before “Deep”.", alignment.Sensitivity.Changes);
        Assert.Equal(.5 * 1 + .5 * 3 / 5, alignment.Sensitivity.StrengthCoverage, 10);
    }

    [Fact]
    public void A_link_to_an_unknown_need_is_refused() =>
        Assert.Throws<ArgumentException>(() => Alignments.Of(Worked() with { NeedLinks = [new("g1", "nowhere", 9, "r")] }));

    [Fact]
    public void An_impossible_strength_is_refused() =>
        Assert.Throws<ArgumentException>(() => Alignments.Of(Worked() with { NeedLinks = [new("g1", "a", 5, "r")] }));

    [Fact]
    public void Two_goals_of_one_id_are_refused() =>
        Assert.Throws<ArgumentException>(() => Alignments.Of(Worked() with { Goals = [new("g1", "One"), new("g1", "Two")] }));

    [Fact]
    public void Nothing_at_all_is_a_valid_alignment()
    {
        var alignment = Alignments.Of(new() { Needs = [], Goals = [] });
        Assert.Equal(0, alignment.Coverage);
        Assert.Null(alignment.DispositionShare);
    }

    private static AlignmentInput Worked() =>
        new()
        {
            Needs = [new("a", "A", 4, 1, Act), new("b", "B", 3, 2, Act), new("c", "C", 2, 3), new("d", "D", 1, 4, Act)],
            Goals = [new("g1", "One", 6), new("g2", "Two", 3), new("g3", "Three", 1)],
            Pillars = [new("p", "Pillar"), new("q", "Other")],
            NeedLinks = [new("g1", "a", 9, "r"), new("g2", "b", 3, "r"), new("g2", "d", 1, "r"), new("g3", "c", 0, "r")],
            PillarLinks = [new("g1", "p", 9, "r"), new("g2", "q", 1, "r"), new("g3", "p", 9, "r"), new("g3", "q", 3, null)],
        };
}
