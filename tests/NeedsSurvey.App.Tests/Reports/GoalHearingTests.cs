using System.Text.Json;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Reports;

namespace NeedsSurvey.App.Tests.Reports;

/// <summary>"Is this what you would want from us?" (case content M7).</summary>
public sealed class GoalHearingTests(TestData data) : IClassFixture<TestData>
{
    private async Task<(TestInitiative Heard, Guid Goal, string Slug)> Asked()
    {
        var heard = await data.Home.Listening(minimum: 1);
        await heard.Answer(housing: "5 1");
        var goal = await heard.AdoptedGoal();
        (await data.Get<AskAboutGoals>().Run(data.Owner, heard.Id, open: true)).OrThrow();
        return (heard, goal, (await Read(heard)).Slug);
    }

    private async Task<GoalHearingView> Read(TestInitiative heard, Actor? who = null) =>
        (await data.Get<ReadGoalHearing>().Run(who ?? data.Owner, heard.Id)).OrThrow()!;

    private Task<Result<Replied>> Reply(string slug, Guid goal, GoalVerdict verdict, string words = "", Guid? submission = null) =>
        data.Get<ReplyToGoals>().Run(slug, new(submission ?? Guid.NewGuid(), "en", [new(goal, verdict, words)]));

    private async Task Replies(string slug, Guid goal, int yes = 0, int change = 0, int doNot = 0)
    {
        foreach (var (verdict, times) in new[] { (GoalVerdict.Yes, yes), (GoalVerdict.Change, change), (GoalVerdict.DoNot, doNot) })
            for (var i = 0; i < times; i++)
                (await Reply(slug, goal, verdict)).OrThrow();
    }

    private static (int?, int?, int?) Counts(HearingCheckTally tally) => (tally.Yes?.Shown, tally.Partly?.Shown, tally.No?.Shown);

    [Fact]
    public async Task Nobody_is_asked_before_a_goal_is_adopted() =>
        Assert.Equal(
            "no_goals",
            (await data.Get<AskAboutGoals>().Run(data.Owner, (await data.Home.Listening()).Id, open: true)).Problem!.Code
        );

    [Fact]
    public async Task Each_goal_has_its_own_counts()
    {
        var (heard, goal, slug) = await Asked();
        await Replies(slug, goal, yes: 3, change: 2, doNot: 1);
        Assert.Equal((3, 2, 1), Counts((await Read(heard)).Goals.Single().Replies));
    }

    [Fact]
    public async Task The_same_reply_sent_twice_counts_once()
    {
        var (heard, goal, slug) = await Asked();
        var submission = Guid.NewGuid();
        (await Reply(slug, goal, GoalVerdict.Yes, submission: submission)).OrThrow();
        (await Reply(slug, goal, GoalVerdict.Yes, submission: submission)).OrThrow();
        Assert.Equal((1, 0, 0), Counts((await Read(heard)).Goals.Single().Replies));
    }

    [Fact]
    public async Task A_goal_that_nobody_is_asked_about_is_refused()
    {
        var (_, _, slug) = await Asked();
        Assert.Equal("unknown_goal", ((Problem.Invalid)(await Reply(slug, Guid.NewGuid(), GoalVerdict.Yes)).Problem!).Faults[0].Code);
    }

    [Fact]
    public async Task Saying_nothing_is_no_reply()
    {
        var (_, _, slug) = await Asked();
        Assert.IsType<Problem.Invalid>((await data.Get<ReplyToGoals>().Run(slug, new(Guid.NewGuid(), "en", []))).Problem);
    }

    [Fact]
    public async Task Nobody_replies_once_it_is_closed()
    {
        var (heard, goal, slug) = await Asked();
        (await data.Get<AskAboutGoals>().Run(data.Owner, heard.Id, open: false)).OrThrow();
        Assert.IsType<Problem.Gone>((await Reply(slug, goal, GoalVerdict.Yes)).Problem);
    }

    [Fact]
    public async Task A_Viewer_sees_no_words()
    {
        var (heard, goal, slug) = await Asked();
        (await Reply(slug, goal, GoalVerdict.Change, "On Fridays.")).OrThrow();
        Assert.Equal("On Fridays.", (await Read(heard)).Goals.Single().Words.Single().Words);
        Assert.Empty((await Read(heard, data.Home.Member("Vera", Role.Viewer))).Goals.Single().Words);
    }

    [Fact]
    public async Task The_report_has_safe_counts_beside_the_goal()
    {
        var (heard, goal, slug) = await Asked();
        await Replies(slug, goal, yes: 40, change: 20, doNot: 2);
        var printed = (await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content.GoalReplies.Single();
        Assert.Equal(goal, printed.GoalId);
        Assert.Null(printed.No!.Value.Shown);
        Assert.InRange(printed.Yes!.Value.Shown!.Value, 35, 45);
    }

    [Fact]
    public async Task Nine_replies_are_not_in_the_report()
    {
        var (heard, goal, slug) = await Asked();
        await Replies(slug, goal, yes: 9);
        Assert.Empty((await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content.GoalReplies);
    }

    [Fact]
    public async Task Words_about_a_goal_are_in_no_report()
    {
        var (heard, goal, slug) = await Asked();
        await Replies(slug, goal, yes: 20);
        (await Reply(slug, goal, GoalVerdict.Change, "Only on Fridays, please.")).OrThrow();
        var content = (await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content;
        Assert.NotEmpty(content.GoalReplies);
        Assert.DoesNotContain("on Fridays", JsonSerializer.Serialize(content, FigureJson.Options), StringComparison.Ordinal);
    }
}
