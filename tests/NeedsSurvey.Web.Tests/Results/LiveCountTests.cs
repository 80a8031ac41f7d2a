// How many people wrote in their own words, and how many of them were read, is a figure of this moment: of those who may not read the
// words nobody is told. The number of responses is told to everybody (methods.md 3).

using System.Net;
using System.Text.Json;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Tests.Results;

public sealed class LiveCountTests(TestSite site) : IClassFixture<TestSite>
{
    private async Task<TestInitiative> Told()
    {
        var organisation = await site.Data.Organisation();
        var initiative = await organisation.Listening(minimum: 3);
        await initiative.Answers(17, housing: "5 1");
        await initiative.Answers(13, housing: "5 1", story: "The rent rose again.");
        var check = await initiative.OpenHearingCheck();
        await initiative.Replies(check, yes: 7);
        return initiative;
    }

    [Theory]
    [InlineData(Role.Owner, true)]
    [InlineData(Role.Analyst, true)]
    [InlineData(Role.Coder, true)]
    [InlineData(Role.Translator, false)]
    [InlineData(Role.Viewer, false)]
    public async Task Counts_of_open_answers_and_replies_are_for_those_who_read_them(Role role, bool isTold)
    {
        var initiative = await Told();
        using var client = await site.Bearer(initiative.Organisation.Slug, role);
        var answer = JsonElement.Parse(await client.GetStringAsync($"/api/v1/initiatives/{initiative.Id}/roadmap"));
        var facts = answer.GetProperty("facts");
        Assert.Equal(30, facts.GetProperty("responses").GetInt64());
        Assert.All(["openAnswers", "unreadAnswers", "hearingReplies", "undecidedCorrections"], count =>
            Assert.Equal(isTold, facts.GetProperty(count).ValueKind == JsonValueKind.Number)
        );
        Assert.Equal(isTold, answer.GetProperty("stages").GetRawText().Contains("13 open answers", StringComparison.Ordinal));
        Assert.Equal(isTold, answer.GetProperty("stages").GetRawText().Contains("7 replies", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Coder, true)]
    [InlineData(Role.Viewer, false)]
    public async Task The_pages_of_the_initiative_print_them_for_those_only(Role role, bool isTold)
    {
        var initiative = await Told();
        var person = await site.SignedIn(role, initiative.Organisation.Slug);
        var words = "";
        foreach (var page in new[] { "", "/needs", "/needs/codebook", "/goals", "/hearing", $"/surveys/{initiative.Survey}/results" })
            words += (await person.Pages.Open($"/o/{initiative.Organisation.Slug}/{initiative.Slug}{page}")).Words;
        Assert.Equal(isTold, words.Contains("13 open answers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whether_an_open_answer_is_unread_does_not_show_in_the_stages_of_a_viewer()
    {
        var organisation = await site.Data.Organisation();
        var initiative = await organisation.Listening(minimum: 3);
        await initiative.Answers(17, housing: "5 1");
        using var client = await site.Bearer(organisation.Slug, Role.Viewer);
        var before = await Stage();
        await initiative.Answer(housing: "5 1", story: "The rent rose again.");
        Assert.Equal(before, await Stage());

        async Task<string> Stage() =>
            JsonElement
                .Parse(await client.GetStringAsync($"/api/v1/initiatives/{initiative.Id}/roadmap"))
                .GetProperty("stages")[1]
                .GetRawText();
    }

    [Fact]
    public async Task How_far_coders_agree_is_not_for_a_viewer()
    {
        var initiative = await Told();
        using var client = await site.Bearer(initiative.Organisation.Slug, Role.Viewer);
        using var answer = await client.GetAsync($"/api/v1/initiatives/{initiative.Id}/coding-agreement");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var person = await site.SignedIn(Role.Viewer, initiative.Organisation.Slug);
        var page = await person.Pages.Open($"/o/{initiative.Organisation.Slug}/{initiative.Slug}/needs/codebook");
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }
}
