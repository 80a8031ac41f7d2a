using System.Text.Json;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Results;

namespace NeedsSurvey.App.Tests.Needs;

public sealed class CodingTests(TestData data) : IClassFixture<TestData>
{
    // Somebody who rates and writes, and somebody who only rates.
    private async Task<TestInitiative> OneWrites()
    {
        var heard = await data.Home.Listening();
        await heard.Answer(housing: "5 1", story: "The rent rose again.", age: "old");
        await heard.Answer(housing: "5 1");
        return heard;
    }

    private Actor Coder(string name = "Cleo") => data.Home.Member(name, Role.Coder);

    private async Task<TestInitiative> OneWritesAndCleoReads(Actor cleo)
    {
        var heard = await OneWrites();
        var answer = (await heard.Read(cleo)).OrThrow().Items[0];
        (await heard.Code(cleo, answer, new CodeAnswer.Code("housing", "rent rose"))).OrThrow();
        return heard;
    }

    [Fact]
    public async Task A_coder_reads_the_words_that_people_wrote()
    {
        var page = (await (await OneWrites()).Read(Coder())).OrThrow();
        Assert.Equal(["The rent rose again."], page.Items.Select(answer => answer.Words));
        Assert.Equal(1, page.Unread);
    }

    [Fact]
    public async Task What_a_coder_has_read_leaves_the_queue()
    {
        var cleo = Coder();
        Assert.Equal(0, (await (await OneWritesAndCleoReads(cleo)).Read(cleo)).OrThrow().Unread);
    }

    [Fact]
    public async Task What_one_coder_has_read_stays_in_the_queue_of_another() =>
        Assert.Equal(1, (await (await OneWritesAndCleoReads(Coder())).Read(Coder("Dara"))).OrThrow().Unread);

    [Fact]
    public async Task An_excerpt_is_kept_as_its_place_in_the_answer()
    {
        var cleo = Coder();
        var heard = await OneWritesAndCleoReads(cleo);
        var coded = (await heard.Read(cleo, unread: false)).OrThrow().Items[0].Codings.Single();
        Assert.Equal(("housing", 4, 9), (coded.Need, coded.SpanStart, coded.SpanLength));
    }

    [Fact]
    public async Task Coding_again_replaces_what_the_coder_said_before()
    {
        var heard = await data.Home.Listening();
        await heard.Answer(story: "Rent and buses.");
        var answer = (await heard.Read(data.Owner)).OrThrow().Items[0];
        (await heard.Code(data.Owner, answer, new CodeAnswer.Code("housing"), new CodeAnswer.Code("buses"))).OrThrow();
        (await heard.Code(data.Owner, answer, new CodeAnswer.Code("buses"))).OrThrow();
        Assert.Equal(["buses"], (await heard.Read(data.Owner, unread: false)).OrThrow().Items[0].Codings.Select(coding => coding.Need));
    }

    [Theory]
    [InlineData("housing", "Buses", "codes[0].excerpt", "not_in_answer")]
    [InlineData("gold", "", "codes", "unknown_need")]
    public async Task Words_that_do_not_stand_in_the_answer_or_an_unknown_need_are_refused(
        string need,
        string words,
        string path,
        string code
    )
    {
        var heard = await data.Home.Listening();
        await heard.Answer(story: "Rent.");
        var answer = (await heard.Read(data.Owner)).OrThrow().Items[0];
        var refused = (await heard.Code(data.Owner, answer, new CodeAnswer.Code(need, words))).Problem;
        var fault = Assert.IsType<Problem.Invalid>(refused).Faults[0];
        Assert.Equal((path, code), (fault.Path, fault.Code));
    }

    [Fact]
    public async Task A_refused_coding_leaves_the_answer_unread()
    {
        var heard = await data.Home.Listening();
        await heard.Answer(story: "Rent.");
        var answer = (await heard.Read(data.Owner)).OrThrow().Items[0];
        Assert.NotNull((await heard.Code(data.Owner, answer, new CodeAnswer.Code("gold"))).Problem);
        Assert.Equal(1, (await heard.Read(data.Owner)).OrThrow().Unread);
    }

