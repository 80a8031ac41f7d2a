using System.Net;

namespace NeedsSurvey.Web.Tests.Goals;

/// <summary>Two people, or two windows, have one page open, and both save: neither undoes the other's words unasked.</summary>
public sealed class MeanwhileTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>A page in two windows.</summary>
    private async Task<(Page First, Page Second)> InTwoWindows(string what)
    {
        var listening = await site.Listening();
        var path = what switch
        {
            "settings" => $"/o/{listening.Owner.Org}/settings",
            "goals" => (await (await listening.Open("/goals/new")).Press("Save draft", ("title", "Homes first"))).Address.AbsolutePath,
            _ => $"{listening.Base}/{what}",
        };
        return (await listening.Owner.Pages.Open(path), await listening.Owner.Pages.Open(path));
    }

    private static (string, string)[] Shares(string source) =>
        [("group.0.source", source), ("group.0.row.0", "40"), ("group.0.row.1", "60")];

    [Theory]
    [InlineData("settings", "name")]
    [InlineData("community", "title")]
    [InlineData("goals", "title")]
    [InlineData("report", "title")]
    [InlineData("hearing", "summary.en")]
    public async Task What_was_saved_meanwhile_is_not_written_over_without_a_word(string what, string field)
    {
        var (first, second) = await InTwoWindows(what);
        await first.Press("Save", (field, "Of the first"));
        second = await second.Press("Save", (field, "Of the second"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("What is stored now", second.Words, StringComparison.Ordinal);
        var stored = await second.Follow("What is stored now (opens a new tab)");
        Assert.Equal("Of the first", stored.Value(field));
    }

    [Theory]
    [InlineData("settings", "name")]
    [InlineData("community", "title")]
    [InlineData("goals", "title")]
    [InlineData("report", "title")]
    [InlineData("hearing", "summary.en")]
    public async Task Whoever_has_been_told_puts_theirs_in_its_place(string what, string field)
    {
        var (first, second) = await InTwoWindows(what);
        await first.Press("Save", (field, "Of the first"));
        second = await second.Press("Save", (field, "Of the second"));
        second = await second.Press("Save");
        Assert.Contains("Saved.", second.Words, StringComparison.Ordinal);
        Assert.Equal("Of the second", second.Value(field));
    }

    [Theory]
    [InlineData("", "", "{\"name\": \"NAME\", \"kind\": \"organisation\", \"mission\": \"\", \"pillars\": []}")]
    [InlineData("/initiatives/ID", "/initiatives/ID", "{\"title\": \"NAME\", \"stance\": \"allyship\"}")]
    [InlineData(
        "/initiatives/ID",
        "/initiatives/ID/margins",
        "{\"margins\": [{\"groupRole\": \"age\", \"source\": \"NAME\", \"categories\": [{\"category\": \"young\", \"share\": 1}]}]}"
    )]
    [InlineData("/initiatives/ID/goals/GOAL", "/initiatives/ID/goals/GOAL", "{\"title\": \"NAME\"}")]
    [InlineData(
        "/initiatives/ID/goals",
        "/initiatives/ID/dispositions",
        "{\"dispositions\": [{\"need\": \"housing\", \"kind\": \"act\", \"reason\": \"NAME\"}]}"
    )]
    [InlineData("/initiatives/ID/hearing-check", "/initiatives/ID/hearing-check", "{\"summary\": {\"en\": \"NAME\"}}")]
    [InlineData("/initiatives/ID/report", "/initiatives/ID/report", "{\"title\": \"NAME\", \"lead\": \"\", \"disclosure\": {}}")]
    public async Task A_program_that_says_what_its_change_began_from_writes_over_nothing_else(string read, string write, string body)
    {
        var listening = await site.Listening();
        using var client = await site.Bearer(listening.Owner.Org);
        // A pillar that a goal is tied to could not be left out.
        var goal = read.Contains("GOAL", StringComparison.Ordinal) ? await listening.Initiative.Goal() : Guid.Empty;
        await listening.Initiative.HearingCheck("Of the first day");
        string At(string path) =>
            path.Length == 0
                ? $"/api/v1/organisations/{listening.Owner.Org}"
                : "/api/v1" + path.Replace("ID", $"{listening.Initiative.Id}").Replace("GOAL", $"{goal}");
        using var before = await client.GetAsync(At(read));
        var tag = before.Headers.ETag;
        Assert.Equal(HttpStatusCode.NoContent, await Put("Of the first"));
        Assert.Equal(HttpStatusCode.Conflict, await Put("Of the second"));

        async Task<HttpStatusCode> Put(string name)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, At(write))
            {
                Content = new StringContent(body.Replace("NAME", name), System.Text.Encoding.UTF8, "application/json"),
            };
            request.Headers.IfMatch.Add(tag!);
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_program_that_says_which_version_of_a_need_it_changes_writes_over_no_other()
    {
        var listening = await site.Listening();
        using var client = await site.Bearer(listening.Owner.Org);
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Conflict], [await Put(), await Put()]);

        async Task<HttpStatusCode> Put()
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/initiatives/{listening.Initiative.Id}/codebook/housing")
            {
                Content = new StringContent("{\"label\": {\"en\": \"Homes\"}}", System.Text.Encoding.UTF8, "application/json"),
            };
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Known_shares_that_were_saved_meanwhile_are_not_written_over_without_a_word()
    {
        var (first, second) = await InTwoWindows("community");
        await first.Press("Save the shares", Shares("Of the first"));
        second = await second.Press("Save the shares", Shares("Of the second"));
        Assert.Equal((HttpStatusCode.Conflict, "Of the second"), (second.Status, second.Value("group.0.source")));
    }

    [Fact]
    public async Task The_words_of_a_need_that_were_saved_meanwhile_are_not_written_over_without_a_word()
    {
        var (first, second) = await InTwoWindows("needs/codebook");
        var button = first
            .Document.QuerySelectorAll("button.small")
            .First(b => b.TextContent.StartsWith("Save ", StringComparison.Ordinal));
        await first.Press(button.TextContent.Trim(), ("definition", "Of the first"));
        second = await second.Press(button.TextContent.Trim(), ("definition", "Of the second"));
        Assert.Contains("What is stored now", second.Words, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "Of the second"), (second.Status, second.Value("definition")));
    }

    [Fact]
    public async Task Decisions_about_different_needs_do_not_meet()
    {
        var (first, second) = await InTwoWindows("goals/decisions");
        await first.Press("Save decisions", ("dispositions[0].kind", "act"), ("dispositions[0].reason", "Ours to do."));
        second = await second.Press("Save decisions", ("dispositions[1].kind", "refer"), ("dispositions[1].reason", "The city's."));
        Assert.Equal(("Ours to do.", "The city's."), (second.Value("dispositions[0].reason"), second.Value("dispositions[1].reason")));
    }

    [Fact]
    public async Task A_decision_that_was_made_meanwhile_is_not_written_over_without_a_word()
    {
        var (first, second) = await InTwoWindows("goals/decisions");
        await first.Press("Save decisions", ("dispositions[0].kind", "act"), ("dispositions[0].reason", "Ours to do."));
        second = await second.Press("Save decisions", ("dispositions[0].kind", "refer"), ("dispositions[0].reason", "The city's."));
        Assert.Equal((HttpStatusCode.Conflict, "The city's."), (second.Status, second.Value("dispositions[0].reason")));
    }

    [Fact]
    public async Task A_reason_without_a_decision_is_asked_about()
    {
        var (page, _) = await InTwoWindows("goals/decisions");
        page = await page.Press("Save decisions", ("dispositions[0].reason", "Ours to do."));
        Assert.Equal((HttpStatusCode.BadRequest, "Ours to do."), (page.Status, page.Value("dispositions[0].reason")));
    }

    [Fact]
    public async Task A_reason_beside_no_strength_is_asked_about()
    {
        var (page, _) = await InTwoWindows("goals");
        page = await page.Press("Save", ("needs[0].reason", "It lowers rents."));
        Assert.Equal((HttpStatusCode.BadRequest, "It lowers rents."), (page.Status, page.Value("needs[0].reason")));
        Assert.NotNull(page.Document.QuerySelector("fieldset.wrong"));
    }

    [Fact]
    public async Task A_link_that_was_there_is_taken_away_by_no_strength()
    {
        var (page, _) = await InTwoWindows("goals");
        page = await page.Press("Save", ("needs[0].strength", "3"), ("needs[0].reason", "It lowers rents."));
        page = await page.Press("Save", ("needs[0].strength", "0"));
        Assert.Contains("Saved.", page.Words, StringComparison.Ordinal);
        Assert.Equal(("0", ""), (page.Value("needs[0].strength"), page.Value("needs[0].reason")));
    }

    [Fact]
    public async Task A_title_in_which_nothing_is_seen_is_none()
    {
        var (page, _) = await InTwoWindows("goals");
        Assert.Equal(HttpStatusCode.BadRequest, (await page.Press("Save", ("title", "\u200B"))).Status);
    }
}
