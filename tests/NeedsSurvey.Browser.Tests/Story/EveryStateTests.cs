using NeedsSurvey.App;
using NeedsSurvey.App.Demo;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Story;

/// <summary>
/// Every state in which somebody who answers may find a page, looked at like the pages of the story; every kind of question on one page,
/// to be quick.
/// </summary>
public sealed class EveryStateTests(Chromium chromium, TestSite site) : IClassFixture<Chromium>, IClassFixture<TestSite>
{
    private const string EveryKind = """
        {"title": {"en": "Every kind of question", "ar": "كل أنواع الأسئلة"}, "languages": ["en", "ar"], "layout": "all_on_one",
         "support": [{"label": "Someone to talk to", "url": "https://findahelpline.com", "phone": "+1 555 0100"}],
         "questions": [
          {"type": "note", "name": "hello", "label": {"en": "Before we begin", "ar": "قبل أن نبدأ"}, "hint": "There are no wrong answers."},
          {"type": "text", "name": "nickname", "max_length": 10, "label": {"en": "A short name", "ar": "اسم قصير"}},
          {"type": "text", "name": "story", "appearance": "multiline", "required": true, "label": {"en": "What is going on?",
              "ar": "ماذا يجري؟"}},
          {"type": "integer", "name": "people", "label": {"en": "How many people?", "ar": "كم شخصًا؟"}},
          {"type": "decimal", "name": "rent", "label": {"en": "How much is the rent?", "ar": "كم الإيجار؟"}},
          {"type": "date", "name": "moved", "label": {"en": "Since when?", "ar": "منذ متى؟"}},
          {"type": "time", "name": "quiet", "label": {"en": "When does it get quiet?", "ar": "متى يحلّ الهدوء؟"}},
          {"type": "select_one", "name": "tenure", "other": true, "required": true, "label": {"en": "How do you live?",
              "ar": "كيف تسكنون؟"}, "choices": [{"name": "rent", "label": {"en": "Renting", "ar": "إيجار"}},
              {"name": "own", "label": {"en": "Owning", "ar": "ملك"}}]},
          {"type": "select_multiple", "name": "ways", "min": 2, "max": 3, "other": true, "label": {"en": "What gets in the way?",
              "ar": "ما العائق؟"}, "choices": [{"name": "cost", "label": "Cost"}, {"name": "time", "label": "Time"},
              {"name": "none", "label": "Nothing", "exclusive": true}]},
          {"type": "rank", "name": "first", "top": 2, "label": {"en": "What comes first?", "ar": "ما الأول؟"},
              "choices": [{"name": "home", "label": "Home"}, {"name": "food", "label": "Food"}, {"name": "care", "label": "Care"}]},
          {"type": "range", "name": "life", "low_label": {"en": "Very bad", "ar": "سيئة جدًا"}, "high_label": {"en": "Very good",
              "ar": "جيدة جدًا"}, "label": {"en": "How is life?", "ar": "كيف الحياة؟"}},
          {"type": "range", "name": "hundred", "end": 100, "label": {"en": "Out of a hundred?", "ar": "من مئة؟"}},
          {"type": "need_grid", "name": "needs", "label": "Needs", "rows": [{"name": "home", "label": {"en": "Housing", "ar": "سكن"},
              "hint": "One you can pay for."}],
           "importance": {"label": "How important?", "scale": [{"value": 0, "label": "Not"},
               {"value": 1, "label": "Very"}]}, "satisfaction": {"label": "How is it going?", "scale": [{"value": 0, "label": "Badly"},
               {"value": 1, "label": "Well"}]}},
          {"type": "matrix", "name": "visits", "label": {"en": "When are you there?", "ar": "متى تكونون هناك؟"}, "rows": [{"name": "mon",
              "label": "Monday"}], "choices": [{"name": "day", "label": "By day"}, {"name": "night", "label": "At night"}]},
          {"type": "best_worst", "name": "trade", "label": {"en": "Of these three", "ar": "من هذه الثلاثة"}, "choices": [{"name": "trees",
              "label": "Trees"}, {"name": "lamps", "label": "Lamps"}, {"name": "bins", "label": "Bins"}], "sets": [["trees", "lamps",
              "bins"]]},
          {"type": "geopoint", "name": "place", "label": {"en": "Where is it?", "ar": "أين هو؟"}},
          {"type": "group", "name": "hard", "label": {"en": "What happened", "ar": "ما حدث"}, "warning": "This may be hard.",
              "questions": [{"type": "text", "name": "seen", "label": {"en": "What did you see?", "ar": "ماذا رأيتم؟"}}]}]}
        """;

