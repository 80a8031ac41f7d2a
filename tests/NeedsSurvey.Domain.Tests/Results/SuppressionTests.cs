using FsCheck;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

public sealed class SuppressionTests
{
    [Fact]
    public void In_the_worked_row_3_is_hidden_and_12_with_it()
    {
        var list = Suppression.List([12, 3, 25], SmallCells.Default);
        Assert.Equal([null, null, 25], list.Counts);
        Assert.Equal(40, list.Total);
    }

    [Fact]
    public void A_zero_is_shown_unless_the_survey_hides_zeros_too()
    {
        Assert.Equal([0, 15, 25], Suppression.List([0, 15, 25], SmallCells.Default).Counts);
        Assert.Equal([null, null, 25], Suppression.List([0, 15, 25], new SmallCells(10, showZero: false)).Counts);
    }

    [Fact]
    public void Two_hidden_ones_in_a_row_would_follow_from_their_sum_so_a_third_goes() =>
        Assert.Equal([null, null, null, 25], Suppression.List([1, 1, 14, 25], SmallCells.Default).Counts);

    [Fact]
    public void A_small_total_is_a_small_cell()
    {
        var table = Suppression.Table(
            [
                [4, 0, 0],
                [20, 30, 40],
                [30, 20, 10],
            ],
            SmallCells.Default
        );
        Assert.Null(table.RowTotals[0]);
        Assert.Null(table.Cells[0][0]);
        Assert.Empty(TotalsAttacker.On(table, least: 1).Derivable());
    }

    [Fact]
    public void A_table_of_fewer_than_k_people_is_withheld_whole()
    {
        var table = Suppression.Table(
            [
                [1, 2],
                [3, 1],
            ],
            SmallCells.Default
        );
        Assert.Null(table.Total);
        Assert.All(table.Cells.SelectMany(r => r).Concat(table.RowTotals).Concat(table.ColumnTotals), c => Assert.Null(c));
        Assert.Null(Suppression.List([3, 2], SmallCells.Default).Total);
    }

    [Fact]
    public void A_table_without_small_cells_is_shown_whole()
    {
        var table = Suppression.Table(
            [
                [10, 20],
                [30, 0],
            ],
            SmallCells.Default
        );
        Assert.Equal([10, 20, 30, 0], table.Cells.SelectMany(r => r));
        Assert.Equal([30, 30, 40, 20], table.RowTotals.Concat(table.ColumnTotals));
    }

    [Fact]
    public void An_option_almost_everybody_ticked_is_hidden_because_the_others_are_few() =>
        Assert.Equal([20, null, null, 40], Suppression.Options([20, 38, 4, 40], 40, SmallCells.Default).Counts);

