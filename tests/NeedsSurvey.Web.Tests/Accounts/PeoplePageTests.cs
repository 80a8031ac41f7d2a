using System.Net;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>People, keys, settings and history as an owner without script meets them.</summary>
public sealed class PeoplePageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Password = "seven quiet lanterns";

    private static async Task<string> Invite(SignedInPerson owner, string role = "Coder")
    {
        var people = await owner.Pages.Open($"/o/{owner.Org}/people");
        var shown = await people.Press("Make invitation link", ("role", role), ("email", "cai@example.org"));
        return shown.Document.QuerySelector("#shown-once")!.TextContent;
    }

    private static async Task<Page> Accept(PageClient invited, string link, string email) =>
        await (await invited.Open(new Uri(link).PathAndQuery)).Press(
            "Make an account and join",
            ("name", "Cai"),
            ("email", email),
            ("password", Password)
        );

    [Fact]
    public async Task An_invitation_link_is_shown_once()
    {
        var owner = await site.SignedIn();
        Assert.StartsWith(site.Address + "join?token=", await Invite(owner), StringComparison.Ordinal);
        var again = await owner.Pages.Open($"/o/{owner.Org}/people");
        Assert.Null(again.Document.QuerySelector("#shown-once"));
        Assert.Contains("cai@example.org as Coder", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_joining_with_a_fault_comes_back_filled()
    {
        var join = await site.NewPageClient().Open(new Uri(await Invite(await site.SignedIn())).PathAndQuery);
        Assert.Equal("cai@example.org", join.Document.QuerySelector("#f-email")!.GetAttribute("value"));
        var refused = await join.Press("Make an account and join", ("name", "Cai"), ("password", "password1234"));
        Assert.StartsWith("Error:", refused.Document.Title, StringComparison.Ordinal);
        Assert.Equal("Cai", refused.Document.QuerySelector("#f-name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_invitation_link_makes_a_member_of_its_role()
    {
        var owner = await site.SignedIn();
        using var cai = site.NewPageClient();
        var home = await Accept(cai, await Invite(owner), "member@example.org");
        Assert.Equal($"/o/{owner.Org}", home.Address.AbsolutePath);
        Assert.Contains("Cai", (await owner.Pages.Open($"/o/{owner.Org}/people")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Invite somebody", (await cai.Open($"/o/{owner.Org}/people")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_link_works_once()
    {
        var link = await Invite(await site.SignedIn());
        await Accept(site.NewPageClient(), link, "once@example.org");
        Assert.Equal(HttpStatusCode.Gone, (await site.NewPageClient().Open(new Uri(link).PathAndQuery)).Status);
    }

    [Fact]
    public async Task A_role_smuggled_into_the_form_changes_nothing()
    {
        var owner = await site.SignedIn();
        var guest = await site.SignedIn();
        var link = await Invite(owner, "Viewer");
        var form = await FormToken.Of(site, guest.Session);
        using var client = site.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/join")
        {
            Content = new FormUrlEncodedContent([
                new("token", form.Token),
                new("link", link.Split('=')[1]),
                new("role", "Owner"),
                new("Role", "Owner"),
            ]),
        };
        request.Headers.Add("Cookie", form.Cookies);
        using var answer = await client.SendAsync(request);
        Assert.Equal($"/o/{owner.Org}", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.Pages.Open($"/o/{owner.Org}/keys")).Status);
    }

    [Fact]
    public async Task Who_is_signed_in_joins_with_one_button()
    {
        var owner = await site.SignedIn();
        var guest = await site.SignedIn();
        var shown = await (await owner.Pages.Open($"/o/{owner.Org}/people")).Press("Make invitation link", ("role", "Analyst"));
        var home = await (await guest.Pages.Open(new Uri(shown.Document.QuerySelector("#shown-once")!.TextContent).PathAndQuery)).Press(
            "Join"
        );
        Assert.Equal($"/o/{owner.Org}", home.Address.AbsolutePath);
        Assert.Contains("Organisation", (await guest.Pages.Open("/organisations")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_owner_who_wants_to_leave_is_told_what_to_do_instead()
    {
        var owner = await site.SignedIn();
        var refused = await (await owner.Pages.Open($"/o/{owner.Org}/people")).Press(
            "Leave "
                + (await site.Get<App.Accounts.FindOrganisation>().Run(Actor.Operator, Permission.View, owner.Org, default)).OrThrow().Name
        );
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.StartsWith("Error:", refused.Document.Title, StringComparison.Ordinal);
        Assert.Contains(
            "Make somebody else an owner first",
            refused.Document.QuerySelector(".error-summary")!.TextContent,
            StringComparison.Ordinal
        );
    }

    private static async Task<string> MakeKey(SignedInPerson owner)
    {
        var keys = await owner.Pages.Open($"/o/{owner.Org}/keys");
        var shown = await keys.Press("Make key", ("name", "nightly export"), ("role", "Analyst"));
        return shown.Document.QuerySelector("#shown-once")!.TextContent;
    }

    private async Task<HttpStatusCode> Try(string key, string org)
    {
        using var client = site.NewClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return (await client.GetAsync($"/api/v1/organisations/{org}")).StatusCode;
    }

    [Fact]
    public async Task A_key_is_shown_once()
    {
        var owner = await site.SignedIn();
        var key = await MakeKey(owner);
        var keys = await owner.Pages.Open($"/o/{owner.Org}/keys");
        Assert.DoesNotContain(key, keys.Html, StringComparison.Ordinal);
        Assert.Contains(key[..9], keys.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_works_until_it_is_revoked()
    {
        var owner = await site.SignedIn();
        var key = await MakeKey(owner);
        Assert.Equal(HttpStatusCode.OK, await Try(key, owner.Org));
        await (await owner.Pages.Open($"/o/{owner.Org}/keys")).Press("Revoke nightly export");
        Assert.Equal(HttpStatusCode.Unauthorized, await Try(key, owner.Org));
    }

    /// <summary>The settings with two pillars that were added and moved, not yet saved.</summary>
    private static async Task<Page> TwoPillars(SignedInPerson owner)
    {
        var page = await owner.Pages.Open($"/o/{owner.Org}/settings");
        page = await page.Press("Add a pillar", ("mission", "A museum for the whole valley."));
        page = await page.Press("Add a pillar", ("pillars[0].name", "Welcome"));
        return await page.Press("Move up", ("pillars[1].name", "Learning"));
    }

    [Fact]
    public async Task Pillars_are_put_in_order_without_script()
    {
        var page = await TwoPillars(await site.SignedIn());
        Assert.Equal("A museum for the whole valley.", page.Document.QuerySelector("#f-mission")!.TextContent.Trim());
        Assert.Equal(("Learning", "Welcome"), (Name(page, 0), Name(page, 1)));
        var saved = await page.Press("Save");
        Assert.Contains("Saved.", saved.Words, StringComparison.Ordinal);
        Assert.Equal(("Learning", "Welcome"), (Name(saved, 0), Name(saved, 1)));
    }

    [Fact]
    public async Task Nothing_about_pillars_is_stored_before_Save()
    {
        var owner = await site.SignedIn();
        Assert.Null((await TwoPillars(owner)).Document.QuerySelector("[role=status]"));
        var stored = await owner.Pages.Open($"/o/{owner.Org}/settings");
        Assert.Equal("", stored.Document.QuerySelector("#f-mission")!.TextContent.Trim());
    }

    [Fact]
    public async Task Every_fault_of_the_settings_is_linked_to_its_field()
    {
        var saved = await (await TwoPillars(await site.SignedIn())).Press("Save");
        var refused = await saved.Press("Save", ("pillars[1].name", " "), ("name", ""));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var links = refused.Document.QuerySelectorAll(".error-summary a");
        Assert.Equal(2, links.Length);
        Assert.All(links, link => Assert.NotNull(refused.Document.QuerySelector(link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task A_pillar_is_removed_without_script()
    {
        var saved = await (await TwoPillars(await site.SignedIn())).Press("Save");
        var removed = await (await saved.Press("Remove Welcome", ("name", "Valley Museum"))).Press("Save");
        Assert.Equal("Learning", Name(removed, 0));
        Assert.Null(removed.Document.QuerySelector("#f-pillars-1--name"));
    }

    [Fact]
    public async Task One_person_has_values_where_an_organisation_has_a_mission_with_pillars()
    {
        var owner = await site.SignedIn();
        var path = $"/o/{owner.Org}/settings";
        var organisation = await owner.Pages.Open(path);
        Assert.Contains("Pillars", organisation.Words, StringComparison.Ordinal);
        var person = await organisation.Press("Save", ("kind", "individual"));
        Assert.Equal("You and your values", person.Heading);
        Assert.Contains("What you stand for", person.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Pillar", person.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_edit_reads_the_mission_without_a_form()
    {
        var owner = await site.SignedIn();
        var viewer = await site.SignedIn(Role.Viewer, owner.Org);
        var page = await viewer.Pages.Open($"/o/{owner.Org}/settings");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Pages.Open($"/o/{owner.Org}/keys")).Status);
    }

    [Fact]
    public async Task History_says_in_plain_words_who_did_what()
    {
        var owner = await site.SignedIn();
        await (await owner.Pages.Open($"/o/{owner.Org}/keys")).Press("Make key", ("name", "nightly export"), ("role", "Analyst"));
        var history = await owner.Pages.Open($"/o/{owner.Org}/history");
        var newest = history.Document.QuerySelector("main .list li")!;
        Assert.Equal(
            (owner.Actor.Name, "made the API key “nightly export” (Analyst)"),
            (newest.QuerySelector("bdi")!.TextContent, newest.QuerySelector("span span")!.TextContent)
        );
        Assert.Contains("Operator at the command line", history.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_or_an_invitation_whose_form_is_sent_again_by_a_refresh_is_made_once()
    {
        var owner = await site.SignedIn();
        foreach (var (path, button) in new[] { ("keys", "Make key"), ("people", "Make invitation link") })
        {
            var form = await owner.Pages.Open($"/o/{owner.Org}/{path}");
            (string, string)[] fields = path == "keys" ? [("name", "nightly export")] : [("email", "cai@example.org")];
            Assert.NotNull((await form.Press(button, fields)).Document.QuerySelector("#shown-once"));
            var again = await form.Press(button, fields);
            Assert.Equal(System.Net.HttpStatusCode.Conflict, again.Status);
            Assert.Contains("made already", again.Words, StringComparison.Ordinal);
            Assert.Single(again.Document.QuerySelectorAll("form[action$=revoke], form[action$=withdraw]"));
        }
    }

    [Fact]
    public async Task Names_with_markup_are_shown_as_written()
    {
        var owner = await site.SignedIn();
        var saved = await (await owner.Pages.Open($"/o/{owner.Org}/settings")).Press(
            "Save",
            ("name", "<script>alert(1)</script>"),
            ("mission", "<img src=x onerror=alert(1)>")
        );
        Assert.Equal("<script>alert(1)</script>", saved.Document.QuerySelector("#f-name")!.GetAttribute("value"));
        Assert.Empty(saved.Document.QuerySelectorAll("script, img"));
    }

    private static string Name(Page page, int row) => page.Document.QuerySelector($"[name='pillars[{row}].name']")!.GetAttribute("value")!;
}
