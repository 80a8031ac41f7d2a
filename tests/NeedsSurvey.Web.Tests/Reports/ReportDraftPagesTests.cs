using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.Web.Tests.Needs;
using static NeedsSurvey.Web.Tests.Needs.SoundPage;

namespace NeedsSurvey.Web.Tests.Reports;

/// <summary>The report before it is published, by organisers' pages and by the API.</summary>
public sealed class ReportDraftPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly (string, string)[] Filled = [("sponsor", "Nobody."), ("recruitment", "Posters."), ("limitations", "Phones.")];

    private async Task<InitiativePages> Answered(int people)
    {
        var listening = await site.Listening();
        await listening.Answer(people);
        return listening;
    }

    [Fact]
    public async Task Nothing_is_published_before_somebody_has_answered()
    {
        var listening = await Answered(0);
        var page = await (await listening.Open("/report")).Sound().Press("Publish report", Filled);
        Assert.Equal(HttpStatusCode.Conflict, page.CameBack().Status);
    }

    [Fact]
    public async Task A_report_with_a_blank_comes_back_with_what_was_typed()
    {
        var listening = await Answered(3);
        var page = (
            await (await listening.Open("/report")).Press("Publish report", ("title", Hostile), ("lead", Hostile), ("sponsor", Hostile))
        ).CameBack("recruitment", "limitations");
        Assert.Equal((HttpStatusCode.BadRequest, Hostile), (page.Status, page.Value("title")));
    }

    [Fact]
    public async Task What_the_program_fills_in_is_said_above_the_form_while_it_is_blank()
    {
        var listening = await site.Listening(kind: OrganisationKind.Individual, community: "");
        await listening.Answer();
        var page = (await (await listening.Open("/report")).Press("Publish report", Filled)).CameBack();
        Assert.Contains("Who it is about", page.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_has_the_figures_that_will_be_published()
    {
        var listening = await Answered(3);
        Assert.Contains("Fewer than 10 people: no result is given.", (await listening.Open("/report")).Words, StringComparison.Ordinal);
    }

    private async Task<InitiativePages> Published()
    {
        var listening = await Answered(12);
        (await listening.Initiative.Report()).OrThrow();
        return listening;
    }

    [Fact]
    public async Task A_second_version_of_the_same_people_asks_for_a_reason_at_its_field()
    {
        var listening = await Published();
        var page = (await (await listening.Open("/report")).Sound().Press("Publish version 2", ("title", "What changed"))).CameBack(
            "reason"
        );
        Assert.Equal((HttpStatusCode.BadRequest, "What changed"), (page.Status, page.Value("title")));
    }

    [Fact]
    public async Task With_a_reason_it_is_published()
    {
        var listening = await Published();
        var page = await (await listening.Open("/report")).Press("Publish version 2", ("reason", "A typing error."));
        Assert.Equal("Version 2 of the report is public", page.Sound().Heading);
    }

    [Fact]
    public async Task A_second_version_of_ten_more_asks_for_no_reason()
    {
        var listening = await Published();
        await listening.Answer(10);
        Assert.Null((await listening.Open("/report")).Sound().Document.QuerySelector("#f-reason"));
    }

    [Fact]
    public async Task The_API_refuses_a_second_version_without_a_reason_and_says_what_to_do()
    {
        var listening = await Published();
        using var key = await site.Bearer(listening.Owner.Org);
        var refused = await key.PostAsync($"api/v1/initiatives/{listening.Id}/report/publish", null);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var json = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Contains(
            "say why there is a new version",
            json.RootElement.GetProperty("errors").GetProperty("reason")[0].GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_API_takes_a_reason()
    {
        var listening = await Published();
        using var key = await site.Bearer(listening.Owner.Org);
        var made = await key.PostAsJsonAsync($"api/v1/initiatives/{listening.Id}/report/publish", new { reason = "A typing error." });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    [Theory]
    [InlineData("needs")]
    [InlineData("alignment")]
    [InlineData("alignment?format=csv")]
    [InlineData("report")]
    [InlineData("hearing-gap")]
    [InlineData("representation")]
    [InlineData("coding-agreement")]
    [InlineData("roadmap")]
    [InlineData("goals")]
    [InlineData("codebook")]
    [InlineData("open-answers")]
    public async Task One_answer_is_enough_for_every_address_of_the_API(string path)
    {
        var listening = await site.Listening(kind: OrganisationKind.Individual);
        await listening.Answer();
        using var key = await site.Bearer(listening.Owner.Org);
        Assert.Equal(HttpStatusCode.OK, (await key.GetAsync($"api/v1/initiatives/{listening.Id}/{path}")).StatusCode);
    }
}
