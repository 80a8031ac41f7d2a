using System.Text.Json;

namespace NeedsSurvey.Web.Tests.Responses;

/// <summary>Through the answering pages to where a test begins, and what was stored at their end.</summary>
internal static class AnsweringShortcuts
{
    /// <summary>Straight on to the check-answers page, answering only what is given and what must be.</summary>
    public static async Task<Page> ToCheck(this Page start, params (string Name, string Value)[] answers)
    {
        var page = start;
        for (var steps = 0; page.Heading != "Check your answers" && steps < 40; steps++)
        {
            var here = answers
                .Append(("age", "old"))
                .Where(answer => page.Document.QuerySelector($"[name='{answer.Item1}']") is not null)
                .ToArray();
            page = await page.Go(page.Document.QuerySelector("button[value=skip-section]") is null ? "next" : "skip-section", here);
        }
        return page;
    }

    /// <summary>The answers of the only response.</summary>
    public static async Task<JsonElement> Stored(this TestSite site, string slug) =>
        JsonElement.Parse(
            await site.Database.Db.One<string>(
                "select answers from response join survey using (survey_id) where slug = @slug",
                new { slug }
            )
        );

    /// <summary>How many responses a survey has.</summary>
    public static Task<long> Rows(this TestSite site, string slug) =>
        site.Database.Db.One<long>("select count(*) from response join survey using (survey_id) where slug = @slug", new { slug });
}
