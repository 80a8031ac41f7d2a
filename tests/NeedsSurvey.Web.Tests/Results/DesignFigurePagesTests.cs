using System.Net.Http.Json;
using System.Text.Json;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Tests.Needs;

namespace NeedsSurvey.Web.Tests.Results;

/// <summary>One figure has one interval: on the pages of results and needs, in both answers of the API, and in the report.</summary>
public sealed class DesignFigurePagesTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Definition = """
        {"title": "Drawn", "questions": [
          {"type": "select_one", "name": "area", "group_role": "area", "label": "Where?", "choices": [
            {"name": "north", "label": "North"}, {"name": "south", "label": "South"}]},
          {"type": "text", "name": "house", "label": "Which household?"},
          {"type": "select_one", "name": "help", "label": "What helps?", "choices": [
            {"name": "food", "label": "Food", "need": "food"}, {"name": "bus", "label": "Bus", "need": "bus"}]}]}
        """;

    private sealed record Asked(SignedInPerson Owner, TestInitiative Initiative, string Slug)
    {
        public string Base => $"/o/{Owner.Org}/{Initiative.Slug}";
        public string Results => $"{Base}/surveys/{Slug}/results";
        public string Needs => $"{Base}/needs?method=prevalence";
    }

    private async Task<Asked> Ask(SurveyDesign design, int? communitySize = null)
    {
        var owner = await site.SignedIn();
        var organisation = new TestOrganisation(site.Data, owner.OrganisationId, owner.Org, []);
        var fields = new InitiativeFields
        {
            Title = "Drawn",
            Stance = Stance.Allyship,
            Community = "People of Riverside",
            CommunitySize = communitySize,
        };
        var initiative = await organisation.Initiative(fields);
        var slug = await initiative.Draft(SurveyJson.Read(Definition).Definition!);
        await site.Data.Publish(slug);
        (await site.Get<SetSampleDesign>().Run(organisation.Owner, slug, design, default)).OrThrow();
        return new(owner, initiative with { Survey = slug }, slug);
    }

    private async Task Answer(Asked asked, int times, string help, string area = "north", string house = "")
    {
        var answers = new Dictionary<string, string>
        {
            ["area"] = area,
            ["house"] = house,
            ["help"] = help,
        };
        for (var i = 0; i < times; i++)
            (
                await site.Get<SubmitResponse>()
                    .Run(new(asked.Slug, Guid.NewGuid(), "en", JsonSerializer.SerializeToElement(answers)), default)
            ).OrThrow();
    }

    private async Task<Asked> CensusOf100()
    {
        var asked = await Ask(new(SampleDesign.Census), 100);
        await Answer(asked, 24, "food");
        await Answer(asked, 36, "bus");
        return asked;
    }

    private async Task<(JsonElement Results, JsonElement Needs)> Api(Asked asked, Role role = Role.Owner)
    {
        using var client = await site.Bearer(asked.Owner.Org, role);
        return (
            await client.GetFromJsonAsync<JsonElement>($"/api/v1/surveys/{asked.Slug}/results"),
            await client.GetFromJsonAsync<JsonElement>($"/api/v1/initiatives/{asked.Initiative.Id}/needs?method=prevalence")
        );
    }

    private static JsonElement Choice(JsonElement results) =>
        results
            .GetProperty("questions")
            .EnumerateArray()
            .Single(question => question.GetProperty("name").GetString() == "help")
            .GetProperty("choices")
            .EnumerateArray()
            .Single(choice => choice.GetProperty("code").GetString() == "food");

    private static JsonElement Need(JsonElement ranking) =>
        ranking.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("need").GetString() == "food");

    private static (double, double) Interval(JsonElement figure) =>
        (figure.GetProperty("interval").GetProperty("low").GetDouble(), figure.GetProperty("interval").GetProperty("high").GetDouble());

    [Fact]
    public async Task N5_a_census_of_100_with_24_of_60_reads_32_to_48_on_both_pages()
    {
        var asked = await CensusOf100();
        Assert.Contains("32 % to 48 %", (await asked.Owner.Pages.Open(asked.Results)).Sound().Words, StringComparison.Ordinal);
        Assert.Contains("32 % to 48 %", (await asked.Owner.Pages.Open(asked.Needs)).Sound().Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task N5_both_answers_of_the_API_have_the_interval_of_the_pages()
    {
        var (results, needs) = await Api(await CensusOf100());
        Assert.Equal((.32, .48), Interval(Choice(results)));
        Assert.Equal((.32, .48), Interval(Need(needs.GetProperty("chosen"))));
    }

    [Fact]
    public async Task N5_the_report_has_the_interval_that_a_Viewer_sees()
    {
        var asked = await CensusOf100();
        var (results, needs) = await Api(asked, Role.Viewer);
        var (low, high) = Interval(Choice(results));
        Assert.Equal((low, high), Interval(Need(needs.GetProperty("chosen"))));
        var slug = (await asked.Initiative.Report()).OrThrow().Slug;
        var json = JsonElement.Parse((await site.NewPageClient().Open($"/r/{slug}/report.json")).Html);
        Assert.Equal((low, high), Interval(Need(json.GetProperty("ranking"))));
        var page = (await site.NewPageClient().Open($"/r/{slug}")).Sound();
        Assert.Contains($"{low * 100:0} %–{high * 100:0} %", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task N9_twenty_households_of_ten_have_a_wide_interval_on_both_pages()
    {
        var asked = await Ask(new(SampleDesign.ProbabilitySample, null, "house"));
        for (var house = 0; house < 20; house++)
            await Answer(asked, 10, house < 8 ? "food" : "bus", house: $"{house}");
        var (low, high) = Interval(Choice((await Api(asked)).Results));
        Assert.True(high - low > .4);
        foreach (var address in new[] { asked.Results, asked.Needs })
        {
            var page = (await asked.Owner.Pages.Open(address)).Sound();
            Assert.Contains($"{low * 100:0} % to {high * 100:0} %", page.Words, StringComparison.Ordinal);
            Assert.Contains("people of one cluster being alike", page.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task With_strata_the_community_s_share_stands_beside_the_share_of_those_who_answered()
    {
        var asked = await Ask(new(SampleDesign.ProbabilitySample, "area", null, [new("north", 900), new("south", 100)]));
        await Answer(asked, 10, "food");
        await Answer(asked, 40, "bus");
        await Answer(asked, 30, "food", "south");
        await Answer(asked, 20, "bus", "south");
        Assert.Equal(.24, Choice((await Api(asked)).Results).GetProperty("community").GetDouble(), 9);
        foreach (var address in new[] { asked.Results, asked.Needs })
            Assert.Contains("In the community", (await asked.Owner.Pages.Open(address)).Sound().Words, StringComparison.Ordinal);
    }
}
