// A report in the reader's language (case pages 2): the survey's words for needs and groups, the organisation's own where it wrote them.

using NeedsSurvey.App.Reports;
using NeedsSurvey.Web.Tests.Needs;
using static NeedsSurvey.Web.Tests.Needs.SoundPage;

namespace NeedsSurvey.Web.Tests.Reports;

public sealed class ReportLanguageTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly (string, string)[] Filled =
    [
        ("title", "What we heard"),
        ("lead", "Rent, above all."),
        ("sponsor", "Nobody."),
        ("recruitment", "Posters."),
        ("limitations", "Phones."),
    ];

    private async Task<InitiativePages> Adopted()
    {
        var listening = await site.Listening();
        await listening.Answer(45);
        await listening.Initiative.AdoptedGoal();
        return listening;
    }

    private async Task<(InitiativePages Listening, Page Draft, string Address)> Published(params (string, string)[] more)
    {
        var listening = await Adopted();
        var page = await (await listening.Open("/report")).Sound().Press("Publish report", [.. Filled, .. more]);
        return (listening, page, page.Shared());
    }

    [Theory]
    [InlineData("es", "Vivienda", "Su edad", "Menos de 30")]
    [InlineData("ar", "سكن", "العمر", "أقل من 30")]
    [InlineData("en", "Housing you can afford", "Your age", "Under 30")]
    public async Task Needs_and_groups_have_the_surveys_words(string language, string need, string group, string category)
    {
        var (_, _, address) = await Published();
        var report = await site.Public(address, language);
        Assert.Contains(need, report.Document.QuerySelector(".ladder")!.TextContent, StringComparison.Ordinal);
        var who = report.Document.QuerySelector("[aria-labelledby=r-who]")!.TextContent;
        Assert.Contains(group, who, StringComparison.Ordinal);
        Assert.Contains(category, who, StringComparison.Ordinal);
    }

    // content R1
    [Fact]
    public async Task Whoever_asks_is_named_in_the_readers_language_on_the_survey()
    {
        var (listening, _, _) = await Published(("in.es.organisation", "Vecinas de aquí"));
        var start = await site.NewPageClient().Open($"/s/{listening.Survey}?language=es");
        Assert.Equal("Vecinas de aquí", start.Document.QuerySelector(".asker")!.TextContent);
    }

    [Fact]
    public async Task Languages_stand_in_the_order_of_the_survey()
    {
        var (listening, _, address) = await Published();
        var start = Languages(await site.NewPageClient().Open($"/s/{listening.Survey}"));
        Assert.Equal(start, Languages(await site.Public(address)).Take(start.Count));

        static List<string?> Languages(Page page) =>
            [.. page.Document.QuerySelectorAll("nav.tabs a").Select(link => link.GetAttribute("lang"))];
    }

    // content R9
    [Fact]
    public async Task A_need_is_told_by_how_much_it_matters_and_how_well_it_goes()
    {
        var (_, _, address) = await Published();
        var first = (await site.Public(address)).Document.QuerySelector(".ladder .bar-value b")!.TextContent;
        Assert.Matches("^matters \\d+, goes well \\d+$", first);
    }

    [Fact]
    public async Task A_title_that_was_written_in_the_readers_language_is_read()
    {
        var (_, _, address) = await Published(("in.es.title", "Lo que oímos"));
        var report = await site.Public(address, "es");
        Assert.Equal(("Lo que oímos", "Lo que oímos"), (report.Heading, report.Document.Title));
    }

    [Fact]
    public async Task A_title_that_was_not_is_marked_with_its_language()
    {
        var (_, _, address) = await Published(("in.es.title", "Lo que oímos"));
        var heading = (await site.Public(address, "ar")).Document.QuerySelector("h1 bdi")!;
        Assert.Equal(("What we heard", "en"), (heading.TextContent, heading.GetAttribute("lang")));
    }

    [Fact]
    public async Task A_goal_has_the_words_that_were_written_for_it()
    {
        var listening = await Adopted();
        var draft = await listening.Open("/report");
        var field = draft.Document.QuerySelector("[name^='in.es.goal.']")!.GetAttribute("name")!;
        var page = await draft.Press("Publish report", [.. Filled, (field, "Primero, la casa")]);
        var report = await site.Public(page.Shared(), "es");
        Assert.Contains("Primero, la casa", report.Document.QuerySelector(".served")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Primero, la casa", report.Document.QuerySelectorAll("h4").Select(title => title.TextContent.Trim()));
    }

    [Fact]
    public async Task What_is_missing_in_a_language_is_told_to_the_organiser()
    {
        var (listening, _, _) = await Published(("in.es.title", "Lo que oímos"));
        var note = (await listening.Open("/report")).Document.QuerySelector("[aria-labelledby=untold-title]")!;
        Assert.Matches("Español: \\d+ of \\d+ texts are missing", note.TextContent);
        Assert.Matches("العربية: all \\d+ texts are missing", note.TextContent);
    }

    [Fact]
    public async Task Words_in_another_language_come_back_with_the_form()
    {
        var listening = await Adopted();
        var page = (await (await listening.Open("/report")).Press("Publish report", ("in.ar.lead", Hostile))).CameBack(
            "sponsor",
            "recruitment",
            "limitations"
        );
        Assert.Equal(Hostile, page.Value("in.ar.lead"));
    }

    [Fact]
    public async Task Words_in_another_language_stay_where_the_API_says_nothing_of_them()
    {
        var (listening, _, _) = await Published(("in.es.title", "Lo que oímos"));
        (
            await site.Get<SaveReportDraft>().Run(listening.Owner.Actor, listening.Id, new("Again", "", new Dictionary<string, string>()))
        ).OrThrow();
        Assert.Equal("Lo que oímos", (await listening.Open("/report")).Value("in.es.title"));
    }

    [Fact]
    public async Task A_text_that_no_report_has_is_refused()
    {
        var listening = await site.Listening();
        var command = new SaveReportDraft.Command("", "", new Dictionary<string, string>())
        {
            Translations = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["es"] = new Dictionary<string, string> { ["slogan"] = "x" },
            },
        };
        var refused = await site.Get<SaveReportDraft>().Run(listening.Owner.Actor, listening.Id, command);
        Assert.Equal("unknown_text", Assert.IsType<NeedsSurvey.App.Problem.Invalid>(refused.Problem).Faults[0].Code);
    }

    // case clients 13
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task No_invisible_mark_is_on_the_page(string language)
    {
        var (_, _, address) = await Published();
        var html = (await site.Public(address, language)).Html;
        Assert.DoesNotContain("\u2068", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x2068;", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_begins_with_three_lines()
    {
        var (_, _, address) = await Published();
        var section = (await site.Public(address)).Document.QuerySelector("main section")!;
        Assert.Equal(3, section.QuerySelectorAll("li").Length);
        Assert.Contains(
            "People need most: housing you can afford, a bus that comes and feeling welcome.",
            section.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_script_nothing_is_missing_but_the_button_that_prints()
    {
        var (_, _, address) = await Published();
        var hidden = Assert.Single((await site.Public(address)).Document.QuerySelectorAll("main [hidden]"));
        Assert.Equal("Print or save as PDF", hidden.TextContent.Trim());
    }

    // case pages 26
    [Theory]
    [InlineData("es", "¿Qué pasa?")]
    [InlineData("en", "What is going on?")]
    public async Task The_questions_are_read_on_a_page(string language, string question)
    {
        var (listening, _, address) = await Published();
        var report = await site.Public(address, language);
        var link = report.Document.QuerySelector($"a[href^='/s/{listening.Survey}/questions']")!;
        var page = await site.Public(link.GetAttribute("href")!, language);
        Assert.Contains(question, page.Words, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task What_the_program_discloses_is_in_the_readers_language()
    {
        var (_, _, address) = await Published();
        var method = (await site.Public(address, "es")).Document.QuerySelectorAll("[aria-labelledby=r-how] dd");
        var form = Assert.Single(method, item => item.TextContent.Contains("formulario web", StringComparison.Ordinal));
        Assert.Null(form.QuerySelector("[lang]"));
    }

    [Fact]
    public async Task A_question_of_several_parts_is_read_once_with_the_notes_before_it()
    {
        var slug = await site.Data.Survey(
            """
            {"title": "Parts", "questions": [{"type": "note", "name": "before", "label": "Now two sets."},
             {"type": "best_worst", "name": "trade", "label": "Of these three", "choices": [{"name": "trees", "label": "Trees"},
                {"name": "lamps", "label": "Lamps"}, {"name": "bins", "label": "Bins"}], "sets": [["trees", "lamps"], ["lamps", "bins"]]}]}
            """
        );
        var page = await site.Public($"/s/{slug}/questions", "en");
        Assert.Contains("Now two sets.", page.Words, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("h2"), heading => heading.TextContent == "Of these three");
        var ids = page.Document.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Nobody_reads_the_questions_of_a_draft()
    {
        var listening = await site.Listening();
        var draft = await listening.Initiative.Draft(SampleSurveys.Small);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Public($"/s/{draft}/questions")).Status);
    }

    // case clients 12: what stands side by side is apart without the stylesheet too.
    [Fact]
    public async Task Neighbours_are_told_apart_without_a_stylesheet()
    {
        var (_, _, address) = await Published();
        var words = (await site.Public(address)).Words;
        Assert.Contains("Homes first (strong)", words, StringComparison.Ordinal);
        Assert.Contains("Homes first strong", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_fits_a_pillar_that_is_named_in_the_readers_language()
    {
        var listening = await Adopted();
        var draft = await listening.Open("/report");
        var field = draft.Document.QuerySelector("[name^='in.es.pillar.']")!.GetAttribute("name")!;
        var page = await draft.Press("Publish report", [.. Filled, (field, "Viviendas seguras")]);
        var fits = (await site.Public(page.Shared(), "es")).Document.QuerySelector(".fits")!.TextContent;
        Assert.Contains("Viviendas seguras", fits, StringComparison.Ordinal);
    }
}
