using FsCheck.Fluent;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

public sealed class RakingTests
{
    private static RakingMargin Margin(string name, double[] shares, IEnumerable<int> membership) =>
        new(name, [.. shares.Select((_, i) => $"{name}{i}")], shares, [.. membership.Select(m => (short)m)]);

    // One respondent for each unit of a two-way table of counts.
    private static RakingMargin[] FromTable(int[][] table, double[] rows, double[] columns)
    {
        var people = table.SelectMany((row, r) => row.SelectMany((count, c) => Enumerable.Repeat((r, c), count))).ToArray();
        return [Margin("row", rows, people.Select(p => p.r)), Margin("column", columns, people.Select(p => p.c))];
    }

    [Fact]
    public void The_worked_table_is_raked_with_its_deff_and_effective_n()
    {
        var margins = FromTable(
            [
                [30, 10],
                [20, 40],
            ],
            [50, 50],
            [48, 52]
        );
        var raked = Assert.IsType<RakingResult.Raked>(Raking.Rake(margins));
        double Cell(int r, int c) => raked.Weights.Where((_, i) => margins[0].Membership[i] == r && margins[1].Membership[i] == c).Sum();
        Assert.Equal(
            [34.4847, 15.5153, 13.5153, 36.4847],
            new[] { Cell(0, 0), Cell(0, 1), Cell(1, 0), Cell(1, 1) }.Select(x => Math.Round(x, 4))
        );
        Assert.Equal(1.0612, raked.Effect.Deff, 4);
        Assert.Equal(94.23, raked.Effect.EffectiveN, 2);
        Assert.All(raked.Margins, row => Assert.Equal(row.Target, row.Achieved, 8));
    }

    [Fact]
    public void Base_weights_in_any_unit_are_kept_within_a_cell()
    {
        var margins = FromTable(
            [
                [2, 1],
                [1, 2],
            ],
            [1, 1],
            [1, 1]
        );
        var raked = Assert.IsType<RakingResult.Raked>(Raking.Rake(margins, [100, 200, 100, 100, 100, 100]));
        Assert.Equal(6, raked.Weights.Sum(), 10);
        Assert.Equal(2, raked.Weights[1] / raked.Weights[0], 10);
    }

    [Fact]
    public void A_person_who_did_not_say_their_group_keeps_their_weight()
    {
        var raked = Assert.IsType<RakingResult.Raked>(Raking.Rake([Margin("age", [.5, .5], [0, 0, 0, 1, -1])]));
        Assert.Equal(1, raked.Weights[4], 10);
        Assert.Equal(2, raked.Weights[3], 10);
        Assert.Equal(5, raked.Weights.Sum(), 10);
    }

