using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Tests.Reports;

public sealed class HearingCheckTests(TestData data) : IClassFixture<TestData>
{
    private Task<Result<Replied>> Reply(string slug, Guid submission, string correction = "", string verdict = "yes") =>
        data.Get<ReplyToHearingCheck>().Run(slug, new(submission, "en", verdict, correction));

    private async Task<HearingCheckView> Check(TestInitiative heard, Actor? who = null) =>
        (await data.Get<ReadHearingCheck>().Run(who ?? data.Owner, heard.Id)).OrThrow()!;

    private Actor Viewer => data.Home.Member("Vera", Role.Viewer);

    private static (ShownCount?, ShownCount?, ShownCount?) Counts(HearingCheckTally tally) => (tally.Yes, tally.Partly, tally.No);

    private async Task<(TestInitiative Heard, Correction Correction)> Corrected()
    {
        var heard = await data.Home.Listening();
        (await Reply(await heard.OpenHearingCheck(), Guid.NewGuid(), "You forgot the buses.", "no")).OrThrow();
        return (heard, (await Check(heard)).Corrections.Single());
    }

    [Fact]
    public async Task It_is_not_opened_before_there_are_words() =>
        Assert.Equal(
            "not_prepared",
            (await data.Get<OpenHearingCheck>().Run(data.Owner, (await data.Home.Listening()).Id, true)).Problem!.Code
        );

    [Fact]
    public async Task It_is_not_there_for_the_public_before_it_is_opened() =>
        Assert.IsType<Problem.NotFound>(
            (await Reply(await (await data.Home.Listening()).HearingCheck("Rent is too high."), Guid.NewGuid())).Problem
        );

    [Fact]
    public async Task The_same_reply_sent_twenty_times_counts_once()
    {
        var heard = await data.Home.Listening();
        var slug = await heard.OpenHearingCheck();
        var submission = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Reply(slug, submission)));
        Assert.Equal(1, (await Check(heard)).Replies.Yes!.Value.Shown);
    }

    [Fact]
    public async Task Words_that_somebody_has_replied_to_stay()
    {
        var (heard, _) = await Corrected();
        var words = new Dictionary<string, string> { ["en"] = "Something else." };
        Assert.Equal("replied_already", (await data.Get<PrepareHearingCheck>().Run(data.Owner, heard.Id, new(words))).Problem!.Code);
    }

    [Fact]
    public async Task A_decision_about_a_correction_is_kept()
    {
        var (heard, correction) = await Corrected();
        (
            await data.Get<DecideCorrection>()
                .Run(data.Owner, heard.Id, correction.ReplyId, new(CorrectionDecision.NotAccepted, "The city runs them."))
        ).OrThrow();
        Assert.Equal(CorrectionDecision.NotAccepted, (await Check(heard)).Corrections.Single().Decision);
    }

    [Fact]
    public async Task A_correction_that_was_not_taken_up_is_printed_with_the_reason()
    {
        var (heard, correction) = await Corrected();
        (
            await data.Get<DecideCorrection>()
                .Run(data.Owner, heard.Id, correction.ReplyId, new(CorrectionDecision.NotAccepted, "The city runs them."))
        ).OrThrow();
        Assert.Equal(
            new Dissent("You forgot the buses.", "The city runs them.") { Language = "en" },
            (await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content.Hearing!.Dissent.Single()
        );
    }

    [Fact]
    public async Task Nobody_replies_once_it_is_closed()
    {
        var heard = await data.Home.Listening();
        var slug = await heard.OpenHearingCheck();
        (await data.Get<OpenHearingCheck>().Run(data.Owner, heard.Id, false)).OrThrow();
        Assert.IsType<Problem.Gone>((await Reply(slug, Guid.NewGuid())).Problem);
    }

    // Row P3 of the hidden cells that could be worked out: 12 yes, 2 partly, 1 no.
    [Fact]
    public async Task A_report_does_not_tell_two_who_said_partly_from_one_who_said_no()
    {
        var heard = await data.Home.Listening();
        await heard.Replies(await heard.OpenHearingCheck(), yes: 12, partly: 2, no: 1);
        var printed = (await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content.Hearing!;
        Assert.Equal((ShownCount.Few(10), ShownCount.Few(10)), (printed.Partly!.Value, printed.No!.Value));
    }

    [Fact]
    public async Task Those_who_may_export_see_the_true_counts()
    {
        var heard = await data.Home.Listening();
        await heard.Replies(await heard.OpenHearingCheck(), yes: 12, partly: 2, no: 1);
        Assert.Equal((ShownCount.Number(12), ShownCount.Number(2), ShownCount.Number(1)), Counts((await Check(heard)).Replies));
    }

    [Fact]
    public async Task A_Viewer_sees_the_counts_that_the_report_prints()
    {
        var heard = await data.Home.Listening();
        await heard.Replies(await heard.OpenHearingCheck(), yes: 40, partly: 30, no: 20);
        var printed = (await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content.Hearing!;
        Assert.Equal(Counts(printed.Counted), Counts((await Check(heard, Viewer)).Replies));
    }

    [Fact]
    public async Task Nine_replies_give_a_Viewer_no_count()
    {
        var heard = await data.Home.Listening();
        await heard.Replies(await heard.OpenHearingCheck(), yes: 9);
        Assert.Null((await Check(heard, Viewer)).Replies.Replies);
    }

    [Fact]
    public async Task One_more_reply_changes_nothing_that_a_Viewer_sees()
    {
        var heard = await data.Home.Listening();
        var slug = await heard.OpenHearingCheck();
        await heard.Replies(slug, yes: 20, partly: 15, no: 12);
        var before = (await Check(heard, Viewer)).Replies;
        await heard.Replies(slug, no: 1);
        Assert.Equal(before, (await Check(heard, Viewer)).Replies);
    }

    [Fact]
    public async Task Replies_join_when_a_quarter_more_have_come()
    {
        var heard = await data.Home.Listening();
        var slug = await heard.OpenHearingCheck();
        await heard.Replies(slug, yes: 60);
        await Check(heard, Viewer);
        await heard.Replies(slug, yes: 14);
        await Check(heard, Viewer);
        Assert.Equal(60, await Drawn(heard));
        await heard.Replies(slug, yes: 1);
        await Check(heard, Viewer);
        Assert.Equal(75, await Drawn(heard));
    }

    private Task<int> Drawn(TestInitiative heard) =>
        data.Database.Db.One<int>("select count(*)::int from hearing_reply where initiative_id = @Id and drawn", new { heard.Id });

    [Fact]
    public async Task A_Viewer_does_not_see_a_correction_arrive()
    {
        var (heard, _) = await Corrected();
        Assert.Empty((await Check(heard, Viewer)).Corrections);
    }

    [Fact]
    public async Task A_Viewer_does_not_see_what_was_said_beside_a_correction()
    {
        var (heard, correction) = await Corrected();
        (
            await data.Get<DecideCorrection>()
                .Run(data.Owner, heard.Id, correction.ReplyId, new(CorrectionDecision.NotAccepted, "The city runs them."))
        ).OrThrow();
        var seen = (await Check(heard, Viewer)).Corrections.Single();
        Assert.Equal(("You forgot the buses.", null), (seen.Words, seen.Verdict));
    }
}
