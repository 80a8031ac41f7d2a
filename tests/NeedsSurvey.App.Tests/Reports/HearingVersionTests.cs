using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Reports;

namespace NeedsSurvey.App.Tests.Reports;

/// <summary>Corrections change the summary, and both are told (case content R2, R3).</summary>
public sealed class HearingVersionTests(TestData data) : IClassFixture<TestData>
{
    private const string First = "Rent is too high.";
    private const string Second = "Rent is too high. The buses stop too early.";

    private async Task<HearingCheckView> Check(TestInitiative heard) =>
        (await data.Get<ReadHearingCheck>().Run(data.Owner, heard.Id)).OrThrow()!;

    private async Task<(TestInitiative Heard, string Slug, Correction Correction)> Corrected(CorrectionDecision? decision)
    {
        var heard = await data.Home.Listening();
        var slug = await heard.OpenHearingCheck(First);
        await heard.Replies(slug, partly: 1, correction: "You forgot the buses.");
        var correction = (await Check(heard)).Corrections.Single();
        if (decision is { } decided)
            (await Decide(heard, correction, decided)).OrThrow();
        return (heard, slug, correction);
    }

    private Task<Result<Done>> Decide(TestInitiative heard, Correction correction, CorrectionDecision decision) =>
        data.Get<DecideCorrection>().Run(data.Owner, heard.Id, correction.ReplyId, new(decision, "We ask the bus company."));

    private Task<Result<Done>> Write(TestInitiative heard, string words, params Guid[] takesUp) =>
        data.Get<PrepareHearingCheck>()
            .Run(data.Owner, heard.Id, new(new Dictionary<string, string> { ["en"] = words }) { TakesUp = takesUp });

    private async Task<(TestInitiative Heard, string Slug, Correction Correction)> Changed()
    {
        var (heard, slug, correction) = await Corrected(CorrectionDecision.Accepted);
        (await Write(heard, Second, correction.ReplyId)).OrThrow();
        return (heard, slug, correction);
    }

    [Fact]
    public async Task Words_that_somebody_replied_to_stay_beside_those_that_a_correction_made_of_them()
    {
        var (heard, _, _) = await Changed();
        Assert.Equal([First, Second], (await Check(heard)).Versions.Select(version => version.Words["en"]));
    }

    [Fact]
    public async Task A_correction_says_which_version_it_changed()
    {
        var (heard, _, _) = await Changed();
        Assert.Equal((1, 2), ((await Check(heard)).Corrections.Single().About, (await Check(heard)).Corrections.Single().ChangedIn));
    }

    [Fact]
    public async Task A_correction_that_was_not_accepted_is_taken_up_by_no_version()
    {
        var (heard, _, correction) = await Corrected(CorrectionDecision.Answered);
        Assert.Equal("not_accepted", ((Problem.Invalid)(await Write(heard, Second, correction.ReplyId)).Problem!).Faults[0].Code);
    }

    [Fact]
    public async Task The_same_words_take_nothing_up()
    {
        var (heard, _, correction) = await Corrected(CorrectionDecision.Accepted);
        Assert.Equal("unchanged", ((Problem.Invalid)(await Write(heard, First, correction.ReplyId)).Problem!).Faults[0].Code);
    }

    [Fact]
    public async Task A_new_version_that_nobody_replied_to_may_be_put_better()
    {
        var (heard, _, correction) = await Changed();
        (await Write(heard, "Rent is too high. Buses stop at six.", correction.ReplyId)).OrThrow();
        Assert.Equal([First, "Rent is too high. Buses stop at six."], (await Check(heard)).Versions.Select(version => version.Words["en"]));
    }

    [Fact]
    public async Task What_has_changed_the_summary_is_not_rejected_afterwards()
    {
        var (heard, _, correction) = await Changed();
        Assert.Equal("in_the_summary", (await Decide(heard, correction, CorrectionDecision.NotAccepted)).Problem!.Code);
    }

