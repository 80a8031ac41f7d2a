using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

public sealed class FiniteIntervalTests
{
    // The second and third row are N8 and N5 of the list of wrong figures.
    [Theory]
    [InlineData(100, 50, 5, 5, 18)]
    [InlineData(100, 50, 25, 40, 60)]
    [InlineData(100, 60, 24, 32, 48)]
    [InlineData(1000, 950, 9, 9, 11)]
    [InlineData(40, 30, 0, 0, 2)]
    public void N5_N8_the_worked_communities_have_their_bounds(int population, int answered, int yes, int low, int high) =>
        Assert.Equal(new(low, high), FiniteIntervals.People(population, answered, yes));

    [Fact]
    public void Whoever_hears_everybody_knows()
    {
        Assert.Equal(new(24, 24), FiniteIntervals.People(60, 60, 24));
        Assert.Equal(new Interval(.4, .4), FiniteIntervals.Share(60, 60, 24));
    }

    [Fact]
    public void Yes_and_no_mirror_each_other()
    {
        for (var yes = 0; yes <= 17; yes++)
        {
            var (of, against) = (FiniteIntervals.People(53, 17, yes), FiniteIntervals.People(53, 17, 17 - yes));
            Assert.Equal((of.Low, of.High), (53 - against.High, 53 - against.Low));
        }
    }

    [Fact]
    public void Each_bound_is_the_last_number_whose_tail_is_above_half_of_the_error()
    {
        foreach (var (population, answered) in new[] { (30, 7), (30, 29), (64, 32) })
        {
            for (var yes = 0; yes <= answered; yes++)
            {
                // By plain counting: the chance of at most so many, over all ways to draw.
                double AtMost(int marked, int most) =>
                    Enumerable.Range(0, most + 1).Sum(x => Choose(marked, x) * Choose(population - marked, answered - x))
                    / Choose(population, answered);
                int[] possible =
                [
                    .. Enumerable
                        .Range(yes, population - answered + 1)
                        .Where(k => AtMost(k, yes) > .025 + 1e-10 && (yes == 0 ? 1 : 1 - AtMost(k, yes - 1)) > .025 + 1e-10),
                ];
                Assert.Equal(new(possible[0], possible[^1]), FiniteIntervals.People(population, answered, yes));
            }
        }
    }

    [Fact]
    public void A_large_community_comes_near_the_exact_binomial_interval()
    {
        var (finite, endless) = (FiniteIntervals.Share(1_000_000, 1000, 300), ProportionIntervals.ClopperPearson(300, 1000));
        Assert.Equal(endless.Low, finite.Low, .0001);
        Assert.Equal(endless.High, finite.High, .0001);
    }

    [Fact]
    public void A_community_of_a_million_half_of_whom_answered_has_bounds_near_the_normal_ones()
    {
        var people = FiniteIntervals.People(1_000_000, 500_000, 250_000);
        // Half-width 1.96 · √(N² · p(1−p)/n · (N−n)/(N−1)) = 980 people.
        Assert.InRange(people.Low, 499_015, 499_025);
        Assert.InRange(people.High, 500_975, 500_985);
    }

    [Theory]
    [InlineData(0, 0, 0, .95, "population")]
    [InlineData(10, 0, 0, .95, "answered")]
    [InlineData(10, 11, 0, .95, "answered")]
    [InlineData(10, 5, -1, .95, "yes")]
    [InlineData(10, 5, 6, .95, "yes")]
    [InlineData(10, 5, 2, 1, "confidence")]
    public void Impossible_numbers_are_named(int population, int answered, int yes, double confidence, string name) =>
        Assert.Equal(
            name,
            Assert.Throws<ArgumentOutOfRangeException>(() => FiniteIntervals.People(population, answered, yes, confidence)).ParamName
        );

    [Theory]
    [InlineData(.975, 1, 12.7062047362)]
    [InlineData(.975, 10, 2.22813885196)]
    [InlineData(.95, 3, 2.35336343480)]
    [InlineData(.025, 199, -1.97195654437)]
    [InlineData(.975, 1e7, 1.95996421)]
    public void Student_t_has_its_known_quantiles(double p, double freedom, double t)
    {
        Assert.Equal(t, StudentT.Quantile(p, freedom), 6);
        Assert.Equal(2 * Math.Min(p, 1 - p), StudentT.TwoTails(t, freedom), 7);
    }

    private static double Choose(int n, int k) =>
        k < 0 || k > n ? 0 : Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
}
