using System.Net;
using System.Text.Json;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Web.Tests.Needs;
using static NeedsSurvey.Web.Tests.Needs.SoundPage;

namespace NeedsSurvey.Web.Tests.Reports;

/// <summary>The public's side of the hearing check, in a browser that runs no script.</summary>
public sealed class HearingReplyPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private async Task<(InitiativePages Listening, string Address)> Asked()
    {
        var listening = await site.Listening();
        var page = await (await listening.Open("/hearing"))
            .Sound()
            .Press(
                "Save and ask the community",
                ("summary.en", "Rent is too high."),
                ("summary.es", "El alquiler es demasiado alto."),
                ("summary.ar", "الإيجار مرتفع جدًا.")
            );
        return (listening, page.Shared());
    }

    private async Task<HearingCheckView> Check(InitiativePages listening) =>
        (await site.Get<ReadHearingCheck>().Run(listening.Owner.Actor, listening.Id)).OrThrow()!;

    [Theory]
    [InlineData("en", "ltr", "Did we hear you right?")]
    [InlineData("es", "ltr", "¿Le hemos entendido bien?")]
    [InlineData("ar", "rtl", "هل فهمناكم كما ينبغي؟")]
    public async Task It_asks_in_each_of_its_languages(string language, string direction, string question)
    {
        var (_, address) = await Asked();
        var page = await site.Public($"{address}?language={language}", "de");
        Assert.Equal(((language, direction), question), (page.Spoken(), page.Heading));
    }

    [Theory]
    [InlineData("", "es-MX", "es")]
    [InlineData("?language=tlh", "tlh", "en")]
    public async Task Without_the_readers_language_the_nearest_is_spoken(string wanted, string preferred, string spoken)
    {
        var (_, address) = await Asked();
        Assert.Equal(spoken, (await site.Public(address + wanted, preferred)).Spoken().Language);
    }

    [Fact]
    public async Task A_reply_without_an_answer_comes_back_with_its_words()
    {
        var (_, address) = await Asked();
        using var anyone = site.NewPageClient();
        var page = (await (await anyone.Open(address + "?language=es")).Press("Enviar", ("correction", Hostile))).Sound();
        Assert.Equal(
            (HttpStatusCode.BadRequest, "Elija sí, en parte o no", Hostile),
            (page.Status, page.Document.QuerySelector(".error-summary a")!.TextContent, page.Value("correction").Trim())
        );
        Assert.StartsWith("Error:", page.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_too_long_are_asked_for_again()
    {
        var (_, address) = await Asked();
        using var anyone = site.NewPageClient();
        var page = await (await anyone.Open(address)).Press("Send", ("verdict", "partly"), ("correction", new string('a', 10_001)));
        Assert.Equal("#f-correction", page.Sound().Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_reply_whose_version_cannot_be_read_counts_for_none()
    {
        var (listening, address) = await Asked();
        using var anyone = site.NewPageClient();
        var page = await (await anyone.Open(address)).Press("Send", ("verdict", "yes"), ("version", "the one I read"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Sound().Status);
        Assert.Equal(0, (await Check(listening)).Versions.Single().Replies.Replies!.Value.Shown);
    }

    [Fact]
    public async Task A_reply_sent_twice_counts_once()
    {
        var (listening, address) = await Asked();
        using var anyone = site.NewPageClient();
        var page = await anyone.Open(address);
        var twice = await Task.WhenAll(
            page.Press("Send", ("verdict", "partly"), ("correction", Hostile)),
            page.Press("Send", ("verdict", "partly"), ("correction", Hostile))
        );
        Assert.All(twice, thanks => Assert.Equal((HttpStatusCode.OK, "Thank you"), (thanks.Status, thanks.Sound().Heading)));
        Assert.Equal(1, (await Check(listening)).Replies.Partly!.Value.Shown);
    }

    [Fact]
    public async Task A_reply_leaves_no_cookie()
    {
        var (_, address) = await Asked();
        using var anyone = site.NewPageClient();
        await (await anyone.Open(address)).Press("Send", ("verdict", "yes"));
        Assert.Empty(anyone.Cookies);
    }

    [Fact]
    public async Task Changing_the_language_keeps_what_was_written()
    {
        var (_, address) = await Asked();
        using var anyone = site.NewPageClient();
        var page = await (await anyone.Open(address + "?language=ar")).Press("Español", ("correction", Hostile));
        Assert.Equal(("es", Hostile), (page.Spoken().Language, page.Value("correction").Trim()));
    }

    [Fact]
    public async Task Closed_while_the_page_was_open_is_said_in_its_language_with_what_was_written()
    {
        var (listening, address) = await Asked();
        using var anyone = site.NewPageClient();
        var late = await anyone.Open(address + "?language=ar");
        await (await listening.Open("/hearing")).Sound().Press("Close the hearing check");
        var page = await late.Press("إرسال", ("verdict", "yes"), ("correction", Hostile));
        Assert.Equal((HttpStatusCode.Gone, "rtl"), (page.Sound().Status, page.Spoken().Direction));
        Assert.Contains("لم نعد نسأل", page.Words, StringComparison.Ordinal);
        Assert.Contains(Hostile, page.Words, StringComparison.Ordinal);
    }

    // F11: browser Back, another answer, Send.
    [Fact]
    public async Task A_page_that_was_sent_and_changed_says_what_stands_and_keeps_what_was_written()
    {
        var (listening, address) = await Asked();
        using var anyone = site.NewPageClient();
        var page = await anyone.Open(address + "?language=es");
        await page.Press("Enviar", ("verdict", "yes"));
        var again = (await page.Press("Enviar", ("verdict", "no"), ("correction", Hostile))).Sound();
        Assert.Equal((HttpStatusCode.Conflict, Hostile), (again.Status, again.Value("correction").Trim()));
        Assert.Contains("Ya envió una respuesta desde aquí", again.Words, StringComparison.Ordinal);
        Assert.Equal("Gracias", (await again.Press("Enviar", ("verdict", "no"))).Heading);
        Assert.Equal(1, (await Check(listening)).Replies.No!.Value.Shown);
    }

    [Fact]
    public async Task With_the_code_that_is_shown_a_reply_is_taken_back()
    {
        var (listening, address) = await Asked();
        using var anyone = site.NewPageClient();
        var thanks = (await (await anyone.Open(address)).Press("Send", ("verdict", "partly"), ("correction", Hostile))).Sound();
        var code = thanks.Document.QuerySelector(".code")!.TextContent.Trim();
        var page = (await (await anyone.Open("/receipt")).Press("Show me", ("code", code))).Sound();
        page = (await page.Press("Take my reply back")).Sound();
        Assert.Equal("Delete your reply? This cannot be undone.", page.Heading);
        Assert.Equal("Your reply is deleted", (await page.Press("Yes, delete my reply")).Sound().Heading);
        Assert.Empty((await Check(listening)).Corrections);
    }

    [Fact]
    public async Task A_closed_hearing_check_has_no_form()
    {
        var (listening, address) = await Asked();
        await (await listening.Open("/hearing")).Press("Close the hearing check");
        Assert.Empty((await site.Public(address)).Document.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task A_reply_shows_no_counts_that_could_sway()
    {
        var (listening, address) = await Asked();
        await listening.Initiative.Replies(address["/h/".Length..], yes: 41);
        Assert.DoesNotContain("41", (await site.Public(address)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/h/no-such-check")]
    [InlineData("/r/no-such-report")]
    public async Task What_is_nowhere_is_not_found_in_the_readers_language(string nowhere)
    {
        var page = await site.Public(nowhere, "ar");
        Assert.Equal((HttpStatusCode.NotFound, "ar"), (page.Status, page.Spoken().Language));
    }

    [Theory]
    [InlineData("tlh", false, HttpStatusCode.BadRequest)]
    [InlineData("en", true, HttpStatusCode.BadRequest)]
    [InlineData("ar", false, HttpStatusCode.OK)]
    public async Task A_reply_through_the_API_has_a_language_of_the_summary_and_a_random_id(
        string language,
        bool isEmpty,
        HttpStatusCode status
    )
    {
        var (_, address) = await Asked();
        var reply = JsonSerializer.Serialize(
            new
            {
                submission = isEmpty ? Guid.Empty : Guid.NewGuid(),
                language,
                verdict = "yes",
                correction = "",
            }
        );
        using var client = site.NewClient();
        using var body = new StringContent(reply, null, "application/json");
        Assert.Equal(status, (await client.PostAsync(address + "/replies", body)).StatusCode);
    }
}
