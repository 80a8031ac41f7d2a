using System.Net;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>What a person sees when something in their answers, or in what was sent, cannot be taken.</summary>
public sealed class AnsweringFaultTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>A page with a number in words.</summary>
    private async Task<Page> Mistyped()
    {
        var start = await site.NewPageClient().Open("/s/" + await site.Data.Survey(SampleSurveys.ManyTypes));
        return await (await (await start.Press("Start")).Press("Continue")).Press("Continue", ("people", "seventy"));
    }

    // field, row 42
    [Fact]
    public async Task A_fault_comes_back_with_what_was_typed()
    {
        var page = await Mistyped();
        Assert.Equal("seventy", page.Value("people"));
        Assert.Equal("true", page.Document.QuerySelector("[name=people]")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task The_title_of_a_page_with_a_fault_begins_with_Error() =>
        Assert.StartsWith("Error: How many live with you?", (await Mistyped()).Document.Title, StringComparison.Ordinal);

    [Fact]
    public async Task The_summary_of_what_is_wrong_leads_to_the_field()
    {
        var page = await Mistyped();
        var summary = page.Document.QuerySelector(".error-summary")!;
        Assert.Contains("There is a problem", summary.TextContent, StringComparison.Ordinal);
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        var link = summary.QuerySelector("a")!;
        Assert.Equal("people", page.Document.QuerySelector(link.GetAttribute("href")!)!.GetAttribute("name"));
    }

    [Fact]
    public async Task A_number_out_of_bounds_is_told_the_bounds()
    {
        var page = await (await Mistyped()).Press("Continue", ("people", "70"));
        Assert.Contains("Give a number from 0 to 49.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_10_Two_numbers_come_back_with_what_was_understood()
    {
        var page = await (await Mistyped()).Press("Continue", ("people", "2 3"));
        Assert.Contains("“2 3” is understood as several numbers: 2 and 3.", page.Words, StringComparison.Ordinal);
        Assert.Equal("2 3", page.Value("people"));
    }

    [Fact]
    public async Task Row_14_A_time_in_Arabic_digits_is_taken_on_an_Arabic_page()
    {
        var slug = await site.Data.Survey("""{"title":"T","languages":["ar"],"questions":[{"type":"time","name":"t","label":"متى؟"}]}""");
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + slug)).Go("next");
        page = await page.Go("next", ("t", "٠٩:٣٠"));
        await page.Go("submit");
        Assert.Equal("09:30", (await site.Stored(slug)).GetProperty("t").GetString());
    }

    [Fact]
    public async Task A_fault_that_was_put_right_lets_one_go_on() =>
        Assert.Equal("How do you live?", (await (await Mistyped()).Press("Continue", ("people", "7"))).Heading);

    [Theory]
    [InlineData("story", "story", "words", "story:declined", "yes")]
    [InlineData("people", "people", "1e999")]
    [InlineData("tenure", "tenure", "rent", "tenure:other", "A boat")]
    [InlineData("help", "help", "food", "help", "none")]
    [InlineData("help", "help", "food", "help", "care", "help:other", "Quiet")]
    [InlineData("first:1", "first:2", "food")]
    [InlineData("first:1", "first:1", "food", "first:2", "food")]
    [InlineData("since:day", "since:day", "30", "since:month", "2", "since:year", "2023")]
    [InlineData("since:day", "since:year", "2023")]
    [InlineData("age", "km", "far", "wake", "25:00")]
    public async Task Every_fault_is_linked_from_the_summary_to_its_field(string shown, params string[] typed)
    {
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open("/s/" + await site.Data.Survey(SampleSurveys.ManyTypes))).Press("Start");
        while (page.Document.QuerySelector($"[name='{shown}']") is null)
            page = await page.Go("next");
        page = await page.Press("Continue", [.. typed.Chunk(2).Select(field => (field[0], field[1]))]);
        Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
        foreach (var link in page.Document.QuerySelectorAll(".error-summary a"))
            Assert.NotNull(page.Document.QuerySelector(link.GetAttribute("href")!));
        Assert.Equal(page.Document.QuerySelectorAll(".error-summary a").Length, page.Document.QuerySelectorAll(".question .error").Length);
        foreach (var (name, value) in typed.Chunk(2).Select(field => (field[0], field[1])))
            Assert.Contains(value, page.Value(name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_question_that_was_passed_over_by_force_is_asked_for_at_the_end()
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        using var visitor = site.NewPageClient();
        var check = await (await visitor.Open("/s/" + slug)).ToCheck();
        var field = check.Value("-state");
        var page = await check.Press(
            "Submit",
            (
                "-state",
                field
                    .Replace("\\u0022age\\u0022:\\u0022old\\u0022", "\\u0022age\\u0022:null", StringComparison.Ordinal)
                    .Replace("\\\"age\\\":\\\"old\\\"", "\\\"age\\\":null", StringComparison.Ordinal)
            )
        );
        Assert.StartsWith("Error: Check your answers", page.Document.Title, StringComparison.Ordinal);
        Assert.Contains("Your age – Please answer this question, or choose not to say.", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(page.Document.QuerySelector(".error-summary a")!.GetAttribute("href")!));
        Assert.Equal(0, await site.Rows(slug));
    }

    [Fact]
    public async Task Whatever_is_no_published_survey_is_a_friendly_page()
    {
        var draft = await site.Data.Survey(SampleSurveys.ManyTypes, SurveyState.Draft);
        using var visitor = site.NewPageClient();
        foreach (var slug in new[] { "no-such-survey", draft, "a'b" })
        {
            var page = await visitor.Open("/s/" + slug);
            Assert.Equal((HttpStatusCode.NotFound, "There is no survey here"), (page.Status, page.Heading));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"s":"x"}""")]
    [InlineData("""{"s":"00000000-0000-0000-0000-000000000000","v":1,"l":"en"}""")]
    [InlineData("""{"s":"6f2c0f0e-5a3f-4f5e-9a52-0d6a4f1f0001","v":1,"l":"en","d":"{"}""")]
    [InlineData("""{"s":"6f2c0f0e-5a3f-4f5e-9a52-0d6a4f1f0001","v":9,"l":"en"}""")]
    public async Task A_form_whose_state_is_broken_is_a_friendly_page(string state)
    {
        var slug = await site.Data.Survey(SampleSurveys.ManyTypes);
        using var visitor = site.NewPageClient();
        var page = await visitor.Send(
            new HttpRequestMessage(HttpMethod.Post, "/s/" + slug) { Content = new FormUrlEncodedContent([new("-state", state)]) }
        );
        Assert.Equal((HttpStatusCode.BadRequest, "This page did not arrive whole"), (page.Status, page.Heading));
    }
}