    private static readonly (string Field, string Value)[] Wrong =
    [
        ("nickname", "Far too long for ten"),
        ("people", "many"),
        ("rent", "1.234"),
        ("moved:day", "31"),
        ("moved:month", "2"),
        ("moved:year", "2020"),
        ("quiet", "25:99"),
        ("ways", "cost"),
        ("first:1", "home"),
        ("first:2", "home"),
        ("hundred", "500"),
        ("trade:1:best", "trees"),
        ("trade:1:worst", "trees"),
        ("place:lat", "100"),
        ("place:lon", "x"),
    ];

    [SkippableFact]
    public async Task Every_page_that_a_respondent_may_meet_holds_what_all_pages_hold()
    {
        Skip.IfNot(Thorough.Run, Thorough.Skipped);
        var seen = new SeenPages(chromium.Browser, site.Address);
        await using var context = await seen.Watch(
            new()
            {
                ViewportSize = new() { Width = 320, Height = 640 },
                JavaScriptEnabled = false,
            }
        );
        var browser = new TestBrowser(await context.NewPageAsync(), site.Address, seen);
        var slug = await site.Data.Survey(EveryKind);
        // In Arabic: what holds from right to left at 320 px is the harder half; the story walks in English.
        await browser.Open($"/s/{slug}?language=ar", "80-start");
        await browser.Press("ابدؤوا");
        foreach (var (field, value) in Wrong)
            await browser.Fill(field, value);
        await browser.Press("متابعة");
        await browser.Keep("81-faults");
        Assert.True(
            await browser.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.error-summary')"),
            "The summary of what is wrong has the focus."
        );
        foreach (var link in await browser.Page.Locator(".error-summary a").AllAsync())
        {
            await link.ClickAsync();
            Assert.True(
                await browser.Page.EvaluateAsync<bool>(LandsInSight),
                $"{await link.InnerTextAsync()} leads to a field that can be seen and typed in, with its question."
            );
        }
        (await site.Get<CloseSurvey>().Run(Actor.Operator, slug, default)).OrThrow();
        await browser.Press("متابعة");
        await browser.Keep("82-closed-in-the-middle");
        foreach (
            var (path, name) in new[]
            {
                ($"/s/{slug}", "83-closed"),
                ("/s/nobody-knows", "84-unknown"),
                ("/h/nobody-knows?language=es", "85-no-hearing"),
                ("/receipt?language=ar", "86-receipt"),
            }
        )
            await browser.Open(path, name);
        await browser.Fill("code", "not a code");
        await browser.Go(() => browser.Page.Locator("main form button").ClickAsync());
        await browser.Keep("87-receipt-wrong");
        var demo = (await site.Get<CreateDemo>().Run(Actor.Operator, 60, onlyFirst: true)).OrThrow().Demo;
        foreach (var (path, name) in new[] { ("/demo", "88-demo"), (demo.ReportPath + "?language=ar", "89-report") })
            await browser.Open(path, name);

        var faults = await seen.Check();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // The field and the heading above it are both on the screen.
    private const string LandsInSight = """
        () => {
          const field = document.getElementById(location.hash.slice(1));
                const heading = field?.closest('.question')?.querySelector('legend, label, h1');
          const on = one => { const box = one.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; };
          return !!field && field.tabIndex >= 0 && on(field) && !!heading && on(heading);
        }
        """;
}
