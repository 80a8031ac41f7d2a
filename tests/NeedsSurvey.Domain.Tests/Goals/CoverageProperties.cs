using FsCheck;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.Domain.Tests.Goals;

public sealed class CoverageProperties
{
    private static readonly Gen<(AlignmentInput Input, GoalNeedLink Extra)> Cases =
        from needs in Gen.Choose(1, 6)
        from goals in Gen.Choose(1, 5)
        from weights in Gen.Choose(0, 9).ArrayOf(needs)
        from strengths in Gen.Elements(0, 0, 1, 3, 9).ArrayOf(needs * goals)
        from pillars in Gen.Elements(0, 1, 3, 9).ArrayOf(goals)
        from efforts in Gen.Choose(0, 5).ArrayOf(goals)
        from need in Gen.Choose(0, needs - 1)
        from goal in Gen.Choose(0, goals - 1)
        from stronger in Gen.Elements(1, 3, 9)
        select (
            new AlignmentInput
            {
                Needs = [.. weights.Select((w, i) => new AlignmentNeed($"n{i}", $"Need {i}", w, i + 1))],
                Goals = [.. efforts.Select((e, j) => new AlignmentGoal($"g{j}", $"Goal {j}", e))],
                Pillars = [new("p", "Pillar")],
                NeedLinks = [.. strengths.Select((s, k) => new GoalNeedLink($"g{k % goals}", $"n{k / goals}", s, "r"))],
                PillarLinks = [.. pillars.Select((s, j) => new GoalPillarLink($"g{j}", "p", s, "r"))],
            },
            new GoalNeedLink($"g{goal}", $"n{need}", Math.Max(stronger, strengths[need * goals + goal]), "r")
        );

    [Fact]
    public void Every_share_lies_between_0_and_1() => Properties.Hold(Cases, given =>
        {
            var a = Alignments.Of(given.Input);
            double[] shares =
            [
                a.Coverage,
                a.StrengthCoverage,
                a.MissionAlignment!.Value,
                a.Sensitivity.StrengthCoverage,
                a.Sensitivity.MissionAlignment!.Value,
                a.DispositionShare!.Value,
            ];
            return shares.All(s => s is >= 0 and <= 1);
        });

    [Fact]
    public void Parts_of_a_whole_add_up_to_1() => Properties.Hold(Cases, given =>
        {
            var a = Alignments.Of(given.Input);
            return Math.Abs(a.Needs.Sum(n => n.Weight) - 1) < 1e-9
                && Math.Abs(a.Goals.Sum(g => g.EffortShare) - 1) < 1e-9
                && a.Goals.Sum(g => g.QfdShare) is var q
                && (q == 0 || Math.Abs(q - 1) < 1e-9);
        });

    [Fact]
    public void A_stronger_link_never_lowers_coverage() => Properties.Hold(Cases, given =>
        {
            var before = Alignments.Of(given.Input);
            var after = Alignments.Of(given.Input with { NeedLinks = [.. given.Input.NeedLinks, given.Extra] });
            return after.Coverage >= before.Coverage - 1e-12
                && after.StrengthCoverage >= before.StrengthCoverage - 1e-12
                && after.UngroundedGoals.All(before.UngroundedGoals.Contains);
        });
}
