using System.Text.Json;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Tests.Support;

namespace NeedsSurvey.App.Tests.Responses;

public sealed class SubmitResponseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly SubmitResponse submit = new(database.Db, new ReadPublishedSurvey(database.Db), TimeProvider.System);

    private Task<Result<SubmitResponse.Submitted>> Send(string slug, Guid submission, string answers, int? version = null, bool mayQuote = false, string language = "en") =>
        submit.Run(new SubmitResponse.Command(slug, submission, language, JsonElement.Parse(answers)) { Version = version, MayQuote = mayQuote });

    private Task<long> Rows(string slug) => database.Db.One<long>("select count(*) from response join survey using (survey_id) where slug = @slug", new { slug });

    [Fact]
    public async Task A_response_is_stored_in_its_canonical_form_with_the_day_and_nothing_finer()
    {
        var slug = await PublishedSurveys.Add(database, PublishedSurveys.EveryType);
        var sent = await Send(slug, Guid.NewGuid(), """
            {"age": "young", "help": ["care", "food"], "km": 2.50, "needs": {"safety": {"importance": 4}}, "since": "2024-02-29", "tenure": {"choice": "other", "other": "A boat"}, "life": {"declined": true}}
            """, mayQuote: true);
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$", sent.OrThrow().Receipt);
        var row = await database.Db.One<Row>("select answers, received_on, may_quote, version, language from response join survey using (survey_id) where slug = @slug", new { slug });
        Assert.Equal((DateOnly.FromDateTime(DateTime.UtcNow), true, 1, "en"), (row.ReceivedOn, row.MayQuote, row.Version, row.Language));
        var answers = JsonElement.Parse(row.Answers);
        Assert.Equal(["food", "care"], answers.GetProperty("help").EnumerateArray().Select(choice => choice.GetString()));
        Assert.Equal("A boat", answers.GetProperty("tenure").GetProperty("other").GetString());
        Assert.Equal(JsonValueKind.Null, answers.GetProperty("story").ValueKind);
        Assert.False(answers.TryGetProperty("landlord", out _), "what is not asked is absent");
        Assert.Equal(0, await database.Db.One<long>("select count(*) from audit_entry"));
    }

    [Fact]
    public async Task Submitting_the_same_thing_twice_stores_one_response_and_gives_the_same_receipt()
    {
        var slug = await PublishedSurveys.Add(database, PublishedSurveys.OneQuestion);
        var submission = Guid.NewGuid();
        var first = (await Send(slug, submission, """{"story": "Rent."}""")).OrThrow();
        var second = (await Send(slug, submission, """{ "story" : "Rent." }""")).OrThrow();
        Assert.Equal(first.Receipt, second.Receipt);
        Assert.Equal(1, await Rows(slug));
    }

    [Fact]
    public async Task Fifty_submissions_at_once_of_one_id_are_one_row_and_one_receipt()
    {
        var slug = await PublishedSurveys.Add(database, PublishedSurveys.OneQuestion);
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
        var slug = await PublishedSurveys.Add(database, """{"title": "One", "ask_to_quote": true, "questions": [{"type": "text", "name": "story", "label": "What?"}]}""");
        var submission = Guid.NewGuid();
        (await Send(slug, submission, """{"story": "Rent."}""")).OrThrow();
        Assert.Equal("submission_used", Assert.IsType<Problem.Conflict>((await Send(slug, submission, other, mayQuote: mayQuote)).Problem).Code);
        Assert.Equal("Rent.", await database.Db.One<string>("select answers ->> 'story' from response join survey using (survey_id) where slug = @slug", new { slug }));
    }

    [Fact]
    public async Task A_close_is_honoured_at_once_and_a_late_retry_still_gets_its_receipt()
    {
        var slug = await PublishedSurveys.Add(database, PublishedSurveys.OneQuestion, report: "what-we-heard");
        var submission = Guid.NewGuid();
        var first = (await Send(slug, submission, """{"story": "Before."}""")).OrThrow();
        await PublishedSurveys.SetState(database, slug, "closed");
        var late = Assert.IsType<Problem.Gone>((await Send(slug, Guid.NewGuid(), """{"story": "After."}""")).Problem);
        Assert.Equal("survey_closed", late.Code);
        Assert.Contains("/r/what-we-heard", late.Message, StringComparison.Ordinal);
        Assert.Equal(first.Receipt, (await Send(slug, submission, """{"story": "Before."}""")).OrThrow().Receipt);
        Assert.Equal(1, await Rows(slug));
    }

    [Fact]
    public async Task Answers_are_judged_by_the_version_that_was_answered()
    {
        var slug = await PublishedSurveys.Add(database, PublishedSurveys.OneQuestion);
        var submission = Guid.NewGuid();
        var first = (await Send(slug, submission, """{"story": "One."}""")).OrThrow();
        await PublishedSurveys.Publish(database, slug, 2, """{"title": "One", "questions": [{"type": "text", "name": "other_story", "required": true, "label": "What else?"}]}""");

        Assert.Null((await Send(slug, Guid.NewGuid(), """{"story": "Still on my phone."}""", version: 1)).Problem);
        Assert.Equal(first.Receipt, (await Send(slug, submission, """{"story": "One."}""")).OrThrow().Receipt);
        var now = Assert.IsType<Problem.Invalid>((await Send(slug, Guid.NewGuid(), """{"story": "Too late."}""")).Problem);
        Assert.Contains(now.Faults, fault => fault is { Path: "answers.story", Code: "unknown_question" });
        Assert.Contains(now.Faults, fault => fault is { Path: "answers.other_story" });
        Assert.Equal("unknown_version", Assert.Single(Assert.IsType<Problem.Invalid>((await Send(slug, Guid.NewGuid(), "{}", version: 3)).Problem).Faults).Code);
    }

    [Fact]
    public async Task An_answer_to_a_question_that_is_not_asked_is_left_out_and_said()
    {
        var slug = await PublishedSurveys.Add(database, PublishedSurveys.EveryType);
        var sent = (await Send(slug, Guid.NewGuid(), """{"age": "old", "tenure": "own", "landlord": "Fine."}""")).OrThrow();
        Assert.Equal("landlord", Assert.Single(sent.Dropped).Question);
        Assert.False(await database.Db.One<bool>("select answers ? 'landlord' from response join survey using (survey_id) where slug = @slug", new { slug }));
    }

    [Fact]
    public async Task Every_fault_is_told_with_its_path_and_nothing_is_stored()
    {
        var slug = await PublishedSurveys.Add(database, PublishedSurveys.EveryType);
        var refused = await Send(slug, Guid.NewGuid(), """
            {"people": 50, "tenure": "cave", "needs": {"housing": {"importance": 3}}, "since": "2023-02-30", "life": 1e400, "nobody": 1, "km": "far"}
            """);
        var faults = Assert.IsType<Problem.Invalid>(refused.Problem).Faults;
        Assert.Equal(["answers.age", "answers.km", "answers.life", "answers.needs.housing.importance", "answers.nobody", "answers.people", "answers.since", "answers.tenure"],
            faults.Select(fault => fault.Path).Order(StringComparer.Ordinal));
        Assert.Equal("Give a number from 0 to 49.", faults.Single(fault => fault.Path == "answers.people").Message);
        Assert.Equal(0, await Rows(slug));
    }

    [Fact]
    public async Task Leave_to_quote_is_kept_only_where_the_survey_asks_for_it()
    {
        var slug = await PublishedSurveys.Add(database, PublishedSurveys.OneQuestion);
        (await Send(slug, Guid.NewGuid(), """{"story": "Mine."}""", mayQuote: true)).OrThrow();
        Assert.False(await database.Db.One<bool>("select may_quote from response join survey using (survey_id) where slug = @slug", new { slug }));
    }

    [Fact]
    public async Task Drafts_and_unknown_surveys_answer_alike_and_other_languages_are_refused()
    {
        var draft = await PublishedSurveys.Add(database, PublishedSurveys.OneQuestion, state: "draft");
        var open = await PublishedSurveys.Add(database, PublishedSurveys.OneQuestion);
        Assert.Equal((await Send("nowhere", Guid.NewGuid(), "{}")).Problem, (await Send(draft, Guid.NewGuid(), "{}")).Problem);
        Assert.IsType<Problem.NotFound>((await Send("a\0b", Guid.NewGuid(), "{}")).Problem);
        Assert.Equal("unknown_language", Assert.Single(Assert.IsType<Problem.Invalid>((await Send(open, Guid.NewGuid(), "{}", language: "fr")).Problem).Faults).Code);
        Assert.Equal("not_random", Assert.Single(Assert.IsType<Problem.Invalid>((await Send(open, Guid.Empty, "{}")).Problem).Faults).Code);
    }

    [Fact]
    public async Task Neither_the_submission_nor_the_receipt_is_in_the_database()
    {
        var slug = await PublishedSurveys.Add(database, PublishedSurveys.OneQuestion);
        var submission = Guid.NewGuid();
        var receipt = (await Send(slug, submission, """{"story": "Quiet."}""")).OrThrow().Receipt;
        var stored = await database.Db.One<string>("select r::text from response r join survey using (survey_id) where slug = @slug", new { slug });
        Assert.DoesNotContain(submission.ToString("N"), stored.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(receipt.Replace("-", "", StringComparison.Ordinal), stored.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(receipt)), stored, StringComparison.OrdinalIgnoreCase);
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
