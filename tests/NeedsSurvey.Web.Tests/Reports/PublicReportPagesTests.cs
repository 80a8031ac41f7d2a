using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Languages;
using static NeedsSurvey.Web.Tests.Needs.SoundPage;

namespace NeedsSurvey.Web.Tests.Reports;

/// <summary>The report as the public reads it: page, JSON and CSV.</summary>
public sealed class PublicReportPagesTests(TestSite site) : IClassFixture<TestSite>
{
    // Two versions; the first with words that try to break the page, the second with a reason.
    private async Task<(InitiativePages Listening, string Address)> Published()
    {
        var listening = await site.Listening(housing: Hostile);
        await listening.Answer(40);
        var goal = Guid.NewGuid();
        var command = new SaveGoal.Command
        {
            Title = "=1+1" + Hostile,
            Description = Hostile,
            Needs = [new("housing", 9, "@" + Hostile)],
        };
        (await site.Get<SaveGoal>().Run(listening.Owner.Actor, listening.Id, goal, command)).OrThrow();
        (await site.Get<AdoptGoal>().Run(listening.Owner.Actor, listening.Id, goal)).OrThrow();
        (
            await site.Get<SetDispositions>().Run(listening.Owner.Actor, listening.Id, [new("buses", DispositionKind.Decline, Hostile)])
        ).OrThrow();
        var slug = (await listening.Initiative.Report(lead: Hostile)).OrThrow().Slug;
        (await listening.Initiative.Report(reason: Hostile, lead: "What changed")).OrThrow();
        return (listening, "/r/" + slug);
    }

