using Microsoft.Playwright;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Story;

/// <summary>The editor's form for every kind, and the pages of types that the story does not meet, looked at like its own.</summary>
public sealed class EditorFormsTests(Chromium chromium, TestSite site) : IClassFixture<Chromium>, IClassFixture<TestSite>
{
    private const string Asked = """
        {"title": "Stars and sets", "questions": [
         {"type": "range", "name": "stars", "start": 1, "end": 5, "appearance": "rating", "label": "How good is the bus?",
          "low_label": "Very bad", "high_label": "Very good"},
         {"type": "best_worst", "name": "trade", "label": "Which of these matters most to you, and which least?",
          "choices": [{"name": "trees", "label": "Trees"}, {"name": "lamps", "label": "Lamps"}, {"name": "bins", "label": "Bins"}],
          "sets": [["trees", "lamps", "bins"], ["bins", "trees"]]},
         {"type": "geopoint", "name": "place", "label": "Where is it?", "hint": "As a map shows it."}]}
        """;

    [SkippableFact]
    public Task Every_form_of_the_editor_holds_what_all_pages_hold() =>
        HoldWhatAllPagesHold(
            Edit,
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 900 },
            }
        );

    [SkippableFact]
    public Task Every_page_of_the_types_that_the_story_does_not_meet_holds_what_all_pages_hold() =>
        HoldWhatAllPagesHold(
            Answer,
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
                JavaScriptEnabled = false,
            }
        );

    private async Task HoldWhatAllPagesHold(Func<TestBrowser, Task> visit, BrowserNewContextOptions options)
    {
        Skip.IfNot(Thorough.Run, Thorough.Skipped);
        var seen = new SeenPages(chromium.Browser, site.Address);
        await using var context = await seen.Watch(options);
        await visit(new TestBrowser(await context.NewPageAsync(), site.Address, seen));
        var faults = await seen.Check();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task Edit(TestBrowser organiser)
    {
        await organiser.Open("/setup?token=" + await site.Get<CreateSetupLink>().Run(default));
        await organiser.Fill("name", "Ana Ruiz");
        await organiser.Fill("email", "ana@example.org");
        await organiser.Fill("password", "seven quiet lanterns");
        await organiser.Fill("organisationName", "Valley Museum");
        await organiser.Press("Set up");
        await organiser.Follow("Begin an initiative");
        await organiser.Fill("title", "What the valley needs");
        await organiser.Fill("purpose", "We ask before we plan.");
        await organiser.Fill("stance", "Allyship");
        await organiser.Press("Begin the initiative");
        await organiser.Open(organiser.Path + "/surveys/new");
        await organiser.Fill("title", "Every kind");
        await organiser.Press("Begin a blank survey");
        var survey = organiser.Path;

        await organiser.Open(survey + "/questions/new", "60-kinds");
        var kinds = await organiser
            .Page.Locator(".kinds a")
            .EvaluateAllAsync<string[]>("links => links.map(link => link.href.split('kind=')[1])");
        foreach (var kind in kinds)
            await organiser.Open($"{survey}/questions/new?kind={kind}", $"61-new-{kind}");

        await organiser.Open(survey + "/questions/new?kind=best_worst");
        await organiser.Fill("label.en", "Which matters most?");
        foreach (var (at, words) in new[] { (0, "Trees"), (1, "Lamps"), (2, "Bins") })
            await organiser.Fill($"choice.{at}.label.en", words);
        await organiser.Fill("sets.how", "written");
        await organiser.Fill("sets", "Trees; Benches");
        await organiser.Press("Add to the survey");
        await organiser.Keep("62-sets-with-fault");
        await organiser.Fill("sets", "Trees; Bins\nBins; Lamps");
        await organiser.Press("Add to the survey");
        await organiser.Open(survey + "/questions/which_matters_most", "63-sets-stored");
        await organiser.Open(survey + "/questions/new?kind=repeat");
        await organiser.Fill("label.en", "Children");
        await organiser.Press("Add to the survey");
        await organiser.Keep("64-outline");
        await organiser.Open(survey + "/questions/children", "68-canvas");
    }

    private async Task Answer(TestBrowser respondent)
    {
        var slug = await site.Data.Survey(Asked);
        await respondent.Open("/s/" + slug);
        await respondent.Press("Start");
        await respondent.Fill("stars", "4");
        // What is chosen is a property until it is written down.
        await respondent.Page.EvaluateAsync(
            "() => document.querySelectorAll('input').forEach(one => one.toggleAttribute('checked', one.checked))"
        );
        await respondent.Keep("65-stars");
        await respondent.Press("Continue");
        await respondent.Keep("66-set");
        await respondent.Fill("trade:1:best", "trees");
        await respondent.Fill("trade:1:worst", "trees");
        await respondent.Press("Continue");
        await respondent.Keep("67-set-with-fault");
        await respondent.Fill("trade:1:worst", "bins");
        await respondent.Press("Continue");
        await respondent.Press("Continue");
        await respondent.Keep("68-point");
    }
}
