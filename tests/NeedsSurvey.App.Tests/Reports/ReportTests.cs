using System.Text.Json;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.App.Tests.Needs;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Reports;

namespace NeedsSurvey.App.Tests.Reports;

public sealed class ReportTests(HeardWorld world) : IClassFixture<HeardWorld>
{
    private static readonly Dictionary<string, string> Disclosed = new() { ["sponsor"] = "Nobody paid.", ["recruitment"] = "Posters and word of mouth.", ["limitations"] = "People without a phone were missed." };

    private async Task<Result<PublishReport.Published>> Publish(Heard heard, Dictionary<string, string>? disclosure = null)
    {
        (await world.Get<SaveReportDraft>().Run(world.Owner, heard.Id, new("What we heard", "Rent, above all.", disclosure ?? Disclosed))).OrThrow();
        return await world.Get<PublishReport>().Run(world.Owner, heard.Id);
    }

    [Fact]
    public async Task A_report_is_not_published_while_a_disclosure_item_is_blank()
    {
        var heard = await world.NewInitiative();
        Assert.Equal("nothing_heard", (await Publish(heard)).Problem!.Code);
        await heard.Answer(housing: "5 1");
        var refused = Assert.IsType<Problem.Invalid>((await Publish(heard, new() { ["sponsor"] = "Nobody paid." })).Problem);
        Assert.Equal(["recruitment", "limitations"], refused.Faults.Select(fault => fault.Path));
        Assert.Equal(1, (await Publish(heard)).OrThrow().Version);
    }

    [Fact]
    public async Task What_was_published_does_not_change_when_answers_do_but_progress_is_live()
    {
        var heard = await world.NewInitiative(minimum: 1);
        await heard.Answers(12, housing: "5 1", buses: "4 3");
        var goal = Guid.NewGuid();
        (await world.Get<SaveGoal>().Run(world.Owner, heard.Id, goal, new() { Title = "Homes first", Needs = [new("housing", 9, "It lowers rents.")] })).OrThrow();
        (await world.Get<AdoptGoal>().Run(world.Owner, heard.Id, goal)).OrThrow();
        var slug = (await Publish(heard)).OrThrow().Slug;
        await heard.Answers(3, buses: "5 1");
        (await world.Get<RecordGoalUpdate>().Run(world.Owner, heard.Id, goal, new(new(2026, 7, 14), "Begun."))).OrThrow();
        var report = (await world.Get<ReadReport>().Run(slug)).OrThrow();
        Assert.Equal((12, "housing", 12), (report.Content.Responses, report.Content.Ranking!.Rows[0].Need, report.Content.Ranking.Rows[0].N));
        Assert.Equal("Begun.", report.Since.Single().Words);
        Assert.Equal("Homes first", report.Content.Alignment.Goals.Single().Title);
        Assert.Equal(2, (await Publish(heard)).OrThrow().Version);
        Assert.Equal(12, (await world.Get<ReadReport>().Run(slug, 1)).OrThrow().Content.Responses);
        Assert.Equal(15, (await world.Get<ReadReport>().Run(slug)).OrThrow().Content.Responses);
    }

    [Fact]
    public async Task A_report_prints_no_figure_that_few_people_stand_behind()
    {
        var heard = await world.NewInitiative();
        await heard.Answers(12, housing: "5 1");
        await heard.Answers(3, buses: "5 1");
        var report = (await world.Get<ReadReport>().Run((await Publish(heard)).OrThrow().Slug)).OrThrow().Content;
        var buses = report.Ranking!.Rows.Single(row => row.Need == "buses");
        Assert.Equal((null, 0), (buses.Score, buses.N));
        Assert.All(report.OtherRankings, ranking => Assert.Equal(0, ranking.Rows.Single(row => row.Need == "buses").N));
    }

    [Fact]
    public async Task A_quote_is_printed_when_it_was_allowed_checked_and_twenty_stated_the_need()
    {
        var heard = await world.NewInitiative();
        await heard.Answer(housing: "5 1", story: "The rent rose again.", mayQuote: true);
        await heard.Answers(18, housing: "5 1");
        var answer = (await world.Get<ReadOpenAnswers>().Run(world.Owner, heard.Id)).OrThrow().Items.Single();
        (await world.Get<CodeAnswer>().Run(world.Owner, heard.Id, new(answer.SurveyId, answer.ResponseId, answer.Field, [new("housing", "rent rose", Quote: true)]))).OrThrow();
        Assert.Empty((await world.Get<AssembleReport>().Run(world.Owner, heard.Id)).OrThrow().Content.Quotes);
        await heard.Answer(housing: "5 1");
        Assert.Equal("rent rose", (await world.Get<AssembleReport>().Run(world.Owner, heard.Id)).OrThrow().Content.Quotes.Single().Words);
    }

