using System.Net;
using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Web.Responses;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>What a person has typed stays theirs, whatever happens to the survey meanwhile; and the pages speak as they do.</summary>
public sealed class NothingIsLostTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Survey = """
        {"title": {"en": "Rent", "es": "Alquiler", "ar": "الإيجار"}, "languages": ["en", "es", "ar"], "questions": [
          {"type": "text", "name": "story", "story": true, "label": "What is going on?"},
          {"type": "decimal", "name": "rent", "label": "How much is it?"},
          {"type": "group", "name": "about", "appearance": "field-list", "label": "About you", "questions": [
            {"type": "text", "name": "nickname", "max_length": 12, "label": "A nickname"},
            {"type": "date", "name": "since", "label": "Since when?"},
            {"type": "matrix", "name": "when", "label": "When are you there?", "rows": [{"name": "mon", "label": "Monday"}],
                "choices": [{"name": "day", "label": "By day"}, {"name": "night", "label": "At night"}]}]}]}
        """;

    private Task<string> NewSurvey(string? report = null) => site.Data.Survey(Survey, report: report);

    // field, row 53
    [Fact]
    public async Task A_survey_that_closes_in_the_middle_shows_people_once_more_what_they_had_written()
    {
        var slug = await NewSurvey("heard-" + Guid.NewGuid().ToString("N")[..8]);
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + slug)).Press("Start");
        page = await page.Press("Continue", ("story", "Two hours of <b>writing</b>."));
        var about = await page.Press("Continue", ("rent", "1234,50"));
        var check = await about.Press("Continue", ("nickname", "Mo"));
        (await site.Get<CloseSurvey>().Run(Actor.Operator, slug, default)).OrThrow();
        foreach (
            var closed in new[]
            {
                await check.Press("Submit"),
                await check.Press("Back"),
                await about.Press("Continue", ("nickname", "Far too long a nickname")),
            }
        )
        {
            Assert.Equal((HttpStatusCode.Gone, "This survey is closed"), (closed.Status, closed.Heading));
            Assert.Contains("Your answers could not be sent any more", closed.Words, StringComparison.Ordinal);
            Assert.Contains("Two hours of <b>writing</b>.", closed.Words, StringComparison.Ordinal);
            Assert.Contains("1,234.5", closed.Words, StringComparison.Ordinal);
        }
        Assert.Contains(
            "Far too long a nickname",
            (await about.Press("Continue", ("nickname", "Far too long a nickname"))).Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("could not be sent", (await visitor.Open("/s/" + slug)).Words, StringComparison.Ordinal);
    }

    // field, row 45
    [Fact]
    public async Task A_version_published_in_the_middle_changes_nothing_for_whoever_has_begun()
    {
        var slug = await NewSurvey();
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + slug)).Press("Start");
        page = await page.Press("Continue", ("story", "Begun before."));
        await site
            .Data.OtherNode()
            .Publish(slug, """{"title": "Rent", "questions": [{"type": "text", "name": "other_words", "label": "Something else"}]}""");
        page = await (await page.Press("Continue", ("rent", "5"))).Press("Continue");
        Assert.Contains("Begun before.", page.Words, StringComparison.Ordinal);
        Assert.Equal("Thank you", (await page.Press("Submit")).Heading);
        Assert.Equal(
            1,
            await site.Database.Db.One<int>("select version from response join survey using (survey_id) where slug = @slug", new { slug })
        );
    }

    [Fact]
    public async Task Change_leads_to_the_very_question_on_a_page_that_asks_several()
    {
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + await NewSurvey())).Press("Start");
        while (page.Document.QuerySelector(".answers-check") is null)
            page = await page.Press("Continue");
        string? To(string label) =>
            page
                .Document.QuerySelectorAll(".answers-check > div")
                .Single(row => row.QuerySelector("dt")!.TextContent == label)
                .QuerySelector("button")!
                .GetAttribute("formaction")
                ?.Split('#')[1];
        Assert.Equal(("f-since", "f-when-mon"), (To("Since when?"), To("When are you there?")));
        Assert.Null(To("How much is it?"));
        var about = await page.Go("change about");
        foreach (var field in new[] { "f-nickname", "f-since", "f-when-mon" })
            Assert.NotNull(about.Document.GetElementById(field));
    }

    [Theory]
    [InlineData("en", "1234.5", "3 April 2019", "1,234.5")]
    [InlineData("es", "1234,5", "3 de abril de 2019", "1.234,5")]
    [InlineData("ar", "1234.5", "3\u200F/4\u200F/2019", "1,234.5")]
    public async Task The_check_writes_what_was_typed_as_its_reader_does(string language, string typed, string day, string number)
    {
        var page = await (await Rent(language)).Go("next", ("rent", typed));
        page = await page.Go("next", ("since:day", "3"), ("since:month", "٤"), ("since:year", "2019"));
        Assert.Contains(day, page.Words, StringComparison.Ordinal);
        Assert.Contains(number, page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "1234.5", "12.1250")]
    [InlineData("es", "1234,5", "12,1250")]
    [InlineData("ar", "1234.5", "12.1250")]
    public async Task A_number_comes_back_into_its_field_as_it_was_typed(string language, string first, string second)
    {
        var page = await Rent(language);
        foreach (var typed in new[] { second, first })
        {
            page = await (await page.Go("next", ("rent", typed))).Go("back");
            Assert.Equal(typed, page.Value("rent"));
        }
        page = await (await page.Go("next")).Go("next");
        Assert.Equal(first, (await page.Go("change rent")).Value("rent"));
    }

    /// <summary>The page of the number.</summary>
    private async Task<Page> Rent(string language)
    {
        var start = await site.NewPageClient().Open($"/s/{await NewSurvey()}?language={language}");
        return await (await start.Go("next")).Go("next");
    }

    [Fact]
    public async Task How_long_an_answer_may_be_is_said_before_it_is_too_long()
    {
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + await NewSurvey())).Press("Start");
        while (page.Heading != "About you")
            page = await page.Press("Continue");
        Assert.Equal(
            "No more than 12 characters.",
            page.Document.GetElementById(page.Document.GetElementById("f-nickname")!.GetAttribute("aria-describedby")!)!.TextContent
        );
    }

    [Fact]
    public async Task Who_comes_back_to_the_start_page_changes_the_language_without_losing_what_was_said()
    {
        var page = await (await site.NewPageClient().Open("/s/" + await NewSurvey())).Go("next");
        page = await (await page.Go("back", ("story", "A cold flat."))).Go("language es");
        Assert.Equal("Alquiler", page.Heading);
        Assert.Equal("A cold flat.", (await page.Go("next")).Value("story"));
    }

    [Fact]
    public async Task After_a_fault_of_the_program_what_was_written_is_sent_again_from_a_page_in_the_same_language()
    {
        var page = await (await site.NewPageClient().Open($"/s/{await NewSurvey()}?language=ar")).Go("next");
        await site.Database.Execute("alter table response rename to response_away");
        try
        {
            page = await page.Go("next", ("story", "بيت بارد."));
        }
        finally
        {
            await site.Database.Execute("alter table response_away rename to response");
        }
        Assert.Equal((HttpStatusCode.InternalServerError, "لم ينجح ذلك"), (page.Status, page.Heading));
        page = await (await page.Press("المحاولة مرة أخرى")).Go("back");
        Assert.Equal("بيت بارد.", page.Value("story"));
    }

    [Theory]
    [InlineData("es", "Es más de lo que se puede enviar de una vez.")]
    [InlineData("de", "Das ist mehr, als auf einmal gesendet werden kann.")]
    public async Task More_than_a_form_may_hold_is_refused_in_the_readers_language(string language, string words)
    {
        using var visitor = site.NewPageClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/s/" + await NewSurvey())
        {
            Content = new StringContent("story=" + new string('x', AnsweringState.LargestForm), null, "application/x-www-form-urlencoded"),
            // The answer comes before the form is sent.
            Headers = { { "Accept-Language", language }, { "Expect", "100-continue" } },
        };
        var page = await visitor.Send(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains(words, page.Words, StringComparison.Ordinal);
    }
}
