using System.Globalization;
using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Story;

/// <summary>
/// A roster as humanitarian surveys have it: five members, thirty questions each, twenty-six of them asked under a condition. Row 1 of the
/// list of trouble from the field.
/// </summary>
public sealed class RosterTests(Chromium chromium, TestSite site) : IClassFixture<Chromium>, IClassFixture<TestSite>
{
    private const int Members = 5;

    /// <summary>Each conditional question hangs on the one two before it, so that answers go on opening more.</summary>
    private static readonly string Survey = $$"""
        {"title": "Roster", "questions": [
          {"type": "integer", "name": "n", "label": "How many?"},
          {"type": "repeat", "name": "p", "label": "Person", "repeat_count": "${n}", "questions": [
            {"type": "text", "name": "q0", "label": "Name"},
            {"type": "integer", "name": "q1", "label": "How old is ${q0}?"},
            {"type": "integer", "name": "q2", "label": "Question 2"},
            {"type": "integer", "name": "q3", "label": "Question 3"},
            {{string.Join(", ", Enumerable.Range(4, 26).Select(Conditional))}}]},
          {"type": "text", "name": "z", "label": "The end"}]}
        """;

    private static string Conditional(int number) =>
        $$"""
        {"type": "integer", "name": "q{{number}}", "label": "Question {{number}}", "relevant": "${q{{(number < 8 ? 1 : number - 4)}}} >= {{(
            number < 8 ? number * 5 : 18
        )}}"}
        """;

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row_1_every_question_whose_condition_holds_is_seen(bool script)
    {
        Skip.IfNot(Thorough.Run || script, Thorough.Skipped);
        await using var context = await chromium.Browser.NewContextAsync(
            new()
            {
                JavaScriptEnabled = script,
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        var slug = await site.Data.Survey(Survey);
        await page.GotoAsync(new Uri(site.Address, "/s/" + slug).ToString());
        await page.Locator(".button.large").ClickAsync();
        await page.Locator("[name=n]").FillAsync(Members.ToString(CultureInfo.InvariantCulture));
        await page.Locator(".actions .button").ClickAsync();
        await page.Locator("[name='p:1:q0']").WaitForAsync();

        var seen = new HashSet<string>();
        for (var step = 0; step < 12; step++)
        {
            var fields = await page.Locator("main [name^='p:']").EvaluateAllAsync<string[]>("all => all.map(field => field.name)");
            foreach (var field in fields.Where(field => !field.EndsWith(":declined", StringComparison.Ordinal) && seen.Add(field)))
                await page.Locator($"[name='{field}']").FillAsync(Answer(field.Split(':')));
            // With script the page's body is replaced, without the page is: the mark goes with either.
            await page.EvaluateAsync("() => document.querySelector('main').dataset.answered = ''");
            await page.Locator(".actions .button").First.ClickAsync();
            await page.Locator("main:not([data-answered]) .actions .button").First.WaitForAsync();
            if (await page.Locator("[name=z]").CountAsync() > 0)
                break;
        }

        Assert.Equal(1, await page.Locator("[name=z]").CountAsync());
        Assert.Equal(Expected().Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    private const string Household = """
        {"title": {"en": "Your home", "ar": "بيتكم"}, "languages": ["en", "ar"], "questions": [
          {"type": "repeat", "name": "p", "label": "Person in your home", "hint": "Everybody who sleeps here.", "questions": [
            {"type": "note", "name": "first", "label": "Begin with yourself."},
            {"type": "text", "name": "pn", "label": "Name"},
            {"type": "integer", "name": "age", "label": "How old is ${pn}?", "required": true},
            {"type": "group", "name": "job", "label": "Work", "hint": "Paid or not.", "questions": [
              {"type": "yes_no", "name": "w", "label": "Does ${pn} work?", "required": true, "relevant": "${age} >= 18"}]}]}]}
        """;

    [SkippableFact]
    public async Task The_pages_of_a_repeat_hold_what_all_pages_hold()
    {
        Skip.IfNot(Thorough.Run, Thorough.Skipped);
        var seen = new SeenPages(chromium.Browser, site.Address);
        await using var context = await seen.Watch(new() { JavaScriptEnabled = false });
        var browser = new TestBrowser(await context.NewPageAsync(), site.Address, seen);
        await browser.Open("/s/" + await site.Data.Survey(Household));
        await browser.Press("Start");
        await browser.Keep("repeat-empty");
        await browser.Fill("p:1:pn", "Ann Averylongnamethatnobodywouldeverthinkof");
        await browser.Fill("p:1:age", "40");
        await browser.Press("Add another");
        await browser.Keep("repeat-opened");
        await browser.Fill("p:2:pn", "Bo");
        await browser.Press("Continue");
        await browser.Keep("repeat-fault");
        await browser.Press("Remove");
        await browser.Keep("repeat-delete");
        await browser.Press("Keep it");
        await browser.Fill("p:1:w", "yes");
        await browser.Fill("p:2:age", "9");
        await browser.Press("Continue");
        await browser.Keep("repeat-check");
        Assert.Equal("Check your answers", await browser.Heading());
        Assert.Empty(await seen.Check());
    }

    private static int Age(int member) => 10 * member;

    private static string Answer(string[] field) =>
        field[2] switch
        {
            "q0" => "Member " + field[1],
            "q1" => Age(int.Parse(field[1], CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
            _ => "20",
        };

    private static IEnumerable<string> Expected() =>
        from member in Enumerable.Range(1, Members)
        from number in Enumerable.Range(0, 30)
        where number < 4 || Age(member) >= (4 + number % 4) * 5
        select $"p:{member}:q{number}";
}
