using System.Text.Json;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Results;

namespace NeedsSurvey.App.Tests.Needs;

public sealed class CodingTests(HeardWorld world) : IClassFixture<HeardWorld>
{
    private Task<Result<OpenAnswers>> Read(Heard heard, Actor coder, bool unread = true, string? after = null) => world.Get<ReadOpenAnswers>().Run(coder, heard.Id, unread, after: after);

    private Task<Result<Done>> Code(Heard heard, Actor coder, OpenAnswer answer, params CodeAnswer.Code[] codes) =>
        world.Get<CodeAnswer>().Run(coder, heard.Id, new(answer.SurveyId, answer.ResponseId, answer.Field, codes));

    [Fact]
    public async Task A_coder_reads_the_words_and_nothing_else_and_what_is_read_leaves_the_queue()
    {
        var heard = await world.NewInitiative();
        await heard.Answer(housing: "5 1", story: "The rent rose again.", age: "old");
        await heard.Answer(housing: "5 1");
        var coder = HeardWorld.Member("Cleo", world.OrganisationId, Role.Coder);
        var page = (await Read(heard, coder)).OrThrow();
        Assert.Equal((1, 1L), (page.Items.Count, page.Unread));
        Assert.Equal("The rent rose again.", page.Items[0].Words);
        (await Code(heard, coder, page.Items[0], new CodeAnswer.Code("housing", "rent rose"))).OrThrow();
        Assert.Equal(0, (await Read(heard, coder)).OrThrow().Unread);
        var coded = (await Read(heard, coder, unread: false)).OrThrow().Items[0].Codings.Single();
        Assert.Equal(("housing", 4, 9), (coded.Need, coded.SpanStart, coded.SpanLength));
        Assert.Equal(1, (await Read(heard, HeardWorld.Member("Dara", world.OrganisationId, Role.Coder))).OrThrow().Unread);
    }

    [Fact]
    public async Task Coding_again_replaces_what_the_coder_said_before()
    {
        var heard = await world.NewInitiative();
        await heard.Answer(story: "Rent and buses.");
        var answer = (await Read(heard, world.Owner)).OrThrow().Items[0];
        (await Code(heard, world.Owner, answer, new CodeAnswer.Code("housing"), new CodeAnswer.Code("buses"))).OrThrow();
        (await Code(heard, world.Owner, answer, new CodeAnswer.Code("buses"))).OrThrow();
        Assert.Equal(["buses"], (await Read(heard, world.Owner, unread: false)).OrThrow().Items[0].Codings.Select(coding => coding.Need));
    }

    [Fact]
    public async Task Words_that_do_not_stand_in_the_answer_and_unknown_needs_are_refused_and_change_nothing()
    {
        var heard = await world.NewInitiative();
        await heard.Answer(story: "Rent.");
        var answer = (await Read(heard, world.Owner)).OrThrow().Items[0];
        Assert.Equal("codes[0].excerpt", Assert.IsType<Problem.Invalid>((await Code(heard, world.Owner, answer, new CodeAnswer.Code("housing", "Buses"))).Problem).Faults[0].Path);
        Assert.Equal("unknown_need", Assert.IsType<Problem.Invalid>((await Code(heard, world.Owner, answer, new CodeAnswer.Code("gold"))).Problem).Faults[0].Code);
        Assert.Equal(1, (await Read(heard, world.Owner)).OrThrow().Unread);
    }

    [Fact]
    public async Task Spans_count_characters_also_beyond_the_basic_plane()
    {
        var heard = await world.NewInitiative();
        await heard.Answer(story: "🏠🏠 the rent", mayQuote: true);
        var answer = (await Read(heard, world.Owner)).OrThrow().Items[0];
        (await Code(heard, world.Owner, answer, new CodeAnswer.Code("housing", "the rent", Quote: true))).OrThrow();
        Assert.Equal("the rent", await world.Database.Db.One<string>("""
            select substring(a.words from c.span_start + 1 for c.span_length) from coding c join open_answer a using (survey_id, response_id, field) where c.survey_id = @SurveyId
            """, new { heard.SurveyId }));
        Assert.True((await Read(heard, world.Owner, unread: false)).OrThrow().Items[0].Codings[0].IsQuote);
    }

    [Theory]
    [InlineData("rose\r\nagain, and", "rose\n  again, and")]
    [InlineData("  The rent ", "The rent")]
    [InlineData("again, and again", "again, and again")]
    public async Task A_span_is_found_although_a_browser_sends_other_spaces_and_line_ends(string excerpt, string span)
    {
        var heard = await world.NewInitiative();
        await heard.Answer(story: "The rent rose\n  again, and again 🏠.");
        var answer = (await Read(heard, world.Owner)).OrThrow().Items[0];
        (await Code(heard, world.Owner, answer, new CodeAnswer.Code("housing", excerpt))).OrThrow();
        var coded = (await Read(heard, world.Owner, unread: false)).OrThrow().Items[0];
        Assert.Equal(span, coded.Words.Substring(coded.Codings[0].SpanStart, coded.Codings[0].SpanLength));
    }

