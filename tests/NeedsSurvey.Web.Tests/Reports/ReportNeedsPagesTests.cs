using System.Text.Json;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Web.Tests.Reports;

/// <summary>What the public report says of needs that no question rates.</summary>
public sealed class ReportNeedsPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Listed = """
        {"type": "select_multiple", "name": "list", "label": "What do you need?", "choices": [
          {"name": "food", "label": "Food", "need": "food"}, {"name": "bus", "label": "A bus", "need": "bus"}]}
        """;

    // Forty people, every second one with the other answers.
    private async Task<(TestInitiative Initiative, string Slug)> Answered(string question, params string[] answers)
    {
        var initiative = await (await site.Data.Organisation()).Initiative(
            new InitiativeFields
            {
                Title = "Lists",
                Stance = Stance.Allyship,
                Community = "People of Riverside",
            }
        );
        var definition = $$"""{"title": "Lists", "questions": [{{question}}, {{Listed}}]}""";
        var slug = await initiative.Draft(Domain.Surveys.SurveyJson.Read(definition).Definition!);
        await site.Data.Publish(slug);
        for (var i = 0; i < 40; i++)
            (
                await site.Get<SubmitResponse>().Run(new(slug, Guid.NewGuid(), "en", JsonElement.Parse(answers[i % answers.Length])))
            ).OrThrow();
        return (initiative, slug);
    }

    // Chosen from a list is not told unasked.
    [Fact]
    public async Task Of_needs_that_were_chosen_from_a_list_nobody_reads_that_nobody_asked()
    {
        const string grid = """
            {"type": "need_grid", "name": "grid", "label": "Needs?", "rows": [{"name": "housing", "label": "Housing"}],
             "importance": {"label": "Important?", "scale": [{"value": 1, "label": "1"}, {"value": 5, "label": "5"}]},
             "satisfaction": {"label": "Satisfied?", "scale": [{"value": 1, "label": "1"}, {"value": 5, "label": "5"}]}}
            """;
        var (initiative, _) = await Answered(
            grid,
            """{"grid": {"housing": {"importance": 5, "satisfaction": 1}}, "list": ["food"]}""",
            """{"grid": {"housing": {"importance": 5, "satisfaction": 1}}, "list": ["bus"]}"""
        );
        var address = "/r/" + (await initiative.Report()).OrThrow().Slug;
        foreach (var spoken in KnownLanguages.All)
        {
            var report = await site.Public(address, spoken.Code);
            Assert.Contains(spoken.Report.ChosenTitle, report.Document.QuerySelectorAll("h3").Select(h3 => h3.TextContent));
            Assert.DoesNotContain(spoken.Report.Told, report.Words, StringComparison.Ordinal);
            Assert.DoesNotContain(spoken.Report.PeopleTold, report.Words, StringComparison.Ordinal);
            Assert.NotNull(report.Document.QuerySelector(".told li"));
        }
    }

    [Fact]
    public async Task What_few_told_of_is_said_once_for_all_of_it()
    {
        var (initiative, slug) = await Answered(
            """{"type": "text", "name": "story", "label": "What is it like?", "story": true}""",
            """{"story": "It is loud.", "list": ["food"]}"""
        );
        await site.Database.Execute(
            $$"""
            insert into need (initiative_id, name, label, position, origin)
            select '{{initiative.Id}}', n.name, n.label::jsonb, n.position, 'stories'
            from (values ('quiet', '{"en": "Quiet nights"}', 8), ('light', '{"en": "Street light"}', 9)) n(name, label, position);
            insert into reading (survey_id, response_id, field, coder_id)
            select survey_id, response_id, 'story', gen_random_uuid() from response join survey using (survey_id) where slug = '{{slug}}';
            insert into coding (survey_id, response_id, coding_id, field, span_start, span_length, need, coder_id)
            select survey_id, response_id, gen_random_uuid(), 'story', 0, 5, need, gen_random_uuid()
            from (select survey_id, response_id from response join survey using (survey_id) where slug = '{{slug}}' limit 3) few,
                 (values ('quiet'), ('light')) told(need)
            """
        );
        var report = await site.Public("/r/" + (await initiative.Report()).OrThrow().Slug);
        var said = report
            .Document.QuerySelectorAll("p")
            .Select(words => words.TextContent)
            .Where(words => words.Contains("named each", StringComparison.Ordinal));
        Assert.EndsWith("named each: quiet nights and street light.", Assert.Single(said), StringComparison.Ordinal);
    }
}
