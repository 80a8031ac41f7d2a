using System.Net;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>Sign-in and what ends a session, over HTTP as a browser without script sees it.</summary>
public sealed class SessionTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>The address of somebody who has a password.</summary>
    private async Task<string> Member()
    {
        var email = $"{Guid.NewGuid()}@example.org";
        await site.Data.Join((await site.SignedIn()).Org, Role.Viewer, email);
        return email;
    }

    /// <summary>The page that follows on signing in, on the way to the own account.</summary>
    private async Task<Page> SignIn(string email, string password = TestData.Password) =>
        await (await site.NewPageClient().Open("/account")).Press("Sign in", ("email", email), ("password", password));

    [Fact]
    public async Task Whoever_signs_out_is_asked_to_sign_in_again()
    {
        var account = await SignIn(await Member());
        Assert.Equal("/", (await account.Press("Sign out")).Address.AbsolutePath);
        Assert.Equal("/sign-in", (await account.Client.Open("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Signing_in_leads_to_the_page_that_was_asked_for() =>
        Assert.Equal("/account", (await SignIn(await Member())).Address.AbsolutePath);

    // pages, row 44
    [Fact]
    public async Task The_only_owner_without_a_password_reads_where_to_turn() =>
        Assert.Contains("create-password-link", (await site.NewPageClient().Open("/sign-in")).Words, StringComparison.Ordinal);

    [Fact]
    public async Task An_address_is_the_same_in_capitals() =>
        Assert.Equal("Your account", (await SignIn((await Member()).ToUpperInvariant())).Heading);

    [Fact]
    public async Task A_wrong_password_is_not_in_the_page_that_refuses_it()
    {
        var wrong = await SignIn(await Member(), "seven quiet lantern");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("", wrong.Document.QuerySelector("#f-password")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_new_password_ends_every_session_but_its_own()
    {
        var email = await Member();
        var (here, elsewhere) = (await SignIn(email), await SignIn(email));
        var changed = await here.Press("Change password", ("presentPassword", TestData.Password), ("newPassword", "eight loud lanterns"));
        Assert.Contains("Your password is changed", changed.Words, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await elsewhere.Client.Open("/account")).Address.AbsolutePath);
        Assert.Equal("/account", (await here.Client.Open("/account")).Address.AbsolutePath);
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
        await site.Database.Execute("update account set deactivated_at = now() where account_id = $1", member.Actor.Id);
        Assert.Equal("/sign-in", (await member.Pages.Open("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_session_ends_after_three_idle_days()
    {
        var idle = await site.SignedIn();
        await site.Database.Execute("update session set seen_at = now() - interval '73 hours' where account_id = $1", idle.Actor.Id);
        Assert.Equal("/sign-in", (await idle.Pages.Open("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_session_ends_when_its_time_is_over()
    {
        var old = await site.SignedIn();
        await site.Database.Execute("update session set expires_at = now() where account_id = $1", old.Actor.Id);
        Assert.Equal("/sign-in", (await old.Pages.Open("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task What_was_written_when_a_session_ended_is_stored_after_signing_in_again()
    {
        var member = await site.SignedIn();
        var page = await member.Pages.Open($"/o/{member.Org}/settings");
        await site.Database.Execute($"update session set expires_at = now() where account_id = '{member.Actor.Id}'");
        page = await page.Press("Save", ("mission", "A roof for everybody."));
        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        await site.Database.Execute($"update session set expires_at = now() + interval '1 day' where account_id = '{member.Actor.Id}'");
        // The page's token is nobody's; the one after it is of who has signed in.
        page = await (await page.Press("Send it now")).Press("Send it now");
        Assert.Equal("A roof for everybody.", page.Value("mission"));
    }

    [Fact]
    public async Task What_was_written_when_somebody_signed_out_in_another_window_is_given_back()
    {
        var member = await site.SignedIn();
        var page = await member.Pages.Open($"/o/{member.Org}/settings");
        await (await member.Pages.Open("/account")).Press("Sign out");
        page = await page.Press("Save", ("mission", "A roof for everybody."));
        Assert.Equal((HttpStatusCode.Unauthorized, "A roof for everybody."), (page.Status, page.Value("mission")));
    }

    [Theory]
    [InlineData("https://elsewhere.example", null)]
    [InlineData("null", null)]
    [InlineData("null", "cross-site")]
    [InlineData("null", "same-site")]
    public async Task What_another_site_sent_with_an_ended_session_is_not_given_back(string origin, string? fetched)
    {
        var member = await site.SignedIn();
        await site.Database.Execute($"update session set expires_at = now() where account_id = '{member.Actor.Id}'");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/o/{member.Org}/settings")
        {
            Content = new FormUrlEncodedContent([new("mission", "Somebody else's words")]),
        };
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Sec-Fetch-Site", fetched);
        Assert.DoesNotContain("Somebody else's words", (await member.Pages.Send(request)).Html, StringComparison.Ordinal);
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
            .Run(new(token!, "Ana", "ana@example.org", TestData.Password, "Museum", OrganisationKind.Organisation), default);
        Assert.Null(done.Problem);
        using var client = secure.Site.NewClient();
        using var form = await client.GetAsync("/sign-in");
        var formCookie = Assert.Single(form.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-", formCookie, StringComparison.Ordinal);
        var html = await form.Content.ReadAsStringAsync();
        var formToken = System.Text.RegularExpressions.Regex.Match(html, "name=\"token\" value=\"([^\"]+)\"").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([
                new("token", formToken),
                new("email", "ana@example.org"),
                new("password", TestData.Password),
            ]),
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
