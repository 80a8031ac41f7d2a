// The whole roadmap at a browser, once: the organiser's pages as they are, the respondents' without script. What is held of every page on
// the way is in SeenPages.

using System.Text.Json;
using Microsoft.Playwright;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Story;

public sealed class BrowserStoryTests(Chromium chromium, TestSite site) : IClassFixture<Chromium>, IClassFixture<TestSite>
{
    private SeenPages seen = null!;

    [SkippableFact]
    public async Task The_whole_story_from_the_set_up_link_to_a_receipt_that_tells_what_became_of_the_words()
    {
        seen = new SeenPages(chromium.Browser, site.Address);
        await using var office = await seen.Watch(
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 900 },
            }
        );
        await using var street = await seen.Watch(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
                JavaScriptEnabled = false,
            }
        );
        var organiser = new TestBrowser(await office.NewPageAsync(), site.Address, seen);
        var respondent = new TestBrowser(await street.NewPageAsync(), site.Address, seen);

        var organisation = await SetUp(organiser);
        var initiative = await BeginInitiative(organiser, organisation);
        var survey = await PublishSurvey(organiser, initiative);
        var receipt = await Answer(respondent, survey);
        await TakeResultsAway(organiser, initiative, survey);
        await ReadAndRank(organiser, initiative);
        await CheckHearing(organiser, respondent, initiative);
        await AdoptPastTheGate(organiser, initiative);
        var report = await Publish(organiser, initiative);
        await FindWhatBecameOfIt(respondent, report, receipt);

        var faults = await seen.Check();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task<string> SetUp(TestBrowser organiser)
    {
        await organiser.Open("/", "01-front");
        await organiser.Open("/setup?token=" + await site.Get<CreateSetupLink>().Run(default), "02-setup");
        await organiser.Fill("name", "Ana Ruiz");
        await organiser.Fill("email", "ana@example.org");
        await organiser.Fill("password", "seven quiet lanterns");
        await organiser.Fill("organisationName", "Valley Museum");
        await organiser.Press("Set up");
        var organisation = organiser.Path;
        await organiser.Keep("03-organisation-empty");
        await organiser.Open(organisation + "/settings");
        await organiser.Fill("mission", "Everyone in the valley has a home, and a say.");
        await organiser.Press("Add a pillar");
        await organiser.Fill("pillars[0].name", "Homes");
        await organiser.Press("Save");
        await organiser.Keep("04-mission");
        foreach (var page in new[] { "people", "keys", "history" })
            await organiser.Open($"{organisation}/{page}", "05-" + page);
        await organiser.Open("/account", "05-account");
        return organisation;
    }

    private static async Task<string> BeginInitiative(TestBrowser organiser, string organisation)
    {
        await organiser.Open(organisation);
        await organiser.Follow("Begin an initiative");
        await organiser.Press("Begin the initiative");
        await organiser.Keep("06-initiative-with-faults");
        await organiser.Fill("title", "What the valley needs");
        await organiser.Fill("purpose", "We ask before we plan.");
        await organiser.Fill("stance", "Allyship");
        await organiser.Fill("community", "Everyone in the valley");
        await organiser.Fill("place", "The valley");
        await organiser.Fill("communitySize", "900");
        await organiser.Press("Begin the initiative");
        await organiser.Keep("07-initiative");
        var initiative = organiser.Path;
        foreach (var stage in new[] { "listen", "needs", "hearing", "goals", "report" })
            await organiser.Open($"{initiative}/{stage}", "08-empty-" + stage);
        return initiative;
    }

    private async Task<string> PublishSurvey(TestBrowser organiser, string initiative)
    {
        await organiser.Open(initiative + "/surveys/new", "09-templates");
        await organiser.Go(() => organiser.Page.Locator("form:has(input[value=neighbourhood-needs]) button").ClickAsync());
        await organiser.Keep("10-survey");
        var survey = organiser.Path;
        await organiser.Open(survey + "/questions/life_here", "11-question");
        await organiser.Fill("label.en", "How is life in the valley?");
        await organiser.Press("Save");
        Assert.Contains("How is life in the valley?", await organiser.Words(), StringComparison.Ordinal);
        await organiser.Open(survey + "/preview", "12-preview");
        await organiser.Open(survey + "/try", "12-try");
        await organiser.Open(survey + "/translate?language=ar", "12-translate");
        await organiser.Open(survey + "/delete", "12-delete");
        await organiser.Open(survey + "/questions/new?kind=select_multiple", "12-new-question");
        await organiser.Open(survey + "/settings", "13-start-page");
        await organiser.Open(survey + "/publish", "14-publish");
        await organiser.Press("Publish survey");
        await organiser.Keep("15-published");
        return await site.Database.Db.One<string>("select slug from survey");
    }

    private async Task<string> Answer(TestBrowser respondent, string survey)
    {
        var receipt = await new Respondent(respondent, survey, "en").Answer(
            new Dictionary<string, string>
            {
                ["life_here"] = "4",
                ["story"] = "The rent takes half of what I earn.",
                ["needs:housing_cost:importance"] = "4",
                ["needs:housing_cost:satisfaction"] = "0",
                ["needs:food:importance"] = "2",
                ["needs:food:satisfaction"] = "3",
                ["first_three:1"] = "housing_cost",
                ["first_three:2"] = "health_care",
                ["in_the_way"] = "cost",
                ["age"] = "age_25_39",
                ["tenure"] = "rent_private",
                ["repair_waiting"] = "months",
                ["quote"] = "yes",
            },
            keepAs: "20-en"
        );
        // What the second writes is about the figures, not the pages, which the first has seen.
        await Send(
            survey,
            "en",
            """
            {"needs": {"housing_cost": {"importance": 3, "satisfaction": 1}, "transport": {"importance": 4, "satisfaction": 1}}}
            """
        );
        // In Arabic every kind of question is walked by EveryStateTests; a thorough run walks this survey too.
        if (Thorough.Run)
            await new Respondent(respondent, survey, "ar").Answer(
                new Dictionary<string, string>
                {
                    ["story"] = "الإيجار غالٍ جدًّا.",
                    ["needs:housing_cost:importance"] = "4",
                    ["needs:housing_cost:satisfaction"] = "0",
                    ["first_three:1"] = "housing_cost",
                },
                keepAs: "21-ar"
            );
        else
        {
            await respondent.Open($"/s/{survey}?language=ar", "21-ar-00-start");
            await Send(
                survey,
                "ar",
                """
                {"story": "الإيجار غالٍ جدًّا.", "needs": {"housing_cost": {"importance": 4, "satisfaction": 0}},
                 "first_three": ["housing_cost"]}
                """
            );
        }
        Assert.Matches("^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$", receipt);
        return receipt;
    }

    private async Task Send(string survey, string language, string answers) =>
        (
            await site.Get<SubmitResponse>().Run(new SubmitResponse.Command(survey, Guid.NewGuid(), language, JsonElement.Parse(answers)))
        ).OrThrow();

    private static async Task TakeResultsAway(TestBrowser organiser, string initiative, string survey)
    {
        var here = $"{initiative}/surveys/{survey}";
        await organiser.Open(here + "/results", "25-results");
        await organiser.Open(here + "/export", "26-export");
        var download = await organiser.Page.RunAndWaitForDownloadAsync(() =>
            organiser.Page.GetByRole(AriaRole.Link, new() { Name = "Download the package" }).ClickAsync()
        );
        var rows = ExportFile.Read(ExportFile.Entry(await File.ReadAllBytesAsync((await download.PathAsync())!), "responses.csv")).Rows;
        Assert.Equal(["ar", "en", "en"], rows.Select(row => row["language"].Text).Order());
        var first = rows.Single(row => row["story"].Text == "The rent takes half of what I earn.");
        Assert.Equal(
            ["4", "4", "0", "housing_cost", "1", "0", "age_25_39", "months", ""],
            new[]
            {
                "life_here",
                "needs.housing_cost.importance",
                "needs.housing_cost.satisfaction",
                "first_three.rank1",
                "in_the_way.cost",
                "in_the_way.time",
                "age",
                "repair_waiting",
                "area",
            }.Select(column => first[column].Text)
        );
        Assert.Equal(2, rows.Count(row => row["repair_waiting"].Text == "NA"));
        Assert.Contains(rows, row => row["story"].Text == "الإيجار غالٍ جدًّا.");
    }

    private static async Task ReadAndRank(TestBrowser organiser, string initiative)
    {
        await organiser.Open(initiative + "/needs/read", "30-read");
        for (var left = 2; left > 0; left--)
        {
            await organiser.Page.Locator("input[name=need][value=housing_cost]").CheckAsync();
            await organiser.Press("Save and read the next");
        }
        await organiser.Keep("31-all-read");
        await organiser.Open(initiative + "/needs", "32-ranking");
        Assert.Contains("Housing you can afford", await organiser.Words(), StringComparison.Ordinal);
        foreach (var page in new[] { "heard", "compare", "codebook", "prediction" })
            await organiser.Open($"{initiative}/needs/{page}", "33-" + page);
    }

    private async Task CheckHearing(TestBrowser organiser, TestBrowser respondent, string initiative)
    {
        await organiser.Open(initiative + "/hearing");
        await organiser.Fill("summary.en", "Homes cost too much, most of all for those who rent.");
        await organiser.Press("Save and ask the community");
        await organiser.Keep("40-hearing");
        await respondent.Open("/h/" + await site.Database.Db.One<string>("select slug from hearing_check"), "41-hearing-reply");
        await respondent.Fill("verdict", "partly");
        await respondent.Fill("correction", "And the damp.");
        await respondent.Press("Send");
        await respondent.Keep("42-hearing-thanks");
        await organiser.Open(initiative + "/hearing", "43-hearing-replied");
    }

    private static async Task AdoptPastTheGate(TestBrowser organiser, string initiative)
    {
        await organiser.Open(initiative + "/goals/new");
        await organiser.Fill("title", "A renters’ fund");
        foreach (var section in new[] { "#f-needs", "#f-pillars" })
        {
            var link = organiser.Page.Locator($"{section} fieldset").First;
            await link.Locator("input[value='9']").CheckAsync();
            await link.Locator("input[name$='.reason']").FillAsync("People said so first of all.");
        }
        await organiser.Press("Save draft");
        await organiser.Keep("50-goal-draft");
        await organiser.Press("Adopt goal");
        Assert.Contains("Needs come first", await organiser.Words(), StringComparison.Ordinal);
        await organiser.Keep("51-gate-closed");
        if (!await organiser.Page.Locator("[name=overrideReason]").IsVisibleAsync())
            await organiser.Page.Locator("details:has([name=overrideReason]) > summary").ClickAsync();
        await organiser.Fill("overrideReason", "The winter does not wait.");
        await organiser.Press("Adopt goal");
        await organiser.Fill("words", "The fund has its first 1,000.");
        await organiser.Press("Add update");
        await organiser.Keep("52-goal-adopted");
        await organiser.Open(initiative + "/goals/decisions");
        await organiser.Page.Locator("select[name$='.kind']").First.SelectOptionAsync("act");
        await organiser.Page.Locator("[name$='.reason']").First.FillAsync("It is the first thing people said.");
        await organiser.Press("Save decisions");
        await organiser.Keep("53-decisions");
        await organiser.Open(initiative + "/goals", "54-goals");
    }

    private async Task<string> Publish(TestBrowser organiser, string initiative)
    {
        await organiser.Open(initiative + "/report");
        await organiser.Fill("title", "What the valley said");
        await organiser.Press("Publish report");
        await organiser.Keep("60-report-blank");
        await organiser.Fill("lead", "Homes first.");
        await organiser.Fill("sponsor", "Ourselves.");
        await organiser.Fill("recruitment", "An open link.");
        await organiser.Fill("limitations", "Three people.");
        await organiser.Press("Publish report");
        await organiser.Keep("61-report-published");
        await organiser.Open(initiative, "62-initiative-done");
        return "/r/" + await site.Database.Db.One<string>("select slug from report");
    }

    private static async Task FindWhatBecameOfIt(TestBrowser respondent, string report, string receipt)
    {
        await respondent.Open(report, "70-report");
        Assert.Contains("The winter does not wait.", await respondent.Words(), StringComparison.Ordinal);
        foreach (var language in new[] { "en", "ar" })
            await respondent.Open("/privacy?language=" + language, "71-privacy-" + language);
        await respondent.Open("/receipt", "71-receipt");
        await respondent.Fill("code", receipt.ToLowerInvariant());
        await respondent.Go(() => respondent.Page.Locator("main form button").First.ClickAsync());
        await respondent.Keep("72-what-became");
        var words = await respondent.Words();
        Assert.Contains("It is the first thing people said.", words, StringComparison.Ordinal);
        Assert.Contains("The fund has its first 1,000.", words, StringComparison.Ordinal);
    }
}
