// How the program hid small counts before there were safe ones (decision 0026), table by table. It holds within a
// table; the attacker shows that it does not hold over several. Nothing of the program uses it. The search is SuppressionNetwork's.
namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>Counts from 1 to 9 are hidden.</summary>
internal sealed record FormerRule
{
    public int Threshold { get; } = 10;

    public bool ShowZero { get; } = true;

    public bool Hides(int count) => count > 0 && count < Threshold;
}

/// <summary>A list of counts safe to publish; null is hidden. Whoever shows it does not say which hidden cell was small.</summary>
/// <param name="Counts">One entry a category.</param>
/// <param name="Total">Sum of all categories; null when the whole list is withheld.</param>
internal sealed record SafeList(IReadOnlyList<int?> Counts, int? Total);

/// <summary>A two-way table safe to publish; null is hidden.</summary>
/// <param name="Cells">Rows × columns.</param>
/// <param name="RowTotals">One a row; a total may itself be hidden.</param>
/// <param name="ColumnTotals">One a column.</param>
/// <param name="Total">Grand total; null when the whole table is withheld because it holds fewer than k people.</param>
internal sealed record SafeTable(
    IReadOnlyList<IReadOnlyList<int?>> Cells,
    IReadOnlyList<int?> RowTotals,
    IReadOnlyList<int?> ColumnTotals,
    int? Total
);

/// <summary>
/// Primary and secondary suppression. The reader we guard against knows every shown figure, all totals, the threshold's existence and
/// that hidden counts are whole numbers (at least 1 where zeros are shown). Source: Cox 1980, "Suppression methodology and
/// statistical disclosure control" (secondary cells by paths in the table's network).
/// </summary>
internal static class Suppression
{
    /// <summary>
    /// A list whose categories exclude each other (select one): the total is published, so one hidden cell alone would follow from it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static SafeList List(IReadOnlyList<int> counts, FormerRule rule)
    {
        Check(counts);
        var total = counts.Sum();
        var network = new SuppressionNetwork(nodes: 2, rule);
        foreach (var count in counts)
            network.AddCell(0, 1, count);
        network.AddTotal(1, 0, total, hidden: false);
        return Withheld(total, rule) || !network.Protect()
            ? new([.. counts.Select(_ => (int?)null)], null)
            : new([.. counts.Select((_, i) => network.Shown(i))], total);
    }

    /// <summary>
    /// Options of a select-many question among n people: they do not add up, but each option hides two groups, those who chose it and
    /// those who did not. Hidden unless both are large enough (or, where zeros are shown, empty).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or above n.</exception>
    public static SafeList Options(IReadOnlyList<int> counts, int n, FormerRule rule)
    {
        Check(counts);
        if (counts.Any(c => c > n))
            throw new ArgumentOutOfRangeException(nameof(counts), "An option is chosen by more people than were asked.");
        if (Withheld(n, rule))
            return new([.. counts.Select(_ => (int?)null)], null);
        return new([.. counts.Select(c => rule.Hides(c) || rule.Hides(n - c) ? (int?)null : c)], n);
    }