    [Fact]
    public async Task Spans_count_characters_also_beyond_the_basic_plane()
    {
        var heard = await data.Home.Listening();
        await heard.Answer(story: "🏠🏠 the rent", mayQuote: true);
        var answer = (await heard.Read(data.Owner)).OrThrow().Items[0];
        (await heard.Code(data.Owner, answer, new CodeAnswer.Code("housing", "the rent", Quote: true))).OrThrow();
        Assert.Equal(
            "the rent",
            await data.Database.Db.One<string>(
                """
                select substring(a.words from c.span_start + 1 for c.span_length) from coding c
                    join open_answer a using (survey_id, response_id, field) where c.survey_id = @SurveyId
                """,
                new { heard.SurveyId }
            )
        );
        Assert.True((await heard.Read(data.Owner, unread: false)).OrThrow().Items[0].Codings[0].IsQuote);
    }

    [Theory]
    [InlineData("rose\r\nagain, and", "rose\n  again, and")]
    [InlineData("  The rent ", "The rent")]
    [InlineData("again, and again", "again, and again")]
    public async Task A_span_is_found_although_a_browser_sends_other_spaces_and_line_ends(string excerpt, string span)
    {
        var heard = await data.Home.Listening();
        await heard.Answer(story: "The rent rose\n  again, and again 🏠.");
        var answer = (await heard.Read(data.Owner)).OrThrow().Items[0];
        (await heard.Code(data.Owner, answer, new CodeAnswer.Code("housing", excerpt))).OrThrow();
        var coded = (await heard.Read(data.Owner, unread: false)).OrThrow().Items[0];
        Assert.Equal(span, coded.Words.Substring(coded.Codings[0].SpanStart, coded.Codings[0].SpanLength));
    }

    [Fact]
    public async Task What_is_done_with_an_open_answer_is_done_in_every_instance_of_a_repeat()
    {
        var heard = await data.Home.Listening(
            definition: """
            {
              "title": "Households", "languages": ["en"], "ask_to_quote": true,
              "questions": [
                {"type": "text", "name": "story", "story": true, "label": "What is going on?"},
                {"type": "repeat", "name": "person", "label": "Who lives here?", "questions": [
                  {"type": "group", "name": "about", "label": "About them", "questions": [{"type": "text", "name": "tale", "story": true,
                      "label": "What do they need?"}]},
                  {"type": "select_one", "name": "work", "other": true, "label": "Their work", "choices": [{"name": "paid",
                      "label": "Paid"}, {"name": "none", "label": "None"}]}
                ]}
              ]
            }
            """
        );
        (
            await data.Get<EditNeed>()
                .Run(data.Owner, heard.Id, "homes", new() { Label = new Dictionary<string, string> { ["en"] = "Homes" } })
        ).OrThrow();
        var sent = (
            await data.Get<SubmitResponse>()
                .Run(
                    new(
                        heard.Survey,
                        Guid.NewGuid(),
                        "en",
                        JsonElement.Parse(
                            """{"story": "We are three.", "person": [{"tale": "A bus.", "work": "paid"}, {"tale": "", "work": """
                                + """{"choice": "other", "other": "Caring for two"}}, {"tale": "A cheaper flat."}]}"""
                        )
                    )
                )
        ).OrThrow();
        await heard.Answer(story: "Alone.");

        var page = (await heard.Read(data.Owner)).OrThrow();
        Assert.Equal(
            [
                "person[1].tale: A bus.",
                "person[2].work.other: Caring for two",
                "person[3].tale: A cheaper flat.",
                "story: Alone.",
                "story: We are three.",
            ],
            page.Items.Select(answer => $"{answer.Field}: {answer.Words}").Order(StringComparer.Ordinal)
        );
        var list = data.Get<ListWords>();
        Assert.Equal(5, (await list.Run(data.Owner, heard.Survey, null, null, default)).OrThrow().All);
        // A question's own list holds every instance of it.
        Assert.Equal(
            ["A bus.", "A cheaper flat."],
            (await list.Run(data.Owner, heard.Survey, "tale", null, default)).OrThrow().Items.Select(answer => answer.Words).Order()
        );

        (
            await heard.Code(
                data.Owner,
                page.Items.Single(answer => answer.Field == "person[3].tale"),
                new CodeAnswer.Code("homes", "cheaper flat")
            )
        ).OrThrow();
        Assert.Equal(4, (await heard.Read(data.Owner)).OrThrow().Unread);
        var receipt = (await data.Get<FollowReceipt>().Run(sent.Receipt)).OrThrow();
        Assert.True(receipt.IsUnread);
        Assert.Equal("Homes", Assert.Single(receipt.Needs).Label.In("en"));
        foreach (var answer in page.Items)
            (await heard.Code(data.Owner, answer)).OrThrow();
        Assert.False((await data.Get<FollowReceipt>().Run(sent.Receipt)).OrThrow().IsUnread);

        Assert.Null((await data.Get<WithdrawResponse>().Run(sent.Receipt)).Problem);
        Assert.Equal(["Alone."], (await heard.Read(data.Owner, unread: false)).OrThrow().Items.Select(answer => answer.Words));
        Assert.Equal(
            1,
            await data.Database.Db.One<long>(
                "select (select count(*) from coding where survey_id = @SurveyId) + (select count(*) from reading where survey_id = "
                    + "@SurveyId)",
                new { heard.SurveyId }
            )
        );
    }

