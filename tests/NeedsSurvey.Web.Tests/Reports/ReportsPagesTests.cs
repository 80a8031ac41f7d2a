using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Web.Tests.Accounts;
using NeedsSurvey.Web.Tests.Needs;
using NeedsSurvey.Web.Tests.Responses;
using static NeedsSurvey.Web.Tests.Needs.SoundPage;

namespace NeedsSurvey.Web.Tests.Reports;

/// <summary>Stages 3 and 5 in a browser that runs no script, the organiser's and the public's.</summary>
public sealed class ReportsPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly (string, string)[] Summary =
    [
        ("summary.en", "Rent is too high."),
        ("summary.es", "El alquiler es demasiado alto."),
        ("summary.ar", "الإيجار مرتفع جدًا."),
    ];

    private static async Task<string> Ask(InitiativePages listening)
    {
        var page = await (await listening.Open("/hearing")).Sound().Press("Save and ask the community", Summary);
        return new Uri(page.Sound().Document.QuerySelector("#f-link")!.GetAttribute("value")!).AbsolutePath;
    }

    private async Task<HearingCheckView> Check(InitiativePages listening) =>
        (await site.Get<ReadHearingCheck>().Run(listening.Owner.Actor, listening.Id)).OrThrow()!;

    private async Task<Page> Public(string path, string? language = null)
    {
        using var anyone = site.NewPageClient();
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (language is not null)
            request.Headers.AcceptLanguage.ParseAdd(language);
        var page = await anyone.Send(request);
        if (page.Html.StartsWith("<!DOCTYPE", StringComparison.Ordinal))
            page.Sound();
        Assert.Empty(anyone.Cookies);
        Assert.True(page.Headers.CacheControl!.NoStore);
        return page;
    }

    [Fact]
    public async Task A_hearing_check_is_written_asked_and_answered_in_each_of_its_languages_and_loses_no_words_on_the_way()
    {
        var listening = await site.Listening();
        await listening.Answer(3);
        var page = (await (await listening.Open("/hearing")).Press("Save", ("summary.en", ""))).CameBack("summary.en");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        var address = await Ask(listening);
        foreach (
            var (language, direction, question) in new[]
            {
                ("en", "ltr", "Did we hear you right?"),
                ("es", "ltr", "¿Le hemos entendido bien?"),
                ("ar", "rtl", "هل فهمناكم كما ينبغي؟"),
            }
        )
        {
            page = await Public($"{address}?language={language}", "de");
            Assert.Equal(
                (language, direction, question),
                (page.Document.DocumentElement.GetAttribute("lang"), page.Document.DocumentElement.GetAttribute("dir"), page.Heading)
            );
        }
        Assert.Equal("es", (await Public(address, "es-MX")).Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", (await Public(address + "?language=tlh", "tlh")).Document.DocumentElement.GetAttribute("lang"));

        using var anyone = site.NewPageClient();
        page = await (await anyone.Open(address + "?language=es")).Press("Enviar", ("correction", Hostile));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith("Error:", page.Sound().Document.Title, StringComparison.Ordinal);
        Assert.Equal("Elija sí, en parte o no", page.Document.QuerySelector(".error-summary a")!.TextContent);
        Assert.Equal(Hostile, page.Value("correction").Trim());
        page = await page.Press("Enviar", ("verdict", "partly"), ("correction", new string('a', 10_001)));
        Assert.Equal("#f-correction", page.Sound().Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.DoesNotContain("Elija sí", page.Words, StringComparison.Ordinal);
        // Sent twice, as by a double click.
        var twice = await Task.WhenAll(page.Press("Enviar", ("correction", Hostile)), page.Press("Enviar", ("correction", Hostile)));
        Assert.All(twice, thanks => Assert.Equal((HttpStatusCode.OK, "Gracias"), (thanks.Status, thanks.Sound().Heading)));
        var check = await Check(listening);
        Assert.Equal((0, 1, 0), (check.Yes, check.Partly, check.No));
        Assert.Empty(anyone.Cookies);

        // Closed while the page was open: said in its language.
        var late = await anyone.Open(address + "?language=ar");
        late = await late.Press("Español", ("correction", Hostile));
        Assert.Equal(("es", Hostile), (late.Document.DocumentElement.GetAttribute("lang"), late.Value("correction").Trim()));
        late = await late.Press("العربية");
        await (await listening.Open("/hearing")).Sound().Press("Close the hearing check");
        page = await late.Press("إرسال", ("verdict", "yes"));
        Assert.Equal((HttpStatusCode.Gone, "rtl"), (page.Sound().Status, page.Document.DocumentElement.GetAttribute("dir")));
        Assert.Contains("انتهى هذا السؤال", page.Words, StringComparison.Ordinal);
        Assert.Contains(Hostile, page.Words, StringComparison.Ordinal);
        Assert.Empty((await Public(address)).Document.QuerySelectorAll("form"));
        foreach (var nowhere in new[] { "/h/no-such-check", "/r/no-such-report" })
        {
            page = await Public(nowhere, "ar");
            Assert.Equal((HttpStatusCode.NotFound, "ar"), (page.Sound().Status, page.Document.DocumentElement.GetAttribute("lang")));
        }
    }

    [Fact]
    public async Task A_reply_through_the_API_names_a_language_that_the_summary_has()
    {
        var listening = await site.Listening();
        var address = await Ask(listening);
        using var client = site.NewClient();
        async Task<HttpStatusCode> Reply(string language, Guid submission) =>
            (
                await client.PostAsync(
                    address + "/replies",
                    new StringContent(
                        JsonSerializer.Serialize(
                            new
                            {
                                submission,
                                language,
                                verdict = "yes",
                                correction = "",
                            }
                        ),
                        null,
                        "application/json"
                    )
                )
            ).StatusCode;
        Assert.Equal(HttpStatusCode.BadRequest, await Reply("tlh", Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.BadRequest, await Reply("en", Guid.Empty));
        Assert.Equal(HttpStatusCode.NoContent, await Reply("ar", Guid.NewGuid()));
        Assert.Equal(1, (await Check(listening)).Yes);
    }

    [Fact]
    public async Task Each_correction_is_decided_with_a_reason_and_a_fault_stays_with_its_correction()
    {
        var listening = await site.Listening();
        var address = await Ask(listening);
        using var anyone = site.NewPageClient();
        foreach (var words in new[] { "You forgot the buses.", Hostile })
            await (await anyone.Open(address)).Press("Send", ("verdict", "no"), ("correction", words));
        var page = (await listening.Open("/hearing")).Sound();
        Assert.Contains("0 % say", page.Heading, StringComparison.Ordinal);
        var second = (await Check(listening)).Corrections[1].ReplyId;
        page = await page.Post($"{listening.Base}/hearing/corrections/{second}", ($"reason.{second}", ""), ("accepted", "true"));
        page.CameBack($"reason.{second}");
        page = (
            await page.Post($"{listening.Base}/hearing/corrections/{second}", ($"reason.{second}", Hostile), ("accepted", "false"))
        ).Sound();
        Assert.Contains("not taken up", page.Words, StringComparison.Ordinal);
        // A decision that is changed without a reason opens again where it was.
        page = (
            await page.Post($"{listening.Base}/hearing/corrections/{second}", ($"reason.{second}", " "), ("accepted", "true"))
        ).CameBack($"reason.{second}");
        var nobodys = Guid.NewGuid();
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await page.Post($"{listening.Base}/hearing/corrections/{nobodys}", ($"reason.{nobodys}", "Words"), ("accepted", "true"))
            ).Status
        );
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await page.Post($"{listening.Base}/hearing", ("summary.en", "Other words"))).CameBack().Status
        );
    }

    [Fact]
    public async Task A_report_with_a_blank_is_refused_then_published_and_kept_by_version_in_the_readers_language()
    {
        var listening = await site.Listening(housing: Hostile);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await (await listening.Open("/report"))
                    .Sound()
                    .Press("Publish report", ("sponsor", "a"), ("recruitment", "b"), ("limitations", "c"))
            )
                .CameBack()
                .Status
        );
        await listening.Answer(12);
        var goal = Guid.NewGuid();
        (
            await site.Get<SaveGoal>()
                .Run(
                    listening.Owner.Actor,
                    listening.Id,
                    goal,
                    new()
                    {
                        Title = "=1+1" + Hostile,
                        Description = Hostile,
                        Needs = [new("housing", 9, "@" + Hostile)],
                    }
                )
        ).OrThrow();
        (await site.Get<AdoptGoal>().Run(listening.Owner.Actor, listening.Id, goal)).OrThrow();
        (await site.Get<SetDispositions>().Run(listening.Owner.Actor, listening.Id, [new("buses", "decline", Hostile)])).OrThrow();

        var page = (
            await (await listening.Open("/report"))
                .Sound()
                .Press(
                    "Publish report",
                    ("title", Hostile),
                    ("lead", Hostile),
                    ("sponsor", Hostile),
                    ("recruitment", ""),
                    ("limitations", "")
                )
        ).CameBack("recruitment", "limitations");
        Assert.Equal((HttpStatusCode.BadRequest, Hostile), (page.Status, page.Value("title")));
        page = (await page.Press("Publish report", ("recruitment", "Posters."), ("limitations", "Phones."))).Sound();
        var address = new Uri(page.Document.QuerySelector("#f-link")!.GetAttribute("value")!).AbsolutePath;

        var report = await Public(address);
        Assert.Equal(Hostile, report.Heading);
        foreach (
            var link in report.Document.Links.OfType<IHtmlAnchorElement>().Where(link => !link.Href.Contains('#', StringComparison.Ordinal))
        )
            Assert.Equal((link.Href, HttpStatusCode.OK), (link.Href, (await Public(link.Href)).Status));
        Assert.Equal(HttpStatusCode.NotFound, (await Public(address + "?version=7")).Status);
        await (await listening.Open("/report")).Press("Publish version 2", ("title", "What changed"));
        Assert.Equal(("What changed", Hostile), ((await Public(address)).Heading, (await Public(address + "?version=1")).Heading));

        foreach (
            var (language, direction, heading, count) in new[]
            {
                ("en", "ltr", "What happens now", "12 people answered."),
                ("es", "ltr", "Qué pasa ahora", "Respondieron 12 personas."),
                ("ar", "rtl", "ماذا يحدث الآن", "عدد من أجابوا: 12."),
            }
        )
        {
            report = await Public(address, language);
            Assert.Equal(
                (language, direction),
                (report.Document.DocumentElement.GetAttribute("lang"), report.Document.DocumentElement.GetAttribute("dir"))
            );
            Assert.Contains(count, report.Words, StringComparison.Ordinal);
            Assert.Contains(heading, report.Document.QuerySelectorAll("h2").Select(h2 => h2.TextContent));
            Assert.Contains(
                ReaderCulture.Day(
                    DateOnly.FromDateTime(
                        (
                            await site.Database.Db.One<DateTimeOffset>("select max(published_at) from report_version where version = 2")
                        ).UtcDateTime
                    ),
                    language
                ),
                report.Words,
                StringComparison.Ordinal
            );
            Assert.Equal(language, (await Public(address + "?language=" + language, "en")).Document.DocumentElement.GetAttribute("lang"));
        }

        using var client = site.NewClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync(address + "/report.json"));
        Assert.Equal(
            (2, "What changed"),
            (json.RootElement.GetProperty("version").GetInt32(), json.RootElement.GetProperty("content").GetProperty("title").GetString())
        );
        var csv = await client.GetStringAsync(address + "/report.csv");
        Assert.Contains("'=1+1", csv, StringComparison.Ordinal);
        Assert.Contains("'@", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=1+1", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_one_answer_and_of_one_person_reads_as_such()
    {
        var listening = await site.Listening(kind: OrganisationKind.Individual, community: "");
        await listening.Answer();
        var page = (
            await (await listening.Open("/report"))
                .Sound()
                .Press("Publish report", ("sponsor", "I did."), ("recruitment", "I asked."), ("limitations", "One answer."))
        ).CameBack();
        Assert.Contains("Who it is about", page.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("I asked.", page.Value("recruitment").Trim());

        var named = await site.Listening(kind: OrganisationKind.Individual);
        await named.Answer();
        page = (
            await (await named.Open("/report")).Press(
                "Publish report",
                ("sponsor", "I did."),
                ("recruitment", "I asked."),
                ("limitations", "One answer.")
            )
        ).Sound();
        var address = new Uri(page.Document.QuerySelector("#f-link")!.GetAttribute("value")!).AbsolutePath;
        var report = await Public(address);
        Assert.Contains("My values", report.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("mission", report.Words, StringComparison.OrdinalIgnoreCase);
        using var client = site.NewClient();
        using var json = await client.GetAsync(address + "/report.json");
        Assert.Equal(HttpStatusCode.OK, json.StatusCode);
        using var key = await site.Bearer(named.Owner.Org);
        foreach (
            var path in new[]
            {
                "needs",
                "alignment",
                "alignment?format=csv",
                "report",
                "hearing-gap",
                "representation",
                "coding-agreement",
                "roadmap",
                "hearing-check",
                "goals",
                "codebook",
                "open-answers",
            }
        )
            Assert.Equal((path, HttpStatusCode.OK), (path, (await key.GetAsync($"api/v1/initiatives/{named.Id}/{path}")).StatusCode));
    }
}