    [Fact]
    public async Task Words_that_were_taken_back_are_printed_in_no_published_report_any_more()
    {
        var heard = await world.NewInitiative();
        var receipt = (await world.Get<SubmitResponse>().Run(new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse("""{"story": "The \"cheap\" flat:\nthe rent rose again."}""")) { MayQuote = true })).OrThrow().Receipt;
        await heard.Answer(housing: "5 1", story: "Nobody answers the phone.", mayQuote: true);
        await heard.Answers(20, housing: "5 1");
        var (words, other) = ("\"cheap\" flat:\nthe rent", "answers the phone");
        foreach (var answer in (await world.Get<ReadOpenAnswers>().Run(world.Owner, heard.Id)).OrThrow().Items)
            (await world.Get<CodeAnswer>().Run(world.Owner, heard.Id, new(answer.SurveyId, answer.ResponseId, answer.Field, [new("housing", answer.Words.Contains(other, StringComparison.Ordinal) ? other : words, Quote: true)]))).OrThrow();
        var slug = (await Publish(heard)).OrThrow().Slug;
        Assert.Equal([other, words], await Printed(slug, 1));
        Assert.Equal(2, (await Publish(heard)).OrThrow().Version);

        (await world.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        foreach (var version in new[] { 1, 2 })
            Assert.Equal([other], await Printed(slug, version));
        Assert.Equal(0, await world.Database.Db.One<int>("select count(*)::int from report_version where content::text like '%flat%'"));
    }

    [Fact]
    public async Task Withdrawing_leaves_what_another_person_said_in_the_same_words()
    {
        var heard = await world.NewInitiative();
        var receipt = (await world.Get<SubmitResponse>().Run(new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse("""{"story": "Rent."}""")) { MayQuote = true })).OrThrow().Receipt;
        await heard.Answer(housing: "5 1", story: "Rent.", mayQuote: true);
        await heard.Answers(20, housing: "5 1");
        foreach (var answer in (await world.Get<ReadOpenAnswers>().Run(world.Owner, heard.Id)).OrThrow().Items) await Quote(heard, answer);
        var slug = (await Publish(heard)).OrThrow().Slug;
        Assert.Equal(["Rent.", "Rent."], await Printed(slug, 1));
        (await world.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        Assert.Equal(["Rent."], await Printed(slug, 1));
    }

    [Fact]
    public async Task Words_are_taken_back_also_when_they_were_coded_again_after_they_were_printed()
    {
        var heard = await world.NewInitiative();
        var receipt = (await world.Get<SubmitResponse>().Run(new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse("""{"story": "Rent."}""")) { MayQuote = true })).OrThrow().Receipt;
        await heard.Answers(20, housing: "5 1");
        var answer = (await world.Get<ReadOpenAnswers>().Run(world.Owner, heard.Id)).OrThrow().Items.Single();
        await Quote(heard, answer);
        var slug = (await Publish(heard)).OrThrow().Slug;
        await Quote(heard, answer);
        (await world.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        Assert.Empty(await Printed(slug, 1));
    }

    private async Task Quote(Heard heard, OpenAnswer answer) => (await world.Get<CodeAnswer>().Run(world.Owner, heard.Id,
        new(answer.SurveyId, answer.ResponseId, answer.Field, [new("housing", answer.Words, Quote: true)]))).OrThrow();

    private async Task<IEnumerable<string>> Printed(string slug, int version) =>
        (await world.Get<ReadReport>().Run(slug, version)).OrThrow().Content.Quotes.Select(quote => quote.Words).Order(StringComparer.Ordinal).Reverse();

