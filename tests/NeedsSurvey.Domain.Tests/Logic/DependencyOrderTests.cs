// The order of evaluation of a survey's expressions, and the cycle that forbids one.
using System.Diagnostics;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Tests.Logic;

public class DependencyOrderTests
{
    private static DependencyOrder Order(params (string Name, string Expression)[] expressions) =>
        DependencyOrder.Of([.. expressions.Select(pair => (pair.Name, ExpressionParser.Parse(pair.Expression).Expression!.Names))]);

    [Fact]
    public void Each_expression_comes_after_those_it_needs() =>
        Assert.Equal([1, 0, 3, 2, 4], Order(("c", "${b} + 1"), ("b", "${plain} + 1"), ("e", "${d}"), ("d", "${c}"), ("f", "1")).Order);

    [Fact]
    public void Expressions_that_do_not_need_each_other_keep_their_order() =>
        Assert.Equal([0, 1, 2], Order(("c", "1"), ("a", "${plain}"), ("b", "${plain} + 1")).Order);

    [Fact]
    public void Whoever_needs_a_name_waits_for_all_its_expressions() =>
        Assert.Equal([1, 2, 0], Order(("last", "${q} > 1"), ("q", "${a} = 1"), ("q", "2 * ${a}")).Order);

    [Fact]
    public void A_cycle_is_told_with_its_shortest_path()
    {
        var order = Order(("a", "${b}"), ("b", "${c}"), ("c", "${a} + ${d}"), ("d", "${c}"), ("e", "${a}"));
        Assert.True(order.HasCycle);
        Assert.Empty(order.Order);
        Assert.Equal(["c", "d", "c"], order.Cycle);
        Assert.Equal("c needs d needs c: they depend on one another in a circle.", order.CycleMessage);
    }

    [Fact]
    public void A_longer_cycle_reads_in_the_direction_of_need() =>
        Assert.Equal(["a", "b", "c", "a"], Order(("a", "${b}"), ("b", "${c}"), ("c", "${a}")).Cycle);

    [Fact]
    public void An_expression_that_needs_its_own_result_is_a_cycle()
    {
        var order = Order(("x", "1"), ("a", "${a} + 1"));
        Assert.Equal(["a", "a"], order.Cycle);
        Assert.Equal("a depends on itself.", order.CycleMessage);
    }

    [Fact]
    public void Five_thousand_expressions_in_a_row_are_ordered_at_once()
    {
        var chain = Enumerable.Range(0, 5_000).Select(i => ($"q{i}", (IReadOnlyList<string>)[$"q{i + 1}"])).ToList();
        var watch = Stopwatch.StartNew();
        Assert.Equal(Enumerable.Range(0, 5_000).Reverse(), DependencyOrder.Of(chain).Order);
        chain.Add(("q5000", ["q0"]));
        Assert.Equal(5_002, DependencyOrder.Of(chain).Cycle.Count);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }
}
