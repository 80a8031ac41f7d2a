using System.Net;
using System.Text.Json;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>The threat model for those whom it concerns: found where it matters, in their language, and true of the schema.</summary>
public sealed class PrivacyPageTests(TestSite site) : IClassFixture<TestSite>
{
    public static TheoryData<string> Languages => [.. KnownLanguages.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task It_is_one_step_from_a_surveys_first_page_in_its_language(string language)
    {
        var label = JsonSerializer.Serialize(KnownLanguages.All.ToDictionary(one => one.Code, one => one.Name));
        var slug = await site.Data.Survey(
            $$"""
            {
              "title": {{label}}, "languages": {{JsonSerializer.Serialize(KnownLanguages.All.Select(one => one.Code))}},
              "questions": [{"type": "text", "name": "n", "label": {{label}}}]
            }
            """
        );
        await IsOneStepFrom("/s/" + slug, language);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public Task It_is_one_step_from_the_receipt_in_its_language(string language) => IsOneStepFrom("/receipt", language);

    private async Task IsOneStepFrom(string path, string language)
    {
        var words = KnownLanguages.For(language).Privacy;
        using var visitor = site.NewPageClient();
        var page = await (await visitor.Open($"{path}?language={language}")).Follow(words.Title);
        Assert.Equal((HttpStatusCode.OK, words.Title), (page.Status, page.Heading));
        Assert.Equal(
            (language, KnownLanguages.For(language).Direction),
            (page.Document.DocumentElement.GetAttribute("lang")!, page.Document.DocumentElement.GetAttribute("dir")!)
        );
        Assert.Equal(
            words.Sections.Select(section => section.Heading),
            page.Document.QuerySelectorAll("main h2").Select(heading => heading.TextContent)
        );
        Assert.Empty(visitor.Cookies);
    }

    [Fact]
    public async Task The_front_page_leads_there_too()
    {
        var words = KnownLanguages.English.Privacy;
        Assert.Equal(words.Title, (await (await site.NewPageClient().Open("/")).Follow(words.Title)).Heading);
    }

    [Fact]
    public async Task What_it_says_is_stored_is_what_the_tables_of_respondents_hold()
    {
        // Whoever adds a column about respondents, or moves a threshold, reads the page again and then changes this list.
        var columns = await site.Database.Db.Query<string>(
            """
            select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'
                and table_name in ('response', 'hearing_reply', 'goal_reply') order by 1
            """
        );
        Assert.Equal(
            [
                "goal_reply.drawn",
                "goal_reply.goal_id",
                "goal_reply.initiative_id",
                "goal_reply.language",
                "goal_reply.receipt_hash",
                "goal_reply.received_on",
                "goal_reply.record_key",
                "goal_reply.reply_id",
                "goal_reply.submission_hash",
                "goal_reply.verdict",
                "goal_reply.withdrawn_on",
                "goal_reply.words",
                "hearing_reply.answered",
                "hearing_reply.changed_in",
                "hearing_reply.correction",
                "hearing_reply.could_say",
                "hearing_reply.decision",
                "hearing_reply.decision_reason",
                "hearing_reply.drawn",
                "hearing_reply.initiative_id",
                "hearing_reply.language",
                "hearing_reply.receipt_hash",
                "hearing_reply.received_on",
                "hearing_reply.record_key",
                "hearing_reply.reply_id",
                "hearing_reply.submission_hash",
                "hearing_reply.summary_version",
                "hearing_reply.taken_seriously",
                "hearing_reply.verdict",
                "hearing_reply.was_corrected",
                "hearing_reply.withdrawn_on",
                "response.answers",
                "response.drawn",
                "response.language",
                "response.may_quote",
                "response.receipt_hash",
                "response.received_on",
                "response.record_key",
                "response.response_id",
                "response.submission_hash",
                "response.survey_id",
                "response.version",
                "response.withdrawn_on",
            ],
            columns
        );
        Assert.Equal(10, SafeRule.DefaultThreshold);
    }
}
