using System.Text.Json;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Tests.Reports;

public sealed class ReportTests(TestData data) : IClassFixture<TestData>
{
    [Fact]
    public async Task A_report_is_not_published_while_a_disclosure_item_is_blank()
    {
        var heard = await data.Home.Listening();
        Assert.Equal("nothing_heard", (await heard.Report()).Problem!.Code);
        await heard.Answer(housing: "5 1");
        var refused = Assert.IsType<Problem.Invalid>((await heard.Report(new() { ["sponsor"] = "Nobody paid." })).Problem);
        Assert.Equal(["recruitment", "limitations"], refused.Faults.Select(fault => fault.Path));
        Assert.Equal(1, (await heard.Report()).OrThrow().Version);
    }

    [Fact]
    public async Task What_was_published_does_not_change_when_answers_do_but_progress_is_live()
    {
        var heard = await data.Home.Listening(minimum: 1);
        await heard.Answers(12, housing: "5 1", buses: "4 3");
        var goal = await heard.AdoptedGoal(pillar: 0);
        var slug = (await heard.Report()).OrThrow().Slug;
        await heard.Answers(3, buses: "5 1");
        (await data.Get<RecordGoalUpdate>().Run(data.Owner, heard.Id, goal, new(new(2026, 7, 14), "Begun."))).OrThrow();
        var report = (await data.Get<ReadReport>().Run(slug)).OrThrow();
        Assert.Equal(
            (12, "housing", 12),
            (report.Content.Responses, report.Content.Ranking!.Rows[0].Need, report.Content.Ranking.Rows[0].N.Shown)
        );
        Assert.Equal("Begun.", report.Since.Single().Words);
        Assert.Equal("Homes first", report.Content.Alignment.Goals.Single().Title);
        Assert.Equal(2, (await heard.Report()).OrThrow().Version);
        Assert.Equal(12, (await data.Get<ReadReport>().Run(slug, 1)).OrThrow().Content.Responses);
        Assert.Equal(15, (await data.Get<ReadReport>().Run(slug)).OrThrow().Content.Responses);
    }

    [Fact]
    public async Task A_report_prints_no_figure_that_few_people_stand_behind()
    {
        var heard = await data.Home.Listening();
        await heard.Answers(12, housing: "5 1");
        await heard.Answers(3, buses: "5 1");
        var report = (await data.Get<ReadReport>().Run((await heard.Report()).OrThrow().Slug)).OrThrow().Content;
        var buses = report.Ranking!.Rows.Single(row => row.Need == "buses");
        Assert.Equal((null, ShownCountKind.Few), (buses.Score, buses.N.Kind));
        Assert.All(report.OtherRankings, ranking => Assert.Null(ranking.Rows.Single(row => row.Need == "buses").Score));
    }

