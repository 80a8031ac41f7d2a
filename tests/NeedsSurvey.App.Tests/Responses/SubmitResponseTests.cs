using System.Text.Json;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Responses;

public sealed class SubmitResponseTests(TestDatabase database) : Submitting(database)
{
    private async Task<SubmitResponse.Submitted> SendOne(string slug) =>
        (
            await Send(
                slug,
                Guid.NewGuid(),
                """
                {"age": "young", "help": ["care", "food"], "km": 2.50, "needs": {"safety": {"importance": 4}}, "since": "2024-02-29",
                    "tenure": {"choice": "other", "other": "A boat"}, "life": {"declined": true}}
                """,
                mayQuote: true
            )
        ).OrThrow();

    private async Task<Row> Stored()
    {
        var slug = await data.Survey(SampleSurveys.ManyTypes);
        await SendOne(slug);
        return await database.Db.One<Row>(
            """
            select answers, received_on::text, may_quote, version, language from response join survey using (survey_id)
            where slug = @slug
            """,
            new { slug }
        );
    }

    [Fact]
    public async Task A_response_is_stored_in_its_canonical_form()
    {
        var answers = JsonElement.Parse((await Stored()).Answers);
        Assert.Equal(["food", "care"], answers.GetProperty("help").EnumerateArray().Select(choice => choice.GetString()));
        Assert.Equal("A boat", answers.GetProperty("tenure").GetProperty("other").GetString());
        Assert.Equal(JsonValueKind.Null, answers.GetProperty("story").ValueKind);
        Assert.False(answers.TryGetProperty("landlord", out _), "what is not asked is absent");
    }

    [Fact]
    public async Task A_response_is_stored_with_how_it_was_given()
    {
        var row = await Stored();
        Assert.Equal((true, 1, "en"), (row.MayQuote, row.Version, row.Language));
    }

    [Fact]
    public async Task A_response_is_stored_with_the_day_alone()
    {
        var received = (await Stored()).ReceivedOn;
        // Midnight may have passed since.
        Assert.Contains(received, new[] { -1, 0 }.Select(days => $"{DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days):yyyy-MM-dd}"));
    }

    // faults, item 37: an id made of a clock or a counter would put responses in the order in which they arrived.
    [Fact]
    public async Task An_id_of_a_response_is_drawn_and_tells_no_time()
    {
        var slug = await data.Survey(SampleSurveys.ManyTypes);
        for (var sent = 0; sent < 24; sent++)
            await SendOne(slug);
        var ids = await database.Db.Query<Guid>(
            "select response_id from response join survey using (survey_id) where slug = @slug order by response.ctid",
            new { slug }
        );
        Assert.All(ids, id => Assert.Equal((4, true), (id.Version, id.Variant is >= 8 and <= 11)));
        Assert.NotEqual(ids.Order(), ids);
    }

    [Fact]
    public async Task A_receipt_is_written_in_four_groups_of_four() =>
        Assert.Matches(
            "^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$",
            (await SendOne(await data.Survey(SampleSurveys.ManyTypes))).Receipt.Reveal()
        );

    [Fact]
    public async Task A_submission_leaves_no_audit_row()
    {
        var slug = await data.Survey(SampleSurveys.ManyTypes);
        var audited = await database.Db.One<long>("select count(*) from audit_entry");
        await SendOne(slug);
        Assert.Equal(audited, await database.Db.One<long>("select count(*) from audit_entry"));
    }

    [Fact]
    public async Task Submitting_the_same_thing_twice_gives_the_same_receipt()
    {
        var (first, second, _) = await SubmitTwice();
        Assert.Equal(first.Receipt, second.Receipt);
    }

    [Fact]
    public async Task Submitting_the_same_thing_twice_stores_one_response() => Assert.Equal(1, await Rows((await SubmitTwice()).Slug));

    private async Task<(SubmitResponse.Submitted First, SubmitResponse.Submitted Second, string Slug)> SubmitTwice()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var submission = Guid.NewGuid();
        var first = (await Send(slug, submission, """{"story": "Rent."}""")).OrThrow();
        return (first, (await Send(slug, submission, """{ "story" : "Rent." }""")).OrThrow(), slug);
    }

    public static TheoryData<string, bool> OtherAnswers =>
        new()
        {
            { """{"story": "Something else."}""", false },
            { """{"story": "Rent."}""", true },
            { "{}", false },
        };

    // field, row 52
    [Theory, MemberData(nameof(OtherAnswers))]
    public async Task The_same_submission_with_other_answers_is_refused(string other, bool mayQuote) =>
        Assert.Equal("submission_used", Assert.IsType<Problem.Conflict>((await SubmitAgain(other, mayQuote)).Again.Problem).Code);

    [Theory, MemberData(nameof(OtherAnswers))]
    public async Task The_same_submission_with_other_answers_changes_nothing(string other, bool mayQuote)
    {
        var slug = (await SubmitAgain(other, mayQuote)).Slug;
        Assert.Equal(
            ("Rent.", false),
            await database.Db.One<(string, bool)>(
                "select answers ->> 'story', may_quote from response join survey using (survey_id) where slug = @slug",
                new { slug }
            )
        );
    }

    private async Task<(Result<SubmitResponse.Submitted> Again, string Slug)> SubmitAgain(string other, bool mayQuote)
    {
        var slug = await data.Survey(
            """{"title": "One", "ask_to_quote": true, "questions": [{"type": "text", "name": "story", "label": "What?"}]}"""
        );
        var submission = Guid.NewGuid();
        (await Send(slug, submission, """{"story": "Rent."}""")).OrThrow();
        return (await Send(slug, submission, other, mayQuote: mayQuote), slug);
    }

    private const string HiddenLandlord = """{"age": "old", "tenure": "own", "landlord": "Fine."}""";

    [Fact]
    public async Task An_answer_that_is_left_out_is_said()
    {
        var sent = (await Send(await data.Survey(SampleSurveys.ManyTypes), Guid.NewGuid(), HiddenLandlord)).OrThrow();
        Assert.Equal("landlord", Assert.Single(sent.Dropped).Question);
    }

    [Fact]
    public async Task An_answer_to_a_question_that_is_not_asked_is_left_out()
    {
        var slug = await data.Survey(SampleSurveys.ManyTypes);
        (await Send(slug, Guid.NewGuid(), HiddenLandlord)).OrThrow();
        Assert.False(
            await database.Db.One<bool>(
                "select answers ? 'landlord' from response join survey using (survey_id) where slug = @slug",
                new { slug }
            )
        );
    }

    private const string Faulty = """
        {"people": 50, "tenure": "cave", "needs": {"housing": {"importance": 3}}, "since": "2023-02-30", "life": 1e400, "nobody": 1,
            "km": "far"}
        """;

    [Fact]
    public async Task Every_fault_is_told_with_its_path()
    {
        var refused = await Send(await data.Survey(SampleSurveys.ManyTypes), Guid.NewGuid(), Faulty);
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
    }

    [Fact]
    public async Task Nothing_is_stored_of_a_faulty_response()
    {
        var slug = await data.Survey(SampleSurveys.ManyTypes);
        await Send(slug, Guid.NewGuid(), Faulty);
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
        public required string ReceivedOn { get; init; }
        public required bool MayQuote { get; init; }
        public required int Version { get; init; }
        public required string Language { get; init; }
    }
}