    [Fact]
    public void Options_by_group_hide_few_who_chose_few_who_did_not_and_what_gives_either_away()
    {
        var table = Suppression.OptionsByGroup(
            [
                [30, 3],
                [20, 12],
                [38, 15],
            ],
            [40, 40, 40],
            SmallCells.Default
        );
        Assert.Equal([40, 40, 40], table.RowTotals);
        Assert.Equal([null, 20, null], table.Cells.Select(row => row[0]));
        Assert.Equal([null, null, 15], table.Cells.Select(row => row[1]));
        Assert.Equal([88, 30], table.ColumnTotals);
        Assert.Throws<ArgumentException>(() =>
            Suppression.OptionsByGroup(
                [
                    [41],
                ],
                [40],
                SmallCells.Default
            )
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_hidden_cell_of_a_random_table_up_to_6_by_6_can_be_derived(bool showZero)
    {
        var rule = new SmallCells(10, showZero);
        Properties.Hold(
            Tables(6, 30),
            counts =>
            {
                var table = Suppression.Table(counts, rule);
                if (table.Total is null)
                    return true;
                if (!NothingInside(table, counts, rule))
                    return KeepsThePromise(table, counts, rule) && TotalsAttacker.On(table, rule.ShowZero ? 1 : 0).Derivable().Count == 0;

                // Without any inner cell, what follows from the totals alone may be an empty cell or a shown total, but no small count.
                return !TotalsAttacker.On(table, least: 0).Derivable().Any(e => Value(counts, e) is > 0 and < 10);
            },
            400
        );
    }

    // The same tables on every run: how many lose all their cells is a figure of the method, not a property of each table.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fewer_than_one_table_in_fifty_with_three_rows_and_columns_loses_all_its_cells(bool showZero)
    {
        var (random, rule) = (new Random(7), new SmallCells(10, showZero));
        int[][] Next(int rows, int columns) =>
            [
                .. Enumerable
                    .Range(0, rows)
                    .Select(_ =>
                        Enumerable
                            .Range(0, columns)
                            .Select(_ =>
                                random.Next(5) switch
                                {
                                    0 => 0,
                                    1 => random.Next(1, 5),
                                    _ => random.Next(0, 31),
                                }
                            )
                            .ToArray()
                    ),
            ];

        var tables = Enumerable.Range(0, 2_000).Select(_ => Next(random.Next(3, 7), random.Next(3, 7)));
        Assert.InRange(tables.Count(t => NothingInside(Suppression.Table(t, rule), t, rule)), 0, 40);
    }

    [Fact]
    public void A_table_hides_the_totals_that_the_questions_own_lists_hide() => Properties.Hold(Tables(5, 30), counts =>
        {
            var table = Suppression.Table(counts, SmallCells.Default);
            int[] columns = [.. Enumerable.Range(0, counts[0].Length).Select(c => counts.Sum(r => r[c]))];
            return table.Total is null
                || (
                    table.RowTotals.SequenceEqual(Suppression.List([.. counts.Select(r => r.Sum())], SmallCells.Default).Counts)
                    && table.ColumnTotals.SequenceEqual(Suppression.List(columns, SmallCells.Default).Counts)
                );
        });

    [Fact]
    public void No_hidden_cell_of_a_random_list_can_be_derived() =>
        Properties.Hold(
            Gen.Choose(0, 30).NonEmptyListOf().Where(l => l.Count <= 12),
            counts =>
            {
                var list = Suppression.List([.. counts], SmallCells.Default);
                return list.Total is null
                    ? counts.Sum() is > 0 and < 10
                    : counts.Zip(list.Counts, (c, s) => s is null ? c > 0 : s == c && !SmallCells.Default.Hides(c)).All(x => x)
                        && TotalsAttacker.On(list, least: 1).Derivable().Count == 0;
            },
            500
        );

    [Fact]
    public void Trying_every_completion_of_small_tables_derives_nothing_either() =>
        Properties.Hold(
            Tables(3, 9).Where(t => t.Length * t[0].Length <= 6),
            counts =>
            {
                var table = Suppression.Table(counts, new SmallCells(5));
                return table.Cells.All(row => row.All(c => c is null)) || new EveryCompletion(table).DerivesNothing();
            },
            150
        );

    // All inner cells hidden although at least one of them is not small itself.
    private static bool NothingInside(SafeTable table, int[][] counts, SmallCells rule) =>
        table.Cells.All(row => row.All(c => c is null)) && counts.Any(row => row.Any(c => !rule.Hides(c)));

    // The cell at an index of TotalsAttacker: inner cells, row totals, column totals, grand total.
    private static int Value(int[][] counts, int index)
    {
        int rows = counts.Length,
            columns = counts[0].Length;
        if (index < rows * columns)
            return counts[index / columns][index % columns];
        index -= rows * columns;
        if (index < rows)
            return counts[index].Sum();
        index -= rows;
        return index < columns ? counts.Sum(r => r[index]) : counts.Sum(r => r.Sum());
    }

    private static bool KeepsThePromise(SafeTable table, int[][] counts, SmallCells rule) =>
        table
            .Cells.SelectMany(r => r)
            .Zip(counts.SelectMany(r => r), (shown, count) => shown is null || (shown == count && !rule.Hides(count)))
            .All(x => x)
        && table.RowTotals.Zip(counts, (shown, row) => shown is null || (shown == row.Sum() && !rule.Hides(row.Sum()))).All(x => x);

    private static Gen<int[][]> Tables(int most, int greatest) =>
        from rows in Gen.Choose(1, most)
        from columns in Gen.Choose(1, most)
        from cells in Gen.Frequency((3, Gen.Choose(0, greatest)), (1, Gen.Constant(0)), (1, Gen.Choose(1, 4))).ArrayOf(rows * columns)
        select cells.Chunk(columns).ToArray();

    /// <summary>Plain enumeration: tries values for hidden inner cells in turn and keeps what agrees with every shown total.</summary>
    private sealed class EveryCompletion(SafeTable table)
    {
        private readonly int columns = table.Cells[0].Count;
        private readonly int?[] shown = [.. table.Cells.SelectMany(r => r)];
        private readonly HashSet<int>[] cells = [.. table.Cells.SelectMany(r => r).Select(_ => new HashSet<int>())];
        private readonly HashSet<int>[] totals = [.. table.RowTotals.Concat(table.ColumnTotals).Select(_ => new HashSet<int>())];

        public bool DerivesNothing()
        {
            Try(new int[this.shown.Length], 0, table.Total ?? 60);
            return Enough();
        }

        private bool Enough() =>
            !this.shown.Where((s, i) => s is null && this.cells[i].Count < 2).Any()
            && !table.RowTotals.Concat(table.ColumnTotals).Where((s, i) => s is null && this.totals[i].Count < 2).Any();

        private void Try(int[] values, int at, int left)
        {
            if (Enough())
                return;
            if (
                at > 0
                && at % this.columns == 0
                && !Agrees(table.RowTotals[at / this.columns - 1], values.AsSpan(at - this.columns, this.columns).ToArray().Sum())
            )
                return;
            if (at == values.Length)
            {
                if (table.Total is not null && left != 0)
                    return;
                int[] columns = [.. Enumerable.Range(0, this.columns).Select(c => values.Where((_, i) => i % this.columns == c).Sum())];
                if (!columns.Zip(table.ColumnTotals, (sum, shown) => Agrees(shown, sum)).All(x => x))
                    return;
                for (var i = 0; i < values.Length; i++)
                    this.cells[i].Add(values[i]);
                int[] totals = [.. values.Chunk(this.columns).Select(r => r.Sum()), .. columns];
                for (var i = 0; i < totals.Length; i++)
                    this.totals[i].Add(totals[i]);
                return;
            }
            if (this.shown[at] is { } shown)
            {
                values[at] = shown;
                if (shown <= left)
                    Try(values, at + 1, left - shown);
                return;
            }
            for (values[at] = 1; values[at] <= left; values[at]++)
                Try(values, at + 1, left - values[at]);
        }

        private static bool Agrees(int? shown, int sum) => shown is { } s ? s == sum : sum >= 1;
    }
}
