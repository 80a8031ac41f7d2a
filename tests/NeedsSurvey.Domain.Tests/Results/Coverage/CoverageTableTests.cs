using System.Globalization;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>The table of src/docs/methods.md is that of the designs which <see cref="CoverageTests"/> draws from.</summary>
public sealed partial class CoverageTableTests
{
    private static IReadOnlyList<(string Design, double Says, double[] Holds)> Table()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "src", "docs", "methods.md")))
            folder = folder.Parent!;
        return
        [
            .. File.ReadLines(Path.Combine(folder.FullName, "src", "docs", "methods.md"))
                .SkipWhile(line => !line.StartsWith("| draw | says |", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(cells => (cells[1], PerCent(cells[2])[0], cells[3..7].SelectMany(PerCent).ToArray())),
        ];
    }

    private static double[] PerCent(string cell) =>
        [.. Number().Matches(cell).Select(match => double.Parse(match.ValueSpan, CultureInfo.InvariantCulture))];

    [Fact]
    public void Each_design_that_is_drawn_from_has_its_line() =>
        Assert.Equal(
            ShareDesigns
                .All.Concat(SafeDesigns.All)
                .Concat(SummedDesigns.All)
                .Concat(MeanDesigns.All)
                .Select(design => design.Name)
                .Order(StringComparer.Ordinal),
            Table().Select(row => row.Design).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Each_line_holds_the_truth_as_often_as_it_says_less_one_point_with_every_seed() =>
        Assert.All(Table(), row => Assert.All(row.Holds, held => Assert.InRange(held, row.Says - 1, 100)));

    [Fact]
    public void Each_line_was_drawn_from_two_seeds_at_least() => Assert.All(Table(), row => Assert.InRange(row.Holds.Length, 2, 4));

    [GeneratedRegex(@"\d+(\.\d+)?(?=\s%)")]
    private static partial Regex Number();
}