    [Fact]
    public async Task Accepted_words_that_stand_nowhere_have_changed_nothing()
    {
        var (heard, _, _) = await Corrected(CorrectionDecision.Accepted);
        var tally = (await Check(heard)).Replies;
        Assert.Equal((1, 0), (tally.CorrectionsReceived!.Value.Shown, tally.CorrectionsAccepted!.Value.Shown));
    }

    [Fact]
    public async Task Words_beside_a_yes_are_no_correction()
    {
        var heard = await data.Home.Listening();
        await heard.Replies(await heard.OpenHearingCheck(), yes: 1, correction: "Yes. Now do not let it gather dust.");
        var check = await Check(heard);
        Assert.Equal(0, check.Replies.CorrectionsReceived!.Value.Shown);
        Assert.Empty(check.Corrections);
        Assert.Equal("Yes. Now do not let it gather dust.", check.Remarks.Single().Words);
    }

    [Fact]
    public async Task Each_version_has_its_own_replies()
    {
        var (heard, slug, _) = await Changed();
        await heard.Replies(slug, yes: 3);
        Assert.Equal([0, 3], (await Check(heard)).Versions.Select(version => version.Replies.Yes!.Value.Shown!.Value));
    }

    [Fact]
    public async Task A_reply_is_about_the_words_that_were_read()
    {
        var (heard, slug, _) = await Changed();
        (await data.Get<ReplyToHearingCheck>().Run(slug, new(Guid.NewGuid(), "en", "no", "") { Version = 1 })).OrThrow();
        Assert.Equal([1, 0], (await Check(heard)).Versions.Select(version => version.Replies.No!.Value.Shown!.Value));
    }

    [Fact]
    public async Task A_version_that_was_never_written_is_refused()
    {
        var (_, slug, _) = await Changed();
        var refused = await data.Get<ReplyToHearingCheck>().Run(slug, new(Guid.NewGuid(), "en", "no", "") { Version = 3 });
        Assert.IsType<Problem.Invalid>(refused.Problem);
    }

    [Fact]
    public async Task The_report_ties_the_change_to_the_correction_that_caused_it()
    {
        var (heard, _, _) = await Changed();
        var printed = (await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content.Hearing!;
        Assert.Equal(new("You forgot the buses.", "en", "We ask the bus company."), printed.Versions[1].TakesUp.Single());
    }

    [Fact]
    public async Task An_answered_correction_is_printed_with_its_answer()
    {
        var (heard, _, _) = await Corrected(CorrectionDecision.Answered);
        var printed = (await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content.Hearing!;
        Assert.Equal(new("You forgot the buses.", "en", "We ask the bus company."), printed.Answered.Single());
    }

    [Fact]
    public async Task What_was_taken_up_and_not_written_yet_is_still_missing()
    {
        var (heard, _, _) = await Corrected(CorrectionDecision.Accepted);
        var missing = (await data.Get<ReadRoadmap>().Run(data.Owner, heard.Id)).OrThrow().Stages.SelectMany(stage => stage.Missing);
        Assert.Contains(missing, one => one.Code == "summary");
    }

    private async Task<Result<Done>> WriteAfterReplies(TestInitiative heard, params (string Language, string Words)[] words)
    {
        await heard.Replies(await heard.OpenHearingCheck(First), yes: 1);
        return await data.Get<PrepareHearingCheck>()
            .Run(data.Owner, heard.Id, new(words.ToDictionary(one => one.Language, one => one.Words)));
    }

    [Fact]
    public async Task A_language_that_is_missing_can_be_added_after_somebody_has_replied()
    {
        var heard = await data.Home.Listening();
        (await WriteAfterReplies(heard, ("es", "El alquiler es muy alto."))).OrThrow();
        Assert.Equal(["en", "es"], (await Check(heard)).Versions.Single().Words.Keys.Order());
    }

    [Fact]
    public async Task With_a_language_that_is_missing_no_words_are_changed_that_somebody_replied_to()
    {
        var heard = await data.Home.Listening();
        var refused = await WriteAfterReplies(heard, ("en", Second), ("es", "El alquiler es muy alto."));
        Assert.Equal("replied_already", refused.Problem!.Code);
    }
}
