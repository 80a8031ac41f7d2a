using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>What people read on the answering pages, of the survey, the initiative and the program, and in whose language.</summary>
public sealed class AnsweringWordsTests(TestSite site) : IClassFixture<TestSite>
{
    private async Task<Page> First(string definition, string language = "en") =>
        await (await site.NewPageClient().Open($"/s/{await site.Data.Survey(definition)}?language={language}")).Go("next");

    // pages, row 1
    [Theory]
    [InlineData(Stance.Allyship)]
    [InlineData(Stance.Solidarity)]
    public async Task Where_urgent_needs_are_sent_is_shown_to_everybody(Stance stance)
    {
        var initiative = await (await site.Data.Organisation()).Initiative(
            new InitiativeFields
            {
                Title = "Together",
                Stance = stance,
                UrgentReferral = "Ring 112.",
            }
        );
        var slug = await initiative.Draft(
            SurveyJson.Read("""{"title":"T","questions":[{"type":"text","name":"t","label":"Say it"}]}""").Definition!,
            "T"
        );
        await site.Data.Publish(slug);
        using var visitor = site.NewPageClient();
        var start = await visitor.Open("/s/" + slug);
        Assert.Contains("If it is urgent: Ring 112.", start.Words, StringComparison.Ordinal);
        Assert.Single(start.Document.QuerySelectorAll("bdi"), words => words.TextContent == "Ring 112.");
        Assert.Contains("Ring 112.", (await start.Go("next")).Document.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    private const string OfOnePerson = """
        {"title": "Before I start", "languages": ["en", "ar"], "start": {"show_values": true},
         "questions": [{"type": "text", "name": "t", "label": {"en": "Say it", "ar": "قولوا"}}]}
        """;

    private async Task<Page> Individual(string language)
    {
        var initiative = await (await site.Data.Organisation(kind: OrganisationKind.Individual)).Initiative(
            new InitiativeFields
            {
                Title = "Before I start",
                Stance = Stance.Allyship,
                Translations = new Dictionary<string, InitiativeTexts> { ["ar"] = new() { Values = "البيوت، الانتماء" } },
            }
        );
        var slug = await initiative.Draft(SurveyJson.Read(OfOnePerson).Definition!, "Before I start");
        await site.Data.Publish(slug);
        return await site.NewPageClient().Open($"/s/{slug}?language={language}");
    }

    // content T50, E6
    [Theory]
    [InlineData("en", "What moves me: Homes, Belonging")]
    [InlineData("ar", "ما يحرّكني: البيوت، الانتماء")]
    [InlineData("en", "What I do not store")]
    public async Task One_person_who_asks_says_what_moves_them_and_says_I(string language, string words) =>
        Assert.Contains(words, (await Individual(language)).Words.Replace("\u2068", "").Replace("\u2069", ""), StringComparison.Ordinal);

    private const string Past = """
        {"title": "T", "start": {"answers_until": "2020-01-01", "heard_by": "2020-02-01"},
         "questions": [{"type": "text", "name": "t", "label": "Say it"}]}
        """;

    // content T12
    [Theory]
    [InlineData("The last day to answer was 1 January 2020. Answers are still taken.")]
    [InlineData("What people said was to be published by 1 February 2020.")]
    public async Task The_start_page_says_when_its_days_are_past(string sentence) =>
        Assert.Contains(
            sentence,
            (await site.NewPageClient().Open($"/s/{await site.Data.Survey(Past)}")).Words.Replace("\u2068", "").Replace("\u2069", ""),
            StringComparison.Ordinal
        );

    private const string French = """
        {"title": "Bonjour", "languages": ["fr"], "questions": [{"type": "yes_no", "name": "p", "label": "Un chat ?"}]}
        """;

    // pages, row 3
    [Theory]
    [InlineData("button[value=next]", "Continue")]
    [InlineData(".exit", "Leave this site")]
    [InlineData(".rather", "I’d rather not say")]
    public async Task The_programs_words_in_another_language_say_so(string place, string words)
    {
        var page = await First(French, "fr");
        Assert.Equal("fr", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(words, page.Document.QuerySelector($"{place} [lang=en]")!.TextContent);
    }

    // pages, row 8
    [Fact]
    public async Task A_grid_of_needs_shows_the_questions_own_words_on_each_of_its_pages()
    {
        const string grid = """
            {"title": "T", "questions": [{"type": "need_grid", "name": "n", "label": "Think of last winter.", "hint": "All of it.",
             "rows": [{"name": "home", "label": "Housing"}, {"name": "food", "label": "Food"}],
             "importance": {"label": "How important?", "scale": [{"value": 0, "label": "Not"}, {"value": 1, "label": "Very"}]},
             "satisfaction": {"label": "How is it?", "scale": [{"value": 0, "label": "Bad"}, {"value": 1, "label": "Good"}]}}]}
            """;
        var page = await First(grid);
        foreach (var need in new[] { "Housing", "Food" })
        {
            Assert.Equal(need, page.Heading);
            Assert.Contains("Think of last winter.", page.Words, StringComparison.Ordinal);
            page = await page.Go("next");
        }
    }

    // field, row 37
    [Theory]
    [InlineData("en", "closing or reloading it loses them")]
    [InlineData("de", "geschlossen oder neu geladen, sind sie weg")]
    public async Task The_start_page_says_that_closing_it_loses_the_answers(string language, string words)
    {
        var slug = await site.Data.Survey("""{"title":"T","languages":["en","de"],"questions":[{"type":"text","name":"n","label":"N"}]}""");
        Assert.Contains(words, (await site.NewPageClient().Open($"/s/{slug}?language={language}")).Words, StringComparison.Ordinal);
    }

    // pages, row 41
    [Fact]
    public async Task A_purpose_in_the_surveys_first_language_says_so_to_readers_of_another()
    {
        var slug = await site.Data.Survey(
            """{"title":{"en":"T","es":"T"},"languages":["en","es"],"questions":[{"type":"text","name":"n","label":"N"}]}"""
        );
        var start = await site.NewPageClient().Open($"/s/{slug}?language=es");
        Assert.Equal("en", start.Document.QuerySelector(".lead bdi")!.GetAttribute("lang"));
    }

    // pages, row 41
    [Fact]
    public async Task What_an_initiative_says_is_read_in_the_readers_language()
    {
        var initiative = await (await site.Data.Organisation()).Initiative(
            new InitiativeFields
            {
                Title = "Together",
                Stance = Stance.Allyship,
                Purpose = "To hear first.",
                UrgentReferral = "Ring 112.",
                Translations = new Dictionary<string, InitiativeTexts>
                {
                    ["es"] = new()
                    {
                        Title = "Juntos",
                        Purpose = "Para escuchar.",
                        UrgentReferral = "Llame al 112.",
                    },
                },
            }
        );
        const string survey =
            """{"title":{"en":"T","es":"T"},"languages":["en","es"],"questions":[{"type":"text","name":"n","label":"N"}]}""";
        var slug = await initiative.Draft(SurveyJson.Read(survey).Definition!);
        await site.Data.Publish(slug);
        var start = await site.NewPageClient().Open($"/s/{slug}?language=es");
        Assert.Equal(["Para escuchar.", "Juntos", "Llame al 112."], Told(start, ".lead bdi", "section bdi + bdi", ".note.warn bdi"));
        Assert.Empty(start.Document.QuerySelectorAll("bdi[lang]"));

        static IEnumerable<string> Told(Page page, params string[] places) =>
            places.Select(place => page.Document.QuerySelector(place)!.TextContent);
    }

    [Theory]
    [InlineData("\"required\": true", "Please answer this question, or choose not to say.", "en")]
    [InlineData("\"required\": true, \"required_message\": \"Répondez.\"", "Répondez.", null)]
    public async Task An_error_in_the_programs_words_says_in_which_language_it_is(string more, string words, string? language)
    {
        var page = await First(
            $$"""{"title":"T","languages":["fr"],"questions":[{"type":"text","name":"t","label":"Quoi ?",{{more}}}]}""",
            "fr"
        );
        page = await page.Go("next");
        var error = page.Document.QuerySelector("p.error")!;
        Assert.Equal(words, error.TextContent["Error: ".Length..].Trim());
        Assert.Equal(language, error.LastElementChild!.GetAttribute("lang"));
        var link = page.Document.QuerySelector(".error-summary a")!;
        Assert.Equal($"Quoi ? – {words}", link.TextContent);
        Assert.Equal(language, link.FirstElementChild?.GetAttribute("lang"));
    }

    // content E2
    [Theory]
    [InlineData("", "You can skip any question")]
    [InlineData(", \"required\": true", "You can skip most questions")]
    public async Task That_any_question_can_be_skipped_is_said_only_where_it_is_so(string more, string words)
    {
        var slug = await site.Data.Survey($$"""{"title":"T","questions":[{"type":"text","name":"t","label":"Say it"{{more}}}]}""");
        Assert.Contains(words, (await site.NewPageClient().Open("/s/" + slug)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_stored_before_Submit()
    {
        var slug = await site.Data.Survey("""{"title":"T","questions":[{"type":"text","name":"t","label":"Say it"}]}""");
        var check = await (await (await site.NewPageClient().Open("/s/" + slug)).Go("next")).Go("next", ("t", "As yet unsent"));
        Assert.Contains("As yet unsent", check.Words, StringComparison.Ordinal);
        Assert.Equal(0, await Stored());
        await check.Go("submit");
        Assert.Equal(1, await Stored());

        Task<long> Stored() =>
            site.Data.Database.Db.One<long>("select count(*) from response join survey using (survey_id) where slug = @slug", new { slug });
    }
}
