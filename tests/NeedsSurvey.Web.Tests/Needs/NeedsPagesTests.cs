using System.Net;
using AngleSharp.Html.Dom;
using NeedsSurvey.App;
using NeedsSurvey.App.Needs;
using static NeedsSurvey.Web.Tests.Needs.SoundPage;

namespace NeedsSurvey.Web.Tests.Needs;

/// <summary>Stage 2 in a browser that runs no script.</summary>
public sealed class NeedsPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private static bool IsTicked(Page page, string name, string value) =>
        ((IHtmlInputElement)page.Document.QuerySelector($"input[name='{name}'][value='{value}']")!).IsChecked;

    private async Task<Page> OpenAnswers()
    {
        var listening = await site.Listening();
        await listening.Answer(2, $"The rent rose again. {Hostile}");
        await listening.Answer(1, "No bus after six.", mayQuote: true);
        return (await listening.Open("/needs/read")).Sound();
    }

    [Fact]
    public async Task A_wrong_excerpt_comes_back_as_typed()
    {
        var page = await OpenAnswers();
        page = (await page.Press("Save and read the next", ("need", "buses"), ("excerpt1.buses", "words nobody wrote"))).CameBack(
            "excerpt1.buses"
        );
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.True(IsTicked(page, "need", "buses"));
        Assert.False(IsTicked(page, "need", "housing"));
        Assert.Equal("words nobody wrote", page.Value("excerpt1.buses"));
    }

    // Page 37
    [Fact]
    public async Task The_answer_saved_before_is_told_and_can_be_read_again()
    {
        var page = await OpenAnswers();
        var first = page.Value("response");
        page = (await page.Press("Save and read the next", ("need", "buses"))).Sound();
        Assert.Contains("Saved the answer before:", page.Words, StringComparison.Ordinal);
        page = await page.Follow("Read it again");
        Assert.Equal(first, page.Value("response"));
        Assert.True(IsTicked(page, "need", "buses"));
    }

    // Page 37
    [Fact]
    public async Task An_answer_saved_with_no_need_is_told_as_that()
    {
        var page = (await (await OpenAnswers()).Press("Save and read the next")).Sound();
        Assert.Contains("Saved the answer before with no need.", page.Words, StringComparison.Ordinal);
    }

    // Page 37
    [Fact]
    public async Task A_coder_is_led_to_what_there_is_to_read()
    {
        var listening = await site.Listening();
        await listening.Answer(1, "The rent rose again.");
        var coder = await site.SignedIn(Role.Coder, listening.Owner.Org);
        var home = await coder.Pages.Open("/o/" + listening.Owner.Org);
        var page = await coder.Pages.Open(home.Document.QuerySelector(".cards .button")!.GetAttribute("href")!);
        Assert.Equal("Which needs does this person state?", page.Heading);
    }

    [Fact]
    public async Task What_is_left_for_later_comes_back_when_all_else_is_read()
    {
        var page = await OpenAnswers();
        var later = page.Value("response");
        page = (await page.Follow("Leave for later")).Sound();
        Assert.NotEqual(later, page.Value("response"));
        page = (await page.Press("Save and read the next", ("need", "buses"), ("excerpt1.buses", ""))).Sound();
        page = (await page.Press("Save and read the next", ("need", "housing"))).Sound();
        // What was left does not come back after every save, and is not forgotten.
        Assert.Equal("1 open answer left for later", page.Heading);
        page = await page.Follow("Read what you left");
        Assert.Equal(later, page.Value("response"));
        Assert.Equal("Every open answer has been read", (await page.Press("Save and read the next")).Sound().Heading);
    }

    [Fact]
    public async Task Words_typed_beside_a_need_code_it_with_or_without_a_tick_and_untouched_words_go_with_the_tick()
    {
        var listening = await site.Listening();
        await listening.Answer(1, "The rent rose again. Two buses a day, and none at night. The rent!");
        async Task<string> Coded()
        {
            var one = (await site.Get<ReadOpenAnswers>().Run(listening.Owner.Actor, listening.Id, unreadOnly: false))
                .OrThrow()
                .Items.Single();
            return string.Join(
                "; ",
                one.Codings.OrderBy(coding => coding.Need)
                    .ThenBy(coding => coding.SpanStart)
                    .Select(coding => $"{coding.Need}: {one.Words.Substring(coding.SpanStart, coding.SpanLength)}")
            );
        }

        // Words without a tick, two spans of one need, and a fault elsewhere that must not lose any of it.
        var page = await (await listening.Open("/needs/read")).Press(
            "Save and read the next",
            ("excerpt1.housing", "rent rose again"),
            ("excerpt1.buses", "Two buses a day"),
            ("excerpt2.buses", "none at night"),
            ("excerpt2.welcome", "words nobody wrote")
        );
        page.CameBack("excerpt2.welcome");
        Assert.Equal(("rent rose again", "none at night"), (page.Value("excerpt1.housing"), page.Value("excerpt2.buses")));
        Assert.All(["housing", "buses", "welcome"], need => Assert.True(IsTicked(page, "need", need)));
        Assert.Equal("", await Coded());
        await page.Press("Save and read the next", ("need", "housing"), ("excerpt2.welcome", ""));
        Assert.Equal("buses: Two buses a day; buses: none at night; housing: rent rose again", await Coded());

        // All of it comes back, with room for more; a third span is one more field.
        page = (await listening.Open("/needs/read?queue=all")).Sound();
        Assert.Equal(
            ("Two buses a day", "none at night", "", ""),
            (page.Value("excerpt1.buses"), page.Value("excerpt2.buses"), page.Value("excerpt3.buses"), page.Value("excerpt2.housing"))
        );
        await page.Press("Save and read the next", ("excerpt2.housing", "The rent!"), ("excerpt2.buses", ""));
        Assert.Equal("buses: Two buses a day; housing: rent rose again; housing: The rent!", await Coded());

        // Taking a tick away takes the coding back; with other words in the field it does not.
        page = await listening.Open("/needs/read?queue=all");
        await page.Press("Save and read the next", ("need", "buses"));
        Assert.Equal("buses: Two buses a day", await Coded());
        page = await listening.Open("/needs/read?queue=all");
        await page.Press("Save and read the next", ("need", ""), ("excerpt1.buses", "none at night"));
        Assert.Equal("buses: none at night", await Coded());
    }

    // 16 answers are read, 8 of them about the rent; one more is not.
    private async Task<InitiativePages> SixteenRead()
    {
        var listening = await site.Listening();
        await listening.Answer(8, "The rent rose again.");
        await listening.Answer(8, "All is well here.");
        foreach (var answer in (await site.Get<ReadOpenAnswers>().Run(listening.Owner.Actor, listening.Id)).OrThrow().Items)
        {
            CodeAnswer.Code[] codes = answer.Words.StartsWith("The rent", StringComparison.Ordinal) ? [new("housing", "rent rose")] : [];
            var command = new CodeAnswer.Command(answer.SurveyId, answer.ResponseId, answer.Field, codes);
            (await site.Get<CodeAnswer>().Run(listening.Owner.Actor, listening.Id, command)).OrThrow();
        }
        await listening.Answer(1, "Their rent is all I think of.");
        return listening;
    }

    [Fact]
    public async Task What_coders_found_before_is_proposed_with_its_words()
    {
        var page = (await (await SixteenRead()).Open("/needs/read")).Sound();
        var first = page.Document.QuerySelector(".codes li")!;
        Assert.Contains("because of “rent”", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("from 16 answers read", page.Words, StringComparison.Ordinal);
        Assert.Equal("housing", first.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_proposal_is_never_ticked() =>
        Assert.Empty((await (await SixteenRead()).Open("/needs/read")).Document.QuerySelectorAll(".codes input[checked]"));

    [Fact]
    public async Task A_proposal_left_alone_is_no_coding()
    {
        var listening = await SixteenRead();
        await (await listening.Open("/needs/read")).Press("Save and read the next");
        var answers = (await site.Get<ReadOpenAnswers>().Run(listening.Owner.Actor, listening.Id, unreadOnly: false)).OrThrow().Items;
        Assert.Empty(answers.Single(answer => answer.Words.StartsWith("Their", StringComparison.Ordinal)).Codings);
    }

    [Fact]
    public async Task Who_reads_blind_is_proposed_nothing()
    {
        var listening = await SixteenRead();
        var second = await site.SignedIn(Role.Coder, listening.Owner.Org);
        var page = (await second.Pages.Open(listening.Base + "/needs/read?queue=second")).Sound();
        Assert.DoesNotContain("perhaps", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_can_be_marked_for_printing_only_where_their_writer_allowed_it()
    {
        var listening = await site.Listening();
        await listening.Answer(1, "The rent rose again.", mayQuote: false);
        Assert.Empty((await listening.Open("/needs/read")).Document.QuerySelectorAll("[name=quote]"));
        var open = await site.Listening();
        await open.Answer(1, "The rent rose again.", mayQuote: true);
        // A tick and an excerpt survive a fault elsewhere.
        var page = await (await open.Open("/needs/read")).Press(
            "Save and read the next",
            ("need", "housing"),
            ("need", "buses"),
            ("excerpt1.housing", "rent rose"),
            ("quote", "housing"),
            ("excerpt1.buses", "no such words")
        );
        page.CameBack("excerpt1.buses");
        Assert.True(IsTicked(page, "quote", "housing"));
        await page.Press("Save and read the next", ("need", "housing"), ("excerpt1.buses", ""));
        var again = (await open.Open("/needs/read?queue=all")).Sound();
        Assert.Equal(("rent rose", true), (again.Value("excerpt1.housing"), IsTicked(again, "quote", "housing")));
    }

    [Theory]
    [InlineData("/needs")]
    [InlineData("/needs/compare")]
    [InlineData("/needs/heard")]
    [InlineData("/needs/codebook")]
    [InlineData("/needs/prediction")]
    [InlineData("/goals")]
    [InlineData("/hearing")]
    [InlineData("/report")]
    public async Task A_viewer_sees_no_way_to_change_anything(string path)
    {
        var listening = await site.Listening();
        var viewer = await site.SignedIn(Role.Viewer, listening.Owner.Org);
        var page = (await viewer.Pages.Open(listening.Base + path)).Sound();
        Assert.Equal((HttpStatusCode.OK, 0), (page.Status, page.Document.QuerySelectorAll("main form").Length));
    }

    // What changes something, with the fields that its address does not name.
    private static readonly (string Path, (string, string)[] Fields)[] Changes =
    [
        ("/needs/read", [("survey", $"{Guid.NewGuid()}"), ("response", $"{Guid.NewGuid()}"), ("field", "story")]),
        ("/needs/codebook", []),
        ("/needs/codebook/housing", []),
        ("/needs/codebook/housing/merge", []),
        ("/needs/prediction", []),
        ("/goals/decisions", []),
        ($"/goals/{Guid.NewGuid()}", []),
        ("/hearing", []),
        ("/hearing/open", []),
        ("/report", []),
    ];

    [Fact]
    public async Task A_viewer_changes_nothing()
    {
        var listening = await site.Listening();
        var viewer = await site.SignedIn(Role.Viewer, listening.Owner.Org);
        var home = await viewer.Pages.Open(listening.Base + "/needs");
        foreach (var (path, fields) in Changes)
        {
            var refused = await home.Post(listening.Base + path, fields);
            Assert.Equal((path, HttpStatusCode.Forbidden, "Not for your role"), (path, refused.Status, refused.Heading));
        }
    }

    [Fact]
    public async Task A_stranger_is_told_the_same_as_of_an_initiative_that_is_not_there()
    {
        var listening = await site.Listening();
        var stranger = await site.SignedIn();
        var elsewhere = await stranger.Pages.Open($"/o/{stranger.Org}");
        var missing = (await stranger.Pages.Open($"/o/{listening.Owner.Org}/no-such-initiative/needs")).Words;
        foreach (var (path, fields) in Changes)
        {
            var unknown = await elsewhere.Post(listening.Base + path, fields);
            Assert.Equal((path, HttpStatusCode.NotFound, missing), (path, unknown.Status, unknown.Words));
        }
    }

    [Fact]
    public async Task Broken_JSON_about_needs_is_refused()
    {
        var listening = await site.Listening();
        using var client = await site.Bearer(listening.Owner.Org);
        async Task<HttpStatusCode> Send(HttpMethod method, string path, string json) =>
            (
                await client.SendAsync(
                    new HttpRequestMessage(method, $"api/v1/initiatives/{listening.Id}/{path}")
                    {
                        Content = new StringContent(json, null, "application/json"),
                    }
                )
            ).StatusCode;
        var some = Guid.NewGuid();
        foreach (
            var (method, path, json) in new[]
            {
                (HttpMethod.Put, "codebook/air", """{"label": {"en": null}}"""),
                (HttpMethod.Put, "codebook/air", """{"label": {"": "Air"}}"""),
                (HttpMethod.Put, "codebook/air", """{"label": {"en": "Air\u0000"}}"""),
                (HttpMethod.Post, "prediction", """{"ranking": ["housing", "buses", null]}"""),
                (HttpMethod.Put, "dispositions", """{"dispositions": [null]}"""),
                (HttpMethod.Put, $"goals/{some}", """{"title": "Air", "needs": [null]}"""),
                (HttpMethod.Put, $"goals/{some}", """{"title": "Air\u0000"}"""),
                (HttpMethod.Put, "hearing-check", """{"summary": {"en": null}}"""),
                (HttpMethod.Put, "hearing-check", """{"summary": {"<b>": "Words"}}"""),
                (HttpMethod.Put, "report", """{"title": "", "lead": "", "disclosure": {"sponsor": null}}"""),
            }
        )
            Assert.Equal((path, json, HttpStatusCode.BadRequest), (path, json, await Send(method, path, json)));
    }
}