    [Fact]
    public async Task Words_that_try_to_break_the_page_stand_on_it_as_they_are()
    {
        var (_, address) = await Published();
        Assert.Contains(Hostile, (await site.Public(address + "?version=1")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_nearly_all_stand_behind_each_need_is_said_once()
    {
        var (_, address) = await Published();
        var section = (await site.Public(address)).Document.QuerySelector("[aria-labelledby=r-needs]")!;
        Assert.Contains("Nearly all who answered", section.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("all but", section.QuerySelector(".ladder")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_leads_somewhere()
    {
        var (_, address) = await Published();
        var report = await site.Public(address);
        foreach (
            var link in report.Document.Links.OfType<IHtmlAnchorElement>().Where(link => !link.Href.Contains('#', StringComparison.Ordinal))
        )
            Assert.Equal((link.Href, HttpStatusCode.OK), (link.Href, (await site.Public(link.Href)).Status));
    }

    [Fact]
    public async Task A_version_that_does_not_exist_is_not_found()
    {
        var (_, address) = await Published();
        Assert.Equal(HttpStatusCode.NotFound, (await site.Public(address + "?version=7")).Status);
    }

    [Theory]
    [InlineData("", "What changed")]
    [InlineData("?version=1", Hostile)]
    public async Task Each_version_keeps_its_words(string version, string lead)
    {
        var (_, address) = await Published();
        Assert.Contains(lead, (await site.Public(address + version)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Version 2, changed because:")]
    [InlineData("es", "Versión 2, cambiada porque:")]
    [InlineData("de", "Version 2, geändert, weil:")]
    public async Task The_reason_is_printed_with_its_version(string language, string printed)
    {
        var (_, address) = await Published();
        Assert.Contains(printed, (await site.Public(address, language)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "ltr", "What happens now", "To protect people in small groups")]
    [InlineData("es", "ltr", "Qué pasa ahora", "Para proteger a las personas de grupos pequeños")]
    [InlineData("de", "ltr", "Was jetzt geschieht", "Um Menschen in kleinen Gruppen zu schützen")]
    [InlineData("ar", "rtl", "ماذا يحدث الآن", "لحماية الناس في الفئات الصغيرة")]
    public async Task It_is_in_the_readers_language_and_says_how_small_groups_are_protected(
        string language,
        string direction,
        string heading,
        string sentence
    )
    {
        var (_, address) = await Published();
        var report = await site.Public(address, language);
        Assert.Equal((language, direction), report.Spoken());
        Assert.Contains(heading, report.Document.QuerySelectorAll("h2").Select(h2 => h2.TextContent));
        Assert.Contains(sentence, report.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_day_is_written_as_the_reader_writes_days()
    {
        var (_, address) = await Published();
        var day = DateOnly.FromDateTime(DateTimeOffset.UtcNow.UtcDateTime);
        Assert.Contains(ReaderCulture.Day(day, "es"), (await site.Public(address, "es")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_of_the_address_comes_before_the_browsers()
    {
        var (_, address) = await Published();
        Assert.Equal("ar", (await site.Public(address + "?language=ar", "en")).Spoken().Language);
    }

    [Fact]
    public async Task The_JSON_says_that_its_figures_are_safe_and_how()
    {
        var (_, address) = await Published();
        using var client = site.NewClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync(address + "/report.json"));
        var report = json.RootElement;
        Assert.Equal(
            ("safe", "drawn", Hostile),
            (
                report.GetProperty("figures").GetString(),
                report.GetProperty("figuresAre").GetString(),
                report.GetProperty("reason").GetString()
            )
        );
        Assert.Contains("To protect people in small groups", report.GetProperty("note")[0].GetString(), StringComparison.Ordinal);
    }

    // Row S7 for the public.
    [Theory]
    [InlineData("report.json")]
    [InlineData("report.csv")]
    public async Task It_is_the_same_before_and_after_somebody_withdraws(string file)
    {
        var (listening, address) = await Published();
        var receipt = (
            await site.Get<SubmitResponse>()
                .Run(new(listening.Survey, Guid.NewGuid(), "en", JsonElement.Parse("""{"needs": {"housing": {"importance": 5}}}""")))
        )
            .OrThrow()
            .Receipt;
        using var client = site.NewClient();
        var before = await client.GetStringAsync($"{address}/{file}");
        (await site.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        Assert.Equal(before, await client.GetStringAsync($"{address}/{file}"));
    }

    [Fact]
    public async Task The_CSV_runs_no_formula_of_a_spreadsheet()
    {
        var (_, address) = await Published();
        using var client = site.NewClient();
        var csv = await client.GetStringAsync(address + "/report.csv");
        Assert.Contains("'=1+1", csv, StringComparison.Ordinal);
        Assert.Contains("'@", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=1+1", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_has_values_where_an_organisation_has_a_mission()
    {
        var listening = await site.Listening(kind: OrganisationKind.Individual);
        await listening.Answer();
        var report = await site.Public("/r/" + (await listening.Initiative.Report()).OrThrow().Slug);
        Assert.Contains("My values", report.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("mission", report.Words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_hearing_check_of_few_who_said_no_is_told_in_words()
    {
        var listening = await site.Listening();
        await listening.Answer();
        await listening.Initiative.Replies(await listening.Initiative.OpenHearingCheck(), yes: 12, partly: 2, no: 1);
        var report = await site.Public("/r/" + (await listening.Initiative.Report()).OrThrow().Slug);
        Assert.Contains("fewer than 10 people partly, fewer than 10 people no.", report.Words, StringComparison.Ordinal);
    }

    // case content R3
    [Fact]
    public async Task What_a_correction_changed_is_shown_before_and_after()
    {
        var listening = await site.Listening();
        await listening.Answer();
        var heard = listening.Initiative;
        await heard.Replies(await heard.OpenHearingCheck("Rent. Buses stop."), partly: 1, correction: "On Sundays they never start.");
        var owner = listening.Owner.Actor;
        var correction = (await site.Get<ReadHearingCheck>().Run(owner, heard.Id)).OrThrow()!.Corrections.Single().ReplyId;
        (await site.Get<DecideCorrection>().Run(owner, heard.Id, correction, new(CorrectionDecision.Accepted, "We say so now."))).OrThrow();
        var words = new Dictionary<string, string> { ["en"] = "Rent. Buses never start." };
        (await site.Get<PrepareHearingCheck>().Run(owner, heard.Id, new(words) { TakesUp = [correction] })).OrThrow();
        var report = (await site.Public("/r/" + (await heard.Report()).OrThrow().Slug)).Sound();
        Assert.Equal(
            ("Buses stop.", "Buses never start."),
            (report.Document.QuerySelector("del")!.TextContent, report.Document.QuerySelector("ins")!.TextContent)
        );
        Assert.Contains("“On Sundays they never start.”", report.Words, StringComparison.Ordinal);
        Assert.Contains("We say so now.", report.Words, StringComparison.Ordinal);
    }

    // case content M9
    [Fact]
    public async Task A_goal_says_that_it_was_decided_by_the_organisation_alone()
    {
        var (_, address) = await Published();
        Assert.Contains("Decided by us alone.", (await site.Public(address)).Words, StringComparison.Ordinal);
    }

    // case content R4
    [Fact]
    public async Task A_report_sets_what_was_expected_beside_what_people_said()
    {
        var listening = await site.Listening();
        var (owner, id) = (listening.Owner.Actor, listening.Id);
        foreach (var need in new[] { "seats", "shops" })
            (await site.Get<EditNeed>().Run(owner, id, need, new() { Label = new Dictionary<string, string> { ["en"] = need } })).OrThrow();
        (await site.Get<LockPrediction>().Run(owner, id, ["seats", "shops", "buses"])).OrThrow();
        await listening.Answer(40);
        var report = (await site.Public("/r/" + (await listening.Initiative.Report()).OrThrow().Slug)).Sound();
        Assert.Contains("We expected you to name first: seats, shops and", report.Words, StringComparison.Ordinal);
        Assert.Contains("We had not expected among the first:", report.Words, StringComparison.Ordinal);
    }
}