    [Fact]
    public async Task Open_answers_of_every_instance_of_a_repeat_are_read_coded_listed_and_withdrawn()
    {
        var heard = await world.NewInitiative(definition: """
            {
              "title": "Households", "languages": ["en"], "ask_to_quote": true,
              "questions": [
                {"type": "text", "name": "story", "story": true, "label": "What is going on?"},
                {"type": "repeat", "name": "person", "label": "Who lives here?", "questions": [
                  {"type": "group", "name": "about", "label": "About them", "questions": [{"type": "text", "name": "tale", "story": true, "label": "What do they need?"}]},
                  {"type": "select_one", "name": "work", "other": true, "label": "Their work", "choices": [{"name": "paid", "label": "Paid"}, {"name": "none", "label": "None"}]}
                ]}
              ]
            }
            """);
        (await world.Get<EditNeed>().Run(world.Owner, heard.Id, "homes", new() { Label = new Dictionary<string, string> { ["en"] = "Homes" } })).OrThrow();
        var sent = (await world.Get<SubmitResponse>().Run(new(heard.Survey, Guid.NewGuid(), "en", JsonElement.Parse(
            """{"story": "We are three.", "person": [{"tale": "A bus.", "work": "paid"}, {"tale": "", "work": {"choice": "other", "other": "Caring for two"}}, {"tale": "A cheaper flat."}]}""")))).OrThrow();
        await heard.Answer(story: "Alone.");

        var page = (await Read(heard, world.Owner)).OrThrow();
        Assert.Equal(["person[1].tale: A bus.", "person[2].work.other: Caring for two", "person[3].tale: A cheaper flat.", "story: Alone.", "story: We are three."],
            page.Items.Select(answer => $"{answer.Field}: {answer.Words}").Order(StringComparer.Ordinal));
        var list = world.Get<ListWords>();
        Assert.Equal(5, (await list.Run(world.Owner, heard.Survey, null, null, default)).OrThrow().All);
        // A question's own list holds every instance of it.
        Assert.Equal(["A bus.", "A cheaper flat."], (await list.Run(world.Owner, heard.Survey, "tale", null, default)).OrThrow().Items.Select(answer => answer.Words).Order());

        (await Code(heard, world.Owner, page.Items.Single(answer => answer.Field == "person[3].tale"), new CodeAnswer.Code("homes", "cheaper flat"))).OrThrow();
        Assert.Equal(4, (await Read(heard, world.Owner)).OrThrow().Unread);
        var receipt = (await world.Get<FollowReceipt>().Run(sent.Receipt)).OrThrow();
        Assert.True(receipt.IsUnread);
        Assert.Equal("Homes", Assert.Single(receipt.Needs).Label.In("en"));
        foreach (var answer in page.Items) (await Code(heard, world.Owner, answer)).OrThrow();
        Assert.False((await world.Get<FollowReceipt>().Run(sent.Receipt)).OrThrow().IsUnread);

        Assert.Null((await world.Get<WithdrawResponse>().Run(sent.Receipt)).Problem);
        Assert.Equal(["Alone."], (await Read(heard, world.Owner, unread: false)).OrThrow().Items.Select(answer => answer.Words));
        Assert.Equal(1, await world.Database.Db.One<long>("select (select count(*) from coding where survey_id = @SurveyId) + (select count(*) from reading where survey_id = @SurveyId)", new { heard.SurveyId }));
    }

    [Fact]
    public async Task Nobody_is_quoted_who_did_not_allow_it()
    {
        var heard = await world.NewInitiative();
        await heard.Answer(story: "Rent.", mayQuote: false);
        var answer = (await Read(heard, world.Owner)).OrThrow().Items[0];
        (await Code(heard, world.Owner, answer, new CodeAnswer.Code("housing", Quote: true))).OrThrow();
        Assert.False((await Read(heard, world.Owner, unread: false)).OrThrow().Items[0].Codings[0].IsQuote);
    }

