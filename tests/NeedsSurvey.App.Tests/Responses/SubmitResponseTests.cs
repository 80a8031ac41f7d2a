using System.Text.Json;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Responses;

public sealed class SubmitResponseTests : IClassFixture<TestDatabase>
{
    private readonly TestDatabase database;
    private readonly TestData data;
    private readonly SubmitResponse submit;

    public SubmitResponseTests(TestDatabase database)
    {
        this.database = database;
        data = TestData.On(database, new ManualClock());
        submit = data.Get<SubmitResponse>();
    }

    private Task<Result<SubmitResponse.Submitted>> Send(
        string slug,
        Guid submission,
        string answers,
        int? version = null,
        bool mayQuote = false,
        string language = "en"
    ) =>
        submit.Run(
            new SubmitResponse.Command(slug, submission, language, JsonElement.Parse(answers)) { Version = version, MayQuote = mayQuote }
        );

    private Task<long> Rows(string slug) =>
        database.Db.One<long>("select count(*) from response join survey using (survey_id) where slug = @slug", new { slug });

    [Fact]
    public async Task A_response_is_stored_in_its_canonical_form_with_the_day_and_nothing_finer()
    {
        var slug = await data.Survey(SampleSurveys.EveryType);
        var audited = await database.Db.One<long>("select count(*) from audit_entry");
        var sent = await Send(
            slug,
            Guid.NewGuid(),
            """
            {"age": "young", "help": ["care", "food"], "km": 2.50, "needs": {"safety": {"importance": 4}}, "since": "2024-02-29",
                "tenure": {"choice": "other", "other": "A boat"}, "life": {"declined": true}}
            """,
            mayQuote: true
        );
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$", sent.OrThrow().Receipt.Reveal());
        var row = await database.Db.One<Row>(
            "select answers, received_on, may_quote, version, language from response join survey using (survey_id) where slug = @slug",
            new { slug }
        );
        Assert.Equal((true, 1, "en"), (row.MayQuote, row.Version, row.Language));
        // Midnight may have passed since.
        Assert.InRange(row.ReceivedOn, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1), DateOnly.FromDateTime(DateTime.UtcNow));
        var answers = JsonElement.Parse(row.Answers);
        Assert.Equal(["food", "care"], answers.GetProperty("help").EnumerateArray().Select(choice => choice.GetString()));
        Assert.Equal("A boat", answers.GetProperty("tenure").GetProperty("other").GetString());
        Assert.Equal(JsonValueKind.Null, answers.GetProperty("story").ValueKind);
        Assert.False(answers.TryGetProperty("landlord", out _), "what is not asked is absent");
        Assert.Equal(audited, await database.Db.One<long>("select count(*) from audit_entry"));
    }

    [Fact]
    public async Task Submitting_the_same_thing_twice_stores_one_response_and_gives_the_same_receipt()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var submission = Guid.NewGuid();
        var first = (await Send(slug, submission, """{"story": "Rent."}""")).OrThrow();
        var second = (await Send(slug, submission, """{ "story" : "Rent." }""")).OrThrow();
        Assert.Equal(first.Receipt, second.Receipt);
        Assert.Equal(1, await Rows(slug));
    }

    [Fact]
    public async Task Fifty_submissions_at_once_of_one_id_are_one_row_and_one_receipt()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var submission = Guid.NewGuid();
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Send(slug, submission, """{"story": "All at once."}""")));
        Assert.Single(all.Select(sent => sent.OrThrow().Receipt).Distinct());
        Assert.Equal(1, await Rows(slug));
    }

    [Theory]
    [InlineData("""{"story": "Something else."}""", false)]
    [InlineData("""{"story": "Rent."}""", true)]
    [InlineData("{}", false)]
    public async Task The_same_submission_with_other_answers_is_refused_and_changes_nothing(string other, bool mayQuote)
    {
        var slug = await data.Survey(
            """{"title": "One", "ask_to_quote": true, "questions": [{"type": "text", "name": "story", "label": "What?"}]}"""
        );
        var submission = Guid.NewGuid();
        (await Send(slug, submission, """{"story": "Rent."}""")).OrThrow();
        Assert.Equal(
            "submission_used",
            Assert.IsType<Problem.Conflict>((await Send(slug, submission, other, mayQuote: mayQuote)).Problem).Code
        );
        Assert.Equal(
            "Rent.",
            await database.Db.One<string>(
                "select answers ->> 'story' from response join survey using (survey_id) where slug = @slug",
                new { slug }
            )
        );
    }

    [Fact]
    public async Task A_close_is_honoured_at_once_with_where_to_read_on()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion, report: "what-we-heard");
        (await Send(slug, Guid.NewGuid(), """{"story": "Before."}""")).OrThrow();
        await data.OtherNode().Close(slug);
        var late = Assert.IsType<Problem.Gone>((await Send(slug, Guid.NewGuid(), """{"story": "After."}""")).Problem);
        Assert.Equal("survey_closed", late.Code);
        Assert.Contains("/r/what-we-heard", late.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Rows(slug));
    }

    [Fact]
    public async Task A_retry_after_the_close_still_gets_its_receipt()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var submission = Guid.NewGuid();
        var first = (await Send(slug, submission, """{"story": "Before."}""")).OrThrow();
        await data.OtherNode().Close(slug);
        Assert.Equal(first.Receipt, (await Send(slug, submission, """{"story": "Before."}""")).OrThrow().Receipt);
        Assert.Equal(1, await Rows(slug));
    }

    [Fact]
    public async Task A_survey_that_another_node_closed_takes_nothing_even_while_this_node_has_not_seen_it()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var surveys = new ReadPublishedSurvey(database.Db, data.Clock);
        Assert.True((await surveys.Run(slug)).OrThrow().IsOpen);
        (await Send(slug, Guid.NewGuid(), """{"story": "Before."}""")).OrThrow();
        await data.OtherNode().Close(slug);
        Assert.True((await surveys.Run(slug)).OrThrow().IsOpen, "for less than a second it may look open");
        Assert.IsType<Problem.Gone>((await Send(slug, Guid.NewGuid(), """{"story": "After."}""")).Problem);
        Assert.Equal(1, await Rows(slug));
        data.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.False((await surveys.Run(slug)).OrThrow().IsOpen);
    }

    [Fact]
    public async Task A_version_that_another_node_published_a_moment_ago_is_known_to_whoever_answers_it()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        (await Send(slug, Guid.NewGuid(), """{"story": "One."}""")).OrThrow();
        await data.OtherNode()
            .Publish(slug, """{"title": "One", "questions": [{"type": "text", "name": "other_story", "label": "What else?"}]}""");
        Assert.Null((await Send(slug, Guid.NewGuid(), """{"other_story": "Two."}""", version: 2)).Problem);
    }

    [Fact]
    public async Task A_change_on_this_node_is_seen_at_once()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var surveys = new ReadPublishedSurvey(database.Db, data.Clock);
        var find = new FindSurvey(database.Db);
        Assert.True((await surveys.Run(slug)).OrThrow().IsOpen);
        (await new CloseSurvey(database.Db, find, data.Clock).Run(Actor.Operator, slug, default)).OrThrow();
        Assert.False((await surveys.Run(slug)).OrThrow().IsOpen);
        (await new ReopenSurvey(database.Db, find).Run(Actor.Operator, slug, default)).OrThrow();
        Assert.True((await surveys.Run(slug)).OrThrow().IsOpen);
    }

    [Fact]
    public async Task Those_who_submit_together_each_get_their_own_answer()
    {
        var (open, closed) = (await data.Survey(SampleSurveys.OneQuestion), await data.Survey(SampleSurveys.OneQuestion));
        (await Send(closed, Guid.NewGuid(), """{"story": "Before."}""")).OrThrow();
        await data.OtherNode().Close(closed);
        var known = Guid.NewGuid();
        (await Send(open, known, """{"story": "Mine."}""")).OrThrow();
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, 400)
                .Select(async n =>
                    (
                        n,
                        (n % 4) switch
                        {
                            0 => await Send(open, Guid.NewGuid(), $$"""{"story": "Story {{n}}"}"""),
                            1 => await Send(open, known, """{"story": "Mine."}"""),
                            2 => await Send(open, known, """{"story": "Not mine."}"""),
                            _ => await Send(closed, Guid.NewGuid(), """{"story": "Late."}"""),
                        }
                    )
                )
        );
        foreach (var (n, sent) in all)
            Assert.Equal(
                (n % 4) switch
                {
                    0 or 1 => null,
                    2 => "submission_used",
                    _ => "survey_closed",
                },
                sent.Problem?.Code
            );
        Assert.Equal((101, 1), (await Rows(open), await Rows(closed)));
        Assert.Equal(101, all.Where(one => one.n % 4 < 2).Select(one => one.Item2.OrThrow().Receipt).Distinct().Count());
    }

    [Fact]
    public async Task One_row_that_cannot_be_stored_spoils_nothing_for_those_written_with_it()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var survey = await database.Db.One<Guid>("select survey_id from survey where slug = @slug", new { slug });
        var store = new StoreResponses(database.Db);
        Task<bool> Store(string answers) =>
            store.Run(
                new(survey, 1, "en", new DateOnly(2026, 3, 27), answers, false, Guid.NewGuid().ToByteArray(), Guid.NewGuid().ToByteArray())
            );
        var good = Enumerable.Range(0, 60).Select(n => Store($$"""{"story": "{{n}}"}""")).ToList();
        var bad = Store("{");
        good.AddRange(Enumerable.Range(60, 60).Select(n => Store($$"""{"story": "{{n}}"}""")));
        Assert.All(await Task.WhenAll(good), Assert.True);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bad);
        Assert.Equal(120, await Rows(slug));
    }

    [Fact]
    public async Task Answers_are_judged_by_the_version_that_was_answered()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var submission = Guid.NewGuid();
        var first = (await Send(slug, submission, """{"story": "One."}""")).OrThrow();
        await data.OtherNode()
            .Publish(
                slug,
                """{"title": "One", "questions": [{"type": "text", "name": "other_story", "required": true, "label": "What else?"}]}"""
            );
        data.Clock.Move(TimeSpan.FromSeconds(1));

        Assert.Null((await Send(slug, Guid.NewGuid(), """{"story": "Still on my phone."}""", version: 1)).Problem);
        Assert.Equal(first.Receipt, (await Send(slug, submission, """{"story": "One."}""")).OrThrow().Receipt);
        var now = Assert.IsType<Problem.Invalid>((await Send(slug, Guid.NewGuid(), """{"story": "Too late."}""")).Problem);
        Assert.Contains(now.Faults, fault => fault is { Path: "answers.story", Code: "unknown_question" });
        Assert.Contains(now.Faults, fault => fault is { Path: "answers.other_story" });
        Assert.Equal(
            "unknown_version",
            Assert.Single(Assert.IsType<Problem.Invalid>((await Send(slug, Guid.NewGuid(), "{}", version: 3)).Problem).Faults).Code
        );
    }

    [Fact]
    public async Task An_answer_to_a_question_that_is_not_asked_is_left_out_and_said()
    {
        var slug = await data.Survey(SampleSurveys.EveryType);
        var sent = (await Send(slug, Guid.NewGuid(), """{"age": "old", "tenure": "own", "landlord": "Fine."}""")).OrThrow();
        Assert.Equal("landlord", Assert.Single(sent.Dropped).Question);
        Assert.False(
            await database.Db.One<bool>(
                "select answers ? 'landlord' from response join survey using (survey_id) where slug = @slug",
                new { slug }
            )
        );
    }

    [Fact]
    public async Task Every_fault_is_told_with_its_path_and_nothing_is_stored()
    {
        var slug = await data.Survey(SampleSurveys.EveryType);
        var refused = await Send(
            slug,
            Guid.NewGuid(),
            """
            {"people": 50, "tenure": "cave", "needs": {"housing": {"importance": 3}}, "since": "2023-02-30", "life": 1e400, "nobody": 1,
                "km": "far"}
            """
        );
        var faults = Assert.IsType<Problem.Invalid>(refused.Problem).Faults;
        Assert.Equal(
            [
                "answers.age",
                "answers.km",
                "answers.life",
                "answers.needs.housing.importance",
                "answers.nobody",
                "answers.people",
                "answers.since",
                "answers.tenure",
            ],
            faults.Select(fault => fault.Path).Order(StringComparer.Ordinal)
        );
        Assert.Equal("Give a number from 0 to 49.", faults.Single(fault => fault.Path == "answers.people").Message);
        Assert.Equal(0, await Rows(slug));
    }

    [Fact]
    public async Task Leave_to_quote_is_kept_only_where_the_survey_asks_for_it()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        (await Send(slug, Guid.NewGuid(), """{"story": "Mine."}""", mayQuote: true)).OrThrow();
        Assert.False(
            await database.Db.One<bool>("select may_quote from response join survey using (survey_id) where slug = @slug", new { slug })
        );
    }

    [Fact]
    public async Task A_draft_answers_like_a_survey_that_does_not_exist()
    {
        var draft = await data.Survey(SampleSurveys.OneQuestion, state: SurveyState.Draft);
        Assert.Equal((await Send("nowhere", Guid.NewGuid(), "{}")).Problem, (await Send(draft, Guid.NewGuid(), "{}")).Problem);
        Assert.IsType<Problem.NotFound>((await Send("a\0b", Guid.NewGuid(), "{}")).Problem);
    }

    [Fact]
    public async Task A_language_or_a_submission_id_that_cannot_be_is_refused()
    {
        var open = await data.Survey(SampleSurveys.OneQuestion);
        Assert.Equal(
            "unknown_language",
            Assert.Single(Assert.IsType<Problem.Invalid>((await Send(open, Guid.NewGuid(), "{}", language: "fr")).Problem).Faults).Code
        );
        Assert.Equal("not_random", Assert.Single(Assert.IsType<Problem.Invalid>((await Send(open, Guid.Empty, "{}")).Problem).Faults).Code);
    }

    [Fact]
    public async Task Neither_the_submission_nor_the_receipt_is_in_the_database()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var submission = Guid.NewGuid();
        var receipt = (await Send(slug, submission, """{"story": "Quiet."}""")).OrThrow().Receipt.Reveal();
        var stored = await database.Db.One<string>(
            "select r::text from response r join survey using (survey_id) where slug = @slug",
            new { slug }
        );
        Assert.DoesNotContain(
            submission.ToString("N"),
            stored.Replace("-", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.DoesNotContain(
            receipt.Replace("-", "", StringComparison.Ordinal),
            stored.Replace("-", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.DoesNotContain(
            Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(receipt)),
            stored,
            StringComparison.OrdinalIgnoreCase
        );
    }

    private sealed record Row
    {
        public required string Answers { get; init; }
        public required DateOnly ReceivedOn { get; init; }
        public required bool MayQuote { get; init; }
        public required int Version { get; init; }
        public required string Language { get; init; }
    }
}