    [Fact]
    public async Task The_hearing_check_counts_each_reply_once_and_prints_dissent()
    {
        var heard = await world.NewInitiative();
        await heard.Answer(housing: "5 1");
        Assert.Equal("not_prepared", (await world.Get<OpenHearingCheck>().Run(world.Owner, heard.Id, true)).Problem!.Code);
        (await world.Get<PrepareHearingCheck>().Run(world.Owner, heard.Id, new(new Dictionary<string, string> { ["en"] = "Rent is too high.", ["es"] = "" }))).OrThrow();
        var slug = (await world.Get<ReadHearingCheck>().Run(world.Owner, heard.Id)).OrThrow()!.Slug;
        var reply = world.Get<ReplyToHearingCheck>();
        Assert.IsType<Problem.NotFound>((await reply.Run(slug, new(Guid.NewGuid(), "en", "yes", ""))).Problem);
        (await world.Get<OpenHearingCheck>().Run(world.Owner, heard.Id, true)).OrThrow();
        var submission = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => reply.Run(slug, new(submission, "en", "yes", ""))));
        (await reply.Run(slug, new(Guid.NewGuid(), "en", "no", "You forgot the buses."))).OrThrow();
        Assert.Equal("replied_already", (await world.Get<PrepareHearingCheck>().Run(world.Owner, heard.Id, new(new Dictionary<string, string> { ["en"] = "Something else." }))).Problem!.Code);

        var check = (await world.Get<ReadHearingCheck>().Run(world.Owner, heard.Id)).OrThrow()!;
        Assert.Equal((1, 0, 1), (check.Yes, check.Partly, check.No));
        var correction = check.Corrections.Single();
        (await world.Get<DecideCorrection>().Run(world.Owner, heard.Id, correction.ReplyId, new(false, "The buses are the city's."))).OrThrow();
        var hearing = (await world.Get<AssembleReport>().Run(world.Owner, heard.Id)).OrThrow().Content.Hearing!;
        Assert.Equal((0.5, 1, 0), (hearing.HeardRate!.Value, hearing.CorrectionsReceived, hearing.CorrectionsAccepted));
        Assert.Equal(("You forgot the buses.", "The buses are the city's."), (hearing.Dissent.Single().Words, hearing.Dissent.Single().Reason));

        (await world.Get<OpenHearingCheck>().Run(world.Owner, heard.Id, false)).OrThrow();
        Assert.IsType<Problem.Gone>((await reply.Run(slug, new(Guid.NewGuid(), "en", "yes", ""))).Problem);
    }

    [Fact]
    public async Task In_solidarity_the_roadmap_misses_where_to_turn_and_a_last_day()
    {
        var heard = await world.NewInitiative(minimum: 2);
        async Task<List<string>> Codes() => [.. Roadmap.Missing((await world.Get<ReadRoadmap>().Run(world.Owner, heard.Id)).OrThrow().Stages).Select(missing => missing.Code)];
        var fields = (await world.Get<ReadInitiative>().Run(world.Owner, heard.Id, default)).OrThrow().Fields;
        (await world.Get<EditInitiative>().Run(world.Owner, heard.Id, fields with { Stance = Stance.Allyship }, default)).OrThrow();
        Assert.DoesNotContain("referral", await Codes());
        (await world.Get<EditInitiative>().Run(world.Owner, heard.Id, fields with { Stance = Stance.Solidarity, UrgentReferral = "", EndsOn = null }, default)).OrThrow();
        Assert.Equal(["referral", "end"], (await Codes()).Intersect(["referral", "end"]));
        (await world.Get<EditInitiative>().Run(world.Owner, heard.Id, fields with { Stance = Stance.Solidarity, UrgentReferral = "Ring 112.", EndsOn = new DateOnly(2030, 1, 1) }, default)).OrThrow();
        Assert.Empty((await Codes()).Intersect(["referral", "end"]));
    }

    [Fact]
    public async Task The_roadmap_says_what_is_missing_until_it_is_done()
    {
        var heard = await world.NewInitiative(minimum: 2);
        async Task<InitiativeFrame> Frame() => (await world.Get<ReadRoadmap>().Run(world.Owner, heard.Id)).OrThrow();
        var before = await Frame();
        Assert.Equal([StageState.InProgress, StageState.ToDo, StageState.ToDo, StageState.ToDo, StageState.ToDo], before.Stages.Select(stage => stage.State));
        Assert.Contains(before.MissingIn(Stage.Listen), missing => missing.Code == "responses");
        await heard.Answer(housing: "5 1", story: "Rent.");
        await heard.Answer(housing: "5 1");
        var after = await Frame();
        Assert.Equal(StageState.Done, after.Stages[0].State);
        Assert.Contains(after.MissingIn(Stage.Needs), missing => missing.Code == "unread");
        Assert.Equal((2L, 1L, 1L), (after.Facts.Responses, after.Facts.OpenAnswers, after.Facts.UnreadAnswers));
        Assert.IsType<Problem.NotFound>((await world.Get<ReadRoadmap>().Run(world.Stranger, heard.Id)).Problem);
    }
}