    [Fact]
    public async Task Pages_of_open_answers_follow_one_another_without_gap_or_repetition()
    {
        var heard = await world.NewInitiative();
        for (var i = 0; i < 45; i++) await heard.Answer(story: $"Story {i}");
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await Read(heard, world.Owner, after: after)).OrThrow();
            seen.AddRange(page.Items.Select(answer => answer.Words));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(45, seen.Distinct().Count());
        Assert.Equal(45, seen.Count);
    }

    [Fact]
    public async Task Two_coders_who_read_alike_agree_fully()
    {
        var heard = await world.NewInitiative();
        for (var i = 0; i < 4; i++) await heard.Answer(story: i % 2 == 0 ? "Rent." : "Buses.");
        foreach (var coder in (Actor[])[world.Owner, HeardWorld.Member("Cleo", world.OrganisationId, Role.Coder)])
            foreach (var answer in (await Read(heard, coder)).OrThrow().Items)
                (await Code(heard, coder, answer, new CodeAnswer.Code(answer.Words == "Rent." ? "housing" : "buses"))).OrThrow();
        var agreement = (await world.Get<ReadCodingAgreement>().Run(world.Owner, heard.Id)).OrThrow();
        Assert.Equal(1, agreement.Single(row => row.Need is null).Alpha!.Value, 9);
        Assert.Equal(1, agreement.Single(row => row.Need == "housing").Kappa!.Value, 9);
    }

    [Fact]
    public async Task A_prediction_is_locked_once_before_anyone_answers_and_shown_afterwards()
    {
        var heard = await world.NewInitiative();
        (await world.Get<EditNeed>().Run(world.Owner, heard.Id, "seats", new() { Label = new Dictionary<string, string> { ["en"] = "Seats" } })).OrThrow();
        var predict = world.Get<LockPrediction>();
        Assert.Equal("too_few", Assert.IsType<Problem.Invalid>((await predict.Run(world.Owner, heard.Id, ["buses"])).Problem).Faults[0].Code);
        (await predict.Run(world.Owner, heard.Id, ["buses", "seats", "housing"])).OrThrow();
        Assert.Equal("prediction_locked", (await predict.Run(world.Owner, heard.Id, ["housing", "buses", "seats"])).Problem!.Code);
        Assert.Null((await world.Get<ReadHearingGap>().Run(world.Owner, heard.Id)).OrThrow().Gap);
        await heard.Answer(housing: "5 1", buses: "3 3");
        var gap = (await world.Get<ReadHearingGap>().Run(world.Owner, heard.Id)).OrThrow().Gap!;
        Assert.Equal((3, 1, 2), (gap.Rows.Single(row => row.Need == "housing").Predicted!.Value, gap.Rows.Single(row => row.Need == "housing").Stated!.Value, gap.Rows.Single(row => row.Need == "housing").Difference!.Value));
    }

    [Fact]
    public async Task A_prediction_after_the_first_answer_is_no_prediction()
    {
        var heard = await world.NewInitiative();
        (await world.Get<EditNeed>().Run(world.Owner, heard.Id, "seats", new() { Label = new Dictionary<string, string> { ["en"] = "Seats" } })).OrThrow();
        await heard.Answer(housing: "5 1");
        Assert.Equal("answered_already", (await world.Get<LockPrediction>().Run(world.Owner, heard.Id, ["housing", "buses", "seats"])).Problem!.Code);
    }

    [Fact]
    public async Task A_catalogue_fills_the_codebook_once_and_leaves_what_is_there()
    {
        var heard = await world.NewInitiative();
        (await world.Get<EditNeed>().Run(world.Owner, heard.Id, "food", new() { Label = new Dictionary<string, string> { ["en"] = "Bread" } })).OrThrow();
        var added = (await world.Get<AdoptCatalogue>().Run(world.Owner, heard.Id, "neighbourhood")).OrThrow();
        Assert.True(added > 10, $"{added} needs were added");
        Assert.Equal(0, (await world.Get<AdoptCatalogue>().Run(world.Owner, heard.Id, "neighbourhood")).OrThrow());
        Assert.Equal("Bread", (await world.Get<ReadCodebook>().Run(world.Owner, heard.Id)).OrThrow().Single(need => need.Name == "food").Words);
        Assert.Equal("catalogue", Assert.IsType<Problem.Invalid>((await world.Get<AdoptCatalogue>().Run(world.Owner, heard.Id, "none")).Problem).Faults[0].Path);
    }

    [Fact]
    public async Task Of_two_needs_added_at_once_under_one_name_the_second_is_refused()
    {
        var heard = await world.NewInitiative();
        var command = new EditNeed.Command { Label = new Dictionary<string, string> { ["en"] = "Shade in summer" } };
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Get<EditNeed>().Add(world.Owner, heard.Id, command)));
        Assert.Single(added, result => result.Problem is null);
        Assert.All(added.Where(result => result.Problem is not null), result => Assert.Equal("taken", Assert.IsType<Problem.Invalid>(result.Problem).Faults.Single().Code));
    }
}
