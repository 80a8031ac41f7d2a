using System.Net;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>Set-up, sign-in and what ends a session, over HTTP as a browser without script sees it.</summary>
public sealed class SessionTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Password = "seven quiet lanterns";

    [Fact]
    public async Task The_first_owner_sets_up_by_link_signs_out_and_in_again_and_changes_the_password()
    {
        await using var fresh = new Fresh(await TestSite.New());
        var visitor = fresh.Site.NewPageClient();
        var front = await visitor.Open("/");
        Assert.Contains("one-time link", front.Words, StringComparison.Ordinal);

        var token = await fresh.Site.Get<CreateSetupLink>().Run(default);
        var second = await fresh.Site.Get<CreateSetupLink>().Run(default);
        var page = await visitor.Open("/setup?token=" + token);
        Assert.Equal("Set up NeedsSurvey", page.Heading);

        var refused = await page.Press(
            "Set up",
            ("name", "Ana"),
            ("email", "ana@example.org"),
            ("password", "short"),
            ("organisationName", "Riverside Museum")
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("Error:", refused.Document.Title, StringComparison.Ordinal);
        Assert.Equal("#f-password", refused.Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.NotNull(refused.Document.QuerySelector("#f-password"));
        Assert.Equal("ana@example.org", refused.Document.QuerySelector("#f-email")!.GetAttribute("value"));

        var home = await refused.Press("Set up", ("password", Password));
        Assert.Equal("/o/riverside-museum", home.Address.AbsolutePath);
        Assert.Null(await fresh.Site.Get<CreateSetupLink>().Run(default));
        foreach (var used in new[] { token, second })
            Assert.Equal(HttpStatusCode.Gone, (await fresh.Site.NewPageClient().Open("/setup?token=" + used)).Status);

        var account = await visitor.Open("/account");
        var out1 = await account.Press("Sign out");
        Assert.Equal("/", out1.Address.AbsolutePath);
        var door = await visitor.Open("/account");
        Assert.Equal("/sign-in", door.Address.AbsolutePath);

        var wrong = await door.Press("Sign in", ("email", "ana@example.org"), ("password", "seven quiet lantern"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("", wrong.Document.QuerySelector("#f-password")!.GetAttribute("value") ?? "");
        var back = await wrong.Press("Sign in", ("email", "ANA@example.org"), ("password", Password));
        Assert.Equal("/account", back.Address.AbsolutePath);

        var other = fresh.Site.NewPageClient();
        await (await other.Open("/sign-in")).Press("Sign in", ("email", "ana@example.org"), ("password", Password));
        var changed = await back.Press("Change password", ("presentPassword", Password), ("newPassword", "eight loud lanterns"));
        Assert.Contains("Your password is changed", changed.Words, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await other.Open("/account")).Address.AbsolutePath);
        Assert.Equal("/account", (await visitor.Open("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_itself_not_only_the_cookie()
    {
        var member = await site.SignedIn();
        Assert.Equal("/account", (await member.Pages.Open("/account")).Address.AbsolutePath);
        await (await member.Pages.Open("/account")).Press("Sign out");
        using var thief = site.NewPageClient();
        thief.Carry("needssurvey", member.Session);
        Assert.Equal("/sign-in", (await thief.Open("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_closed_account_ends_its_sessions_at_the_next_request()
    {
        var member = await site.SignedIn(Role.Viewer);
        await site.Database.Execute($"update account set deactivated_at = now() where account_id = '{member.Actor.Id}'");
        Assert.Equal("/sign-in", (await member.Pages.Open("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_session_ends_after_three_idle_days_and_after_a_fortnight_at_the_latest()
    {
        var idle = await site.SignedIn();
        await site.Database.Execute($"update session set seen_at = now() - interval '73 hours' where account_id = '{idle.Actor.Id}'");
        Assert.Equal("/sign-in", (await idle.Pages.Open("/account")).Address.AbsolutePath);

        var old = await site.SignedIn();
        await site.Database.Execute($"update session set expires_at = now() where account_id = '{old.Actor.Id}'");
        Assert.Equal("/sign-in", (await old.Pages.Open("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Only_the_hash_of_a_session_is_stored()
    {
        var member = await site.SignedIn();
        var stored = await site.Database.Db.Query<byte[]>(
            "select session_hash from session where account_id = @Id",
            new { member.Actor.Id }
        );
        Assert.Equal(Secret.HashOf(member.Session), Assert.Single(stored));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task Signing_in_never_leads_to_another_host(string next)
    {
        var member = await site.SignedIn();
        var page = await member.Pages.Open("/sign-in?next=" + Uri.EscapeDataString(next));
        Assert.Equal("/o/" + member.Org, page.Address.AbsolutePath);
        Assert.Equal(site.Address.Host, page.Address.Host);
    }

    [Fact]
    public async Task The_cookie_is_bound_to_the_host_when_the_public_address_is_https()
    {
        await using var secure = new Fresh(
            await TestSite.New(new Web.Hosting.Settings { PublicUrl = new Uri("https://survey.example.org") })
        );
        var token = await secure.Site.Get<CreateSetupLink>().Run(default);
        var done = await secure
            .Site.Get<SetUpOwner>()
            .Run(new(token!, "Ana", "ana@example.org", Password, "Museum", OrganisationKind.Organisation), default);
        Assert.Null(done.Problem);
        using var client = secure.Site.NewClient();
        using var form = await client.GetAsync("/sign-in");
        var formCookie = Assert.Single(form.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-", formCookie, StringComparison.Ordinal);
        var html = await form.Content.ReadAsStringAsync();
        var formToken = System.Text.RegularExpressions.Regex.Match(html, "name=\"token\" value=\"([^\"]+)\"").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("token", formToken), new("email", "ana@example.org"), new("password", Password)]),
        };
        request.Headers.Add("Cookie", formCookie.Split(';')[0]);
        using var answer = await client.SendAsync(request);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value =>
            value.StartsWith("__Host-needssurvey=", StringComparison.Ordinal)
        );
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Fresh(TestSite site) : IAsyncDisposable
    {
        public TestSite Site => site;

        public async ValueTask DisposeAsync() => await site.DisposeAsync();
    }
}
