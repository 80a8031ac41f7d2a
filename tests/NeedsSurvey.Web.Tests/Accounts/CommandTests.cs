using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>The set-up link that <c>serve</c> prints, and the verbs of this room, as processes.</summary>
public sealed partial class CommandTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Serve_prints_a_set_up_link_at_every_start_until_it_is_used_and_create_key_prints_a_working_key_alone()
    {
        var first = await Start();
        var unused = SetUpLink().Match(first.Output).Value;
        Assert.NotEqual("", unused);
        await first.DisposeAsync();

        await using var program = await Start();
        var link = SetUpLink().Match(program.Output).Value;
        Assert.NotEqual(unused, link);
        Assert.StartsWith(program.Address.ToString(), link, StringComparison.Ordinal);
        using var visitor = new PageClient(program.Address);
        var home = await (await visitor.Open(new Uri(link).PathAndQuery)).Press(
            "Set up",
            ("name", "Ana"),
            ("email", "ana@example.org"),
            ("password", "seven quiet lanterns"),
            ("organisationName", "Riverside Museum")
        );
        Assert.Equal("/o/riverside-museum", home.Address.AbsolutePath);

        var (code, key) = await Verb("create-key", "--organisation", "riverside-museum", "--role", "analyst", "--name", "nightly export");
        Assert.Equal(0, code);
        Assert.Matches("^ns_[A-Za-z0-9_-]{43}\n$", key);
        using var client = new HttpClient { BaseAddress = program.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Trim());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/organisations/riverside-museum")).StatusCode);

        Assert.Equal((2, ""), await Verb("create-key", "--organisation", "nowhere", "--role", "analyst", "--name", "x"));
        Assert.Equal((2, ""), await Verb("create-key", "--organisation", "riverside-museum", "--role", "emperor", "--name", "x"));
        Assert.Equal((2, ""), await Verb("create-key", "--organisation", "riverside-museum", "--role", "analyst", "--name", " "));

        var (linkCode, password) = await Verb("create-password-link", "--email", "ana@example.org");
        Assert.Equal(0, linkCode);
        Assert.Matches("^http://[^/]+/password\\?token=[A-Za-z0-9_-]{43}\n$", password);
        using var forgetful = new PageClient(program.Address);
        var inside = await (await forgetful.Open(new Uri(password.Trim()).PathAndQuery)).Press(
            "Set password and sign in",
            ("newPassword", "eight loud lanterns")
        );
        Assert.Equal("/o/riverside-museum", inside.Address.AbsolutePath);
    }

    private async Task<ProgramProcess> Start() =>
        await (ProgramProcess.Start(Path.GetTempPath(), null, ("ConnectionStrings__Postgres", database.ConnectionString))).UntilReady();

    private async Task<(int Code, string Output)> Verb(params string[] arguments)
    {
        await using var process = ProgramProcess.Start(
            Path.GetTempPath(),
            arguments,
            ("ConnectionStrings__Postgres", database.ConnectionString)
        );
        var code = await process.UntilEnd();
        return (
            code,
            string.Join("", process.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r') + "\n"))
        );
    }

    [GeneratedRegex("http://[^\\s]+/setup\\?token=[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex SetUpLink();
}
