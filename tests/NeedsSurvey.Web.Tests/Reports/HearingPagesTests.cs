using System.Net;
using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Web.Tests.Needs;
using static NeedsSurvey.Web.Tests.Needs.SoundPage;

namespace NeedsSurvey.Web.Tests.Reports;

/// <summary>The organisers' side of the hearing check, in a browser that runs no script.</summary>
public sealed class HearingPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private async Task<HearingCheckView> Check(InitiativePages listening) =>
        (await site.Get<ReadHearingCheck>().Run(listening.Owner.Actor, listening.Id)).OrThrow()!;

    private async Task<(InitiativePages Listening, string Slug)> Asked()
    {
        var listening = await site.Listening();
        return (listening, await listening.Initiative.OpenHearingCheck());
    }

    // One says that it is wrong, in words that try to break the page.
    private async Task<(InitiativePages Listening, Guid Correction)> Corrected()
    {
        var (listening, slug) = await Asked();
        await listening.Initiative.Replies(slug, no: 1, correction: Hostile);
        return (listening, (await Check(listening)).Corrections.Single().ReplyId);
    }

    private async Task<Page> AsViewer(InitiativePages listening)
    {
        var viewer = await site.SignedIn(Role.Viewer, listening.Owner.Org);
        return (await viewer.Pages.Open(listening.Base + "/hearing")).Sound();
    }

    [Fact]
    public async Task A_summary_without_words_comes_back()
    {
        var listening = await site.Listening();
        var page = (await (await listening.Open("/hearing")).Press("Save", ("summary.en", ""))).CameBack("summary.en");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task Asking_shows_the_address_to_share()
    {
        var listening = await site.Listening();
        var page = await (await listening.Open("/hearing"))
            .Sound()
            .Press("Save and ask the community", ("summary.en", "Rent is too high."));
        Assert.Equal("Did we hear you right?", (await site.Public(page.Sound().Shared())).Heading);
    }

    [Fact]
    public async Task A_decision_without_a_reason_comes_back_to_its_correction()
    {
        var (listening, correction) = await Corrected();
        var page = await (await listening.Open("/hearing")).Post(
            $"{listening.Base}/hearing/corrections/{correction}",
            ($"reason.{correction}", ""),
            ("decision", "accepted")
        );
        page.CameBack($"reason.{correction}");
    }

    [Fact]
    public async Task A_correction_that_is_not_taken_up_says_so()
    {
        var (listening, correction) = await Corrected();
        var page = await (await listening.Open("/hearing")).Post(
            $"{listening.Base}/hearing/corrections/{correction}",
            ($"reason.{correction}", Hostile),
            ("decision", "not_accepted")
        );
        Assert.Contains("not taken up", page.Sound().Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_is_changed_without_a_reason_opens_again_where_it_was()
    {
        var (listening, correction) = await Corrected();
        (
            await site.Get<DecideCorrection>()
                .Run(listening.Owner.Actor, listening.Id, correction, new(CorrectionDecision.NotAccepted, "Theirs."))
        ).OrThrow();
        var page = await (await listening.Open("/hearing")).Post(
            $"{listening.Base}/hearing/corrections/{correction}",
            ($"reason.{correction}", " "),
            ("decision", "accepted")
        );
        page.CameBack($"reason.{correction}");
    }

    [Fact]
    public async Task A_correction_that_does_not_exist_is_not_found()
    {
        var (listening, _) = await Asked();
        var nobodys = Guid.NewGuid();
        var page = await (await listening.Open("/hearing")).Post(
            $"{listening.Base}/hearing/corrections/{nobodys}",
            ($"reason.{nobodys}", "Words"),
            ("decision", "accepted")
        );
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task Words_that_somebody_has_replied_to_stay()
    {
        var (listening, _) = await Corrected();
        var page = await (await listening.Open("/hearing")).Post($"{listening.Base}/hearing", ("summary.en", "Other words"));
        Assert.Equal(HttpStatusCode.Conflict, page.CameBack().Status);
    }

    [Fact]
    public async Task An_owner_sees_true_figures()
    {
        var (listening, slug) = await Asked();
        await listening.Initiative.Replies(slug, yes: 12, partly: 2, no: 1);
        var page = (await listening.Open("/hearing")).Sound();
        Assert.Equal("80\u00A0% say: yes, that is what we said", page.Heading);
        Assert.Contains("of the 15 people who replied said yes, 13 % partly, 7 % no.", page.Words, StringComparison.Ordinal);
    }

    // case pages 31
    [Fact]
    public async Task A_correction_has_its_own_direction_and_its_own_quotation_marks()
    {
        var listening = await site.Listening();
        var summary = new Dictionary<string, string> { ["en"] = "Rent.", ["ar"] = "الإيجار." };
        (await site.Get<PrepareHearingCheck>().Run(listening.Owner.Actor, listening.Id, new(summary))).OrThrow();
        (await site.Get<OpenHearingCheck>().Run(listening.Owner.Actor, listening.Id, open: true)).OrThrow();
        var slug = (await Check(listening)).Slug;
        (await site.Get<ReplyToHearingCheck>().Run(slug, new(Guid.NewGuid(), "ar", "partly", "والرطوبة أيضًا."))).OrThrow();
        var page = (await listening.Open("/hearing")).Sound();
        var quote = page.Document.QuerySelector("blockquote")!;
        Assert.Equal(("rtl", "«والرطوبة أيضًا.»"), (quote.GetAttribute("dir"), quote.TextContent.Trim()));
        Assert.Equal("said “partly”", quote.ParentElement!.QuerySelector("figcaption")!.TextContent);
    }

    // Row P3: 12 yes, 2 partly, 1 no.
    [Fact]
    public async Task A_Viewer_reads_in_words_what_few_people_said()
    {
        var (listening, slug) = await Asked();
        await listening.Initiative.Replies(slug, yes: 12, partly: 2, no: 1);
        Assert.Contains(
            "fewer than 10 people partly, fewer than 10 people no.",
            (await AsViewer(listening)).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_Viewer_reads_that_nine_replies_give_no_result()
    {
        var (listening, slug) = await Asked();
        await listening.Initiative.Replies(slug, yes: 9);
        Assert.Contains("Fewer than 10 people: no result is given.", (await AsViewer(listening)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_interval_is_printed_and_why_is_said()
    {
        var (listening, slug) = await Asked();
        await listening.Initiative.Replies(slug, yes: 30, partly: 20);
        var page = await listening.Open("/hearing");
        Assert.DoesNotContain("interval", page.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("no margin of error applies", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_gives_a_Viewer_words_where_a_number_would_tell_of_few()
    {
        var (listening, slug) = await Asked();
        await listening.Initiative.Replies(slug, yes: 12, partly: 2, no: 1);
        using var key = await site.Bearer(listening.Owner.Org, Role.Viewer);
        using var json = JsonDocument.Parse(await key.GetStringAsync($"api/v1/initiatives/{listening.Id}/hearing-check"));
        Assert.Equal(
            ("safe", JsonValueKind.Null, "few"),
            (
                json.RootElement.GetProperty("figures").GetString(),
                json.RootElement.GetProperty("no").ValueKind,
                json.RootElement.GetProperty("noIs").GetString()
            )
        );
    }

    // case content R3
    [Fact]
    public async Task What_was_taken_up_is_written_into_the_summary_by_the_page()
    {
        var (listening, correction) = await Corrected();
        var decided = await (await listening.Open("/hearing")).Post(
            $"{listening.Base}/hearing/corrections/{correction}",
            ($"reason.{correction}", "You are right."),
            ("decision", "accepted")
        );
        Assert.Contains("taken up, not in the summary yet", decided.Sound().Words, StringComparison.Ordinal);
        var changed = await decided.Press("Save and ask the community", ("summary.en", "Rent is too high. And the damp."));
        Assert.Contains("changed the summary, version 2", changed.Sound().Words, StringComparison.Ordinal);
    }

    // case content R2
    [Fact]
    public async Task Words_beside_a_yes_ask_for_no_decision()
    {
        var (listening, slug) = await Asked();
        await listening.Initiative.Replies(slug, yes: 1, correction: "Thank you.");
        var page = (await listening.Open("/hearing")).Sound();
        Assert.Contains("“Thank you.”", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("The summary changes", page.Words, StringComparison.Ordinal);
    }

    // Found by a translator: nobody was told that readers of Arabic were asked about English words.
    [Fact]
    public async Task What_was_heard_is_written_in_a_further_language_after_somebody_has_replied()
    {
        var (listening, slug) = await Asked();
        await listening.Initiative.Replies(slug, yes: 1);
        var page = await listening.Open("/hearing");
        Assert.Contains("not written in Español and العربية", page.Words, StringComparison.Ordinal);
        page = await page.Press("Save", ("summary.es", "El alquiler es muy alto."));
        Assert.Contains("not written in العربية", page.Words, StringComparison.Ordinal);
        Assert.Equal("El alquiler es muy alto.", (await Check(listening)).Versions.Single().Words["es"]);
    }
}
