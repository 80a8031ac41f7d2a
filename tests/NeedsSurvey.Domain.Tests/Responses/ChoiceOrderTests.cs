using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Responses;

// field, row 35
public sealed class ChoiceOrderTests
{
    private static IReadOnlyList<string> Order(string type, string more, int seed)
    {
        var item = Sample
            .Survey(
                $$"""
                {"type": "{{type}}", "name": "q", "label": "Q", {{more}} "choices": [{"name": "none", "label": "N"{{(
                    type == "select_multiple" ? ", \"exclusive\": true" : ""
                )}}}, {"name": "a", "label": "A"}, {"name": "b", "label": "B"}, {"name": "c", "label": "C"}]}
                """
            )
            .Find("q")!;
        return [.. ChoiceOrder.Of(item, item.Choices, seed).Select(choice => choice.Name)];
    }

    [Fact]
    public void Without_the_wish_the_order_is_that_of_the_list() => Assert.Equal(["none", "a", "b", "c"], Order("select_one", "", seed: 7));

    [Theory]
    [InlineData("select_one", "\"other\": true,", "none", "other")]
    [InlineData("select_multiple", "\"other\": true,", "none", "other")]
    [InlineData("rank", "", "none")]
    public void What_is_looked_for_at_the_end_stays_there(string type, string other, params string[] last) =>
        Assert.All(Enumerable.Range(0, 50), seed => Assert.Equal(last, Order(type, other + "\"randomize\": true,", seed).Skip(3)));

    [Fact]
    public void One_persons_order_stays() =>
        Assert.Equal(Order("rank", "\"randomize\": true,", seed: 7), Order("rank", "\"randomize\": true,", seed: 7));

    // 6 orders, 6,000 people: each has 1,000 within four standard deviations of √(6000 · 1/6 · 5/6) = 28.9.
    [Fact]
    public void All_orders_are_as_likely()
    {
        var counts = Enumerable
            .Range(0, 6_000)
            .CountBy(seed => string.Join(' ', Order("select_one", "\"randomize\": true,", seed)))
            .ToList();
        Assert.Equal(6, counts.Count);
        Assert.All(counts, count => Assert.InRange(count.Value, 1_000 - 116, 1_000 + 116));
    }
}