    /// <summary>
    /// A two-way table with its row, column and grand totals. Its totals are shown or hidden exactly as <see cref="List"/> does for either
    /// question alone, so that the table and the two lists, published side by side, cannot be played off against each other. Where no
    /// choice of cells is safe, all inner cells are withheld and the totals remain.
    /// </summary>
    /// <param name="counts">Rows × columns, all rows equally long.</param>
    /// <param name="rule">The survey's rule.</param>
    /// <exception cref="ArgumentException">Rows differ in length, or there is no cell.</exception>
    public static SafeTable Table(IReadOnlyList<IReadOnlyList<int>> counts, FormerRule rule)
    {
        if (counts.Count == 0 || counts[0].Count == 0)
            throw new ArgumentException("A table has at least one cell.", nameof(counts));
        if (counts.Any(row => row.Count != counts[0].Count))
            throw new ArgumentException("The rows differ in length.", nameof(counts));
        foreach (var row in counts)
            Check(row);
        int rows = counts.Count,
            columns = counts[0].Count;
        int[] rowTotals = [.. counts.Select(r => r.Sum())];
        int[] columnTotals = [.. Enumerable.Range(0, columns).Select(c => counts.Sum(r => r[c]))];
        var (byRow, byColumn) = (List(rowTotals, rule), List(columnTotals, rule));
        int?[] nothing = new int?[columns];
        if (byRow.Total is null || byColumn.Total is null)
            return new([.. counts.Select(_ => nothing)], new int?[rows], nothing, null);

        // A table with its totals is a circulation: row → column for a cell, column → bottom row and last column → row for totals,
        // bottom row → last column for the grand total. What flows in flows out, which is exactly what the totals say.
        int bottom = rows,
            last = rows + 1 + columns;
        var network = new SuppressionNetwork(nodes: rows + columns + 2, rule);
        for (var r = 0; r < rows; r++)
        for (var c = 0; c < columns; c++)
            network.AddCell(r, rows + 1 + c, counts[r][c]);
        for (var r = 0; r < rows; r++)
            network.AddTotal(last, r, rowTotals[r], byRow.Counts[r] is null);
        for (var c = 0; c < columns; c++)
            network.AddTotal(rows + 1 + c, bottom, columnTotals[c], byColumn.Counts[c] is null);
        network.AddTotal(bottom, last, byRow.Total.Value, hidden: false);

        var safe = network.Protect();
        return new(
            [
                .. Enumerable
                    .Range(0, rows)
                    .Select(r =>
                        safe ? (IReadOnlyList<int?>)[.. Enumerable.Range(0, columns).Select(c => network.Shown(r * columns + c))] : nothing
                    ),
            ],
            byRow.Counts,
            byColumn.Counts,
            byRow.Total
        );
    }

    /// <summary>
    /// A select-many question by a grouping question: groups × options. Options do not add up across a row, so each option is a table of
    /// its own (chose it, did not) by group, and what is hidden follows from none of these tables nor from the groups' sizes.
    /// </summary>
    /// <param name="counts">Groups × options: people of the group who chose the option.</param>
    /// <param name="sizes">People of each group who answered the question.</param>
    /// <param name="rule">The survey's rule.</param>
    /// <returns>Row totals are the groups' sizes, column totals the people who chose each option, the total everybody who
    /// answered.</returns>
    /// <exception cref="ArgumentException">An option is chosen by more people than a group holds, or lengths differ.</exception>
    public static SafeTable OptionsByGroup(IReadOnlyList<IReadOnlyList<int>> counts, IReadOnlyList<int> sizes, FormerRule rule)
    {
        if (counts.Count == 0 || counts.Count != sizes.Count)
            throw new ArgumentException("One size a group, and at least one group.", nameof(sizes));
        if (counts.Any(row => row.Count != counts[0].Count))
            throw new ArgumentException("The rows differ in length.", nameof(counts));
        if (counts.Zip(sizes, (row, size) => row.Any(c => c > size)).Any(x => x))
            throw new ArgumentException("An option is chosen by more people than a group holds.", nameof(counts));
        SafeTable[] options =
        [
            .. Enumerable
                .Range(0, counts[0].Count)
                .Select(o => Table([.. counts.Zip(sizes, (row, size) => (IReadOnlyList<int>)[row[o], size - row[o]])], rule)),
        ];
        var groups = List(sizes, rule);
        return new(
            [.. Enumerable.Range(0, counts.Count).Select(g => (IReadOnlyList<int?>)[.. options.Select(table => table.Cells[g][0])])],
            groups.Counts,
            [.. options.Select(table => table.ColumnTotals[0])],
            groups.Total
        );
    }

    // An empty table says nothing about anybody; one with fewer than k people is all one small cell.
    private static bool Withheld(int total, FormerRule rule) => total > 0 && total < rule.Threshold;

    private static void Check(IReadOnlyList<int> counts)
    {
        if (counts.Any(c => c < 0))
            throw new ArgumentOutOfRangeException(nameof(counts), "Counts are not negative.");
    }
}
