using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Reports;

namespace NeedsSurvey.App.Tests.Reports;

/// <summary>Whoever replied holds a code, sends once, and takes back what they said.</summary>
public sealed class ReplyCodeTests(TestData data) : IClassFixture<TestData>
{
    private const string Said = "You forgot the buses.";

    private async Task<(TestInitiative Heard, string Slug)> Asked()
    {
        var heard = await data.Home.Listening(minimum: 1);
        return (heard, await heard.OpenHearingCheck("Rent is too high."));
    }

    private Task<Result<Replied>> Reply(string slug, string verdict, string words = "", Guid? submission = null) =>
        data.Get<ReplyToHearingCheck>().Run(slug, new(submission ?? Guid.NewGuid(), "en", verdict, words));

    private async Task<HearingCheckView> Read(TestInitiative heard, Actor? who = null) =>
        (await data.Get<ReadHearingCheck>().Run(who ?? data.Owner, heard.Id)).OrThrow()!;

    private Task<Result<Done>> TakeBack(SecretText code) => data.Get<TakeBack>().Run(code);

    private async Task<(TestInitiative Heard, Guid Goal, string Slug)> AskedAboutGoals()
    {
        var heard = await data.Home.Listening(minimum: 1);
        await heard.Answer(housing: "5 1");
        var goal = await heard.AdoptedGoal();
        (await data.Get<AskAboutGoals>().Run(data.Owner, heard.Id, open: true)).OrThrow();
        return (heard, goal, (await data.Get<ReadGoalHearing>().Run(data.Owner, heard.Id)).OrThrow()!.Slug);
    }

    private Task<Result<Replied>> About(string slug, Guid goal, GoalVerdict verdict, string words = "", Guid? submission = null) =>
        data.Get<ReplyToGoals>().Run(slug, new(submission ?? Guid.NewGuid(), "en", [new(goal, verdict, words)]));

    [Fact]
    public async Task The_same_reply_again_has_the_same_code()
    {
        var (_, slug) = await Asked();
        var submission = Guid.NewGuid();
        var codes = new[] { await Reply(slug, "no", Said, submission), await Reply(slug, "no", Said + " ", submission) };
        Assert.Single(codes.Select(code => code.OrThrow().Receipt.Reveal()).Distinct());
    }

    // F11: it was answered with thanks, and not stored.
    [Theory, InlineData("yes", Said), InlineData("no", "You forgot the doctors.")]
    public async Task Another_reply_of_the_same_submission_is_refused(string verdict, string words)
    {
        var (heard, slug) = await Asked();
        var submission = Guid.NewGuid();
        (await Reply(slug, "no", Said, submission)).OrThrow();
        Assert.Equal("sent_otherwise", (await Reply(slug, verdict, words, submission)).Problem!.Code);
        Assert.Equal(Said, (await Read(heard)).Corrections.Single().Words);
    }

    // F11
    [Fact]
    public async Task Another_reply_about_goals_of_the_same_submission_is_refused()
    {
        var (_, goal, slug) = await AskedAboutGoals();
        var submission = Guid.NewGuid();
        (await About(slug, goal, GoalVerdict.Yes, submission: submission)).OrThrow();
        (await About(slug, goal, GoalVerdict.Yes, submission: submission)).OrThrow();
        Assert.Equal("sent_otherwise", (await About(slug, goal, GoalVerdict.DoNot, submission: submission)).Problem!.Code);
    }

    // F12: a correction that nobody can read had to be decided.
    [Theory, InlineData("\u200B"), InlineData(" \u2060\u00AD\n")]
    public async Task Words_that_cannot_be_seen_are_no_correction(string words)
    {
        var (heard, slug) = await Asked();
        (await Reply(slug, "partly", words)).OrThrow();
        Assert.Empty((await Read(heard)).Corrections);
    }

    [Fact]
    public async Task What_was_taken_back_counts_no_more_for_those_who_see_true_figures()
    {
        var (heard, slug) = await Asked();
        var code = (await Reply(slug, "no", Said)).OrThrow().Receipt;
        (await Reply(slug, "yes")).OrThrow();
        (await TakeBack(code)).OrThrow();
        var check = await Read(heard);
        Assert.Empty(check.Corrections);
        Assert.Equal((1, 0), (check.Replies.Yes!.Value.Shown, check.Replies.No!.Value.Shown));
    }

