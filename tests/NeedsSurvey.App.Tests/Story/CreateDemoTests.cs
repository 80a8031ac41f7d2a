using System.Text.Json;
using NeedsSurvey.App.Demo;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Results;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Initiatives;

namespace NeedsSurvey.App.Tests.Story;

public sealed class CreateDemoTests(ToldDemo demo) : IClassFixture<ToldDemo>
{
    private static readonly DemoStory Told = DemoStory.Load();

    private Task<T> One<T>(string sql) => demo.Database.Db.One<T>(sql, new { demo.Initiative, demo.Survey });

    [Fact]
    public async Task A_second_run_finds_the_demo_there()
    {
        var again = (await demo.Get<CreateDemo>().Run(Actor.Operator, 50)).OrThrow();
        Assert.Equal((true, false), (demo.First.IsNew, again.IsNew));
        Assert.Equal(demo.First.Demo.Organisations, again.Demo.Organisations);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        var before = await One<long>("select count(*) from response");
        (await demo.Get<CreateDemo>().Run(Actor.Operator, 50)).OrThrow();
        Assert.Equal(before, await One<long>("select count(*) from response"));
        Assert.Equal(3, await One<long>("select count(*) from organisation"));
    }

    [Fact]
    public async Task Two_runs_at_once_make_one_demo()
    {
        var database = await TestDatabase.New();
        var makers = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ =>
                    new CreateDemo(database.Db, new ReadDemo(database.Db), TimeProvider.System).Run(Actor.Operator, 40, onlyFirst: true)
                )
        );
        Assert.Single(makers, made => made.OrThrow().IsNew);
        Assert.Equal(1, await database.Db.One<long>("select count(*) from organisation"));
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Only_the_operator_makes_the_demo()
    {
        var someone = new Actor(ActorKind.Account, Guid.NewGuid(), "Someone", new Dictionary<Guid, Role>());
        Assert.IsType<Problem.Forbidden>((await demo.Get<CreateDemo>().Run(someone)).Problem);
    }

    [Fact]
    public async Task A_demo_of_nobody_is_refused() =>
        Assert.IsType<Problem.Invalid>((await demo.Get<CreateDemo>().Run(Actor.Operator, 0)).Problem);

    [Fact]
    public async Task The_demo_says_that_it_is_one()
    {
        Assert.True(await One<bool>("select bool_and(is_demo) from organisation"));
        Assert.True(await One<bool>("select bool_and(is_demo) from initiative"));
        var report = (await demo.Get<ReadReport>().Run(demo.First.Demo.Report)).OrThrow();
        Assert.True(report.Content.IsDemo);
        Assert.Contains("demo data", report.Content.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void The_addresses_of_the_demo_are_short() =>
        Assert.Equal(("riverside-neighbours-demo", "riverside-demo"), (demo.First.Demo.Organisation, demo.First.Demo.Survey));

    [Fact]
    public async Task Every_person_is_stored_as_SubmitResponse_stores_them_each_on_their_own_day()
    {
        Assert.Equal(ToldDemo.People, await One<long>("select count(*) from counted_response where survey_id = @Survey"));
        var opened = await One<DateOnly>("select opened_on from survey where survey_id = @Survey");
        Assert.Equal(Told.OpenedOn(demo.Today), opened);
        Assert.Equal(
            opened.AddDays(Told.Survey.OpenDays - 1),
            await One<DateOnly>("select closed_on from survey where survey_id = @Survey")
        );

        var generated = DemoResponses.Generate(ToldDemo.People).ToList();
        var days = (
            await demo.Database.Db.Query<DateOnly>("select received_on from response where survey_id = @Survey", new { demo.Survey })
        )
            .CountBy(day => day.DayNumber - opened.DayNumber)
            .OrderBy(day => day.Key);
        Assert.Equal(generated.CountBy(person => person.Day).OrderBy(day => day.Key), days);

        // A retry of one of them is known: the hashes are those of the public door.
        var person = generated[7];
        using var answers = JsonDocument.Parse(person.AnswersJson);
        var slug = await One<string>("select slug from survey where survey_id = @Survey");
        var retry = await demo.Get<SubmitResponse>()
            .Run(new(slug, person.Submission, person.Language, answers.RootElement) { MayQuote = person.MayQuote });
        Assert.Equal(Receipt.Of(demo.Survey, person.Submission), retry.OrThrow().Receipt.Reveal());
        Assert.Equal(ToldDemo.People, await One<long>("select count(*) from response where survey_id = @Survey"));
    }

    [Fact]
    public async Task Needs_come_from_all_three_origins()
    {
        var origins = (
            await demo.Database.Db.Query<string>("select origin from need where initiative_id = @Initiative", new { demo.Initiative })
        )
            .CountBy(origin => origin)
            .ToDictionary();
        Assert.Equal(1, origins["stories"]);
        Assert.True(origins["survey"] > 5 && origins["catalogue"] > 5, string.Join(", ", origins));
        // Besides the catalogue: the need from the stories, and what people put first in their own words.
        Assert.Equal(Told.CatalogueNeeds().Count + 2, origins.Values.Sum());
    }

    [Fact]
    public async Task Two_coders_have_read_most_answers()
    {
        Assert.Equal(2, await One<long>("select count(distinct coder_id) from reading where survey_id = @Survey"));
        var (written, read) = (
            await One<long>("select count(*) from open_answer where survey_id = @Survey"),
            await One<long>("select count(distinct (response_id, field)) from reading where survey_id = @Survey")
        );
        Assert.InRange(read / (double)written, 0.8, 0.97);
    }

    [Fact]
    public async Task Coders_have_chosen_quotes() =>
        Assert.True(await One<long>("select count(*) from quote where survey_id = @Survey") > 5);

    [Fact]
    public async Task The_coders_agreement_can_be_read() =>
        Assert.NotEmpty((await demo.Get<ReadCodingAgreement>().Run(Actor.Operator, demo.Initiative)).OrThrow());

    [Fact]
    public async Task The_prediction_was_locked_before_anybody_answered() =>
        Assert.Equal(
            0,
            await One<long>(
                """
                select count(*) from prediction
                where initiative_id = @Initiative and locked_at::date > (select min(received_on) from response where survey_id = @Survey)
                """
            )
        );

    [Fact]
    public async Task Young_people_are_under_represented()
    {
        var heard = (await demo.Get<ReadRepresentation>().Run(Actor.Operator, demo.Initiative)).OrThrow();
        Assert.Contains("age_16_24", JsonSerializer.Serialize(heard), StringComparison.Ordinal);
        var young = await One<double>(
            """
            select avg((answers ->> 'age' = 'age_16_24')::int)::float8 from response
            where survey_id = @Survey and jsonb_typeof(answers -> 'age') = 'string'
            """
        );
        Assert.True(young < 0.12, $"{young:P0} of those who answered are young; the community has 19 %.");
    }

    private async Task<AlignmentView> Alignment() => (await demo.Get<ReadAlignment>().Run(Actor.Operator, demo.Initiative)).OrThrow();

    private static string Goal(AlignmentView view, string key) =>
        view.Board.Goals.Single(goal => goal.Title == Told.Goals.Single(one => one.Key == key).Title.In("en")).GoalId.ToString();

    [Fact]
    public async Task Alignment_finds_the_unheard_need() => Assert.Contains(Told.UnheardNeed, (await Alignment()).Result.UnheardNeeds);

    [Fact]
    public async Task Alignment_finds_the_ungrounded_goal()
    {
        var alignment = await Alignment();
        Assert.Contains(Goal(alignment, Told.UngroundedGoal), alignment.Result.UngroundedGoals);
    }

    [Fact]
    public async Task Alignment_finds_the_goal_that_drifts_from_the_mission()
    {
        var alignment = await Alignment();
        Assert.Contains(Goal(alignment, Told.DriftingGoal), alignment.Result.MissionDrift);
    }

    private async Task<HearingCheckView> Hearing() => (await demo.Get<ReadHearingCheck>().Run(Actor.Operator, demo.Initiative)).OrThrow()!;

    private async Task<HearingCheckView> HearingOf(int story) =>
        (await demo.Get<ReadHearingCheck>().Run(Actor.Operator, await demo.Of(demo.First.Demo.Others[story]))).OrThrow()!;

    // content D3
    [Fact]
    public async Task After_the_night_on_Mill_Road_the_first_summary_fails() =>
        Assert.True((await HearingOf(0)).Versions[0].Replies.HeardRate < 0.5);

    // content D3
    [Fact]
    public async Task After_corrections_the_second_summary_does_not_fail() =>
        Assert.True((await HearingOf(0)).Versions[1].Replies.HeardRate > 0.75);

    // content D3
    [Fact]
    public async Task One_story_is_of_one_person_with_values() =>
        Assert.True((await demo.Get<ReadReport>().Run(demo.First.Demo.Others[1].Report)).OrThrow().Content.IsIndividual);

    // Rows R1, D1: what people wrote and what was answered too.
    [Theory]
    [InlineData("es")]
    [InlineData("ar")]
    public async Task The_reports_of_the_demo_are_told_in_every_language_throughout(string language)
    {
        foreach (var story in demo.First.Demo.Others.Prepend(demo.First.Demo))
        {
            var report = (await demo.Get<ReadReport>().Run(story.Report)).OrThrow();
            Assert.Empty(ReportTexts.Missing(report.Content, language).Select(text => text.Words));
        }
    }

    // content D3: no reminder stands above a survey that people can look at.
    [Fact]
    public async Task The_surveys_of_the_demo_need_nothing_before_they_are_published()
    {
        foreach (var survey in await demo.Database.Db.Query<Guid>("select survey_id from survey where state = 'open' order by slug"))
            Assert.Empty((await demo.Get<CheckSurvey>().Run(Actor.Operator, survey.ToString(), default)).OrThrow().Faults);
    }

    private static (int?, int?, int?) Counts(SummaryVersion version) =>
        (version.Replies.Yes!.Value.Shown, version.Replies.Partly!.Value.Shown, version.Replies.No!.Value.Shown);

    [Fact]
    public async Task Everybody_in_the_hearing_check_has_replied()
    {
        var (hearing, told) = (await Hearing(), Told.HearingCheck);
        Assert.Equal(HearingState.Closed, hearing.State);
        Assert.Equal(
            [(told.Yes, told.Partly, told.No), (told.Revision.Yes, told.Revision.Partly, told.Revision.No)],
            hearing.Versions.Select(Counts)
        );
    }

    [Fact]
    public async Task Every_correction_is_decided() =>
        Assert.DoesNotContain((await Hearing()).Corrections, correction => correction.Decision is null);

    // case content D1
    [Fact]
    public async Task Every_correction_that_was_taken_up_has_changed_the_summary() =>
        Assert.All((await Hearing()).Corrections.Where(correction => correction.Decision == CorrectionDecision.Accepted), correction =>
            Assert.Equal(2, correction.ChangedIn)
        );

    [Fact]
    public async Task Whoever_holds_a_receipt_of_the_demo_finds_what_became_of_their_words()
    {
        var person = DemoResponses
            .Generate(ToldDemo.People)
            .First(one => one.Readings.Any(reading => reading.Codings.Any(coding => coding.Need == "housing_cost")));
        var followed = (await demo.Get<FollowReceipt>().Run(Receipt.Of(demo.Survey, person.Submission))).OrThrow();
        var need = followed.Needs.Single(one =>
            one.Label.In("en") == Told.CatalogueNeeds().Single(known => known.Name == "housing_cost").Label.In("en")
        );
        Assert.Equal(DispositionKind.Act, need.Disposition);
        Assert.NotEmpty(need.Goals);
    }

    [SlowFact]
    public async Task An_interrupted_demo_is_as_if_it_had_never_begun()
    {
        var database = await TestDatabase.New();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new CreateDemo(database.Db, new ReadDemo(database.Db), TimeProvider.System).Run(
                Actor.Operator,
                100_000,
                cancellation: stop.Token
            )
        );
        Assert.Null(await new ReadDemo(database.Db).Run(default));
        var whole = (
            await new CreateDemo(database.Db, new ReadDemo(database.Db), TimeProvider.System).Run(Actor.Operator, 30, onlyFirst: true)
        ).OrThrow();
        Assert.True(whole.IsNew);
        await database.DisposeAsync();
    }
}
