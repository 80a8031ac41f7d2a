using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Reports;

namespace NeedsSurvey.App.Tests.Reports;

public sealed class ReportTests(TestData data) : IClassFixture<TestData>
{
    private async Task<PublishedReport> Read(string slug, int? version = null) =>
        (await data.Get<ReadReport>().Run(slug, version)).OrThrow();

    [Fact]
    public async Task Nothing_is_published_before_somebody_has_answered() =>
        Assert.Equal("nothing_heard", (await (await data.Home.Listening()).Report()).Problem!.Code);

    [Fact]
    public async Task A_report_is_not_published_while_a_disclosure_item_is_blank()
    {
        var heard = await data.Home.Listening();
        await heard.Answer(housing: "5 1");
        var refused = Assert.IsType<Problem.Invalid>((await heard.Report(new() { ["sponsor"] = "Nobody paid." })).Problem);
        Assert.Equal(["recruitment", "limitations"], refused.Faults.Select(fault => fault.Path));
    }

    [Fact]
    public async Task A_report_of_one_answer_has_no_figure_of_it()
    {
        var heard = await data.Home.Listening();
        await heard.Answer(housing: "5 1");
        var content = (await Read((await heard.Report()).OrThrow().Slug)).Content;
        Assert.Null(content.Responses);
        Assert.Null(content.Ranking);
        Assert.StartsWith("Fewer than 10 people answered.", content.Disclosure.Single(item => item.Code == "sizes").Words);
    }

    [Fact]
    public async Task Progress_is_live_beside_a_published_report()
    {
        var heard = await data.Home.Listening(minimum: 1);
        await heard.Answers(12, housing: "5 1", buses: "4 3");
        var goal = await heard.AdoptedGoal(pillar: 0);
        var slug = (await heard.Report()).OrThrow().Slug;
        (await data.Get<RecordGoalUpdate>().Run(data.Owner, heard.Id, goal, new(new(2026, 7, 14), "Begun."))).OrThrow();
        Assert.Equal("Begun.", (await Read(slug)).Since.Single().Words);
    }

    [Fact]
    public async Task The_goals_of_a_version_stay()
    {
        var heard = await data.Home.Listening(minimum: 1);
        await heard.Answers(12, housing: "5 1", buses: "4 3");
        var goal = await heard.AdoptedGoal();
        var slug = (await heard.Report()).OrThrow().Slug;
        (await data.Get<ChangeGoalState>().Run(data.Owner, heard.Id, goal, Domain.Goals.GoalState.Dropped)).OrThrow();
        Assert.Equal("Homes first", (await Read(slug, 1)).Content.Alignment.Goals.Single().Title);
    }

    [Fact]
    public async Task That_choices_stood_in_random_order_is_said()
    {
        var heard = await data.Home.Listening(
            definition: """
            {"title": "Order", "questions": [
              {"type": "select_one", "name": "a", "label": "A", "randomize": true, "choices": [{"name": "x", "label": "X"}]},
              {"type": "repeat", "name": "r", "label": "R", "questions": [
                {"type": "select_multiple", "name": "b", "label": "B", "randomize": true, "choices": [{"name": "x", "label": "X"}]}]},
              {"type": "select_one", "name": "c", "label": "C", "choices": [{"name": "x", "label": "X"}]}]}
            """
        );
        var content = (await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content;
        Assert.EndsWith(
            "were asked in random order, another for each person, which was not kept: nothing gains by standing first.",
            content.Disclosure.Single(item => item.Code == "instrument").Words
        );
    }

    [Fact]
    public async Task How_many_wrote_in_their_own_words_is_not_said()
    {
        var heard = await data.Home.Listening();
        await heard.Answers(3, housing: "5 1", story: "Rent.");
        await heard.Answers(12, housing: "5 1");
        var content = (await Read((await heard.Report()).OrThrow().Slug)).Content;
        Assert.DoesNotContain(content.Disclosure.Single(item => item.Code == "processing").Words, char.IsDigit);
    }
}
