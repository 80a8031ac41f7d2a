using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

public sealed class NoiseLawTests
{
    private const ulong Drawn = 20_261_129;

    private static readonly NoiseLaw Law = NoiseLaw.Default;

    [Fact]
    public void Zero_stays_zero_whatever_the_key() =>
        Assert.All(Enumerable.Range(0, 1000), i => Assert.Equal(0, Law.Noise(0, CellKey.Mix((ulong)i))));

    [Fact]
    public void The_mean_of_every_row_is_exactly_zero_and_its_parts_are_a_million()
    {
        for (var count = 0; count <= 12; count++)
        {
            Assert.Equal(0, Enumerable.Range(-5, 11).Sum(d => d * Law.PerMillion(d, count)));
            Assert.Equal(NoiseLaw.Parts, Enumerable.Range(-5, 11).Sum(d => Law.PerMillion(d, count)));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void The_variance_is_as_wished_for_every_count_from_1_on(double variance)
    {
        var law = new NoiseLaw(5, variance);
        for (var count = 1; count <= 12; count++)
            Assert.Equal(variance, Enumerable.Range(-5, 11).Sum(d => d * d * law.Probability(d, count)), 1e-4);
    }

    [Fact]
    public void No_count_becomes_negative_and_no_noise_exceeds_the_bound()
    {
        for (var count = 1; count <= 12; count++)
            Assert.All(Enumerable.Range(-8, 17), d => Assert.True(Law.Probability(d, count) == 0 || (count + d >= 0 && Math.Abs(d) <= 5)));
    }

    [Fact]
    public void Each_row_is_the_law_of_maximum_entropy_its_logarithm_is_a_parabola()
    {
        for (var count = 1; count <= 5; count++)
        {
            var shares = Enumerable.Range(-5, 11).Select(d => Law.Probability(d, count));
            var logs = shares.Where(p => p > .005).Select(p => Math.Log(p)).ToList();
            var bends = Enumerable.Range(1, logs.Count - 2).Select(i => logs[i + 1] - (2 * logs[i]) + logs[i - 1]).ToList();
            Assert.True(bends.Max() - bends.Min() < 1e-3, $"count {count}: {string.Join(" ", bends)}");
        }
    }

    [Fact]
    public void One_look_at_a_small_count_leaves_no_value_more_than_half_likely()
    {
        for (var shown = 1; shown <= 9; shown++)
        {
            double[] p = [.. Enumerable.Range(1, 14).Select(count => Law.Probability(shown - count, count))];
            Assert.True(p.Max() / p.Sum() < .4);
        }
    }

    [Fact]
    public void Keys_draw_noise_in_the_proportions_of_the_law()
    {
        const int Draws = 400_000;
        foreach (var count in (int[])[1, 3, 40])
        {
            var drawn = new int[11];
            for (var i = 0; i < Draws; i++)
                drawn[Law.Noise(count, CellKey.Mix((ulong)i * 0x9E3779B97F4A7C15, Drawn)) + 5]++;
            for (var d = -5; d <= 5; d++)
            {
                var p = Law.Probability(d, count);
                var error = .0005 + (5 * Math.Sqrt(p / Draws));
                Assert.InRange(drawn[d + 5] / (double)Draws, p - error, p + error);
            }
        }
    }

    [Fact]
    public void Cells_that_differ_by_one_member_and_the_union_of_two_have_unrelated_noise()
    {
        const int Draws = 200_000;
        var random = new Random(7);
        double oneMore = 0,
            union = 0,
            otherDrawing = 0;
        for (var i = 0; i < Draws; i++)
        {
            ulong a = (ulong)random.NextInt64() << 1,
                b = (ulong)random.NextInt64() << 1,
                one = (ulong)random.NextInt64() << 1;
            int Of(ulong sum, ulong drawing = Drawn) => Law.Noise(40, CellKey.Mix(sum, drawing));
            oneMore += Of(a) * Of(a + one);
            union += (Of(a) + Of(b)) * Of(a + b);
            otherDrawing += Of(a) * Of(a, Drawn + one);
        }
        // Standard error of a correlation of so many draws is .0022.
        double[] correlations = [oneMore / 2 / Draws, union / Math.Sqrt(8) / Draws, otherDrawing / 2 / Draws];
        Assert.All(correlations, r => Assert.InRange(r, -.011, .011));
    }

    [Fact]
    public void The_difference_of_nested_cells_is_right_on_average_and_has_the_noise_of_both()
    {
        const int Draws = 200_000;
        var random = new Random(8);
        double sum = 0,
            squares = 0;
        for (var i = 0; i < Draws; i++)
        {
            ulong part = (ulong)random.NextInt64() << 1,
                rest = (ulong)random.NextInt64() << 1;
            var difference = Law.Noise(43, CellKey.Mix(part + rest, Drawn)) - Law.Noise(40, CellKey.Mix(part, Drawn));
            (sum, squares) = (sum + difference, squares + (difference * difference));
        }
        Assert.InRange(sum / Draws, -.025, .025);
        Assert.InRange(squares / Draws, 3.9, 4.1);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(5, 0)]
    [InlineData(5, 5)]
    [InlineData(21, 2)]
    public void A_law_that_cannot_be_is_refused(int bound, double variance) =>
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => new NoiseLaw(bound, variance));

    [Fact]
    public void The_methods_document_prints_this_table()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "src", "docs", "methods.md")))
            folder = folder.Parent!;
        var methods = File.ReadAllText(Path.Combine(folder.FullName, "src", "docs", "methods.md"));
        Assert.Contains(Law.Table(), methods, StringComparison.Ordinal);
    }
}