    [Fact]
    public void A_group_from_which_nobody_answered_is_named_with_its_neighbour_to_merge()
    {
        var fault = Assert.Single(Assert.IsType<RakingResult.NotRaked>(Raking.Rake([Margin("age", [.3, .3, .4], [0, 0, 2])])).Faults);
        Assert.Equal(RakingFaultKind.EmptyGroup, fault.Kind);
        Assert.Equal(["age1"], fault.Groups);
        Assert.Equal(["age0", "age1"], fault.Merge);
        Assert.Contains("30 % of the community", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void People_from_a_group_said_not_to_exist_are_not_silently_dropped()
    {
        var fault = Assert.Single(Assert.IsType<RakingResult.NotRaked>(Raking.Rake([Margin("age", [.5, .5, 0], [0, 1, 2])])).Faults);
        Assert.Equal(RakingFaultKind.GroupOutsidePopulation, fault.Kind);
    }

    [Fact]
    public void Incompatible_zeros_are_found_and_the_groups_named()
    {
        // Everybody in row 0 is in column 0, but row 0 is 60 % and column 0 is 40 % of the community.
        var faults = Assert
            .IsType<RakingResult.NotRaked>(
                Raking.Rake(
                    FromTable(
                        [
                            [30, 0],
                            [20, 50],
                        ],
                        [60, 40],
                        [40, 60]
                    )
                )
            )
            .Faults;
        Assert.All(faults, f => Assert.Equal(RakingFaultKind.IncompatibleZeros, f.Kind));
        Assert.Equal(["row0"], faults[0].Groups);
        Assert.Equal(["column0"], faults[1].Groups);
        Assert.Contains("60 % and 40 %", faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Margins_that_can_be_met_only_by_dropping_people_are_refused()
    {
        // Row 0 (40 %) lies wholly in column 0 (40 %): the people of row 1 in column 0 would have to weigh nothing.
        var faults = Assert
            .IsType<RakingResult.NotRaked>(
                Raking.Rake(
                    FromTable(
                        [
                            [30, 0],
                            [20, 50],
                        ],
                        [40, 60],
                        [40, 60]
                    )
                )
            )
            .Faults;
        Assert.NotEmpty(faults);
        Assert.All(faults, f => Assert.Equal(RakingFaultKind.NotConverged, f.Kind));
        Assert.All(faults, f => Assert.Contains("Merge", f.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Raking_keeps_the_total_and_meets_the_margins_or_says_why_not()
    {
        var people =
            from margins in Gen.Choose(1, 4)
            from sizes in Gen.Choose(2, 4).ArrayOf(margins)
            from n in Gen.Choose(1, 60)
            from members in Gen.Choose(-2, 3).ArrayOf(margins * n)
            from shares in Gen.Choose(0, 12).ArrayOf(margins * 4)
            from weights in Gen.Choose(0, 8).ArrayOf(n)
            where weights.Sum() > 0
            select (
                Margins: Enumerable
                    .Range(0, margins)
                    .Select(m =>
                        Margin(
                            $"m{m}",
                            [.. shares.Skip(4 * m).Take(sizes[m]).Select((s, i) => i == 0 ? s + 1.0 : s)],
                            Enumerable.Range(0, n).Select(r => members[m * n + r] < -1 ? 0 : members[m * n + r] % sizes[m])
                        )
                    )
                    .ToArray(),
                Weights: weights.Select(w => (double)w).ToArray()
            );

        int raked = 0,
            refused = 0;
        Properties.Hold(
            people,
            given =>
            {
                switch (Raking.Rake(given.Margins, given.Weights))
                {
                    case RakingResult.Raked result:
                        raked++;
                        return Math.Abs(result.Weights.Sum() - given.Weights.Length) < 1e-6
                            && result.Weights.All(w => w >= 0 && double.IsFinite(w))
                            && result
                                .Margins.Where(r => result.Margins.Where(x => x.Margin == r.Margin).Sum(x => x.Achieved) > 0)
                                .All(r => Math.Abs(r.Achieved - r.Target) < 1e-8);
                    case RakingResult.NotRaked result:
                        refused++;
                        return result.Faults.Count > 0
                            && result.Faults.All(f =>
                                f.Groups.Count > 0 && f.Message.Length > 0 && IsTrue(f, given.Margins, given.Weights)
                            );
                    default:
                        return false;
                }
            },
            1000
        );
        Assert.True(raked > 50 && refused > 50, $"The cases were one-sided: {raked} raked, {refused} refused.");
    }

    [Fact]
    public void Raking_never_refuses_what_can_be_met()
    {
        var tables =
            from rows in Gen.Choose(2, 4)
            from columns in Gen.Choose(2, 4)
            from cells in Gen.Frequency((2, Gen.Choose(1, 9)), (1, Gen.Constant(0))).ArrayOf(rows * columns)
            from populated in Gen.Choose(1, 9).ArrayOf(rows * columns)
            // The population has somebody in every cell from which somebody answered, hence the margins can be met.
            let population = cells.Zip(populated, (c, p) => c > 0 ? p : 0).ToArray()
            where
                Enumerable.Range(0, rows).All(r => Enumerable.Range(0, columns).Any(c => cells[r * columns + c] > 0))
                && Enumerable.Range(0, columns).All(c => Enumerable.Range(0, rows).Any(r => cells[r * columns + c] > 0))
            select (Heard: cells.Chunk(columns).ToArray(), Population: population.Chunk(columns).ToArray());
        Properties.Hold(
            tables,
            given =>
                Raking.Rake(
                    FromTable(
                        given.Heard,
                        [.. given.Population.Select(row => (double)row.Sum())],
                        [.. Enumerable.Range(0, given.Population[0].Length).Select(c => (double)given.Population.Sum(row => row[c]))]
                    )
                ) is RakingResult.Raked,
            500
        );
    }

    // Checks a fault's claim against the data; what "did not settle" claims is that raking failed, which is what was seen.
    private static bool IsTrue(RakingFault fault, RakingMargin[] margins, double[] weights)
    {
        var margin = margins.Single(m => m.Name == fault.Margin);
        int[] groups = [.. fault.Groups.Select(g => margin.Groups.ToList().IndexOf(g))];
        var heard = groups.Sum(g => weights.Where((_, r) => margin.Membership[r] == g).Sum());
        var share = groups.Sum(g => margin.Shares[g]) / margin.Shares.Sum();
        return fault.Kind switch
        {
            RakingFaultKind.EmptyGroup => heard <= 0 && share > 0,
            RakingFaultKind.GroupOutsidePopulation => heard > 0 && share <= 0,
            RakingFaultKind.IncompatibleZeros => share is > 0 and < 1,
            _ => true,
        };
    }

    [Fact]
    public void Impossible_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Raking.Rake([]));
        Assert.Throws<ArgumentException>(() => Raking.Rake([Margin("a", [1, 1], [0, 2])]));
        Assert.Throws<ArgumentException>(() => Raking.Rake([Margin("a", [0, 0], [0, 1])]));
        Assert.Throws<ArgumentException>(() => Raking.Rake([Margin("a", [1, 1], [0, 1])], [0, 0]));
    }
}
