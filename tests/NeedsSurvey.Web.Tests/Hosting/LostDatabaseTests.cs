using System.Net;

namespace NeedsSurvey.Web.Tests.Hosting;

/// <summary>What people meet while the database is away, and after it has come back.</summary>
public sealed class LostDatabaseTests : IClassFixture<TestSite>, IClassFixture<TestDatabase>
{
    private readonly TestSite site;
    private readonly TestDatabase elsewhere;

    public LostDatabaseTests(TestSite site, TestDatabase elsewhere)
    {
        (this.site, this.elsewhere) = (site, elsewhere);
        // What an earlier test left of its absence is not this one's.
        site.Database.Sources.Writes.Clear();
        site.Database.Sources.Reads.Clear();
    }

    [Fact]
    public async Task Programs_are_told_to_come_back()
    {
        using var client = site.NewClient();
        await using var away = await Away();
        using var refused = await client.GetAsync("/s/anything/definition");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("\"code\":\"unavailable\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_told_to_come_back()
    {
        using var visitor = site.NewPageClient();
        await using var away = await Away();
        var page = await visitor.Open("/s/anything");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Please try again in a moment"), (page.Status, page.Heading));
        Assert.NotNull(page.Headers.RetryAfter);
    }

    [Fact]
    public async Task People_are_told_in_their_own_language()
    {
        using var visitor = site.NewPageClient();
        await using var away = await Away();
        foreach (var path in new[] { "/s/anything", "/r/anything", "/h/anything" })
            Assert.Equal("حاولوا مرة أخرى بعد قليل", (await visitor.Open(path + "?language=ar")).Heading);
    }

    [Fact]
    public async Task The_program_recovers_by_itself()
    {
        using var client = site.NewClient();
        await using (await Away())
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/s/anything/definition")).StatusCode);
    }

    [Fact]
    public async Task What_was_written_into_a_form_arrives_when_the_database_is_back()
    {
        var owner = await site.SignedIn();
        var settings = await owner.Pages.Open($"/o/{owner.Org}/settings");
        Page kept;
        await using (await Away())
            kept = await settings.Press("Save", ("mission", "To listen \"first\" & act <after>."));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, kept.Status);
        Assert.NotNull(kept.Headers.RetryAfter);
        // Each pool finds out for itself that its old connections are gone.
        var saved = await kept.Press("Try again");
        for (var i = 0; i < 3 && saved.Status == HttpStatusCode.ServiceUnavailable; i++)
            saved = await saved.Press("Try again");
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(
            "To listen \"first\" & act <after>.",
            await site.Database.Db.One<string>("select mission from organisation where slug = @Org", new { owner.Org })
        );
    }

    [Fact]
    public async Task A_password_is_not_kept_on_the_page()
    {
        var door = await site.NewPageClient().Open("/sign-in");
        await using var away = await Away();
        var refused = await door.Press("Sign in", ("email", "ana@example.org"), ("password", "seven quiet lanterns"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.DoesNotContain("seven quiet", refused.Html, StringComparison.Ordinal);
    }

    /// <summary>Takes the site's database away until this is disposed of.</summary>
    private async Task<IAsyncDisposable> Away()
    {
        var name = new Npgsql.NpgsqlConnectionStringBuilder(site.Database.ConnectionString).Database!;
        await elsewhere.Execute($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        await elsewhere.Execute($"alter database {name} rename to {name}_away");
        return new Absence(elsewhere, name);
    }

    private sealed class Absence(TestDatabase elsewhere, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await elsewhere.Execute($"alter database {name}_away rename to {name}");
    }
}