    [Fact]
    public async Task A_quote_is_printed_when_it_was_allowed_checked_and_twenty_stated_the_need()
    {
        var heard = await data.Home.Listening();
        await heard.Answer(housing: "5 1", story: "The rent rose again.", mayQuote: true);
        await heard.Answers(18, housing: "5 1");
        var answer = (await data.Get<ReadOpenAnswers>().Run(data.Owner, heard.Id)).OrThrow().Items.Single();
        (
            await data.Get<CodeAnswer>()
                .Run(
                    data.Owner,
                    heard.Id,
                    new(answer.SurveyId, answer.ResponseId, answer.Field, [new("housing", "rent rose", Quote: true)])
                )
        ).OrThrow();
        Assert.Empty((await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content.Quotes);
        await heard.Answer(housing: "5 1");
        Assert.Equal("rent rose", (await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content.Quotes.Single().Words);
    }

    [Fact]
    public async Task Words_that_were_taken_back_are_printed_in_no_published_report_any_more()
    {
        var heard = await data.Home.Listening();
        var receipt = (
            await data.Get<SubmitResponse>()
                .Run(
                    new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse("""{"story": "The \"cheap\" flat:\nthe rent rose again."}"""))
                    {
                        MayQuote = true,
                    }
                )
        )
            .OrThrow()
            .Receipt;
        await heard.Answer(housing: "5 1", story: "Nobody answers the phone.", mayQuote: true);
        await heard.Answers(20, housing: "5 1");
        var (words, other) = ("\"cheap\" flat:\nthe rent", "answers the phone");
        foreach (var answer in (await data.Get<ReadOpenAnswers>().Run(data.Owner, heard.Id)).OrThrow().Items)
            (
                await data.Get<CodeAnswer>()
                    .Run(
                        data.Owner,
                        heard.Id,
                        new(
                            answer.SurveyId,
                            answer.ResponseId,
                            answer.Field,
                            [new("housing", answer.Words.Contains(other, StringComparison.Ordinal) ? other : words, Quote: true)]
                        )
                    )
            ).OrThrow();
        var slug = (await heard.Report()).OrThrow().Slug;
        Assert.Equal([other, words], await Printed(slug, 1));
        Assert.Equal(2, (await heard.Report()).OrThrow().Version);

        (await data.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        foreach (var version in new[] { 1, 2 })
            Assert.Equal([other], await Printed(slug, version));
        Assert.Equal(0, await data.Database.Db.One<int>("select count(*)::int from report_version where content::text like '%flat%'"));
    }

    [Fact]
    public async Task Withdrawing_leaves_what_another_person_said_in_the_same_words()
    {
        var heard = await data.Home.Listening();
        var receipt = (
            await data.Get<SubmitResponse>()
                .Run(new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse("""{"story": "Rent."}""")) { MayQuote = true })
        )
            .OrThrow()
            .Receipt;
        await heard.Answer(housing: "5 1", story: "Rent.", mayQuote: true);
        await heard.Answers(20, housing: "5 1");
        foreach (var answer in (await data.Get<ReadOpenAnswers>().Run(data.Owner, heard.Id)).OrThrow().Items)
            await Quote(heard, answer);
        var slug = (await heard.Report()).OrThrow().Slug;
        Assert.Equal(["Rent.", "Rent."], await Printed(slug, 1));
        (await data.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        Assert.Equal(["Rent."], await Printed(slug, 1));
    }

    [Fact]
    public async Task Words_are_taken_back_also_when_they_were_coded_again_after_they_were_printed()
    {
        var heard = await data.Home.Listening();
        var receipt = (
            await data.Get<SubmitResponse>()
                .Run(new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse("""{"story": "Rent."}""")) { MayQuote = true })
        )
            .OrThrow()
            .Receipt;
        await heard.Answers(20, housing: "5 1");
        var answer = (await data.Get<ReadOpenAnswers>().Run(data.Owner, heard.Id)).OrThrow().Items.Single();
        await Quote(heard, answer);
        var slug = (await heard.Report()).OrThrow().Slug;
        await Quote(heard, answer);
        (await data.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        Assert.Empty(await Printed(slug, 1));
    }

    private async Task Quote(TestInitiative heard, OpenAnswer answer) =>
        (
            await data.Get<CodeAnswer>()
                .Run(
                    data.Owner,
                    heard.Id,
                    new(answer.SurveyId, answer.ResponseId, answer.Field, [new("housing", answer.Words, Quote: true)])
                )
        ).OrThrow();

    private async Task<IEnumerable<string>> Printed(string slug, int version) =>
        (await data.Get<ReadReport>().Run(slug, version))
            .OrThrow()
            .Content.Quotes.Select(quote => quote.Words)
            .Order(StringComparer.Ordinal)
            .Reverse();

    [Fact]
    public async Task The_hearing_check_counts_each_reply_once_and_prints_dissent()
    {
        var heard = await data.Home.Listening();
        await heard.Answer(housing: "5 1");
        Assert.Equal("not_prepared", (await data.Get<OpenHearingCheck>().Run(data.Owner, heard.Id, true)).Problem!.Code);
        var slug = await heard.HearingCheck("Rent is too high.");
        var reply = data.Get<ReplyToHearingCheck>();
        Assert.IsType<Problem.NotFound>((await reply.Run(slug, new(Guid.NewGuid(), "en", "yes", ""))).Problem);
        (await data.Get<OpenHearingCheck>().Run(data.Owner, heard.Id, open: true)).OrThrow();
        var submission = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => reply.Run(slug, new(submission, "en", "yes", ""))));
        (await reply.Run(slug, new(Guid.NewGuid(), "en", "no", "You forgot the buses."))).OrThrow();
        Assert.Equal(
            "replied_already",
            (
                await data.Get<PrepareHearingCheck>()
                    .Run(data.Owner, heard.Id, new(new Dictionary<string, string> { ["en"] = "Something else." }))
            )
                .Problem!
                .Code
        );

        var check = (await data.Get<ReadHearingCheck>().Run(data.Owner, heard.Id)).OrThrow()!;
        Assert.Equal((1, 0, 1), (check.Yes, check.Partly, check.No));
        var correction = check.Corrections.Single();
        (
            await data.Get<DecideCorrection>().Run(data.Owner, heard.Id, correction.ReplyId, new(false, "The buses are the city's."))
        ).OrThrow();
        Assert.Equal(
            "not_accepted",
            await data.Database.Db.One<string>("select decision from hearing_reply where reply_id = @ReplyId", new { correction.ReplyId })
        );
        Assert.Equal(
            CorrectionDecision.NotAccepted,
            (await data.Get<ReadHearingCheck>().Run(data.Owner, heard.Id)).OrThrow()!.Corrections.Single().Decision
        );
        var hearing = (await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content.Hearing!;
        Assert.Equal((0.5, 1, 0), (hearing.HeardRate!.Value, hearing.CorrectionsReceived, hearing.CorrectionsAccepted));
        Assert.Equal(
            ("You forgot the buses.", "The buses are the city's."),
            (hearing.Dissent.Single().Words, hearing.Dissent.Single().Reason)
        );

        (await data.Get<OpenHearingCheck>().Run(data.Owner, heard.Id, false)).OrThrow();
        Assert.IsType<Problem.Gone>((await reply.Run(slug, new(Guid.NewGuid(), "en", "yes", ""))).Problem);
    }

    [Fact]
    public async Task In_solidarity_the_roadmap_misses_where_to_turn_and_a_last_day()
    {
        var heard = await data.Home.Listening(minimum: 2);
        async Task<List<string>> Codes() =>
            [
                .. Roadmap
                    .Missing((await data.Get<ReadRoadmap>().Run(data.Owner, heard.Id)).OrThrow().Stages)
                    .Select(missing => missing.Code),
            ];
        var fields = (await data.Get<ReadInitiative>().Run(data.Owner, heard.Id, default)).OrThrow().Fields;
        (await data.Get<EditInitiative>().Run(data.Owner, heard.Id, fields with { Stance = Stance.Allyship }, default)).OrThrow();
        Assert.DoesNotContain("referral", await Codes());
        (
            await data.Get<EditInitiative>()
                .Run(data.Owner, heard.Id, fields with { Stance = Stance.Solidarity, UrgentReferral = "", EndsOn = null }, default)
        ).OrThrow();
        Assert.Equal(["referral", "end"], (await Codes()).Intersect(["referral", "end"]));
        (
            await data.Get<EditInitiative>()
                .Run(
                    data.Owner,
                    heard.Id,
                    fields with
                    {
                        Stance = Stance.Solidarity,
                        UrgentReferral = "Ring 112.",
                        EndsOn = new DateOnly(2030, 1, 1),
                    },
                    default
                )
        ).OrThrow();
        Assert.Empty((await Codes()).Intersect(["referral", "end"]));
    }

    [Fact]
    public async Task The_roadmap_says_what_is_missing_until_it_is_done()
    {
        var heard = await data.Home.Listening(minimum: 2);
        async Task<InitiativeFrame> Frame() => (await data.Get<ReadRoadmap>().Run(data.Owner, heard.Id)).OrThrow();
        var before = await Frame();
        Assert.Equal(
            [StageState.InProgress, StageState.ToDo, StageState.ToDo, StageState.ToDo, StageState.ToDo],
            before.Stages.Select(stage => stage.State)
        );
        Assert.Contains(before.MissingIn(Stage.Listen), missing => missing.Code == "responses");
        await heard.Answer(housing: "5 1", story: "Rent.");
        await heard.Answer(housing: "5 1");
        var after = await Frame();
        Assert.Equal(StageState.Done, after.Stages[0].State);
        Assert.Contains(after.MissingIn(Stage.Needs), missing => missing.Code == "unread");
        Assert.Equal((2L, 1L, 1L), (after.Facts.Responses, after.Facts.OpenAnswers, after.Facts.UnreadAnswers));
        Assert.IsType<Problem.NotFound>((await data.Get<ReadRoadmap>().Run(data.Stranger, heard.Id)).Problem);
    }
}
