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

    // content, T4
    [Fact]
    public void What_is_anchored_stays_at_its_place()
    {
        var item = Item(
            """{"type": "select_one", "name": "q", "label": "Q", "randomize": true, "other": true, "choices": ["""
                + """{"name": "a", "label": "A"}, {"name": "here", "label": "H", "anchor": true}, {"name": "b", "label": "B"}, """
                + """{"name": "c", "label": "C"}, """
                + """{"name": "not_now", "label": "N", "anchor": true}]}"""
        );
        var orders = Enumerable
            .Range(0, 50)
            .Select(seed => ChoiceOrder.Of(item, item.Choices, seed).Select(choice => choice.Name).ToList());
        Assert.All(orders, order => Assert.Equal(("here", "not_now", "other"), (order[1], order[4], order[5])));
    }

    private const string Grid = """
        {"type": "need_grid", "name": "g", "label": "G", "randomize": true,
         "rows": [{"name": "n1", "label": "1"}, {"name": "n2", "label": "2"}, {"name": "n3", "label": "3"}, {"name": "n4", "label": "4"},
                  {"name": "n5", "label": "5"}],
         "importance": {"label": "I", "scale": [{"value": 0, "label": "No"}, {"value": 1, "label": "Yes"}]},
         "satisfaction": {"label": "S", "scale": [{"value": 0, "label": "No"}, {"value": 1, "label": "Yes"}]}}
        """;

    private static CompiledItem Item(string question) => Sample.Survey(question).Find("q") ?? Sample.Survey(question).Find("g")!;

    // content, T4. 5,000 walks, 5 needs, 5 places: 1,000 each, within four standard deviations of √(5000 · 1/5 · 4/5) = 28.3.
    [Fact]
    public void Over_5000_walks_every_need_stands_in_every_place_equally_often()
    {
        var survey = Sample.Survey(Grid);
        var counts = Enumerable
            .Range(0, 5_000)
            .SelectMany(seed => ChoiceOrder.Pages(survey, seed * 429_497))
            .CountBy(page => (page.Index, page.Key))
            .ToList();
        Assert.Equal(25, counts.Count);
        Assert.All(counts, count => Assert.InRange(count.Value, 1_000 - 113, 1_000 + 113));
    }

    // content, T4
    [Fact]
    public void The_note_above_a_grid_stays_above_its_first_page()
    {
        var survey = Sample.Survey("""{"type": "note", "name": "n", "label": "N"}, """ + Grid);
        Assert.All(Enumerable.Range(0, 20).Select(seed => ChoiceOrder.Pages(survey, seed)), pages =>
            Assert.Equal([true, false, false, false, false], pages.Select(page => page.Items[0].Name == "n"))
        );
    }

    // content, T4
    [Fact]
    public void A_walk_back_and_forth_meets_every_need_once()
    {
        var state = ResponseState.Open(Sample.Survey(Grid), "", Sample.Context with { Order = 3 });
        var forth = new List<string>();
        for (var page = state.After(null); page is not null; page = state.After(page))
            forth.Add(page.Key);
        Assert.Equal(ChoiceOrder.Pages(state.Survey, 3).Select(page => page.Key), forth);
        Assert.Equal(forth[3], state.Before(ChoiceOrder.Pages(state.Survey, 3)[4])!.Key);
    }

    // content, T4
    [Fact]
    public void Answers_are_stored_in_the_surveys_order_whatever_the_order_asked()
    {
        var survey = Sample.Survey(Grid);
        var asked = ChoiceOrder.Pages(survey, 3);
        var draft = asked.Aggregate("", (kept, page) =>
            AnswerCheck
                .CheckPage(
                    survey,
                    kept,
                    page,
                    Sample.Json($"{{\"g\": {{\"{survey.Find("g")!.Rows[page.Part].Name}\": {{\"importance\": 1, \"satisfaction\": 0}}}}}}"),
                    Sample.Context with
                    {
                        Order = 3,
                    }
                )
                .Draft
        );
        Assert.NotEqual(survey.Pages.Select(page => page.Key), asked.Select(page => page.Key));
        Assert.Equal(
            ["n1", "n2", "n3", "n4", "n5"],
            System
                .Text.Json.JsonElement.Parse(AnswerCheck.Check(survey, draft, Sample.Context).Json)
                .GetProperty("g")
                .EnumerateObject()
                .Select(row => row.Name)
        );
    }
}