    // content R8: being heard is more than a summary that is right.
    [Fact]
    public async Task What_is_asked_besides_is_counted_each_for_itself()
    {
        var (heard, slug) = await Asked();
        foreach (var (answered, say, serious) in new (bool?, int?, int?)[] { (true, 4, 1), (false, 3, null), (null, 2, 3) })
            (
                await data.Get<ReplyToHearingCheck>()
                    .Run(
                        slug,
                        new(Guid.NewGuid(), "en", "yes")
                        {
                            Answered = answered,
                            CouldSay = say,
                            TakenSeriously = serious,
                        }
                    )
            ).OrThrow();
        var counted = (await Read(heard)).Replies;
        Assert.Equal((1, 2, 1), (counted.Answered!.Value.Shown, counted.CouldSay!.Value.Shown, counted.TakenSeriously!.Value.Shown));
    }

    [Fact]
    public async Task What_was_taken_back_is_not_seen_leaving_the_safe_figures()
    {
        var (heard, slug) = await Asked();
        await heard.Replies(slug, yes: 40);
        var code = (await Reply(slug, "no", Said)).OrThrow().Receipt;
        await heard.Replies(slug, no: 29);
        var viewer = data.Home.Member("Vera", Role.Viewer);
        var before = (await Read(heard, viewer)).Replies;
        (await TakeBack(code)).OrThrow();
        Assert.Equal((before.Replies, before.No), ((await Read(heard, viewer)).Replies.Replies, (await Read(heard, viewer)).Replies.No));
    }

    [Fact]
    public async Task The_next_drawing_leaves_out_what_was_taken_back()
    {
        var (heard, slug) = await Asked();
        var viewer = data.Home.Member("Vera", Role.Viewer);
        List<SecretText> codes = [];
        for (var i = 0; i < 40; i++)
            codes.Add((await Reply(slug, i < 20 ? "yes" : "no")).OrThrow().Receipt);
        await Read(heard, viewer);
        foreach (var code in codes.Take(20))
            (await TakeBack(code)).OrThrow();
        Assert.InRange((await Read(heard, viewer)).Replies.Replies!.Value.Shown!.Value, 15, 25);
        Assert.Equal(
            0,
            await data.Database.Db.One<long>(
                "select count(*) from hearing_reply where initiative_id = @Id and withdrawn_on is not null and verdict is not null",
                new { heard.Id }
            )
        );
    }

    [Fact]
    public async Task Words_that_were_taken_back_are_printed_in_no_version_of_the_report()
    {
        var (heard, slug) = await Asked();
        for (var i = 0; i < 12; i++)
            await heard.Answer(housing: "5 1");
        var code = (await Reply(slug, "no", Said)).OrThrow().Receipt;
        var correction = (await Read(heard)).Corrections.Single();
        (
            await data.Get<DecideCorrection>().Run(data.Owner, heard.Id, correction.ReplyId, new(CorrectionDecision.Answered, "We ask."))
        ).OrThrow();
        var report = (await heard.Report()).OrThrow().Slug;
        Assert.Equal(Said, (await data.Get<ReadReport>().Run(report)).OrThrow().Content.Hearing!.Answered.Single().Words);
        (await TakeBack(code)).OrThrow();
        Assert.Empty((await data.Get<ReadReport>().Run(report)).OrThrow().Content.Hearing!.Answered);
    }

    [Fact]
    public async Task A_reply_that_was_taken_back_does_not_come_back_by_a_late_repeat()
    {
        var (heard, slug) = await Asked();
        var submission = Guid.NewGuid();
        (await TakeBack((await Reply(slug, "no", Said, submission)).OrThrow().Receipt)).OrThrow();
        Assert.Equal("taken_back", (await Reply(slug, "no", Said, submission)).Problem!.Code);
        Assert.Empty((await Read(heard)).Corrections);
    }

    [Fact]
    public async Task Replies_about_goals_are_taken_back_with_their_words()
    {
        var (heard, goal, slug) = await AskedAboutGoals();
        var code = (await About(slug, goal, GoalVerdict.Change, "On Fridays.")).OrThrow().Receipt;
        (await TakeBack(code)).OrThrow();
        var read = (await data.Get<ReadGoalHearing>().Run(data.Owner, heard.Id)).OrThrow()!.Goals.Single();
        Assert.Empty(read.Words);
        Assert.Equal(0, read.Replies.Replies!.Value.Shown);
    }

    [Fact]
    public async Task A_code_says_what_became_of_the_reply()
    {
        var (_, slug) = await Asked();
        var code = (await Reply(slug, "yes")).OrThrow().Receipt;
        var before = (await data.Get<FollowReply>().Run(code)).OrThrow();
        (await TakeBack(code)).OrThrow();
        Assert.Equal((false, true), (before.IsWithdrawn, (await data.Get<FollowReply>().Run(code)).OrThrow().IsWithdrawn));
    }

    [Fact]
    public async Task A_wrong_code_takes_nothing_back() => Assert.IsType<Problem.NotFound>((await TakeBack("7K3M-9QWX-0A2B-C4DE")).Problem);
}