    [Fact]
    public async Task Nobody_is_quoted_who_did_not_allow_it()
    {
        var heard = await data.Home.Listening();
        await heard.Answer(story: "Rent.", mayQuote: false);
        var answer = (await heard.Read(data.Owner)).OrThrow().Items[0];
        (await heard.Code(data.Owner, answer, new CodeAnswer.Code("housing", Quote: true))).OrThrow();
        Assert.False((await heard.Read(data.Owner, unread: false)).OrThrow().Items[0].Codings[0].IsQuote);
    }

    [Fact]
    public async Task Pages_of_open_answers_follow_one_another_without_gap_or_repetition()
    {
        var heard = await data.Home.Listening();
        for (var i = 0; i < 45; i++)
            await heard.Answer(story: $"Story {i}");
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await heard.Read(data.Owner, after: after)).OrThrow();
            seen.AddRange(page.Items.Select(answer => answer.Words));
            after = page.Next;
        } while (after is not null);
        Assert.Equal(45, seen.Distinct().Count());
        Assert.Equal(45, seen.Count);
    }

    [Fact]
    public async Task Two_coders_who_read_alike_agree_fully()
    {
        var heard = await data.Home.Listening();
        for (var i = 0; i < 4; i++)
            await heard.Answer(story: i % 2 == 0 ? "Rent." : "Buses.");
        foreach (var coder in (Actor[])[data.Owner, data.Home.Member("Cleo", Role.Coder)])
        foreach (var answer in (await heard.Read(coder)).OrThrow().Items)
            (await heard.Code(coder, answer, new CodeAnswer.Code(answer.Words == "Rent." ? "housing" : "buses"))).OrThrow();
        var agreement = (await data.Get<ReadCodingAgreement>().Run(data.Owner, heard.Id)).OrThrow();
        Assert.Equal(1, agreement.Single(row => row.Need is null).Alpha!.Value, 9);
        Assert.Equal(1, agreement.Single(row => row.Need == "housing").Kappa!.Value, 9);
    }

    [Fact]
    public async Task Coders_of_needs_that_were_merged_one_after_another_agree()
    {
        var heard = await data.Home.Listening();
        var seats = new EditNeed.Command { Label = new Dictionary<string, string> { ["en"] = "Seats" } };
        (await data.Get<EditNeed>().Run(data.Owner, heard.Id, "seats", seats)).OrThrow();
        for (var i = 0; i < 4; i++)
            await heard.Answer(story: i % 2 == 0 ? "Rent." : "Nothing.");
        foreach (var (coder, need) in ((Actor, string)[])[(data.Owner, "housing"), (Coder(), "buses")])
        foreach (var answer in (await heard.Read(coder)).OrThrow().Items)
            (await heard.Code(coder, answer, answer.Words == "Rent." ? [new CodeAnswer.Code(need)] : [])).OrThrow();
        (await data.Get<MergeNeed>().Run(data.Owner, heard.Id, "buses", "housing")).OrThrow();
        (await data.Get<MergeNeed>().Run(data.Owner, heard.Id, "housing", "seats")).OrThrow();
        var agreement = (await data.Get<ReadCodingAgreement>().Run(data.Owner, heard.Id)).OrThrow();
        Assert.Equal(1, agreement.Single(row => row.Need == "seats").Alpha!.Value, 9);
    }
}
