// Results and exports over HTTP: what a member sees, what a small group never shows, and who may take data away.

using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Tests.Accounts;

namespace NeedsSurvey.Web.Tests.Exchange;

public sealed class ResultsAndExportTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Definition = """
        {"title": {"en": "What \"matters\""}, "languages": ["en"], "questions": [
          {"type": "select_one", "name": "area", "group_role": "area", "label": {"en": "Where?"},
           "choices": [{"name": "north", "label": {"en": "North"}}, {"name": "south", "label": {"en": "South"}},
               {"name": "isle", "label": {"en": "The isle"}}]},
          {"type": "select_one", "name": "home", "label": {"en": "Your home?"},
           "choices": [{"name": "rent", "label": {"en": "Renting"}}, {"name": "own", "label": {"en": "Owning"}},
               {"name": "boat", "label": {"en": "A boat"}}]},
          {"type": "select_multiple", "name": "help", "label": {"en": "What helps?"}, "choices": [{"name": "food",
              "label": {"en": "Food"}}, {"name": "care", "label": {"en": "Care"}}]},
          {"type": "range", "name": "life", "label": {"en": "How is life?"}},
          {"type": "rank", "name": "first", "label": {"en": "What first?"}, "choices": [{"name": "food", "label": {"en": "Food"}},
              {"name": "care", "label": {"en": "Care"}}]},
          {"type": "text", "name": "story", "story": true, "label": {"en": "What is going on?"}}]}
        """;

    // 20 north (12 rent, 8 own), 15 south (15 rent), 4 on the isle (own), 1 without an area (a boat).
    private async Task<(SignedInPerson Owner, string Base, string Slug)> Answered(int scale = 1)
    {
        var owner = await site.SignedIn();
        var initiative = (
            await site.Get<CreateInitiative>()
                .Run(owner.Actor, owner.Org, new() { Title = "Open doors", Stance = Stance.Allyship }, default)
        ).OrThrow();
        var survey = (
            await site.Get<CreateSurvey>()
                .Run(owner.Actor, initiative.Id, new(Definition: SurveyJson.Read(Definition).Definition!), default)
        ).OrThrow();
        (await site.Get<PublishSurvey>().Run(owner.Actor, survey.Slug, new(), default)).OrThrow();
        async Task Send(int people, string answers)
        {
            for (var i = 0; i < people * scale; i++)
                (
                    await site.Get<SubmitResponse>().Run(new(survey.Slug, Guid.NewGuid(), "en", JsonElement.Parse(answers)), default)
                ).OrThrow();
        }
        await Send(
            12,
            """{"area": "north", "home": "rent", "help": ["food"], "life": 3, "first": """
                + """["food", "care"], "story": "<script>alert(1)</script> =1+1"}"""
        );
        await Send(8, """{"area": "north", "home": "own", "help": ["care"], "life": 7, "first": ["care", "food"]}""");
        await Send(15, """{"area": "south", "home": "rent", "help": ["food", "care"], "life": 5, "first": ["food"]}""");
        await Send(4, """{"area": "isle", "home": "own", "life": 10}""");
        await Send(1, """{"home": "boat", "area": {"declined": true}}""");
        return (owner, $"/o/{owner.Org}/{initiative.Slug}/surveys/{survey.Slug}", survey.Slug);
    }

    [Fact]
    public async Task The_results_page_counts_first_and_shows_each_question_with_bars_and_a_table_but_no_small_group()
    {
        var (owner, here, _) = await Answered();
        var page = await owner.Pages.Open(here + "/results");
        Assert.Equal((HttpStatusCode.OK, "40 people answered"), (page.Status, page.Heading));
        Assert.Contains("no margin of error applies", page.Words, StringComparison.Ordinal);
        var home = page.Document.QuerySelector("#question-home")!;
        Assert.Equal("Most often: Renting (68 %)", home.QuerySelector("h2")!.TextContent);
        Assert.Contains("40 of 40 people who were asked answered", home.TextContent, StringComparison.Ordinal);
        Assert.NotNull(home.QuerySelector("svg rect"));
        Assert.Null(home.QuerySelector("svg .whisker"));
        var rows = home.QuerySelectorAll("details table tbody tr")
            .ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelector("td")!.TextContent);
        Assert.Equal("27", rows["Renting"]);
        Assert.Equal(("hidden", "hidden"), (rows["A boat"], rows["Owning"]));
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_shows_one_group_and_refuses_one_that_is_too_small_or_leaves_too_few_out()
    {
        var (owner, here, slug) = await Answered();
        var north = await owner.Pages.Open(here + "/results?filter=area%3Dnorth");
        Assert.Equal("20 of 40 people", north.Heading);
        var isle = await owner.Pages.Open(here + "/results?filter=area%3Disle");
        Assert.Equal(HttpStatusCode.BadRequest, isle.Status);
        Assert.Contains("they could be recognised", isle.Words, StringComparison.Ordinal);
        Assert.Equal("40 people answered", isle.Heading);
        using var client = await site.Bearer(owner.Org, Role.Viewer);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"/api/v1/surveys/{slug}/results?filter=home=rent")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"/api/v1/surveys/{slug}/results?filter=area=nowhere")).StatusCode);
    }

    [Fact]
    public async Task The_api_hides_what_the_page_hides_and_a_crosstab_gives_nothing_away()
    {
        var (owner, _, slug) = await Answered();
        using var client = await site.Bearer(owner.Org, Role.Viewer);
        var results = JsonElement.Parse(await client.GetStringAsync($"/api/v1/surveys/{slug}/results"));
        Assert.Equal((40, "opt_in"), (results.GetProperty("responses").GetInt32(), results.GetProperty("sampleDesign").GetString()));
        var questions = results
            .GetProperty("questions")
            .EnumerateArray()
            .ToDictionary(question => question.GetProperty("name").GetString()!);
        Assert.Equal(
            [27, null, null],
            questions["home"]
                .GetProperty("choices")
                .EnumerateArray()
                .Select(choice =>
                    choice.GetProperty("count").ValueKind == JsonValueKind.Null ? (int?)null : choice.GetProperty("count").GetInt32()
                )
        );
        Assert.Equal((39, 0, 0, 1), Counts(questions["area"]));
        Assert.Equal((12, 28, 0, 0), Counts(questions["story"]));
        Assert.Equal(5, questions["life"].GetProperty("numbers").GetProperty("median").GetDouble());
        // Eight put care first: few enough to hide, and food with it, from which it would follow.
        Assert.All(questions["first"].GetProperty("ranking").EnumerateArray(), choice =>
            Assert.Equal(JsonValueKind.Null, choice.GetProperty("first").ValueKind)
        );
        Assert.DoesNotContain("alert", results.GetRawText(), StringComparison.Ordinal);

        var table = JsonElement.Parse(await client.GetStringAsync($"/api/v1/surveys/{slug}/crosstab?row=area&column=home"));
        Assert.Equal(40, table.GetProperty("total").GetInt32());
        Assert.DoesNotContain(table.GetProperty("counts").EnumerateArray().SelectMany(row => row.EnumerateArray()), cell =>
            cell.ValueKind == JsonValueKind.Number && cell.GetInt32() is > 0 and < 10
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await client.GetAsync($"/api/v1/surveys/{slug}/crosstab?row=area&column=area")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await owner.Pages.Open($"/o/{owner.Org}/open-doors/surveys/{slug}/results/crosstab?row=area&column=help")).Status
        );

        static (int, int, int, int) Counts(JsonElement question)
        {
            var counts = question.GetProperty("counts");
            return (
                counts.GetProperty("answered").GetInt32(),
                counts.GetProperty("skipped").GetInt32(),
                counts.GetProperty("notAsked").GetInt32(),
                counts.GetProperty("declined").GetInt32()
            );
        }
    }

    [Fact]
    public async Task Intervals_appear_only_when_the_sample_was_drawn()
    {
        var (owner, here, slug) = await Answered();
        (await site.Get<SetSampleDesign>().Run(owner.Actor, slug, SampleDesign.ProbabilitySample, default)).OrThrow();
        var page = await owner.Pages.Open(here + "/results");
        Assert.NotNull(page.Document.QuerySelector("#question-home svg .whisker"));
        Assert.Contains("95 % interval", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_answers_are_read_apart_by_those_who_may_and_run_nothing()
    {
        var (owner, here, _) = await Answered();
        var words = await owner.Pages.Open(here + "/results/words?field=story");
        Assert.Equal("12 open answers", words.Heading);
        Assert.Empty(words.Document.QuerySelectorAll("main script"));
        var viewer = await site.SignedIn(Role.Viewer, owner.Org);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Pages.Open(here + "/results/words")).Status);
        Assert.DoesNotContain("Open answers", (await viewer.Pages.Open(here + "/results")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zip", "analysis", "application/zip")]
    [InlineData("zip", "spreadsheet", "application/zip")]
    [InlineData("csv", "analysis", "text/csv")]
    [InlineData("csv", "spreadsheet", "text/csv")]
    public async Task Every_format_asks_for_the_right_to_export_and_comes_under_a_safe_name(string format, string preset, string type)
    {
        var (owner, here, slug) = await Answered();
        var query = $"?format={format}&preset={preset}";
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = await site.Bearer(owner.Org, role);
            using var response = await client.GetAsync($"/api/v1/surveys/{slug}/export{query}");
            Assert.Equal(
                (role, Permissions.Of(role).Contains(Permission.Export) ? HttpStatusCode.OK : HttpStatusCode.Forbidden),
                (role, response.StatusCode)
            );
            if (!response.IsSuccessStatusCode)
                continue;
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            Assert.Matches("^attachment; filename=\"[a-z0-9-]+\\.(zip|csv)\"$", response.Content.Headers.ContentDisposition!.ToString());
            Assert.True(response.Headers.CacheControl!.NoStore);
        }
        var stranger = await site.SignedIn();
        using var theirs = await site.Bearer(stranger.Org);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync($"/api/v1/surveys/{slug}/export{query}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Pages.Open($"{here}/export/file{query}")).Status);
        var viewer = await site.SignedIn(Role.Viewer, owner.Org);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Pages.Open($"{here}/export/file{query}")).Status);
    }

    [Fact]
    public async Task The_page_explains_the_file_and_the_download_is_the_whole_package()
    {
        var (owner, here, slug) = await Answered();
        var page = await owner.Pages.Open(here + "/export");
        Assert.Equal("Export 40 responses", page.Heading);
        Assert.Contains("REFUSED", page.Words, StringComparison.Ordinal);
        using var client = await site.Bearer(owner.Org);
        using var zip = new ZipArchive(new MemoryStream(await client.GetByteArrayAsync($"/api/v1/surveys/{slug}/export")));
        Assert.Equal(["responses.csv", "codebook.csv", "import.R", "manifest.json"], zip.Entries.Select(entry => entry.FullName));
        using var reader = new StreamReader(zip.Entries[0].Open(), Encoding.UTF8);
        Assert.Equal(41, (await reader.ReadToEndAsync()).Split("\r\n").Length - 1);
        Assert.Equal(
            1,
            await site.Database.Db.One<long>(
                "select count(*) from audit_entry where action = 'responses.export' and organisation_id = @OrganisationId",
                new { owner.OrganisationId }
            )
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"/api/v1/surveys/{slug}/export?format=exe")).StatusCode);
    }
}
